"""What changes a class. Each operation commits once; constraints decide who has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from quizapp.classroom.classes.forms import NO_LIMIT
from quizapp.classroom.classes.queries import taken_names
from quizapp.classroom.codes import RESUME_LENGTH, new_code
from quizapp.classroom.participants import new_claim
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.names import name_key

Written = TypeVar("Written")

TIMES_TO_TRY = 5


@dataclass(frozen=True)
class Settings:
    """What a teacher chooses for a class: `time_zone` is an IANA name, `naming` one of forms.NAMING."""

    title: str
    time_zone: str
    naming: str


@dataclass(frozen=True)
class NameTaken:
    """Another learner of the class has the name."""


def create_class(teacher_id: int, settings: Settings, names: Sequence[str], now: datetime) -> int:
    """Make a class, with learners of these names, and return its id."""

    def write() -> int:
        made = SchoolClass(
            teacher_id=teacher_id,
            title=settings.title,
            time_zone=settings.time_zone,
            naming=settings.naming,
            created_at=now,
        )
        db.session.add(made)
        db.session.flush()
        db.session.add_all(_learners(made.id, names))
        return made.id

    return _kept(write)


def change_class(school_class: SchoolClass, settings: Settings) -> None:
    school_class.title = settings.title
    school_class.time_zone = settings.time_zone
    school_class.naming = settings.naming
    db.session.commit()


def add_learners(class_id: int, names: Iterable[str]) -> int:
    """Add learners of these names, passing over those that are in the class; return how many."""
    wanted = list(names)

    def write() -> int:
        taken = taken_names(class_id)
        fresh = [name for name in wanted if name_key(name) not in taken]
        db.session.add_all(_learners(class_id, fresh))
        return len(fresh)

    return _kept(write)


def change_learner(participant: Participant, name: str, extra: str) -> Participant | NameTaken:
    """Rename a learner, and set the extra time: a percentage, or NO_LIMIT."""
    participant.name, participant.name_key = name, name_key(name)
    participant.untimed = extra == NO_LIMIT
    participant.extra_percent = 0 if extra == NO_LIMIT else int(extra)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return NameTaken()
    return participant


def free_name(participant: Participant) -> None:
    """Make a name free for whom it belongs to: whoever is it now is so no longer; its answers stay."""

    def write() -> None:
        participant.claim = new_claim()
        participant.resume_code = new_code(RESUME_LENGTH)
        participant.joined_at = None

    _kept(write)


def remove_learner(participant: Participant) -> None:
    """Delete a learner, with every sitting, answer and report."""
    db.session.execute(delete(Participant).where(Participant.id == participant.id))
    db.session.commit()


def purge_classes(class_ids: Iterable[int]) -> None:
    """Delete classes with all that belongs to them, in one transaction: the foreign keys see to it."""
    db.session.execute(delete(SchoolClass).where(SchoolClass.id.in_(list(class_ids))))
    db.session.commit()


def _learners(class_id: int, names: Iterable[str]) -> list[Participant]:
    return [
        Participant(
            class_id=class_id,
            name=name,
            name_key=name_key(name),
            claim=new_claim(),  # SQLite gives the id of a learner who was removed again
            resume_code=new_code(RESUME_LENGTH),
        )
        for name in names
    ]


def _kept(write: Callable[[], Written]) -> Written:
    """Write and commit; write anew where a name or a code was taken in the meantime."""
    for _ in range(TIMES_TO_TRY - 1):
        try:
            written = write()
            db.session.commit()
        except IntegrityError:
            db.session.rollback()
        else:
            return written
    written = write()
    db.session.commit()
    return written
