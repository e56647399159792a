"""Cueing: when one question of a form shows what another asks.

A question shows facts twice: in its stem, quote and options before it is answered, and in
its explanation, feedback and second look afterwards. A learner can turn back to what was
asked, so the first counts wherever the question stands; the second only if it stands first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, SlotValue, TermValue, same_value
from quizapp.facts.wording import folded
from quizapp.generation.falsity import same_content
from quizapp.generation.question import Question

Place = Literal["stem and options", "feedback"]

YEARS = 10
"""A date that may lie in more years than these is looked up as if it were unknown."""


@dataclass(frozen=True)
class Cue:
    """One question shows a fact that another asks: their places from 0, the fact, and where it is shown."""

    shown_by: int
    asked_by: int
    fact: str
    where: Place


def cues(pack: Pack, questions: Sequence[Question]) -> list[Cue]:
    """Return every cue of questions asked in this order, by the places of the two; [] for a sound form.

    A fact is shown by its own statement, by one that agrees with it, and by one that gives
    the same value for the same given slots. A name that merely recurs is no cue.
    """
    away = GivenAway(pack)
    return [cue for place in range(len(questions)) for cue in _cues_of(away, questions, place)]


def _cues_of(away: GivenAway, questions: Sequence[Question], place: int) -> Iterator[Cue]:
    before, after = away.by(questions[place].displays), away.by(questions[place].shows)
    for other, question in enumerate(questions):
        for fact in question.facts if other != place else ():
            if fact in before:
                yield Cue(place, other, fact, "stem and options")
            elif fact in after and other > place:
                yield Cue(place, other, fact, "feedback")


def gives_away(pack: Pack, facts: Iterable[str]) -> set[str]:
    """Return the facts that these give away: see `GivenAway`."""
    return GivenAway(pack).by(facts)


class GivenAway:
    """What a learner knows who has read a fact's statement: it, what agrees with it, what says the same.

    Facts of one relation say the same when all slots that both fill are alike, or when a
    determined slot and all that determine it are. Each fact is looked up once.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._shelves: dict[str, _Shelf] = {}
        self._known: dict[str, frozenset[str]] = {}

    def by(self, facts: Iterable[str]) -> set[str]:
        """Return the ids of all facts that these give away, they included."""
        return set().union(*(self._of(name) for name in facts))

    def _of(self, name: str) -> frozenset[str]:
        if name not in self._known:
            fact = self._pack.facts[name]
            alike = (other.id for other in self._shelf(fact.relation.id).like(fact))
            self._known[name] = frozenset((name, *self._pack.agreeing(name), *alike))
        return self._known[name]

    def _shelf(self, relation: str) -> _Shelf:
        if relation not in self._shelves:
            self._shelves[relation] = _Shelf(self._pack.by_relation[relation])
        return self._shelves[relation]


class _Shelf:
    """The facts of one relation, found by what fills their slots."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._found: dict[tuple[str, str | int], list[Fact]] = {}
        self._open: dict[str, list[Fact]] = {}
        for name in dict.fromkeys(name for fact in facts for name in fact.slots):
            for fact in facts:
                self._put(name, fact)

    def _put(self, name: str, fact: Fact) -> None:
        tokens = _tokens(fact.slots[name]) if name in fact.slots else None
        if tokens is None:
            self._open.setdefault(name, []).append(fact)
        for token in tokens or ():
            self._found.setdefault((name, token), []).append(fact)

    def like(self, fact: Fact) -> Iterator[Fact]:
        """Yield the facts that say the same as one of this relation."""
        yield from (one for one in self._nearest(fact, fact.slots) if same_content(fact, one))
        for rule in fact.relation.determines:
            names = (*rule.given, rule.slot)
            if fact.slots.keys() >= set(names):
                yield from (one for one in self._nearest(fact, names) if _fill_alike(fact, one, names))

    def _nearest(self, fact: Fact, names: Iterable[str]) -> Sequence[Fact]:
        """Return all facts that might fill these slots alike: by the slot that leaves the fewest."""
        found = [self._candidates(name, tokens) for name in names if (tokens := _tokens(fact.slots[name]))]
        return min(found, key=len, default=self._facts)

    def _candidates(self, name: str, tokens: Iterable[str | int]) -> Sequence[Fact]:
        groups = [self._open.get(name, []), *(self._found.get((name, token), []) for token in tokens)]
        return list({fact.id: fact for group in groups for fact in group}.values())


def _fill_alike(fact: Fact, other: Fact, names: Iterable[str]) -> bool:
    return all(name in other.slots and same_value(fact.slots[name], other.slots[name]) for name in names)


def _tokens(value: SlotValue) -> tuple[str | int, ...] | None:
    """Return what two like values have one of in common; None where only looking at both can tell."""
    match value:
        case EntityValue(entity=entity):
            return (f"id {entity.id}", *(folded(name) for name in entity.names))
        case TermValue(words=words):
            return (folded(words),)
        case DateValue(span=span) if span.start and span.end and span.end.year - span.start.year < YEARS:
            return tuple(range(span.start.year, span.end.year + 1))
    return None
