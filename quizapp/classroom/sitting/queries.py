"""What is read of a sitting. A page of it costs five queries at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from quizapp.assessment.review import Revealed
from quizapp.classroom import times
from quizapp.classroom.participants import current_participant
from quizapp.classroom.sitting.refusals import NoSuchQuestion, NotJoined, UnknownSitting
from quizapp.store.assignments import Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.taking.queries import Item

MOST_SITTINGS = 20
LONGEST_CODE = 12


@dataclass(frozen=True)
class Joined:
    """A learner in the class of an assignment."""

    assignment: Assignment
    school_class: SchoolClass
    participant: Participant


@dataclass(frozen=True)
class OwnSitting(Joined):
    """A learner's own sitting, and the attempt that its answers are with."""

    sitting: Sitting
    attempt: Attempt

    @property
    def defers(self) -> bool:
        """Whether nothing is told before the sitting is submitted, so that answers may be changed."""
        return times.policy_of(self.assignment).may_change_answers

    def is_over(self, now: datetime) -> bool:
        return times.is_over(self.assignment, self.sitting, self.participant, now)

    def takes_answers(self, now: datetime) -> bool:
        return times.takes_answers(self.assignment, self.sitting, self.participant, now)

    def ends_at(self) -> datetime | None:
        return times.ends_at(self.assignment, self.sitting, self.participant)

    def shown(self, now: datetime) -> Revealed:
        return times.shown_now(self.assignment, self.sitting, self.participant, now)


def joined(code: str) -> Joined:
    """Return who this browser is for an assignment; raise NotJoined for nobody, and for no such code."""
    row = None
    if code.isascii() and code.isalpha() and len(code) <= LONGEST_CODE:
        row = db.session.execute(
            select(Assignment, SchoolClass)
            .join(SchoolClass, SchoolClass.id == Assignment.class_id)
            .where(Assignment.code == code.upper())
        ).one_or_none()
    participant = current_participant(row[1].id) if row else None
    if row is None or participant is None:
        raise NotJoined(code)
    return Joined(row[0], row[1], participant)


def own_sitting(code: str, number: int, *, locked: bool = False) -> OwnSitting:
    """Return the learner's sitting of a number; raise UnknownSitting for none.

    `locked` holds off its submission until the transaction ends: an answer is either in
    before it or refused after it.
    """
    here = joined(code)
    found = (
        select(Sitting, Attempt)
        .join(Attempt, Attempt.sitting_id == Sitting.id)
        .where(
            Sitting.assignment_id == here.assignment.id,
            Sitting.participant_id == here.participant.id,
            Sitting.number == min(number, MOST_SITTINGS + 1),
        )
    )
    if locked:
        found = found.with_for_update(read=True, of=Sitting)
    row = db.session.execute(found).one_or_none()
    if row is None:
        raise UnknownSitting(code)
    return OwnSitting(here.assignment, here.school_class, here.participant, row[0], row[1])


def sittings_of(here: Joined) -> list[Sitting]:
    """Return the learner's sittings of the assignment, the first one first."""
    rows = select(Sitting).where(
        Sitting.assignment_id == here.assignment.id, Sitting.participant_id == here.participant.id
    )
    return list(db.session.scalars(rows.order_by(Sitting.number)))


def forms_sat(assignment_id: int) -> list[tuple[int, int]]:
    """Return the form and the participant of every sitting of an assignment."""
    rows = db.session.execute(
        select(Sitting.form, Sitting.participant_id).where(Sitting.assignment_id == assignment_id)
    )
    return [(form, participant) for form, participant in rows]


def length_of(assignment_id: int) -> int:
    """Return how many questions the first form of an assignment has."""
    seats = select(func.count()).where(FormSeat.assignment_id == assignment_id, FormSeat.form == 0)
    return db.session.scalar(seats) or 0


def item_of(own: OwnSitting, items: list[Item], position: int) -> Item:
    """Return the question at a position; raise NoSuchQuestion outside 1 … total."""
    if not 1 <= position <= len(items):
        raise NoSuchQuestion(own.assignment.code, own.sitting.number, len(items))
    return items[position - 1]
