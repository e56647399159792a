"""The contexts of the results pages: all that a template gets, put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from flask import url_for

from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.gradebook import AssignedItem, Gradebook, gradebook
from quizapp.classroom.moments import recent_words
from quizapp.classroom.results.marks import LearnerMarks, learner_marks, mean_share
from quizapp.classroom.results.queries import (
    Begun,
    latest_sittings,
    lengths_of,
    minutes_given,
    names_not_begun,
    reports_by_question,
)
from quizapp.classroom.results.shares import Facility, Group, facility, groups
from quizapp.classroom.results.wording import place_words, short_stem, skill_words
from quizapp.classroom.times import State, closes_at, ends_at, is_over, state_of
from quizapp.site.packs import find_pack
from quizapp.site.words import kind_words
from quizapp.store.assignments import Assignment


@dataclass(frozen=True)
class Head:
    """Which assignment of which class a page is about."""

    assignment_id: int
    title: str
    class_id: int
    class_title: str

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way down to the assignment: addresses and words, the outermost first."""
        return (
            (url_for("classes.all_classes"), "Classes"),
            (url_for("classes.one_class", class_id=self.class_id), self.class_title),
        )


@dataclass(frozen=True)
class ProgressRow:
    """How far a learner is: questions answered, when it was submitted or how it stands, minutes left."""

    participant_id: int
    name: str
    number: int
    answered: int
    total: int
    standing: str
    over: bool


@dataclass(frozen=True)
class ProgressPart:
    """Who is how far; `live` while more may come."""

    assignment_id: int
    state: State
    live: bool
    closes: str
    at: str
    rows: tuple[ProgressRow, ...]
    not_begun: tuple[str, ...]

    @property
    def over(self) -> int:
        return sum(row.over for row in self.rows)


@dataclass(frozen=True)
class QuestionRow:
    """A question and how it went in first attempts."""

    id: int
    place: str
    stem: str
    facility: Facility
    reports: int
    standing: str
    further: int


@dataclass(frozen=True)
class OverviewPage:
    """The results of an assignment.

    `empty` of the `first_attempts` are without a single answer. `extra_given` is None where more
    time for everybody would change nothing, else the minutes that were given so far.
    """

    head: Head
    progress: ProgressPart
    extra_given: int | None
    attempts_allowed: int
    with_certainty: bool
    marks: tuple[LearnerMarks, ...]
    mean: Fraction | None
    first_attempts: int
    empty: int
    hardest_first: bool
    questions: tuple[QuestionRow, ...]
    by_topic: tuple[Group, ...]
    by_kind: tuple[Group, ...]
    by_skill: tuple[Group, ...]
    done: str


def head_of(own: OwnAssignment) -> Head:
    return Head(own.assignment.id, own.assignment.title, own.school_class.id, own.school_class.title)


def progress_part(own: OwnAssignment, now: datetime) -> ProgressPart:
    assignment, zone = own.assignment, own.school_class.time_zone
    lengths, state, closes = lengths_of(assignment.id), state_of(assignment, now), closes_at(assignment)
    begun = latest_sittings(assignment.id)
    return ProgressPart(
        assignment_id=assignment.id,
        state=state,
        live=state == "open",
        closes=recent_words(closes, zone, now) if closes else "",
        at=recent_words(now, zone, now),
        rows=tuple(_row(assignment, one, lengths, zone, now) for one in begun),
        not_begun=names_not_begun(assignment),
    )


def overview_page(own: OwnAssignment, done: str, now: datetime, *, hardest_first: bool) -> OverviewPage:
    assignment = own.assignment
    book, progress = gradebook(assignment, now), progress_part(own, now)
    pack = find_pack(assignment.pack)
    topics = {topic.id: topic.title for topic in pack.topics} if pack else {}
    marks = learner_marks(book)
    running = progress.state != "closed" and any(not row.over for row in progress.rows)
    return OverviewPage(
        head=head_of(own),
        progress=progress,
        extra_given=minutes_given(assignment.id) if running and assignment.minutes else None,
        attempts_allowed=assignment.attempts_allowed,
        with_certainty=assignment.with_certainty,
        marks=marks,
        mean=mean_share(marks),
        first_attempts=len(book.first_attempts),
        empty=sum(not sat.given for sat in book.first_attempts),
        hardest_first=hardest_first,
        questions=_question_rows(assignment, book, hardest_first=hardest_first),
        by_topic=groups(book, lambda item: topics.get(item.question.topic, item.question.topic)),
        by_kind=groups(book, lambda item: kind_words(item.question.kind)),
        by_skill=groups(book, lambda item: skill_words(item.question.skill)),
        done=done,
    )


def _row(
    assignment: Assignment, one: Begun, lengths: Mapping[int, int], zone: str, now: datetime
) -> ProgressRow:
    return ProgressRow(
        participant_id=one.participant.id,
        name=one.participant.name,
        number=one.sitting.number,
        answered=one.answered,
        total=lengths[one.sitting.form],
        standing=_standing(assignment, one, zone, now),
        over=is_over(assignment, one.sitting, one.participant, now),
    )


def _standing(assignment: Assignment, one: Begun, zone: str, now: datetime) -> str:
    """Return how a sitting stands: submitted when, out of time, or so much time left."""
    if one.sitting.submitted_at:
        return f"Handed in {recent_words(one.sitting.submitted_at, zone, now)}"
    ends = ends_at(assignment, one.sitting, one.participant)
    if ends and now >= ends:
        return "Time is up"
    return f"Working, {left_words(ends - now)}" if ends else "Working"


def left_words(left: timedelta) -> str:
    """Return a time that is left, rounded up: "12 minutes left", "3 hours left"; days where it is long."""
    minutes = ceil(left / timedelta(minutes=1))
    if minutes <= 120:
        return "1 minute left" if minutes == 1 else f"{minutes} minutes left"
    hours = minutes // 60
    return f"{hours} hours left" if hours < 48 else f"{hours // 24} days left"


def _question_rows(
    assignment: Assignment, book: Gradebook, *, hardest_first: bool
) -> tuple[QuestionRow, ...]:
    reports = reports_by_question(assignment.id)
    rows = [_question_row(assignment, item, book, reports[item.id]) for item in book.items]
    if hardest_first:
        rows.sort(key=lambda row: row.facility.points / row.facility.of if row.facility.of else Fraction(2))
    return tuple(rows)


def _question_row(assignment: Assignment, item: AssignedItem, book: Gradebook, reports: int) -> QuestionRow:
    return QuestionRow(
        id=item.id,
        place=place_words(item, assignment.forms),
        stem=short_stem(item.question),
        facility=facility([item], book.first_attempts),
        reports=reports,
        standing=item.standing,
        further=len(item.accepted),
    )
