"""What a teacher may do about sittings: give time, and reopen what was submitted by mistake."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import select, update
from sqlalchemy.sql import func

from quizapp.classroom.results.queries import OwnSitting, minutes_given
from quizapp.classroom.results.refusals import CannotReopen, NothingToExtend
from quizapp.classroom.times import ends_at, state_of
from quizapp.store.assignments import Assignment, Sitting
from quizapp.store.base import db

MINUTES = 5
"""So much time is given at once, and so much at least has a sitting that is reopened."""


def give_minutes(assignment: Assignment, own: OwnSitting, seen: int, now: datetime) -> None:
    """Give a sitting five more minutes, once for each page on which it had `seen` extra ones.

    A sitting whose time has run out goes on. Raises NothingToExtend where time would change nothing.
    """
    limited = assignment.minutes is not None and not own.participant.untimed
    if not limited or own.sitting.submitted_at or state_of(assignment, now) == "closed":
        raise NothingToExtend
    sitting_id = own.sitting.id
    db.session.execute(
        update(Sitting)
        .where(Sitting.id == sitting_id, Sitting.extra_minutes == seen)
        .values(extra_minutes=seen + MINUTES)
    )
    db.session.commit()


def give_everybody_minutes(assignment: Assignment, seen: int, now: datetime) -> None:
    """Give every sitting that is not submitted five more minutes, once for each page that showed `seen`.

    Raises NothingToExtend where time would change nothing.
    """
    db.session.refresh(assignment, with_for_update=True)  # of two clicks at once, one counts what is given
    if assignment.minutes is None or state_of(assignment, now) == "closed":
        raise NothingToExtend
    if minutes_given(assignment.id) == seen:
        db.session.execute(
            update(Sitting)
            .where(Sitting.assignment_id == assignment.id, Sitting.submitted_at.is_(None))
            .values(extra_minutes=Sitting.extra_minutes + MINUTES)
        )
        db.session.commit()


def reopen(assignment: Assignment, own: OwnSitting, now: datetime) -> None:
    """Let a learner go on with a submitted sitting, for five minutes at least; raise CannotReopen if not.

    Only the latest one: nobody has two open sittings.
    """
    sitting = own.sitting
    if sitting.submitted_at is None:
        return
    if state_of(assignment, now) != "open" or sitting.number < _latest(sitting):
        raise CannotReopen
    sitting.submitted_at = None
    ends = ends_at(assignment, sitting, own.participant)
    if assignment.minutes is not None and ends is not None:
        short = now + timedelta(minutes=MINUTES) - ends
        sitting.extra_minutes += max(0, ceil(short / timedelta(minutes=1)))
    db.session.commit()


def _latest(sitting: Sitting) -> int:
    numbers = select(func.max(Sitting.number)).where(
        Sitting.assignment_id == sitting.assignment_id, Sitting.participant_id == sitting.participant_id
    )
    return db.session.scalar(numbers) or 0
