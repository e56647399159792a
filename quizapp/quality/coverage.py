"""What a bank covers: facts, skills, and how many of its questions are items of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.facts.wording import folded
from quizapp.generation.question import Question

SKILLS = tuple(f"S{number}" for number in range(1, 11))

COUNTED = 5
"""How many items are counted of one fact, slot and kind, however many can be made."""


@dataclass(frozen=True)
class Coverage:
    """How many of a pack's askable facts have questions of one kind at least, and of three."""

    facts: int
    once: int
    thrice: int

    @property
    def share_once(self) -> float:
        return self.once / self.facts if self.facts else 0.0

    @property
    def share_thrice(self) -> float:
        return self.thrice / self.facts if self.facts else 0.0


def coverage(pack: Pack, questions: Iterable[Question]) -> Coverage:
    """Return how far the questions cover the facts that may be asked."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for question in questions:
        for fact in question.facts:
            kinds[fact].add(question.kind)
    counts = [len(kinds[fact.id]) for fact in pack.askable]
    return Coverage(len(counts), sum(n >= 1 for n in counts), sum(n >= 3 for n in counts))


def uncovered(pack: Pack, questions: Iterable[Question]) -> list[str]:
    """Return the askable facts that no question asks."""
    asked = {fact for question in questions for fact in question.facts}
    return [fact.id for fact in pack.askable if fact.id not in asked]


def skills(questions: Iterable[Question]) -> Mapping[str, int]:
    """Return how many questions train each skill, S1 to S10."""
    counts = Counter(question.skill for question in questions)
    return {skill: counts[skill] for skill in SKILLS}


def distinct(questions: Iterable[Question]) -> int:
    """Return how many items there are: a new seed alone makes none.

    Items differ in kind, facts, slot, stem or set of options; of one fact, slot and kind five are
    counted at most. A statement to judge, true or false, is one item: stem and options are the same.
    """
    seen: dict[tuple[str, ...], set[tuple[str, frozenset[str]]]] = defaultdict(set)
    for question in questions:
        options = frozenset(folded(option.text) for option in question.options)
        seen[question.kind, question.slot, *question.facts].add((folded(question.stem), options))
    return sum(min(len(items), COUNTED) for items in seen.values())


def repeated(questions: Sequence[Question]) -> int:
    """Return how many questions show, word for word, what another one shows."""
    shown = Counter(
        (folded(one.stem), folded(one.quote), frozenset(option.text for option in one.options))
        for one in questions
    )
    return sum(count - 1 for count in shown.values())
