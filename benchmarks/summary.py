"""Several runs of each size put together: medians, their spread, and the exponent of growth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from benchmarks.measuring import Measured

Reading = Callable[[Measured], float]


@dataclass(frozen=True)
class Size:
    """The runs with one number of facts."""

    facts: int
    runs: tuple[Measured, ...]

    def middle(self, reading: Reading) -> float:
        """Return the median of a reading over the runs."""
        return median(reading(run) for run in self.runs)

    def spread(self, reading: Reading) -> tuple[float, float]:
        """Return the lowest and highest reading."""
        found = [reading(run) for run in self.runs]
        return min(found), max(found)


def by_size(runs: Iterable[Measured]) -> tuple[Size, ...]:
    """Return the runs grouped by their number of facts, the smallest first."""
    groups: dict[int, list[Measured]] = {}
    for run in runs:
        groups.setdefault(run.facts, []).append(run)
    return tuple(Size(facts, tuple(groups[facts])) for facts in sorted(groups))


def exponent(sizes: Sequence[Size], reading: Reading) -> float | None:
    """Return how a reading grows with the facts: 1 is in step with them, 2 with their square.

    Slope of the least-squares line through the logarithms of facts and medians; None for
    fewer than two sizes or a median of 0.
    """
    points = [(log(size.facts), log(found)) for size in sizes if (found := size.middle(reading)) > 0]
    if len(points) < 2 or len(points) < len(sizes):
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    across = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / across
