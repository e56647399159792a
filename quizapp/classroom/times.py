"""When an assignment is open, and when a sitting of it is over: pure, with the time as an argument."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from quizapp.assessment.review import Moment, Revealed, ReviewPolicy
from quizapp.store.assignments import Assignment, Sitting
from quizapp.store.classes import Participant

State = Literal["not open yet", "open", "closed"]

GRACE = timedelta(minutes=2)
"""So long an answer on its way is still taken after the time is up."""


def state_of(assignment: Assignment, now: datetime) -> State:
    ends = closes_at(assignment)
    if ends and now >= ends:
        return "closed"
    return "not open yet" if assignment.opens_at and now < assignment.opens_at else "open"


def closes_at(assignment: Assignment) -> datetime | None:
    """Return when it closes: when it is due, or earlier if its teacher closed it; None for never."""
    return min((end for end in (assignment.due_at, assignment.closed_at) if end), default=None)


def ends_at(assignment: Assignment, sitting: Sitting, participant: Participant) -> datetime | None:
    """Return when a sitting is over if it is not submitted before: None where nothing limits it."""
    ends = [closes_at(assignment), _runs_out(assignment, sitting, participant)]
    return min((end for end in ends if end), default=None)


def is_over(assignment: Assignment, sitting: Sitting, participant: Participant, now: datetime) -> bool:
    """Tell whether a sitting is submitted, or its time is up."""
    ends = ends_at(assignment, sitting, participant)
    return sitting.submitted_at is not None or (ends is not None and now >= ends)


def takes_answers(assignment: Assignment, sitting: Sitting, participant: Participant, now: datetime) -> bool:
    """Tell whether an answer that arrives now is taken: what was sent in time may arrive a little later."""
    ends = ends_at(assignment, sitting, participant)
    return sitting.submitted_at is None and (ends is None or now < ends + GRACE)


def settles_at(assignment: Assignment, sitting: Sitting, participant: Participant) -> datetime | None:
    """Return from when on no answer is taken, answers on their way included; None where nothing ends it."""
    if sitting.submitted_at is not None:
        return sitting.submitted_at
    ends = ends_at(assignment, sitting, participant)
    return ends + GRACE if ends else None


def shown_now(assignment: Assignment, sitting: Sitting, participant: Participant, now: datetime) -> Revealed:
    """Return what a learner is shown of answers now.

    As long as answers on their way are still taken, a sitting is not treated as submitted, nor
    an assignment as closed: who saw the key then could still answer by it.
    """
    closes = closes_at(assignment)
    return policy_of(assignment).revealed(
        submitted=not takes_answers(assignment, sitting, participant, now),
        closed=closes is not None and now >= closes + GRACE,
    )


def policy_of(assignment: Assignment) -> ReviewPolicy:
    return ReviewPolicy(
        Moment(assignment.show_correctness),
        Moment(assignment.show_key),
        Moment(assignment.show_explanation),
    )


def _runs_out(assignment: Assignment, sitting: Sitting, participant: Participant) -> datetime | None:
    if assignment.minutes is None or participant.untimed:
        return None
    minutes = assignment.minutes * (100 + participant.extra_percent) / 100 + sitting.extra_minutes
    return sitting.started_at + timedelta(minutes=minutes)
