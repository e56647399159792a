"""The statistics that quality is told in: tests against chance, and their bounds. Pure Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from math import erfc, exp, lgamma, log, sqrt

from quizapp.assessment.intervals import quantile

_TINY = 1e-300
_PRECISION = 1e-14
_TERMS = 10_000


def poisson_binomial_z(credit: float, chances: Sequence[float]) -> float:
    """Return how many standard deviations a sum of credit lies above what chance gives.

    Each of the independent trials succeeds with its own chance: mean Σp, variance Σp(1 - p).
    0 where chance leaves nothing to vary.
    """
    variance = sum(chance * (1 - chance) for chance in chances)
    return (credit - sum(chances)) / sqrt(variance) if variance > 0 else 0.0


def bonferroni(tests: int, alpha: float = 0.05) -> float:
    """Return the |z| that any of `tests` two-sided tests passes by chance with probability `alpha`."""
    return quantile(1 - alpha / (2 * max(tests, 1)))


def two_sided_p(z: float) -> float:
    """Return the probability of a standard normal value at least as far from 0."""
    return erfc(abs(z) / sqrt(2))


def chi_square_p(observed: Sequence[int], expected: Sequence[float] = ()) -> float:
    """Return Pearson's p that counts come from the expected ones (none given: all equal); 1 for no count.

    Degrees of freedom are the cells less one. Raises ValueError for lists of different lengths.
    """
    total = sum(observed)
    if not total or len(observed) < 2:
        return 1.0
    wanted = expected or [total / len(observed)] * len(observed)
    statistic = sum((seen - mean) ** 2 / mean for seen, mean in zip(observed, wanted, strict=True))
    return chi_square_tail(statistic, len(observed) - 1)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """Return the probability that a chi-square value of so many degrees of freedom is larger.

    The regularised upper incomplete gamma function Q(freedom / 2, statistic / 2), by its series
    or its continued fraction: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2.
    """
    a, x = freedom / 2, statistic / 2
    if x <= 0:
        return 1.0
    scale = exp(a * log(x) - x - lgamma(a))
    return 1 - scale * _gamma_series(a, x) if x < a + 1 else scale * _gamma_fraction(a, x)


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _TERMS):
        term *= x / (a + n)
        total += term
        if term < total * _PRECISION:
            break
    return total


def _gamma_fraction(a: float, x: float) -> float:
    """Evaluate the fraction from the front (Lentz's method)."""
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _TERMS):
        b += 2
        step = -n * (n - a)
        d = 1 / _away_from_zero(step * d + b)
        c = _away_from_zero(b + step / c)
        value *= c * d
        if abs(c * d - 1) < _PRECISION:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def runs_z(sequence: Sequence[Hashable]) -> float:
    """Return how far the number of runs lies above what a random order of the same values gives.

    Negative: equal values clump; positive: they alternate; 0 where no other order is possible.
    A. Wald and J. Wolfowitz (1940), for several values: D. E. Barton and F. N. David,
    "Multiple runs", Biometrika 44 (1957).
    """
    n, counts = len(sequence), Counter(sequence).values()
    squares, cubes = sum(c**2 for c in counts), sum(c**3 for c in counts)
    if n < 2:
        return 0.0
    mean = (n * (n + 1) - squares) / n
    variance = (squares * (squares + n * (n + 1)) - 2 * n * cubes - n**3) / (n**2 * (n - 1))
    runs = 1 + sum(a != b for a, b in pairwise(sequence))
    return (runs - mean) / sqrt(variance) if variance > 1e-12 else 0.0
