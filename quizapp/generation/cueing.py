"""Cueing: when one question of a form shows what another asks.

A question shows facts twice: in its stem, quote and options before it is answered, and in
its explanation, feedback and second look afterwards. A learner can turn back to what was
asked, so the first counts wherever the question stands; the second only if it stands first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import SlotValue, same_value
from quizapp.generation.question import Question

Place = Literal["stem and options", "feedback"]


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
    away = pack.remembered(GivenAway)
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
    return pack.remembered(GivenAway).by(facts)


class GivenAway:
    """What a learner knows who has read a fact's statement: it, what agrees with it, what says the same.

    Facts of one relation say the same when all slots that both fill are alike, or when a
    determined slot and all that determine it are. Each fact is looked up once.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._known: dict[str, frozenset[str]] = {}

    def by(self, facts: Iterable[str]) -> set[str]:
        """Return the ids of all facts that these give away, they included."""
        return set().union(*(self._of(name) for name in facts))

    def _of(self, name: str) -> frozenset[str]:
        if name not in self._known:
            fact = self._pack.facts[name]
            alike = (other.id for other in (*self._pack.told_alike(fact), *self._determined_alike(fact)))
            self._known[name] = frozenset((name, *self._pack.agreeing(name), *alike))
        return self._known[name]

    def _determined_alike(self, fact: Fact) -> Iterator[Fact]:
        """Yield the facts that give a determined slot the same value for the same given slots."""
        for rule in fact.relation.determines:
            names = (*rule.given, rule.slot)
            if fact.slots.keys() >= set(names):
                wanted = {name: fact.slots[name] for name in names}
                found = self._pack.filled_like(fact.relation.id, wanted, rule.slot)
                yield from (other for other in found if _fills(other, wanted))


def _fills(fact: Fact, wanted: Mapping[str, SlotValue]) -> bool:
    return all(name in fact.slots and same_value(value, fact.slots[name]) for name, value in wanted.items())
