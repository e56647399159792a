"""What is read of classes: in as many queries, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import InstrumentedAttribute, load_only
from sqlalchemy.sql import ColumnElement

from quizapp.store.assignments import Assignment, Sitting
from quizapp.store.attempts import Attempt, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.mendings import ProblemReport
from quizapp.store.teachers import Teacher

_ONLY_WHEN = load_only(
    Assignment.class_id,
    Assignment.title,
    Assignment.code,
    Assignment.opens_at,
    Assignment.due_at,
    Assignment.closed_at,
)


@dataclass(frozen=True)
class HandedOut:
    """An assignment, and how many learners have submitted it."""

    assignment: Assignment
    submitted: int


@dataclass(frozen=True)
class Size:
    """How many learners a class has, and how many of them have joined."""

    learners: int = 0
    joined: int = 0


@dataclass(frozen=True)
class Contents:
    """How much there is of a class, or of a learner: what goes when it is deleted."""

    learners: int
    assignments: int
    sittings: int
    answers: int
    reports: int


@dataclass(frozen=True)
class Listed:
    """A class as the command line lists it; `used_at` is when anything was last done in it."""

    school_class: SchoolClass
    teacher: str
    learners: int
    assignments: int
    used_at: datetime


def classes_of(teacher_id: int) -> list[SchoolClass]:
    """Return a teacher's classes, the newest first."""
    newest = select(SchoolClass).where(SchoolClass.teacher_id == teacher_id).order_by(SchoolClass.id.desc())
    return list(db.session.scalars(newest))


def last_zone(teacher_id: int) -> str | None:
    """Return the time zone of the teacher's newest class; None without classes."""
    return db.session.scalar(
        select(SchoolClass.time_zone)
        .where(SchoolClass.teacher_id == teacher_id)
        .order_by(SchoolClass.id.desc())
        .limit(1)
    )


def sizes_of(class_ids: Iterable[int]) -> Mapping[int, Size]:
    rows = db.session.execute(
        select(Participant.class_id, func.count(), func.count(Participant.joined_at))
        .where(Participant.class_id.in_(class_ids))
        .group_by(Participant.class_id)
    )
    return defaultdict(Size, {class_id: Size(learners, joined) for class_id, learners, joined in rows})


def handed_out(class_ids: Iterable[int]) -> Mapping[int, list[HandedOut]]:
    """Return the assignments of each class, the newest first, in two queries."""
    ids = list(class_ids)
    rows = db.session.scalars(
        select(Assignment)
        .options(_ONLY_WHEN)
        .where(Assignment.class_id.in_(ids))
        .order_by(Assignment.id.desc())
    )
    submitted = _submitted(ids)
    found: dict[int, list[HandedOut]] = defaultdict(list)
    for row in rows:
        found[row.class_id].append(HandedOut(row, submitted.get(row.id, 0)))
    return found


def _submitted(class_ids: list[int]) -> Mapping[int, int]:
    """Return how many learners have submitted each assignment of the classes; none where it is 0."""
    submitter = case((Sitting.submitted_at.is_not(None), Sitting.participant_id))
    rows = db.session.execute(
        select(Sitting.assignment_id, func.count(submitter.distinct()))
        .join(Assignment, Assignment.id == Sitting.assignment_id)
        .where(Assignment.class_id.in_(class_ids))
        .group_by(Sitting.assignment_id)
    )
    return {row[0]: row[1] for row in rows}


def learners_of(class_id: int) -> list[Participant]:
    """Return the learners of a class by name."""
    by_name = select(Participant).where(Participant.class_id == class_id).order_by(Participant.name_key)
    return list(db.session.scalars(by_name))


def taken_names(class_id: int) -> dict[str, str]:
    """Return the names of a class by key."""
    rows = select(Participant.name_key, Participant.name).where(Participant.class_id == class_id)
    return {row[0]: row[1] for row in db.session.execute(rows)}


def contents_of_class(class_id: int) -> Contents:
    return _contents(Participant.class_id == class_id, Assignment.class_id == class_id)


def contents_of_learner(participant: Participant) -> Contents:
    return _contents(Participant.id == participant.id, Assignment.class_id == participant.class_id)


def _contents(whose: ColumnElement[bool], which: ColumnElement[bool]) -> Contents:
    sittings = select(Sitting.id).join(Participant, Participant.id == Sitting.participant_id).where(whose)
    answers = (
        select(func.count())
        .select_from(Response)
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(Attempt.sitting_id.in_(sittings), Response.final)
    )
    counts = (
        select(func.count()).select_from(Participant).where(whose),
        select(func.count()).select_from(Assignment).where(which),
        select(func.count()).select_from(sittings.subquery()),
        answers,
        select(func.count()).select_from(ProblemReport).where(ProblemReport.sitting_id.in_(sittings)),
    )
    return Contents(*db.session.execute(select(*(one.scalar_subquery() for one in counts))).one())


def all_listed() -> list[Listed]:
    """Return every class of every teacher, with when it was last used, in five queries."""
    rows = db.session.execute(
        select(SchoolClass, Teacher.name)
        .join(Teacher, Teacher.id == SchoolClass.teacher_id)
        .order_by(SchoolClass.id)
    ).all()
    used = _last_used()
    sizes = _counts(Participant.class_id)
    assignments = _counts(Assignment.class_id)
    return [
        Listed(one, teacher, sizes.get(one.id, 0), assignments.get(one.id, 0), used[one.id])
        for one, teacher in rows
    ]


def _counts(class_id: InstrumentedAttribute[int]) -> Mapping[int, int]:
    rows = db.session.execute(select(class_id, func.count()).group_by(class_id))
    return {row[0]: row[1] for row in rows}


def _last_used() -> Mapping[int, datetime]:
    """Return, by class, the latest of all its times: made, joined, set, due, closed, begun, answered."""
    of_class = select(SchoolClass.id, SchoolClass.created_at)
    of_learners = select(Participant.class_id, func.max(Participant.joined_at)).group_by(Participant.class_id)
    times = (Assignment.created_at, Assignment.opens_at, Assignment.due_at, Assignment.closed_at)
    of_assignments = select(Assignment.class_id, *map(func.max, times)).group_by(Assignment.class_id)
    of_sittings = (
        select(
            Assignment.class_id,
            func.max(Sitting.started_at),
            func.max(Sitting.submitted_at),
            func.max(Response.answered_at),
        )
        .join(Sitting, Sitting.assignment_id == Assignment.id)
        .outerjoin(Attempt, Attempt.sitting_id == Sitting.id)
        .outerjoin(Response, Response.attempt_id == Attempt.id)
        .group_by(Assignment.class_id)
    )
    found: dict[int, datetime] = {}
    for query in (of_class, of_learners, of_assignments, of_sittings):
        for class_id, *moments in db.session.execute(query):
            known = [moment for moment in (*moments, found.get(class_id)) if moment is not None]
            found[class_id] = max(known)
    return found
