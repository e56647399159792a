"""Reading teachers, and the links that make them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select

from quizapp.classroom.accounts.refusals import ExpiredLink, SetUpAlready, UnknownLink, UsedLink
from quizapp.store.base import db
from quizapp.store.names import name_key
from quizapp.store.teachers import Invitation, Teacher

SET_UP, INVITATION, RESET = "set-up", "invitation", "reset"


@dataclass(frozen=True)
class Link:
    """A link that can be used; `teacher_id` and `teacher_name` say whose password a reset is for."""

    id: int
    purpose: str
    teacher_id: int | None
    teacher_name: str | None


def hash_token(token: str) -> str:
    """Return what is kept of a link's token: it is random, so a plain hash gives nothing away."""
    return hashlib.sha256(token.encode()).hexdigest()


def usable_link(token: str, now: datetime) -> Link:
    """Return the link of a token; raise UnknownLink, UsedLink, ExpiredLink or SetUpAlready."""
    row = db.session.execute(
        select(Invitation, Teacher.name)
        .outerjoin(Teacher, Teacher.id == Invitation.teacher_id)
        .where(Invitation.token_hash == hash_token(token))
    ).one_or_none()
    if row is None:
        raise UnknownLink
    invitation, teacher_name = row
    if invitation.used_at is not None:
        raise UsedLink
    if invitation.purpose == SET_UP and any_teacher():
        raise SetUpAlready
    if now >= invitation.expires_at:
        raise ExpiredLink
    return Link(invitation.id, invitation.purpose, invitation.teacher_id, teacher_name)


def any_teacher() -> bool:
    """Tell whether the server is set up."""
    return bool(db.session.scalar(select(exists().where(Teacher.id.is_not(None)))))


def all_teachers() -> Sequence[Teacher]:
    return db.session.scalars(select(Teacher).order_by(Teacher.name_key)).all()


def teacher_named(name: str) -> Teacher | None:
    """Return the teacher of a name, however it is capitalised and spaced."""
    return db.session.scalar(select(Teacher).where(Teacher.name_key == name_key(name)))
