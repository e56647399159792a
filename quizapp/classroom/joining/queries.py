"""What joining reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.classroom.codes import read_code
from quizapp.classroom.joining.refusals import UnknownCode
from quizapp.store.assignments import Assignment
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass


@dataclass(frozen=True)
class Door:
    """What a code leads to."""

    assignment: Assignment
    school_class: SchoolClass


def door_of(typed: str) -> Door:
    """Return what the code leads to, however it was typed; raise UnknownCode for nothing."""
    row = db.session.execute(
        select(Assignment, SchoolClass)
        .join(SchoolClass, SchoolClass.id == Assignment.class_id)
        .where(Assignment.code == read_code(typed))
    ).one_or_none()
    if row is None:
        raise UnknownCode(typed)
    return Door(row[0], row[1])


def roster_of(class_id: int) -> Sequence[Participant]:
    """Return everybody in a class, by name."""
    rows = select(Participant).where(Participant.class_id == class_id).order_by(Participant.name_key)
    return db.session.scalars(rows).all()


def name_keys_of(class_id: int) -> set[str]:
    return set(db.session.scalars(select(Participant.name_key).where(Participant.class_id == class_id)))


def learner_resuming(class_id: int, typed: str) -> Participant | None:
    """Return the learner of this class whose resume code was typed."""
    rows = select(Participant).where(
        Participant.class_id == class_id, Participant.resume_code == read_code(typed)
    )
    return db.session.scalar(rows)
