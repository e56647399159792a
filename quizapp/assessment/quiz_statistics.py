"""What first attempts say of a whole quiz: how marks lie, and how far they can be trusted.

The formulas are those that Moodle documents for its quiz statistics
(docs.moodle.org/dev/Quiz_statistics_calculations).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum, sqrt
from statistics import median

from quizapp.assessment.moments import deviation, kurtosis, mean, skewness, variance, varies
from quizapp.assessment.samples import (
    ALPHA_ITEMS_FROM,
    DISCRIMINATION_FROM,
    FACILITY_FROM,
    Script,
    Silent,
    same_items,
    too_few,
)

BINS = 10

ALL_THE_SAME = Silent("all marks are the same")


@dataclass(frozen=True)
class QuizStatistics:
    """Marks are shares from 0 to 1, and so are their mean, median, deviation and standard error.

    `error_ratio` is the share of the spread of marks that is chance.
    """

    n: int
    mean: float | Silent
    median: float | Silent
    deviation: float | Silent
    skewness: float | Silent
    kurtosis: float | Silent
    alpha: float | Silent
    error_ratio: float | Silent
    standard_error: float | Silent


def quiz_statistics(scripts: Sequence[Script], marks: Sequence[Fraction]) -> QuizStatistics:
    """Return the statistics of a quiz from the first attempts, and the mark of each, 0 to 1."""
    shares = [float(mark) for mark in marks]
    few = too_few(len(shares), FACILITY_FROM)
    alpha = cronbach_alpha(scripts)
    return QuizStatistics(
        n=len(shares),
        mean=few or mean(shares),
        median=few or median(shares),
        deviation=few or deviation(shares),
        skewness=few or _told(skewness(shares)),
        kurtosis=few or _told(kurtosis(shares)),
        alpha=alpha,
        error_ratio=alpha if isinstance(alpha, Silent) else sqrt(1 - alpha),
        standard_error=alpha if isinstance(alpha, Silent) else deviation(shares) * sqrt(1 - alpha),
    )


def cronbach_alpha(scripts: Sequence[Script]) -> float | Silent:
    """Return p / (p - 1) · (1 - Σ var(x) / var(X)) over p items; for items marked 0 or 1 this is KR-20.

    L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951).
    """
    if silent := _no_alpha(scripts):
        return silent
    items = list(scripts[0].credits)
    spread = fsum(variance([float(script.credits[item]) for script in scripts]) for item in items)
    return len(items) / (len(items) - 1) * (1 - spread / variance([script.points for script in scripts]))


def _no_alpha(scripts: Sequence[Script]) -> Silent | None:
    if silent := too_few(len(scripts), DISCRIMINATION_FROM):
        return silent
    if not same_items(scripts):
        return Silent("learners had different questions, and it is defined for identical forms only")
    items = len(scripts[0].credits)
    if items < ALPHA_ITEMS_FROM:
        return Silent(
            f"it takes {ALPHA_ITEMS_FROM} questions; {items} {'is' if items == 1 else 'are'} measured"
        )
    return None if varies([script.points for script in scripts]) else ALL_THE_SAME


def _told(value: float | None) -> float | Silent:
    return ALL_THE_SAME if value is None else value


def histogram(marks: Sequence[Fraction]) -> tuple[int, ...]:
    """Return how many marks lie in each tenth of 0 to 1; full marks are in the last one."""
    places = [min(int(mark * BINS), BINS - 1) for mark in marks]
    return tuple(places.count(place) for place in range(BINS))
