"""The teacher who is signed in: an id and an epoch in the browser's signed session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask, g, session
from sqlalchemy.exc import SQLAlchemyError

from quizapp.store.base import db
from quizapp.store.teachers import Teacher

KEY = "teacher"
SIGNED_IN_FOR = timedelta(days=30)


class SignInNeeded(Exception):
    """A page for teachers was asked for by somebody who is not signed in."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals["signed_in_name"] = signed_in_name


def sign_in(teacher: Teacher, now: datetime) -> None:
    """Make this browser the teacher's, for 30 days or until it signs out."""
    session.pop(KEY, None)
    session[KEY] = {"id": teacher.id, "epoch": teacher.epoch, "at": int(now.timestamp())}
    session.permanent = True
    g.pop("teacher", None)


def sign_out() -> None:
    session.pop(KEY, None)
    g.pop("teacher", None)


def current_teacher() -> Teacher | None:
    """Return who is signed in, or None: one query at most in a request, and none without a session."""
    if "teacher" not in g:
        g.teacher = _teacher_of_session(datetime.now(UTC))
    found: Teacher | None = g.teacher
    return found


def require_teacher() -> Teacher:
    """Return who is signed in; raise SignInNeeded for nobody."""
    teacher = current_teacher()
    if teacher is None:
        raise SignInNeeded
    return teacher


def signed_in_name() -> str | None:
    """Return the name for the masthead; None too where the database does not answer: that page has one."""
    try:
        teacher = current_teacher()
        return teacher.name if teacher else None
    except SQLAlchemyError:
        db.session.rollback()
        return None


def ask_no_more() -> None:
    """Take nobody for signed in during the rest of this request: its database does not answer."""
    g.teacher = None


def _teacher_of_session(now: datetime) -> Teacher | None:
    kept = session.get(KEY)
    if not kept or now - datetime.fromtimestamp(kept["at"], UTC) > SIGNED_IN_FOR:
        return None
    teacher = db.session.get(Teacher, kept["id"])
    return teacher if teacher and teacher.epoch == kept["epoch"] else None
