"""An axis of time that runs down: days to heights, and the years to be marked on it.

Every entry has a height of its own, so the axis is stretched where much happened; a long
empty stretch is drawn short and counts as a break. Heights are whole units of a drawing,
from its top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

PER_YEAR = 24  # height of a year in which little happened
MOST = 120  # height of an empty stretch, at most
LONG = 30 * 365  # days; an empty stretch that is longer counts as a break
APART = 22  # least height between two ticks
ROUND = (100, 50, 20, 10, 5, 2, 1)  # multiples of these are marked first


@dataclass(frozen=True)
class Tick:
    """A year, and how far down its first day is."""

    year: int
    at: int


@dataclass(frozen=True)
class Axis:
    """Knots of (day, height), straight between them, neither ever decreasing.

    Days are proleptic ordinals, as `date.toordinal` counts them. The n-th knot is the n-th
    entry's; one more may follow for the end of the last.
    """

    knots: tuple[tuple[int, int], ...]

    @property
    def bottom(self) -> int:
        return self.knots[-1][1]

    @property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """The heights between which a long empty stretch is drawn short."""
        return tuple((above, below) for (a, above), (b, below) in pairwise(self.knots) if b - a > LONG)

    def at(self, day: date) -> int:
        """Return how far down a day is: where entries begin on it, the first of them; the ends bound it."""
        wanted = day.toordinal()
        if exact := [down for knot, down in self.knots if knot == wanted]:
            return exact[0]
        for (a, above), (b, below) in pairwise(self.knots):
            if a < wanted < b:
                return above + (wanted - a) * (below - above) // (b - a)
        return self.knots[0][1] if wanted < self.knots[0][0] else self.bottom

    def ticks(self) -> tuple[Tick, ...]:
        """Return the years to be marked, round ones first, none within a break or too close to another."""
        kept: list[Tick] = []
        for tick in self._years():
            if all(abs(tick.at - other.at) >= APART for other in kept):
                kept.append(tick)
        return tuple(sorted(kept, key=lambda tick: tick.year))

    def _years(self) -> Iterator[Tick]:
        first, last = (date.fromordinal(knot[0]) for knot in (self.knots[0], self.knots[-1]))
        years = range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
        for year in sorted(
            years, key=lambda year: next(n for n, step in enumerate(ROUND) if not year % step)
        ):
            day = date(year, 1, 1)
            if not self._is_cut(day.toordinal()):
                yield Tick(year, self.at(day))

    def _is_cut(self, day: int) -> bool:
        return any(a < day < b and b - a > LONG for (a, _), (b, _) in pairwise(self.knots))


def axis_for(starts: Sequence[date], last: date, heights: Sequence[int], top: int) -> Axis:
    """Return the axis on which entries begin at these days, in order, each with room for its height.

    `last` is the last day that any of them reaches.
    """
    knots, down = [], top
    for day, height, following in zip(starts, heights, [*starts[1:], None], strict=True):
        knots.append((day.toordinal(), down))
        down += max(height, _stretch((following - day).days)) if following else 0
    if last > starts[-1]:
        knots.append((last.toordinal(), down + _stretch((last - starts[-1]).days)))
    return Axis(tuple(knots))


def _stretch(days: int) -> int:
    return min(days * PER_YEAR // 365, MOST)
