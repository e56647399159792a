"""What is provably false of a fact: the one place that decides whether a wrong option is wrong.

Nothing is false because no fact says it. A value is false of a slot only when the other
slots determine it, or when the source names every filler; and never when anything in
the pack gives a reason why it might be true after all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import EntityValue, QuantityValue, SlotValue, same_value

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
    if all(source in fact.relation.closed_in for source in fact.sources):
        return Basis("not reported", tuple(name for name in fact.slots if name != slot))
    return None


def may_be_true(pack: Pack, fact: Fact, slot: str, value: SlotValue, given: tuple[str, ...]) -> str | None:
    """Return the reason why a value might be true of the slot, or None when nothing suggests it.

    Reasons: it is the key or overlaps it (alias, part and whole, same figure within what
    was reported, overlapping date); a fact that the pack links to this one gives it; or
    any fact of any source gives it for the same given slots, where dates that overlap or
    are unknown count as the same.
    """
    if alike(pack, fact.slots[slot], value):
        return "it is the key"
    for other_id in pack.linked(fact.id):
        other = pack.facts[other_id]
        if any(alike(pack, found, value) for found in other.slots.values()):
            return f"the linked fact {other_id} gives it"
    for other in pack.by_relation[fact.relation.id]:
        if other.id == fact.id or slot not in other.slots or not alike(pack, other.slots[slot], value):
            continue
        if same_given(pack, fact, other, given):
            return f"the fact {other.id} gives it for the same {', '.join(given) or 'relation'}"
    return None


def alike(pack: Pack, a: SlotValue, b: SlotValue) -> bool:
    """Tell whether two values are, or overlap as, one: part and whole, aliases, dates, figures."""
    if isinstance(a, EntityValue) and isinstance(b, EntityValue):
        return pack.overlap(a.entity, b.entity)
    return same_value(a, b)


def same_given(pack: Pack, fact: Fact, other: Fact, given: tuple[str, ...]) -> bool:
    """Tell whether two facts may speak of the same: each given slot is alike, or one lacks it."""
    return all(_compatible(pack, fact, other, name) for name in given)


def _compatible(pack: Pack, fact: Fact, other: Fact, name: str) -> bool:
    if name not in fact.slots or name not in other.slots:
        return True
    return alike(pack, fact.slots[name], other.slots[name])


def same_content(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts of one relation fill their common slots alike."""
    shared = fact.slots.keys() & other.slots.keys()
    return bool(shared) and all(same_value(fact.slots[name], other.slots[name]) for name in shared)
