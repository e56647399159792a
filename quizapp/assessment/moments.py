"""What a row of numbers is like: mean, spread, shape, and how it goes with another. Pure Python.

Variances and covariances divide by n - 1 throughout, as Moodle's quiz statistics do; mixing n
and n - 1 within one coefficient is the usual way to get it wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt


def mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def covariance(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the sample covariance of two equally long rows of at least two numbers."""
    return _sum_of_products(first, second) / (len(first) - 1)


def variance(values: Sequence[float]) -> float:
    """Return the sample variance of at least two numbers: exactly 0 where all are equal."""
    return covariance(values, values) if varies(values) else 0.0


def deviation(values: Sequence[float]) -> float:
    """Return the sample standard deviation of at least two numbers."""
    return sqrt(variance(values))


def varies(values: Sequence[float]) -> bool:
    """Tell whether the numbers are not all the same (rounding hides that from a variance)."""
    return min(values) != max(values)


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Pearson's correlation, from -1 to 1; None where one of the rows does not vary."""
    if not (varies(first) and varies(second)):
        return None
    found = covariance(first, second) / (deviation(first) * deviation(second))
    return max(-1.0, min(1.0, found))


def largest_covariance(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the most that the covariance could be if the same numbers were paired otherwise: in order."""
    return covariance(sorted(first), sorted(second))


def skewness(values: Sequence[float]) -> float | None:
    """Return k3 / k2^1.5 (below 0: a tail of low numbers); None under three, or without variance.

    The k-statistics are R. A. Fisher's: "Moments and product moments of sampling distributions",
    Proceedings of the London Mathematical Society 30 (1930).
    """
    n = len(values)
    if n < 3 or not varies(values):
        return None
    k3 = n * _sum_of_powers(values, 3) / ((n - 1) * (n - 2))
    return float(k3 / variance(values) ** 1.5)


def kurtosis(values: Sequence[float]) -> float | None:
    """Return k4 / k2^2, which a normal distribution has 0 of; None under four, or without variance."""
    n = len(values)
    if n < 4 or not varies(values):
        return None
    fourth, second = _sum_of_powers(values, 4), _sum_of_powers(values, 2)
    k4 = n * ((n + 1) * fourth - 3 * (n - 1) * second**2 / n) / ((n - 1) * (n - 2) * (n - 3))
    return k4 / variance(values) ** 2


def _sum_of_products(first: Sequence[float], second: Sequence[float]) -> float:
    centre, other = mean(first), mean(second)
    return fsum((a - centre) * (b - other) for a, b in zip(first, second, strict=True))


def _sum_of_powers(values: Sequence[float], power: int) -> float:
    centre = mean(values)
    return fsum((value - centre) ** power for value in values)
