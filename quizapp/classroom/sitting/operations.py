"""What changes a sitting: beginning it, answering, handing it in, reporting a problem.

Each operation commits once. Constraints decide which of two clicks was first.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.assessment.marks import Answer, Mark, NotAnAnswer
from quizapp.classroom import times
from quizapp.classroom.marking import mark_answer
from quizapp.classroom.sitting.dealing import form_for
from quizapp.classroom.sitting.queries import Joined, OwnSitting, forms_sat, sittings_of
from quizapp.classroom.sitting.refusals import (
    Closed,
    EnoughReports,
    NoAttemptLeft,
    NothingAssigned,
    NotOpenYet,
    StaleSheet,
)
from quizapp.store.assignments import AssignedQuestion, FormSeat, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion
from quizapp.store.base import db
from quizapp.store.mendings import ProblemReport
from quizapp.taking.forms import Sent
from quizapp.taking.operations import Marker, Recorded, record_answer, revise_answer
from quizapp.taking.queries import Item

MOST_REPORTS = 5
"""So many problems a learner may report with one question of a sitting."""


@dataclass(frozen=True)
class TooLate:
    """The answer came after the time was up, or after the sitting was submitted: it is not taken."""


def start_sitting(here: Joined, now: datetime) -> int:
    """Begin the learner's next sitting and return its number; of one that is not over, its number.

    Raises NotOpenYet, Closed, NoAttemptLeft or NothingAssigned.
    """
    before = sittings_of(here)
    running = [one for one in before if not times.is_over(here.assignment, one, here.participant, now)]
    if running:
        return running[-1].number
    _refuse_unless_open(here, len(before), now)
    number = len(before) + 1
    try:
        _add_sitting(here, number, now)
        db.session.commit()
    except IntegrityError:  # begun twice at the same moment: the other one is this one
        db.session.rollback()
    return number


def _refuse_unless_open(here: Joined, used: int, now: datetime) -> None:
    code = here.assignment.code
    state = times.state_of(here.assignment, now)
    if state != "open":
        raise Closed(code) if state == "closed" else NotOpenYet(code)
    if used >= here.assignment.attempts_allowed:
        raise NoAttemptLeft(code)


def _add_sitting(here: Joined, number: int, now: datetime) -> None:
    assignment, participant = here.assignment, here.participant
    form = form_for(assignment.forms, participant.id, forms_sat(assignment.id))
    dealt = _dealt(assignment.id, form)
    if not dealt:
        raise NothingAssigned(assignment.code)
    sitting = Sitting(
        assignment_id=assignment.id, participant_id=participant.id, form=form, number=number, started_at=now
    )
    db.session.add(sitting)
    attempt = Attempt(
        id=secrets.token_urlsafe(16),
        learner=secrets.token_urlsafe(32),  # in no browser's session
        pack=assignment.pack,
        pack_hash=assignment.pack_hash,
        seed=assignment.seed,
        version=assignment.version,
        blueprint=assignment.blueprint,
        with_certainty=assignment.with_certainty,
        started_at=now,
        questions=dealt,
    )
    db.session.flush()
    attempt.sitting_id = sitting.id
    db.session.add(attempt)


def _dealt(assignment_id: int, form: int) -> list[DealtQuestion]:
    rows = db.session.execute(
        select(FormSeat.position, AssignedQuestion.id, AssignedQuestion.question_id, AssignedQuestion.family)
        .join(AssignedQuestion, AssignedQuestion.id == FormSeat.assigned_id)
        .where(FormSeat.assignment_id == assignment_id, FormSeat.form == form)
        .order_by(FormSeat.position)
    )
    return [
        DealtQuestion(position=position, assigned_id=assigned_id, question_id=question_id, family=family)
        for position, assigned_id, question_id, family in rows
    ]


def give_answer(own: OwnSitting, item: Item, sent: Sent, now: datetime) -> Recorded | NotAnAnswer | TooLate:
    """Take an answer under the review policy: the first one stands, or the last one before submission.

    An answer that is repeated after the end, since the reply to it was lost, was taken.
    """
    if not own.takes_answers(now):
        stands = item.response is not None and tuple(item.response.answer) == sent.answer
        return Recorded(stands_instead=False) if stands else TooLate()
    if own.defers:
        return revise_answer(own.attempt, item, sent, now, _marker(own))
    if not item.takes(sent.try_number):
        raise StaleSheet(own.assignment.code, own.sitting.number)
    return record_answer(own.attempt, item, sent, now, _marker(own))


def _marker(own: OwnSitting) -> Marker:
    def mark(item: Item, answer: Answer) -> Mark:
        assert item.assigned is not None  # a sitting's questions are assigned ones
        return mark_answer(item.question, item.assigned, own.assignment, answer)

    return mark


def submit_sitting(own: OwnSitting, now: datetime) -> None:
    """Hand a sitting in, at its end at the latest; what was handed in stays as it was."""
    ends = own.ends_at()
    db.session.execute(
        update(Sitting)
        .where(Sitting.id == own.sitting.id, Sitting.submitted_at.is_(None))
        .values(submitted_at=min(now, ends) if ends else now)
    )
    db.session.commit()


def report(own: OwnSitting, item: Item, comment: str, now: datetime) -> None:
    """Keep a learner's word on a question; raise EnoughReports beyond `MOST_REPORTS`."""
    assert item.assigned is not None
    kept = db.session.scalar(
        select(func.count()).where(
            ProblemReport.sitting_id == own.sitting.id, ProblemReport.assigned_id == item.assigned.id
        )
    )
    # Two sent in the same moment may make six: the limit is against floods, not a rule of marking.
    if kept is not None and kept >= MOST_REPORTS:
        raise EnoughReports(own.assignment.code, own.sitting.number)
    db.session.add(
        ProblemReport(
            sitting_id=own.sitting.id, assigned_id=item.assigned.id, comment=comment, reported_at=now
        )
    )
    db.session.commit()
