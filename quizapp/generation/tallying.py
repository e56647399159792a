"""How many questions each source gives, by kind: what a reader may know of a bank without its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS, bank


@dataclass(frozen=True)
class Tally:
    """The questions that cite a source for their key: how many of each kind, and of how many facts."""

    kinds: Mapping[str, int]
    facts: int

    @property
    def questions(self) -> int:
        """How many questions there are of all kinds together."""
        return sum(self.kinds.values())


def tallies(pack: Pack, seed: str) -> Mapping[str, Tally]:
    """Return the tally of every source, by its id, over the whole bank that a seed gives.

    A question that rests on several sources counts for each of them.
    """
    kinds: dict[str, Counter[str]] = {source: Counter() for source in pack.sources}
    asked: dict[str, set[str]] = {source: set() for source in pack.sources}
    for question in bank(pack, seed):
        for source in {reference.source for reference in question.citations}:
            kinds[source][question.kind] += 1
            asked[source].update(fact for fact in question.facts if source in pack.facts[fact].sources)
    return {source: Tally(_in_order(kinds[source]), len(asked[source])) for source in pack.sources}


def _in_order(counts: Counter[str]) -> dict[str, int]:
    return {kind.NAME: counts[kind.NAME] for kind in KINDS if counts[kind.NAME]}
