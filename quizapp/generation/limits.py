"""How far a pool can go towards a blueprint: what a form that falls short could have had at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.generation.assembly import Form, assemble
from quizapp.generation.blueprint import Blueprint, Trait
from quizapp.generation.draws import Draw
from quizapp.generation.pool import Pool
from quizapp.generation.seats import has_circle
from quizapp.generation.together import together


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

    Of questions that bear on too many others it is an upper bound: see `together`.
    """
    entries = [entry for entry in pool.allowed(blueprint) if pool.ready(entry)]
    found = together(entry for entry in entries if trait is None or trait in entry.traits)
    return min(found.most, wanted), found.exact and not has_circle(found.reaches[:wanted])
