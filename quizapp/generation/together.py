"""The most questions that can stand together, by an exact search where it ends in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.generation.pool import Entry, Reach

STEPS = 20_000
"""So many steps are searched for the most questions that can stand together; after that a bound is given."""

DEEPEST = 300
"""More groups than these that bear on each other are not searched."""


@dataclass(frozen=True)
class Together:
    """Questions of which no two exclude each other, by their reaches.

    `most` is a number that provably cannot be exceeded; if `exact`, so many were found.
    """

    reaches: tuple[Reach, ...]
    most: int
    exact: bool


def together(entries: Iterable[Entry]) -> Together:
    """Return the most of made entries of which no two exclude each other.

    Those that bear on each other are searched together, branch by branch. Where that takes
    too long, the bound is the number of groups of which no two can stand together.
    """
    found, most, steps = list[Reach](), 0, STEPS
    for island in _islands(_undominated(list(dict.fromkeys(entry.reach for entry in entries)))):
        search = _Search(_groups(island), steps)
        search.run([], 0)
        steps = search.steps
        found += search.best
        most += search.most
    return Together(tuple(found), most, steps > 0)


def _asking(reaches: Sequence[Reach]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, reach in enumerate(reaches):
        for fact in reach.asks:
            places.setdefault(fact, []).append(place)
    return places


def _undominated(reaches: Sequence[Reach]) -> list[Reach]:
    """Return the reaches but those that ask and give away all that another does, and more."""
    asking = _asking(reaches)
    return [
        one
        for one in reaches
        if not any(
            reaches[n] != one and _is_less(reaches[n], one) for fact in sorted(one.asks) for n in asking[fact]
        )
    ]


def _is_less(one: Reach, other: Reach) -> bool:
    return one.asks <= other.asks and one.bars <= other.bars and one.tells <= other.tells


def _islands(reaches: Sequence[Reach]) -> Iterator[list[Reach]]:
    """Yield the reaches in sets such that no reach excludes one of another set."""
    asking = _asking(reaches)
    beside: list[set[int]] = [set() for _ in reaches]
    for place, reach in enumerate(reaches):
        for other in {n for fact in reach.bars | reach.tells for n in asking.get(fact, ())} - {place}:
            if reach.excludes(reaches[other]):
                beside[place].add(other)
                beside[other].add(place)
    left = dict.fromkeys(range(len(reaches)))
    while left:
        island, todo = list[int](), [next(iter(left))]
        while todo:
            place = todo.pop()
            if place in left:
                del left[place]
                island.append(place)
                todo += beside[place]
        yield [reaches[place] for place in sorted(island)]


def _groups(reaches: Sequence[Reach]) -> list[list[Reach]]:
    """Return the reaches in groups of which no two members can stand together, the smallest first."""
    groups: list[list[Reach]] = []
    for reach in reaches:
        home = next((group for group in groups if all(reach.excludes(one) for one in group)), None)
        if home is None:
            groups.append(home := [])
        home.append(reach)
    return sorted(groups, key=len)


class _Search:
    """Branch and bound: of each group one or none, as long as more than the best can still come of it."""

    def __init__(self, groups: Sequence[Sequence[Reach]], steps: int) -> None:
        self._groups = groups
        self.best, self.steps = list[Reach](), steps if len(groups) <= DEEPEST else 0

    @property
    def most(self) -> int:
        """What no choice exceeds: the best, if the search came to its end, or else the number of groups."""
        return len(self.best) if self.steps > 0 else len(self._groups)

    def run(self, chosen: list[Reach], depth: int) -> None:
        self.steps -= 1
        self.best = max(self.best, chosen, key=len)
        hopeless = len(chosen) + len(self._groups) - depth <= len(self.best)
        if self.steps <= 0 or hopeless:
            return
        for reach in self._groups[depth]:
            if not any(reach.excludes(one) for one in chosen):
                self.run([*chosen, reach], depth + 1)
        self.run(chosen, depth + 1)
