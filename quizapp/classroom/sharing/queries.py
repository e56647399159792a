"""How many have come: counts, never names, for a page that everybody sees."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select

from quizapp.store.assignments import Assignment, Sitting
from quizapp.store.base import db
from quizapp.store.classes import Participant


@dataclass(frozen=True)
class Turnout:
    """How many names the class has, how many of them are taken, how many learners began and submitted."""

    names: int
    joined: int
    begun: int
    submitted: int


def turnout_of(assignment: Assignment) -> Turnout:
    """Count learners, each once: two queries."""
    people = select(func.count(), func.count(Participant.joined_at)).where(
        Participant.class_id == assignment.class_id
    )
    # Without a time it is NULL, which is not counted.
    submitter = case((Sitting.submitted_at.is_not(None), Sitting.participant_id))
    sat = select(func.count(Sitting.participant_id.distinct()), func.count(submitter.distinct())).where(
        Sitting.assignment_id == assignment.id
    )
    names, joined = db.session.execute(people).one()
    begun, submitted = db.session.execute(sat).one()
    return Turnout(names, joined, begun, submitted)
