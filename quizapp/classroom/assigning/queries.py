"""What is read for making and handing out an assignment."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from quizapp.generation.question import Question, question_from_json
from quizapp.store.assignments import AssignedQuestion, FormSeat, Sitting
from quizapp.store.base import db
from quizapp.store.classes import SchoolClass


@dataclass(frozen=True)
class Begun:
    """How far an assignment has been taken: sittings, of how many learners, and those not submitted."""

    sittings: int
    learners: int
    unsubmitted: int


def classes_of(teacher_id: int) -> list[SchoolClass]:
    """Return the classes of a teacher, the newest first."""
    rows = select(SchoolClass).where(SchoolClass.teacher_id == teacher_id).order_by(SchoolClass.id.desc())
    return list(db.session.scalars(rows))


def begun(assignment_id: int) -> Begun:
    row = db.session.execute(
        select(
            func.count(Sitting.id),
            func.count(Sitting.participant_id.distinct()),
            func.count(Sitting.id).filter(Sitting.submitted_at.is_(None)),
        ).where(Sitting.assignment_id == assignment_id)
    ).one()
    return Begun(*row)


def forms_of(assignment_id: int) -> tuple[tuple[Question, ...], ...]:
    """Return the questions of an assignment, form by form."""
    rows = db.session.execute(
        select(FormSeat.form, AssignedQuestion.snapshot)
        .join(AssignedQuestion, AssignedQuestion.id == FormSeat.assigned_id)
        .where(FormSeat.assignment_id == assignment_id)
        .order_by(FormSeat.form, FormSeat.position)
    )
    forms: dict[int, list[Question]] = defaultdict(list)
    for form, snapshot in rows:
        forms[form].append(question_from_json(snapshot))
    return tuple(tuple(questions) for questions in forms.values())
