"""What is provably false of a fact: the one place that decides whether a wrong option is wrong.

Nothing is false because no fact says it. A value is false of a slot only when the other
slots determine it, or when the source names every filler; and never when anything in
the pack gives a reason why it might be true after all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.pack import same_content as same_content
from quizapp.facts.values import EntityValue, QuantityValue, SlotValue
from quizapp.generation.practices import Practice, is_on

Rule = Literal["contradicted", "not reported"]

OPEN_ENDED = ("more than", "at least", "less than", "up to")
"""Hedges that leave one side open, so that other figures may hold as well."""


@dataclass(frozen=True)
class Basis:
    """Why another value of a slot is false: the rule, and the slots it is false for."""

    rule: Rule
    given: tuple[str, ...]

    @property
    def words(self) -> str:
        """The rule as a proof states it."""
        if self.rule == "contradicted":
            return f"determined by {', '.join(self.given) or 'the relation'}"
        return "closed: the source names every filler"


def basis(fact: Fact, slot: str) -> Basis | None:
    """Return why another value of this slot would be false, or None where nothing proves it.

    Nothing proves it of an open-ended figure: more than 2,500 is also more than 1,900.

    A determined slot is contradicted by any other value; a relation closed in every
    source that the fact cites makes it "not reported there".
    """
    key = fact.slots[slot]
    if isinstance(key, QuantityValue) and key.quantity.hedge in OPEN_ENDED:
        return None
    for rule in fact.relation.determines:
        if rule.slot == slot and all(name in fact.slots for name in rule.given):
            return Basis("contradicted", rule.given)
    if fact.relation.is_closed_in(fact.sources):
        return Basis("not reported", tuple(name for name in fact.slots if name != slot))
    return None


FEW = 16
"""Up to so many facts that speak of the same are kept at hand for every value that is tried."""


@dataclass(frozen=True)
class Search:
    """A search of the pack for a reason why another value of a slot might be true of a fact after all.

    Reasons: it is the key or overlaps it (alias, part and whole, same figure within what
    was reported, overlapping date); a fact that the pack links to this one gives it; or
    any fact of any source gives it for the same `given` slots, where dates that overlap or
    are unknown count as the same.
    """

    pack: Pack
    fact: Fact
    slot: str
    given: tuple[str, ...]

    def reason(self, value: SlotValue) -> str | None:
        """Return why a value might be true of the slot, or None when nothing suggests it."""
        if not is_on(Practice.PROOF):
            return None
        if self.pack.alike(self.fact.slots[self.slot], value):
            return "it is the key"
        for other in self._linked:
            if any(self.pack.alike(found, value) for found in other.slots.values()):
                return f"the linked fact {other.id} gives it"
        for other in self._giving(value):
            return f"the fact {other.id} gives it for the same {', '.join(self.given) or 'relation'}"
        return None

    def searched(self, value: SlotValue) -> tuple[str, ...]:
        """Return the ids of the facts that were read for a reason, the fact itself first.

        They are the linked ones, those that speak of the same, and those that give the value of another.
        """
        giving = self.pack.filled_like(self.fact.relation.id, {self.slot: value}, self.slot)
        same = self._same if self._same is not None else ()
        read = (self.fact, *self._linked, *same, *giving)
        return tuple(dict.fromkeys(fact.id for fact in read))

    @cached_property
    def _linked(self) -> tuple[Fact, ...]:
        return tuple(self.pack.facts[name] for name in sorted(self.pack.linked(self.fact.id)))

    @cached_property
    def _wanted(self) -> dict[str, SlotValue]:
        return {name: self.fact.slots[name] for name in self.given if name in self.fact.slots}

    @cached_property
    def _same(self) -> tuple[Fact, ...] | None:
        """The other facts that fill the slot for the same given slots; None where they are many."""
        found = self.pack.filled_like(self.fact.relation.id, self._wanted)
        few = tuple(islice(found, FEW + 1))
        if len(few) > FEW:
            return None
        return tuple(other for other in few if other.id != self.fact.id and self.slot in other.slots)

    def _giving(self, value: SlotValue) -> Iterator[Fact]:
        """Yield the other facts that give a value for the same given slots."""
        if self._same is not None:
            yield from (other for other in self._same if self.pack.alike(other.slots[self.slot], value))
            return
        wanted = {**self._wanted, self.slot: value}
        found = self.pack.filled_like(self.fact.relation.id, wanted, self.slot)
        yield from (other for other in found if other.id != self.fact.id)


def bearing_on(pack: Pack, fact: Fact) -> tuple[Fact, ...]:
    """Return the other facts that may say what this one says, whoever says it and wherever it stands.

    They are linked to it, or fill its slots with what is alike, or tell nothing in their words
    that it does not, or the other way round.
    """
    known = pack.remembered(_none_bearing)
    if fact.id not in known:
        linked = (pack.facts[name] for name in sorted(pack.linked(fact.id)))
        filled = pack.filled_like(fact.relation.id, fact.slots) if fact.slots else ()
        alike = (other for other in filled if not fact.slots.keys().isdisjoint(other.slots))
        found = {other.id: other for other in (*linked, *alike, *pack.saying_like(fact))}
        known[fact.id] = tuple(other for name, other in found.items() if name != fact.id)
    return known[fact.id]


def _none_bearing(_: Pack) -> dict[str, tuple[Fact, ...]]:
    return {}


def may_report(pack: Pack, fact: Fact, source: str) -> bool:
    """Tell whether a source may say what a fact says: it prints what bears on it, or names all its entities.

    What names them all may say it in passing.
    """
    if any(source in other.sources for other in bearing_on(pack, fact)):
        return True
    entities = [value.entity for value in fact.slots.values() if isinstance(value, EntityValue)]
    return bool(entities) and all(any(pack.says(source, name) for name in one.names) for one in entities)


def may_be_true(pack: Pack, fact: Fact, slot: str, value: SlotValue, given: tuple[str, ...]) -> str | None:
    """Return the reason why a value might be true of the slot, or None: see `Search`."""
    return Search(pack, fact, slot, given).reason(value)


def alike(pack: Pack, a: SlotValue, b: SlotValue) -> bool:
    """Tell whether two values are, or overlap as, one: see `Pack.alike`."""
    return pack.alike(a, b)


def same_given(pack: Pack, fact: Fact, other: Fact, given: tuple[str, ...]) -> bool:
    """Tell whether two facts may speak of the same: each given slot is alike, or one lacks it."""
    return all(_compatible(pack, fact, other, name) for name in given)


def _compatible(pack: Pack, fact: Fact, other: Fact, name: str) -> bool:
    if name not in fact.slots or name not in other.slots:
        return True
    return pack.alike(fact.slots[name], other.slots[name])
