"""What is read of results besides the gradebook, each in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Result, func, select

from quizapp.classroom.access import LARGEST_ID
from quizapp.classroom.results.refusals import UnknownSitting
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant
from quizapp.store.mendings import ProblemReport
from quizapp.taking.queries import Item, answered_items


@dataclass(frozen=True)
class Begun:
    """A learner's latest sitting, and how many questions of it are answered."""

    sitting: Sitting
    participant: Participant
    answered: int


@dataclass(frozen=True)
class Reported:
    """A problem that a learner reported, and who it was."""

    report: ProblemReport
    name: str


@dataclass(frozen=True)
class OwnSitting:
    """A sitting of an assignment, and whose it is."""

    sitting: Sitting
    participant: Participant


def latest_sittings(assignment_id: int) -> tuple[Begun, ...]:
    """Return each learner's latest sitting, by name."""
    rows = db.session.execute(
        select(Sitting, Participant, func.count(Response.id))
        .join(Participant, Participant.id == Sitting.participant_id)
        .outerjoin(Attempt, Attempt.sitting_id == Sitting.id)
        .outerjoin(Response, (Response.attempt_id == Attempt.id) & Response.final)
        .where(Sitting.assignment_id == assignment_id)
        .group_by(Sitting.id, Participant.id)
        .order_by(Participant.name_key, Sitting.number)
    )
    return tuple({one.id: Begun(sitting, one, answered) for sitting, one, answered in rows}.values())


def names_not_begun(assignment: Assignment) -> tuple[str, ...]:
    """Return the learners of the class who have no sitting of the assignment, by name."""
    begun = select(Sitting.participant_id).where(Sitting.assignment_id == assignment.id)
    return tuple(
        db.session.scalars(
            select(Participant.name)
            .where(Participant.class_id == assignment.class_id, Participant.id.not_in(begun))
            .order_by(Participant.name_key)
        )
    )


def lengths_of(assignment_id: int) -> Mapping[int, int]:
    """Return how many questions each form has, the forms counted from 0."""
    rows = db.session.execute(
        select(FormSeat.form, func.count())
        .where(FormSeat.assignment_id == assignment_id)
        .group_by(FormSeat.form)
    )
    return _counts(rows)


def reports_by_question(assignment_id: int) -> Mapping[int, int]:
    """Return how many problems were reported with each question."""
    rows = db.session.execute(
        select(ProblemReport.assigned_id, func.count())
        .join(AssignedQuestion, AssignedQuestion.id == ProblemReport.assigned_id)
        .where(AssignedQuestion.assignment_id == assignment_id)
        .group_by(ProblemReport.assigned_id)
    )
    return _counts(rows)


def reports_of(assigned_id: int) -> tuple[Reported, ...]:
    """Return the problems reported with a question, the latest first."""
    rows = db.session.execute(
        select(ProblemReport, Participant.name)
        .join(Sitting, Sitting.id == ProblemReport.sitting_id)
        .join(Participant, Participant.id == Sitting.participant_id)
        .where(ProblemReport.assigned_id == assigned_id)
        .order_by(ProblemReport.reported_at.desc(), ProblemReport.id.desc())
    )
    return tuple(Reported(report, name) for report, name in rows)


def sitting_of(assignment: Assignment, sitting_id: int) -> OwnSitting:
    """Return a sitting of the assignment; raise UnknownSitting for none, and another assignment's."""
    row = db.session.execute(
        select(Sitting, Participant)
        .join(Participant, Participant.id == Sitting.participant_id)
        .where(Sitting.id == min(sitting_id, LARGEST_ID), Sitting.assignment_id == assignment.id)
    ).one_or_none()
    if row is None:
        raise UnknownSitting
    return OwnSitting(row[0], row[1])


def answers_in(sitting_id: int) -> Mapping[int, Item]:
    """Return the answered questions of a sitting by their place in it."""
    attempt_id = db.session.scalar(select(Attempt.id).where(Attempt.sitting_id == sitting_id))
    return {item.position: item for item in answered_items(attempt_id)} if attempt_id else {}


def minutes_given(assignment_id: int) -> int:
    """Return the minutes that were given to sittings of the assignment so far, all together."""
    given = select(func.coalesce(func.sum(Sitting.extra_minutes), 0))
    return db.session.scalar(given.where(Sitting.assignment_id == assignment_id)) or 0


def _counts(rows: Result[int, int]) -> Mapping[int, int]:
    return defaultdict(int, [(key, count) for key, count in rows])
