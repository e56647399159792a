"""Intervals: how far a figure from few answers may be from what many would give. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist

_NORMAL = NormalDist()


@dataclass(frozen=True)
class Interval:
    """The lower and upper bound of what an estimate may stand for."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def quantile(share: float) -> float:
    """Return the standard normal quantile of a share between 0 and 1: 1.96 for .975."""
    return _NORMAL.inv_cdf(share)


def wilson(hits: float, trials: int, confidence: float = 0.95) -> Interval:
    """Return the two-sided interval of a share of independent trials; all of 0 to 1 for no trial.

    `hits` may be a sum of credits from 0 to 1: their variance is at most that of whole hits with
    the same mean, so the interval is then wider than it need be, never narrower (R. Bhatia and
    C. Davis, "A better bound on the variance", American Mathematical Monthly 107 (2000)).
    E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22 (1927).
    """
    if not trials:
        return Interval(0.0, 1.0)
    z2 = quantile((1 + confidence) / 2) ** 2
    share, spread = hits / trials, 1 + z2 / trials
    middle = (share + z2 / (2 * trials)) / spread
    reach = sqrt(z2 * (share * (1 - share) / trials + z2 / (4 * trials**2))) / spread
    return Interval(max(0.0, middle - reach), min(1.0, middle + reach))


def fisher_z(correlation: float, pairs: int, confidence: float = 0.95) -> Interval:
    """Return the two-sided interval of a correlation of so many pairs; raise ValueError for under 4.

    R. A. Fisher, "On the probable error of a coefficient of correlation deduced from a small
    sample", Metron 1 (1921): artanh(r) is nearly normal, with variance 1 / (n - 3).
    """
    if pairs < 4:
        raise ValueError(f"{pairs} pairs give a correlation no interval: it takes 4")
    if abs(correlation) >= 1:
        return Interval(correlation, correlation)
    reach = quantile((1 + confidence) / 2) / sqrt(pairs - 3)
    return Interval(tanh(atanh(correlation) - reach), tanh(atanh(correlation) + reach))
