"""Single figures of a bank, by which one generator is set beside another: flaws, leads, labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.facts.pack import Pack
from quizapp.facts.values import EntityValue
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import ITEM_RULES, PACK_RULES, Linter, flaws
from quizapp.quality.guessers import GUESSERS
from quizapp.quality.lore import learnt
from quizapp.quality.situation import met

Measure = Callable[[Pack, Sequence[Question]], float | None]

DAY = date(2030, 1, 1)
"""The day on which questions are linted: none of the figures here turns on it."""


@dataclass(frozen=True)
class Figure:
    """What is measured, in words, on which kinds, and how.

    A share of questions runs from 0 to 1; a lead is what a guesser earns above chance, -1 to 1.
    `read` returns None where nothing can be told.
    """

    words: str
    kinds: tuple[str, ...]
    read: Measure

    def of(self, pack: Pack, questions: Sequence[Question]) -> float | None:
        """Return the figure of the questions of its kinds; no kinds named: of all."""
        return self.read(pack, [one for one in questions if not self.kinds or one.kind in self.kinds])


def flawed(*numbers: int) -> Measure:
    """Return the share of questions that make an error by the rules of these numbers; none named: by any."""
    items = [rule for rule in ITEM_RULES if _counts(rule.number, rule.severity, numbers)]
    packs = [rule for rule in PACK_RULES if _counts(rule.number, rule.severity, numbers)]

    def share(pack: Pack, questions: Sequence[Question]) -> float | None:
        linter = Linter(pack, DAY, items, packs)
        return _mean([bool(linter.lint(question)) for question in questions])

    return share


def past_the_gate(pack: Pack, questions: Sequence[Question]) -> float | None:
    """Return the share of questions that break a rule which keeps one out of a bank."""
    return _mean([bool(flaws(question)) for question in questions])


def _counts(number: int, severity: str, numbers: Sequence[int]) -> bool:
    return severity == "error" and (not numbers or number in numbers)


def lead(name: str) -> Measure:
    """Return what the guesser of that name earns above chance, on the questions that it can tell apart."""
    guesser = next(one for one in GUESSERS if one.name == name)

    def earned(pack: Pack, questions: Sequence[Question]) -> float | None:
        lore = learnt(pack, questions)
        outcomes = (guesser.guess(met(question, lore), question) for question in questions)
        return _mean([one.credit - one.chance.mean for one in outcomes if one])

    return earned


def commonest(pack: Pack, questions: Sequence[Question]) -> float | None:
    """Return the share of the commonest key of each kind."""
    counts: dict[str, Counter[str]] = {}
    for question in questions:
        counts.setdefault(question.kind, Counter())[question.answer] += 1
    return sum(max(one.values()) for one in counts.values()) / len(questions) if questions else None


def same_relation(pack: Pack, questions: Sequence[Question]) -> float | None:
    """Return the share of wrong names that a fact of the key's own relation gives."""
    fills = [
        option.citations[0].fact in pack.facts
        and pack.facts[option.citations[0].fact].relation.id == pack.facts[question.facts[0]].relation.id
        for question in questions
        if isinstance(pack.facts[question.facts[0]].slots.get(question.slot), EntityValue)
        for option in question.options
        if not option.correct
    ]
    return _mean(fills)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
