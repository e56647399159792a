"""How well a group of answers went, with as much certainty as its size allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.intervals import wilson
from quizapp.classroom.gradebook import AssignedItem, Gradebook, Sat

ENOUGH = 10
"""Under so many first attempts there are counts only."""


@dataclass(frozen=True)
class Span:
    """The ends of an interval, in whole percent as shares."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Facility:
    """The points that first attempts earned, of so many: a point for each question that was put to somebody.

    `learners` are those attempts; intervals go by them, for one learner's answers go together.
    """

    points: Fraction
    of: int
    learners: int

    @property
    def share(self) -> Fraction | None:
        """The mean credit, from 0 to 1; None under ten first attempts."""
        return self.points / self.of if self.learners >= ENOUGH and self.of else None

    @property
    def span(self) -> Span | None:
        """Wilson's interval of the share; None where there is none."""
        if self.share is None:
            return None
        found = wilson(float(self.share * self.learners), self.learners)
        return Span(Fraction(round(found.low * 100), 100), Fraction(round(found.high * 100), 100))


@dataclass(frozen=True)
class Group:
    """A topic, kind or skill, and how its questions went."""

    name: str
    questions: int
    facility: Facility


def facility(items: Sequence[AssignedItem], sittings: Iterable[Sat]) -> Facility:
    """Return how some items went in those of the sittings that had them; blanks earn nothing.

    What everybody has full credit for is no part of it: its credits say who answered, not who knew.
    """
    points, of, learners = Fraction(0), 0, 0
    for sat in sittings:
        mine = [item for item in items if item.standing != "full" and sat.form in item.places]
        points += sum((_earned(item, sat) for item in mine), Fraction(0))
        of += len(mine)
        learners += bool(mine)
    return Facility(points, of, learners)


def groups(book: Gradebook, name: Callable[[AssignedItem], str]) -> tuple[Group, ...]:
    """Return the items that tell something by a name, the hardest first while there is a hardest."""
    found: Mapping[str, list[AssignedItem]] = defaultdict(list)
    for item in book.items:
        if item.standing == "counts":
            found[name(item)].append(item)
    made = [Group(key, len(items), facility(items, book.first_attempts)) for key, items in found.items()]
    return tuple(sorted(made, key=lambda one: -1 if one.facility.share is None else one.facility.share))


def _earned(item: AssignedItem, sat: Sat) -> Fraction:
    """Return the credit of what was answered, of a dropped question too: it measures the question."""
    given = sat.given.get(item.id)
    return given.credit if given else Fraction(0)
