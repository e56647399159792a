"""The contexts of the pages of classes: all that a template gets besides its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.classroom.classes.forms import ABOUT_NAMING, EXTRA_TIMES, NAMING, NO_LIMIT
from quizapp.classroom.classes.queries import Contents, HandedOut, Size
from quizapp.classroom.codes import spaced_code
from quizapp.classroom.moments import local_words, zone_words
from quizapp.classroom.times import closes_at, state_of
from quizapp.exchange.roster import Roster
from quizapp.site.words import counted, sentence_case
from quizapp.store.assignments import Assignment
from quizapp.store.classes import Participant, SchoolClass

NEWEST = 5
"""So many assignments of each class stand on the page of all classes."""

_DONE = {
    "made": "The class is made. Next: give it a quiz.",
    "saved": "Saved.",
    "added": "Added to the class.",
    "known": "Nobody was added: all of these names are in the class already.",
    "freed": "The name is free. Its old resume code no longer works; what was answered stays.",
    "removed": "Removed, with all answers.",
    "deleted": "The assignment is deleted, with every answer to it.",
    "purged": "The class is deleted, with everything in it.",
}


@dataclass(frozen=True)
class AssignmentRow:
    """An assignment in a list: `state` and `when` it changes, `submitted` learners of `learners`."""

    id: int
    title: str
    code: str
    is_open: bool
    state: str
    when: str
    submitted: int
    learners: int


@dataclass(frozen=True)
class ClassCard:
    """A class on the page of all classes; `more` assignments are only on its own page."""

    id: int
    title: str
    size: str
    assignments: tuple[AssignmentRow, ...]
    more: int


@dataclass(frozen=True)
class AllClassesPage:
    cards: tuple[ClassCard, ...]
    done: str


@dataclass(frozen=True)
class NewClassPage:
    """`guess_zone`: the browser's own zone is better than the one chosen. `problems` of the names read."""

    guess_zone: bool
    about_naming: dict[str, str]
    roster: Roster


@dataclass(frozen=True)
class LearnerRow:
    id: int
    name: str
    joined: bool
    extra: str
    resume_code: str


@dataclass(frozen=True)
class ClassHead:
    """Which class a page belongs to."""

    id: int
    title: str


@dataclass(frozen=True)
class ClassPage:
    head: ClassHead
    size: str
    naming: str
    about_naming: str
    zone: str
    assignments: tuple[AssignmentRow, ...]
    learners: tuple[LearnerRow, ...]
    wants_names: bool
    done: str


@dataclass(frozen=True)
class RosterPage:
    """The form for names; if it was `refused`, what was read of its list."""

    head: ClassHead
    roster: Roster
    refused: bool


@dataclass(frozen=True)
class EditPage:
    head: ClassHead
    about_naming: dict[str, str]


@dataclass(frozen=True)
class LearnerPage:
    head: ClassHead
    learner: LearnerRow
    contents: Contents
    done: str


@dataclass(frozen=True)
class PurgePage:
    head: ClassHead
    contents: Contents


def done_words(done: str | None, number: str | None = None) -> str:
    """Return what was just done, from the address that it led to; "" for nothing we know."""
    if done == "added" and number and number.isdecimal() and len(number) <= 3:
        return f"{counted(int(number), 'learner')} added."
    return _DONE.get(done or "", "")


def all_classes_page(
    classes: Sequence[SchoolClass],
    sizes: Mapping[int, Size],
    assignments: Mapping[int, list[HandedOut]],
    done: str,
    now: datetime,
) -> AllClassesPage:
    cards = []
    for one in classes:
        rows = _rows(one, assignments.get(one.id, []), sizes[one.id], now)
        cards.append(
            ClassCard(one.id, one.title, size_words(sizes[one.id]), rows[:NEWEST], len(rows[NEWEST:]))
        )
    return AllClassesPage(tuple(cards), done)


def class_page(
    school_class: SchoolClass,
    learners: Sequence[Participant],
    assignments: Sequence[HandedOut],
    done: str,
    now: datetime,
) -> ClassPage:
    size = Size(len(learners), sum(one.joined_at is not None for one in learners))
    return ClassPage(
        head=head_of(school_class),
        size=size_words(size),
        naming=NAMING[school_class.naming],
        about_naming=ABOUT_NAMING[school_class.naming],
        zone=zone_words(school_class.time_zone),
        assignments=_rows(school_class, assignments, size, now),
        learners=tuple(learner_row(one) for one in learners),
        wants_names=school_class.naming == "roster" and not learners,
        done=done,
    )


def head_of(school_class: SchoolClass) -> ClassHead:
    return ClassHead(school_class.id, school_class.title)


def learner_row(learner: Participant) -> LearnerRow:
    return LearnerRow(
        learner.id,
        learner.name,
        learner.joined_at is not None,
        extra_words(learner),
        spaced_code(learner.resume_code),
    )


def extra_code(learner: Participant) -> str:
    """Return a learner's extra time as the form has it: a percentage, or NO_LIMIT."""
    return NO_LIMIT if learner.untimed else str(learner.extra_percent)


def extra_words(learner: Participant) -> str:
    """Return a learner's extra time; "" for none."""
    code = extra_code(learner)
    return "" if code == "0" else EXTRA_TIMES.get(code, f"{code}% more")


def size_words(size: Size) -> str:
    """Return how many learners there are, and how many have joined if that is not all of them."""
    if not size.learners:
        return "Nobody yet"
    waiting = f", {size.joined} joined" if size.joined < size.learners else ""
    return f"{counted(size.learners, 'learner')}{waiting}"


def _rows(
    school_class: SchoolClass, assignments: Sequence[HandedOut], size: Size, now: datetime
) -> tuple[AssignmentRow, ...]:
    return tuple(
        AssignmentRow(
            id=one.assignment.id,
            title=one.assignment.title,
            code=one.assignment.code,
            is_open=state_of(one.assignment, now) == "open",
            state=sentence_case(state_of(one.assignment, now)),
            when=_when(one.assignment, school_class.time_zone, now),
            submitted=one.submitted,
            learners=size.learners,
        )
        for one in assignments
    )


def _when(assignment: Assignment, zone: str, now: datetime) -> str:
    """Return when the state of an assignment ends or began."""
    state, closes = state_of(assignment, now), closes_at(assignment)
    if state == "not open yet" and assignment.opens_at:
        return f"opens {local_words(assignment.opens_at, zone)}"
    if closes is None:
        return "until you close it"
    return f"{'until' if state == 'open' else 'since'} {local_words(closes, zone)}"
