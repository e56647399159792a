"""Exchanging: questions of a full form give way to others, for the sake of what it still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from quizapp.generation.blueprint import Trait
from quizapp.generation.choosing import Table
from quizapp.generation.pool import Entry
from quizapp.generation.seats import Seats

REPAIRS = 60
"""So many exchanges are tried to serve what is still wanted."""

SWAPS, FEW = 60, 4
"""So many exchanges are tried for one step towards the mean difficulty, so many of one size."""

UNEVEN, STEPS = 2, 4
"""How many more keys may stand in one place than in another, and so many exchanges are made for it."""


def repaired(table: Table, seats: Seats) -> Seats:
    """Return seats that lack less, by letting one or two give way to an entry that is wanted."""
    tries = REPAIRS
    for entry in _wanted(table, seats):
        if not seats.lack or not tries:
            break
        if table.pool.ready(entry) and not seats.has(entry):
            tries -= 1
            seats = _exchanged(table, seats, entry) or seats
    return seats


def _wanted(table: Table, seats: Seats) -> Iterator[Entry]:
    for trait in [*seats.needs] or table.kinds:
        yield from table.by_trait.get(trait, ())


def _exchanged(table: Table, seats: Seats, entry: Entry) -> Seats | None:
    """Return the seats with an entry in place of what bars it, filled again, if they lack less then."""
    leaving = seats.blockers(entry)
    for trait in entry.traits:
        if trait in seats.full and not any(trait in one.traits for one in leaving):
            leaving += _dispensable(seats, [one for one in seats.entries if trait in one.traits])
    if not leaving and not seats.room:
        leaving = _dispensable(seats, seats.entries)
    trial = seats.without(leaving)
    if not 0 < len(leaving) <= 2 or not (trial.within_limits(entry) and trial.fits(entry)):
        return None
    trial.seat(entry)
    trial = table.filled(trial)
    return trial if trial.lack < seats.lack else None


def _dispensable(seats: Seats, among: Sequence[Entry]) -> list[Entry]:
    """Return the one whose leaving leaves the fewest wants; [] if there is none."""
    ranked = [(seats.without([one]).lack, number) for number, one in enumerate(among)]
    return [among[min(ranked)[1]]] if ranked else []


def levelled(table: Table, seats: Seats) -> Seats:
    """Return seats whose mean difficulty is as wanted, or nearer to it, by exchanging one at a time."""
    groups = _Groups(table)
    for _ in range(2 * len(seats.entries)):
        better = _first(table, seats, _nearer(table, seats, groups)) if seats.is_off_course else None
        if better is None:
            break
        seats = better
    return seats


def evened(table: Table, seats: Seats) -> Seats:
    """Return seats whose keys stand about as often in each place, by exchanges of one topic and kind."""
    for _ in range(STEPS):
        better = _first(table, seats, _elsewhere(table, seats))
        if better is None or better.is_off_course > seats.is_off_course:
            break
        seats = better
    return seats


def _first(table: Table, seats: Seats, exchanges: Iterable[tuple[Entry, Entry]]) -> Seats | None:
    """Return the seats after the first exchange that leaves no more lacking; None if none does."""
    for leaving, entry in islice(exchanges, SWAPS):
        trial = seats.without([leaving])
        if trial.within_limits(entry) and trial.fits(entry):
            trial.seat(entry)
            if trial.lack <= seats.lack:
                return trial
    return None


class _Groups:
    """The entries of a table that share a trait of one dimension, by their difficulty."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._found: dict[Trait, dict[int, list[Entry]]] = {}

    def of(self, entry: Entry, dimension: str) -> Mapping[int, list[Entry]]:
        trait = entry.trait(dimension)
        if trait not in self._found:
            self._found[trait] = {}
            for one in self._table.by_trait.get(trait, []):
                self._found[trait].setdefault(one.points, []).append(one)
        return self._found[trait]


def _nearer(table: Table, seats: Seats, found: _Groups) -> Iterator[tuple[Entry, Entry]]:
    """Yield exchanges that bring the difficulty nearer: of one topic and kind, then any; best first."""
    gap = seats.excess
    for dimension in ("cell", "form"):
        groups = [found.of(one, dimension) for one in seats.entries]
        swaps = sorted(
            (abs(gap - one.points + points), n, points)
            for n, one in enumerate(seats.entries)
            for points in groups[n]
            if abs(gap - one.points + points) < abs(gap)
        )
        for _, n, points in swaps:
            yield from _as_fresh(table, seats, seats.entries[n], groups[n][points])


def _elsewhere(table: Table, seats: Seats) -> Iterator[tuple[Entry, Entry]]:
    """Yield exchanges that put a key from the place with most keys to the one with fewest, if far fewer."""
    for crowded, empty in seats.uneven(UNEVEN):
        for leaving in seats.entries:
            if crowded in leaving.traits:
                fresh = _as_fresh(table, seats, leaving, table.by_trait[leaving.trait("cell")])
                yield from (pair for pair in fresh if empty in pair[1].traits)


def _as_fresh(
    table: Table, seats: Seats, leaving: Entry, among: Iterable[Entry]
) -> Iterator[tuple[Entry, Entry]]:
    """Yield a few entries, ready, that ask no more of what other forms ask than the one that leaves."""
    fresh = (one for one in among if not seats.has(one) and table.again(one) <= table.again(leaving))
    yield from ((leaving, one) for one in islice(fresh, FEW) if table.pool.ready(one))
