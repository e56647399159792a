"""What changes a teacher's account: links, passwords, signing out everywhere. Each commits once.

Hashing takes a while, on purpose. On SQLite a transaction of a POST holds the lock that every
learner's answer needs, so hashing is done before one begins or after one was given up.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.classroom.accounts.passwords import hash_password, is_outdated, is_right
from quizapp.classroom.accounts.queries import (
    INVITATION,
    RESET,
    SET_UP,
    Link,
    any_teacher,
    hash_token,
    usable_link,
)
from quizapp.classroom.accounts.refusals import SetUpAlready, UsedLink
from quizapp.store.base import db
from quizapp.store.names import clean_name, name_key
from quizapp.store.teachers import Invitation, Teacher

GOOD_FOR = {SET_UP: timedelta(days=7), INVITATION: timedelta(days=7), RESET: timedelta(hours=24)}
EXPLAINED_FOR = timedelta(days=30)
"""So long a dead link is kept, to say what became of it."""


def make_link(purpose: str, now: datetime, teacher_id: int | None = None) -> str:
    """Keep a new link and return its token, which is kept nowhere; old dead links go."""
    token = secrets.token_urlsafe(32)
    db.session.execute(delete(Invitation).where(Invitation.expires_at < now - EXPLAINED_FOR))
    db.session.add(
        Invitation(
            token_hash=hash_token(token),
            purpose=purpose,
            teacher_id=teacher_id,
            created_at=now,
            expires_at=now + GOOD_FOR[purpose],
        )
    )
    db.session.commit()
    return token


def use_link(token: str, name: str, password: str, now: datetime) -> Teacher | None:
    """Use a link up: make the teacher, or for a reset set the password (`name` is not used).

    Returns None where the name is taken; the link stays good. Of two who use one link at once,
    or two set-up links, one wins: the other gets UsedLink or SetUpAlready.
    """
    db.session.rollback()  # what the view has read: see above
    hashed = hash_password(password)
    link = usable_link(token, now)
    _claim(link, now)
    teacher = _reset(link, hashed, now) if link.purpose == RESET else _new_teacher(name, hashed, now)
    db.session.add(teacher)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return None
    return teacher


def check_sign_in(name: str, password: str) -> Teacher | None:
    """Return the teacher of this name and password; a hash of other parameters is made anew."""
    kept = db.session.execute(
        select(Teacher.id, Teacher.password_hash).where(Teacher.name_key == name_key(name))
    ).one_or_none()
    db.session.rollback()
    if not is_right(password, kept.password_hash if kept else None) or kept is None:
        return None
    anew = hash_password(password) if is_outdated(kept.password_hash) else None
    teacher = db.session.get(Teacher, kept.id)
    if teacher and anew:
        teacher.password_hash = anew
        db.session.commit()
    return teacher


def change_password(teacher_id: int, present: str, new: str) -> Teacher | None:
    """Set a new password and end every session; return None if the present one is not right."""
    kept = db.session.scalar(select(Teacher.password_hash).where(Teacher.id == teacher_id))
    db.session.rollback()
    if not is_right(present, kept):
        return None
    hashed = hash_password(new)
    teacher = db.session.get_one(Teacher, teacher_id)
    teacher.password_hash = hashed
    _end_sessions(teacher)
    db.session.commit()
    return teacher


def sign_out_everywhere(teacher: Teacher) -> None:
    _end_sessions(teacher)
    db.session.commit()


def _end_sessions(teacher: Teacher) -> None:
    teacher.epoch = Teacher.epoch + 1  # by the database: two at once count as two


def _claim(link: Link, now: datetime) -> None:
    if link.purpose == SET_UP:
        # Two set-up links may be used at once; whoever locks the first of them goes first.
        rows = select(Invitation.id).where(Invitation.purpose == SET_UP).order_by(Invitation.id)
        db.session.execute(rows.with_for_update())
        if any_teacher():
            raise SetUpAlready
    claimed = update(Invitation).where(Invitation.id == link.id, Invitation.used_at.is_(None))
    if db.session.scalar(claimed.values(used_at=now).returning(Invitation.id)) is None:
        raise UsedLink


def _new_teacher(name: str, hashed: str, now: datetime) -> Teacher:
    return Teacher(
        name=clean_name(name), name_key=name_key(name), password_hash=hashed, epoch=0, created_at=now
    )


def _reset(link: Link, hashed: str, now: datetime) -> Teacher:
    """Set the password, end every session, and let the teacher's other reset links be used no more."""
    others = update(Invitation).where(Invitation.teacher_id == link.teacher_id, Invitation.used_at.is_(None))
    db.session.execute(others.values(used_at=now))
    teacher = db.session.get_one(Teacher, link.teacher_id)
    teacher.password_hash = hashed
    _end_sessions(teacher)
    return teacher
