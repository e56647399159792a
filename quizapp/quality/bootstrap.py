"""Intervals by bootstrap over facts: questions of one fact are no independent trials. Needs numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizapp.assessment.intervals import Interval

RESAMPLES = 1_000

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Clusters:
    """Credit and trials summed within each cluster: a row for each cluster, a column for each guesser."""

    credit: Numbers
    trials: Numbers

    @property
    def shares(self) -> Numbers:
        """The share of credit over all trials, for each column; nan for a column without trials."""
        return _shares(self.credit.sum(axis=0), self.trials.sum(axis=0))


@dataclass(frozen=True)
class Bounds:
    """A column's two-sided 95 % interval, and the bound that 95 % of the resamples stay below."""

    interval: Interval
    upper: float


def clustered(names: Sequence[str], credit: Numbers, trials: Numbers) -> Clusters:
    """Sum rows of credit and of trials (a row for each question) by the name of their cluster."""
    _, places = np.unique(np.asarray(names), return_inverse=True)
    summed = [np.zeros((places.max(initial=-1) + 1, credit.shape[1])) for _ in range(2)]
    for total, rows in zip(summed, (credit, trials), strict=True):
        np.add.at(total, places, rows)
    return Clusters(*summed)


def bounds(clusters: Clusters, seed: int, resamples: int = RESAMPLES) -> list[Bounds]:
    """Return the percentile bounds of each column's share, by drawing clusters with replacement.

    Columns share their resamples. A column whose trials a resample misses does without that one;
    one without any trial is bounded by 0 and 1. Same seed: same bounds (PCG64).
    B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
    """
    size = len(clusters.credit)
    if not size:
        return [Bounds(Interval(0.0, 1.0), 1.0)] * clusters.credit.shape[1]
    generator = np.random.Generator(np.random.PCG64(seed))
    weights = generator.multinomial(size, np.full(size, 1 / size), size=resamples).astype(np.float64)
    shares = _shares(weights @ clusters.credit, weights @ clusters.trials)
    return [_bounds_of(column[~np.isnan(column)]) for column in shares.T]


def _bounds_of(shares: Numbers) -> Bounds:
    if not shares.size:
        return Bounds(Interval(0.0, 1.0), 1.0)
    low, high, upper = (float(bound) for bound in np.quantile(shares, [0.025, 0.975, 0.95]))
    return Bounds(Interval(low, high), upper)


def _shares(credit: Numbers, trials: Numbers) -> Numbers:
    missing = np.full_like(credit, np.nan)
    return np.divide(credit, trials, out=missing, where=trials > 0)
