"""Who may see what of a class: its own teacher everything; others not even that it is there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from quizapp.classroom.refusals import UnknownAssignment, UnknownClass, UnknownLearner
from quizapp.store.assignments import Assignment
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.teachers import Teacher

LARGEST_ID = 2**31 - 1
"""PostgreSQL refuses an integer that its column cannot hold."""


@dataclass(frozen=True)
class OwnAssignment:
    """An assignment of a teacher's own class."""

    assignment: Assignment
    school_class: SchoolClass


def own_class(class_id: int, teacher: Teacher) -> SchoolClass:
    """Return the teacher's class; raise UnknownClass for none, and for somebody else's."""
    found = db.session.get(SchoolClass, class_id) if class_id <= LARGEST_ID else None
    if found is None or found.teacher_id != teacher.id:
        raise UnknownClass
    return found


def own_learner(class_id: int, participant_id: int) -> Participant:
    """Return a learner of the class; raise UnknownLearner for none, and for another class's."""
    found = db.session.get(Participant, participant_id) if participant_id <= LARGEST_ID else None
    if found is None or found.class_id != class_id:
        raise UnknownLearner(class_id)
    return found


def own_assignment(assignment_id: int, teacher: Teacher) -> OwnAssignment:
    """Return the assignment of the teacher's class; raise UnknownAssignment for none, and somebody else's."""
    row = db.session.execute(
        select(Assignment, SchoolClass)
        .join(SchoolClass, SchoolClass.id == Assignment.class_id)
        .where(Assignment.id == min(assignment_id, LARGEST_ID), SchoolClass.teacher_id == teacher.id)
    ).one_or_none()
    if row is None:
        raise UnknownAssignment
    return OwnAssignment(row[0], row[1])
