"""The gradebook of an assignment: everything that its results are made from, in five queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.sql import ColumnElement

from quizapp.assessment.marks import exact_credit
from quizapp.classroom.times import is_over
from quizapp.generation.question import Question, question_from_json
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant


@dataclass(frozen=True)
class AssignedItem:
    """A question of an assignment. `places` has its position, from 1, in each form (from 0) it stands in."""

    id: int
    question: Question
    standing: str
    accepted: tuple[tuple[str, ...], ...]
    places: Mapping[int, int]

    @property
    def counts(self) -> bool:
        """Whether it is part of anybody's mark."""
        return self.standing != "dropped"


@dataclass(frozen=True)
class Given:
    """An answer that counts: as it was sent, its credit (0 to 1), how sure (1 to 3, None if not asked)."""

    response_id: int
    answer: tuple[str, ...]
    credit: Fraction
    certainty: int | None
    answered_at: datetime


@dataclass(frozen=True)
class Sat:
    """A sitting: who sat which form, the number (from 1) of the attempt, and the answers by item id.

    `over`: submitted, or the time is up; what is not answered by then is blank.
    """

    id: int
    participant_id: int
    name: str
    form: int
    number: int
    started_at: datetime
    submitted_at: datetime | None
    over: bool
    given: Mapping[int, Given]


@dataclass(frozen=True)
class Score:
    """Points, of how many: a point for each question that counts."""

    points: Fraction
    of: int

    @property
    def share(self) -> Fraction:
        """From 0 to 1; 0 where nothing counts."""
        return self.points / self.of if self.of else Fraction(0)


@dataclass(frozen=True)
class Gradebook:
    """An assignment's items in the order of the first form, its class, and every sitting, the first first."""

    items: tuple[AssignedItem, ...]
    participants: tuple[Participant, ...]
    sittings: tuple[Sat, ...]

    @property
    def first_attempts(self) -> tuple[Sat, ...]:
        """Each learner's first sitting, once it is over: what statistics are made from."""
        return tuple(sat for sat in self.sittings if sat.number == 1 and sat.over)

    def items_of(self, form: int) -> tuple[AssignedItem, ...]:
        """Return the items of a form, counted from 0, in its order."""
        return tuple(
            sorted((one for one in self.items if form in one.places), key=lambda one: one.places[form])
        )

    def score(self, sat: Sat) -> Score:
        """Return the mark of a sitting: blanks earn nothing, dropped questions do not count."""
        counted = [item for item in self.items_of(sat.form) if item.counts]
        return Score(sum((credit_of(item, sat) for item in counted), Fraction(0)), len(counted))


def credit_of(item: AssignedItem, sat: Sat) -> Fraction:
    """Return the credit of a sitting's answer, 0 to 1, as the question is marked now."""
    given = sat.given.get(item.id)
    return earned(item.standing, given.credit if given else None)


def earned(standing: str, credit: Fraction | None) -> Fraction:
    """Return what an answer earns, None for a blank; where everybody gets full credit, a blank does too."""
    return Fraction(1) if standing == "full" else credit or Fraction(0)


def gradebook(assignment: Assignment, now: datetime, participant_id: int | None = None) -> Gradebook:
    """Read the gradebook, in as many queries whatever the number of learners and questions.

    With `participant_id`, of one learner alone.
    """
    only = [] if participant_id is None else [Participant.id == participant_id]
    participants = db.session.scalars(
        select(Participant)
        .where(Participant.class_id == assignment.class_id, *only)
        .order_by(Participant.name_key)
    ).all()
    return Gradebook(
        items=_items(assignment.id),
        participants=tuple(participants),
        sittings=_sittings(assignment, now, participant_id),
    )


def _items(assignment_id: int) -> tuple[AssignedItem, ...]:
    places: dict[int, dict[int, int]] = defaultdict(dict)
    seats = select(FormSeat).where(FormSeat.assignment_id == assignment_id)
    for seat in db.session.scalars(seats):
        places[seat.assigned_id][seat.form] = seat.position
    rows = db.session.scalars(
        select(AssignedQuestion).where(AssignedQuestion.assignment_id == assignment_id)
    ).all()
    items = [
        AssignedItem(
            row.id,
            question_from_json(row.snapshot),
            row.standing,
            tuple(tuple(answer) for answer in row.accepted),
            places[row.id],
        )
        for row in rows
    ]
    return tuple(sorted(items, key=lambda item: min(item.places.items(), default=(99, item.id))))


def _sittings(assignment: Assignment, now: datetime, participant_id: int | None) -> tuple[Sat, ...]:
    given = _given(assignment.id, participant_id)
    # With their learners: somebody may join between one query and the next.
    rows = db.session.execute(
        select(Sitting, Participant)
        .join(Participant, Participant.id == Sitting.participant_id)
        .where(Sitting.assignment_id == assignment.id, *_of(participant_id))
        .order_by(Sitting.started_at, Sitting.id)
    )
    return tuple(
        Sat(
            row.id,
            row.participant_id,
            participant.name,
            row.form,
            row.number,
            row.started_at,
            row.submitted_at,
            is_over(assignment, row, participant, now),
            given[row.id],
        )
        for row, participant in rows
    )


def _of(participant_id: int | None) -> list[ColumnElement[bool]]:
    return [] if participant_id is None else [Sitting.participant_id == participant_id]


def _given(assignment_id: int, participant_id: int | None) -> Mapping[int, dict[int, Given]]:
    found: dict[int, dict[int, Given]] = defaultdict(dict)
    rows = db.session.execute(
        select(
            Sitting.id,
            AssignedQuestion.id,
            Response.id,
            Response.answer,
            Response.credit,
            Response.certainty,
            Response.answered_at,
        )
        .select_from(Sitting)
        .join(Attempt, Attempt.sitting_id == Sitting.id)
        .join(DealtQuestion, DealtQuestion.attempt_id == Attempt.id)
        .join(AssignedQuestion, AssignedQuestion.id == DealtQuestion.assigned_id)
        .join(
            Response,
            (Response.attempt_id == DealtQuestion.attempt_id)
            & (Response.position == DealtQuestion.position)
            & Response.final,
        )
        .where(Sitting.assignment_id == assignment_id, *_of(participant_id))
    )
    for sitting_id, item_id, response_id, answer, credit, certainty, answered_at in rows:
        found[sitting_id][item_id] = Given(
            response_id, tuple(answer), exact_credit(credit), certainty, answered_at
        )
    return found
