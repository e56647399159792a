"""Certainty marks: how sure a learner was, what that earns, and how well it was judged.

A. R. Gardner-Medwin's certainty-based marking (CBM) with three levels. Marks are shown
as accuracy and a bonus; see `credit.CreditRule.CERTAINTY` for what learners are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import Literal

BONUS_FACTOR = Fraction(1, 10)
"""What a certainty mark is worth beside accuracy (Gardner-Medwin's "CB bonus")."""

ENOUGH = 10
"""Fewer answers at one level, and nothing is said about how well it was judged."""


class Certainty(IntEnum):
    """How sure a learner says they are."""

    NOT_SURE = 1
    FAIRLY_SURE = 2
    SURE = 3


def parse_certainty(raw: Sequence[str]) -> Certainty | None:
    """Return the certainty that a field's values say, or None where they say none; never raises."""
    return next((certainty for certainty in Certainty if [str(certainty.value)] == list(raw)), None)


_IF_RIGHT = {Certainty.NOT_SURE: 1, Certainty.FAIRLY_SURE: 2, Certainty.SURE: 3}
_IF_WRONG = {Certainty.NOT_SURE: 0, Certainty.FAIRLY_SURE: -2, Certainty.SURE: -6}

PAYS_FROM = {
    Certainty.NOT_SURE: Fraction(0),
    Certainty.FAIRLY_SURE: Fraction(2, 3),
    Certainty.SURE: Fraction(4, 5),
}
"""The chance of being right from which each level pays best, up to where the next begins."""

STANDS_FOR = {
    Certainty.NOT_SURE: Fraction(1, 2),
    Certainty.FAIRLY_SURE: Fraction(11, 15),
    Certainty.SURE: Fraction(9, 10),
}
"""The chance of being right that each level is taken for in the Brier score.

The middle of the span in which it pays; the lowest begins at 1/3, a guess among three options.
"""

Leaning = Literal["", "too sure", "not sure enough", "about right"]


@dataclass(frozen=True)
class Judged:
    """An answer and how sure its learner was: credit from 0 to 1."""

    credit: Fraction
    certainty: Certainty

    @property
    def mark(self) -> Fraction:
        """The certainty mark of the answer, from -6 to 3."""
        return certainty_mark(self.credit, self.certainty)


@dataclass(frozen=True)
class Level:
    """All answers given at one certainty: a row of the reliability table.

    `accuracy` is their mean credit, None without answers; `leaning` is "" below `ENOUGH`.
    """

    certainty: Certainty
    answers: int
    accuracy: Fraction | None
    leaning: Leaning


@dataclass(frozen=True)
class Sureness:
    """How well a learner judged their own answers.

    `accuracy` is the mean credit; `bonus` what certainty adds to it, or takes away;
    `brier` the mean squared distance between what each certainty stands for and the
    credit, from 0 (best) to 1, and .25 for being not sure of whole or no credits.
    """

    accuracy: Fraction
    bonus: Fraction
    brier: Fraction
    levels: tuple[Level, ...]

    @property
    def total(self) -> Fraction:
        """Accuracy and bonus together: 1 at most, and below 0 for being sure of what is wrong."""
        return self.accuracy + self.bonus


def certainty_mark(credit: Fraction, certainty: Certainty) -> Fraction:
    """Return the mark of an answer: +1, +2, +3 if right, 0, -2, -6 if wrong.

    Linear in between, for answers that are partly right: a credit is then worth what a
    right answer with that chance would be worth on average, and the scheme stays proper.
    """
    return credit * _IF_RIGHT[certainty] + (1 - credit) * _IF_WRONG[certainty]


def best_certainty(chance: Fraction) -> Certainty:
    """Return the level that earns most on average for a chance of being right from 0 to 1.

    Where two earn the same, at 2/3 and at 4/5, the higher one.
    """
    return max(Certainty, key=lambda certainty: (certainty_mark(chance, certainty), certainty))


def sureness(judged: Sequence[Judged]) -> Sureness:
    """Return how well a learner judged their answers; raise ValueError for none.

    The bonus is a tenth of: the mean certainty mark, less the mean mark that the best
    single certainty for all answers would have earned. (A. R. Gardner-Medwin,
    "Certainty-based marking", 2006 and later reports on London medical examinations.)
    """
    if not judged:
        raise ValueError("there are no answers to judge")
    accuracy = _mean([one.credit for one in judged])
    earned = _mean([one.mark for one in judged])
    uniform = max(certainty_mark(accuracy, certainty) for certainty in Certainty)
    return Sureness(
        accuracy=accuracy,
        bonus=BONUS_FACTOR * (earned - uniform),
        brier=_mean([(STANDS_FOR[one.certainty] - one.credit) ** 2 for one in judged]),
        levels=tuple(_level(certainty, judged) for certainty in Certainty),
    )


def _level(certainty: Certainty, judged: Sequence[Judged]) -> Level:
    credits = [one.credit for one in judged if one.certainty is certainty]
    accuracy = _mean(credits) if credits else None
    leaning: Leaning = "" if accuracy is None or len(credits) < ENOUGH else _leaning(certainty, accuracy)
    return Level(certainty, len(credits), accuracy, leaning)


def _leaning(certainty: Certainty, accuracy: Fraction) -> Leaning:
    """Compare a level with the one that would have paid best for answers as good as these."""
    best = best_certainty(accuracy)
    return "too sure" if best < certainty else "not sure enough" if best > certainty else "about right"


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
