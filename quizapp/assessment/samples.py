"""What first attempts are measured by, and how many it takes before a figure is told.

A figure from few learners is mostly chance. So it is told from a certain number of first
attempts on, with its interval; below that, what stands in its place says why it is silent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizapp.assessment.intervals import Interval, fisher_z
from quizapp.assessment.moments import correlation

FACILITY_FROM = 10
"""First attempts from which on means, spreads and facility are told; under it, counts only."""

DISCRIMINATION_FROM = 30
"""First attempts from which on anything is told that compares learners with each other."""

ALPHA_ITEMS_FROM = 5
"""Questions from which on alpha, the error ratio and the standard error are told."""


@dataclass(frozen=True)
class Silent:
    """A figure that is not told, and why: part of a sentence, without a full stop."""

    why: str


@dataclass(frozen=True)
class Estimate:
    """A figure and its 95 % interval."""

    value: float
    interval: Interval


@dataclass(frozen=True)
class Item:
    """A question to measure.

    `chance` is the mean credit of a blind answer. `right` says of each thing that could be chosen,
    in order, whether it is right; empty where answers are typed or put in order.
    `one_of` tells that exactly one of them is chosen.
    """

    id: int
    chance: float
    right: tuple[bool, ...] = ()
    one_of: bool = False


@dataclass(frozen=True)
class Script:
    """A learner's first attempt: credit (0 to 1) for each measured item of the form; a blank has 0.

    `chosen` holds, for each item that was answered, the places in `Item.right` that were chosen.
    """

    credits: Mapping[int, Fraction]
    chosen: Mapping[int, frozenset[int]]

    def rest(self, item: int) -> float | None:
        """Return the share of the points on all other items that was earned; None where there is no other.

        A share, because forms may hold different numbers of items. Exact until the last step, so
        that equal scores are equal numbers.
        """
        others = len(self.credits) - 1
        if not others:
            return None
        return float((self._total - self.credits[item]) / others)

    @property
    def points(self) -> float:
        return float(self._total)

    @cached_property
    def _total(self) -> Fraction:
        return sum(self.credits.values(), Fraction(0))


def too_few(attempts: int, wanted: int) -> Silent | None:
    """Return why a figure is silent below so many first attempts, or None from there on."""
    if attempts >= wanted:
        return None
    return Silent(f"it takes {wanted} first attempts; there {'is' if attempts == 1 else 'are'} {attempts}")


def same_items(scripts: Sequence[Script]) -> bool:
    """Tell whether all were asked the same items: identical forms, in whatever order."""
    return len({frozenset(script.credits) for script in scripts}) <= 1


def correlated(first: Sequence[float], rest: Sequence[float], no_variance: str) -> Estimate | Silent:
    """Return a correlation with the rest score, or why there is none.

    `no_variance` is said where the first row does not vary. Both rows are at least as long as
    `DISCRIMINATION_FROM`, or it is silent.
    """
    if silent := too_few(len(first), DISCRIMINATION_FROM):
        return silent
    found = correlation(first, rest)
    if found is not None:
        return Estimate(found, fisher_z(found, len(first)))
    return Silent(no_variance if min(first) == max(first) else "everybody did equally well on the rest")
