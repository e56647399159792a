"""How far a pool can go towards a blueprint: what a form that falls short could have had at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.generation.assembly import Form, assemble
from quizapp.generation.blueprint import Blueprint, Trait
from quizapp.generation.draws import Draw
from quizapp.generation.pool import Pool, Reach
from quizapp.generation.seats import has_circle

STEPS = 20_000
"""So many steps are searched for the most questions that can stand together; after that a bound is given."""

DEEPEST = 300
"""More groups than these that bear on each other are not searched."""


@dataclass(frozen=True)
class Shortfall:
    """A want that a form does not meet.

    `most` is a number that provably cannot be exceeded; `exact` tells whether so many were
    found to stand together. `against` names the quotas without any one of which it is met.
    """

    what: str
    wanted: int
    given: int
    most: int
    exact: bool
    against: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The shortfall in a line: "kind timeline: 4 wanted, at most 3 can stand together"."""
        start = f"{self.what}: {self.wanted} wanted"
        if self.most < self.wanted:
            found = "" if self.given == self.most else f"; {self.given} found"
            return f"{start}, at most {self.most} can stand together{found}"
        if self.against:
            return f"{start}, {self.given} found; it is met without {' or without '.join(self.against)}"
        together = (
            f"{self.most} could stand together by themselves" if self.exact else "no proof that it cannot be"
        )
        return f"{start}, {self.given} found ({together})"


@dataclass(frozen=True)
class OffCourse:
    """A mean difficulty that a form misses; `reached` is that of the form found furthest that way."""

    wanted: int
    within: int
    given: Fraction
    reached: Fraction

    @property
    def words(self) -> str:
        """The miss in a line, with how far the pool was found to go."""
        side = "hardest" if self.given < self.wanted else "easiest"
        return (
            f"mean difficulty: {self.wanted} within {self.within} wanted, {points(self.given)} found; "
            f"the {side} form found has {points(self.reached)}"
        )


def points(mean: Fraction) -> str:
    """Return a mean difficulty with one decimal: "47.5"."""
    tenths = round(mean * 10)
    return f"{tenths // 10}.{tenths % 10}"


def shortfalls(pool: Pool, blueprint: Blueprint, form: Form, draw: Draw) -> list[Shortfall | OffCourse]:
    """Return what a form lacks of its blueprint, and how far the pool can go; [] for a complete one."""
    wants: list[tuple[str, Trait | None, int, int]] = [
        (quota.name, quota.trait, quota.least, given) for quota, given in form.unmet
    ]
    if form.short_by:
        wants.append(("length", None, blueprint.length, len(form.questions)))
    found = list[Shortfall | OffCourse]()
    for what, trait, wanted, given in wants:
        most, exact = most_together(pool, blueprint, trait, wanted)
        against = _against(pool, blueprint, trait, draw) if most >= wanted else ()
        found.append(Shortfall(what, wanted, given, most, exact, tuple(against)))
    mean = blueprint.difficulty
    if mean is not None and form.questions and abs(form.difficulty - mean) > blueprint.within:
        furthest = replace(blueprint, difficulty=100 if form.difficulty < mean else 0)
        reached = assemble(pool, furthest, draw).difficulty
        found.append(OffCourse(mean, blueprint.within, form.difficulty, reached))
    return found


def _against(pool: Pool, blueprint: Blueprint, trait: Trait | None, draw: Draw) -> Iterator[str]:
    """Yield the quotas without any one of which a want is met."""
    for quota in blueprint.quotas:
        if quota.trait != trait:
            form = assemble(pool, blueprint.lacking(quota), draw)
            if not form.short_by if trait is None else trait not in {one.trait for one, _ in form.unmet}:
                yield f"{quota.name} {quota.words}"


def most_together(pool: Pool, blueprint: Blueprint, trait: Trait | None, wanted: int) -> tuple[int, bool]:
    """Return how many questions of a trait can stand together, none sharing or cueing, and whether exactly.

    Questions that bear on each other are searched together, branch by branch. Where that
    takes too long, the number is an upper bound: groups of which no two can stand together.
    """
    entries = [entry for entry in pool.allowed(blueprint) if pool.ready(entry)]
    reaches = [entry.reach for entry in entries if trait is None or trait in entry.traits]
    best, most, steps = list[Reach](), 0, STEPS
    for island in _islands(_undominated(list(dict.fromkeys(reaches)))):
        search = _Search(_groups(island), steps)
        search.run([], 0)
        steps = search.steps
        best += search.best
        most += search.most
    return min(most, wanted), steps > 0 and not has_circle(best[:wanted])


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
