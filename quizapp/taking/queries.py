"""What is read of an attempt. An attempt page costs four queries at most, with certainty five."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, not_, select, true, tuple_
from sqlalchemy.orm import aliased
from sqlalchemy.sql import ColumnElement

from quizapp.assessment.certainty import Certainty, Judged
from quizapp.assessment.marks import exact_credit
from quizapp.generation.question import Question, Reference, question_from_json
from quizapp.store.assignments import AssignedQuestion
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import db
from quizapp.store.texts import AttachedParagraph
from quizapp.taking.refusals import NoSuchPosition, UnknownAttempt

_ATTEMPT_ID = re.compile(r"[A-Za-z0-9_-]{16,43}")

_Close = aliased(Response)


def _to(response: type[Response]) -> ColumnElement[bool]:
    return and_(response.attempt_id == DealtQuestion.attempt_id, response.position == DealtQuestion.position)


_THE_ONE_THAT_COUNTS = and_(_to(Response), Response.final)
_THE_CLOSE_ONE = and_(_to(_Close), not_(_Close.final))

Passages = Mapping[tuple[str, int], str]
"""Attached paragraphs by source and number."""


@dataclass(frozen=True)
class Item:
    """A question of an attempt, the answer to it that counts, and the close try before it, if any.

    `assigned` is what an assignment keeps of the question; None in a quiz of one's own.
    """

    position: int
    question: Question
    response: Response | None
    close: Response | None = None
    assigned: AssignedQuestion | None = None

    @property
    def current_try(self) -> int:
        """The try, from 1, that counts, or that the question is open for."""
        if self.response:
            return self.response.try_number
        return self.close.try_number + 1 if self.close else 1

    @property
    def standing_try(self) -> int:
        """The try, from 1, that has the latest answer, or that the first one will have."""
        latest = self.response or self.close
        return latest.try_number if latest else 1

    def takes(self, try_number: int) -> bool:
        """Tell whether a form for this try was shown once: the current one, or one before it."""
        return 1 <= try_number <= self.current_try


@dataclass(frozen=True)
class Progress:
    """Which positions of an attempt are answered: `credits[n]` is position n + 1's, or None."""

    credits: tuple[float | None, ...]

    @property
    def total(self) -> int:
        return len(self.credits)

    @property
    def answered(self) -> int:
        return sum(credit is not None for credit in self.credits)

    def next_open(self, after: int = 0) -> int | None:
        """Return the next unanswered position, from `after` on and round again; None if none is left."""
        unanswered = [n for n, credit in enumerate(self.credits, start=1) if credit is None]
        return next((n for n in unanswered if n > after), unanswered[0] if unanswered else None)


@dataclass(frozen=True)
class Unfinished:
    """An attempt to go on with."""

    attempt: Attempt
    answered: int
    total: int


def own_attempt(attempt_id: str, learner: str | None) -> Attempt:
    """Return the learner's attempt; raise UnknownAttempt for none, and for somebody else's."""
    # Not every text may be asked of every database: PostgreSQL refuses a NUL.
    attempt = db.session.get(Attempt, attempt_id) if _ATTEMPT_ID.fullmatch(attempt_id) else None
    if attempt is None or attempt.learner != learner:
        raise UnknownAttempt
    return attempt


def progress_of(attempt_id: str) -> Progress:
    rows = db.session.execute(
        select(DealtQuestion.position, Response.credit)
        .outerjoin(Response, _THE_ONE_THAT_COUNTS)
        .where(DealtQuestion.attempt_id == attempt_id)
        .order_by(DealtQuestion.position)
    )
    return Progress(tuple(credit for _, credit in rows))


def item_at(attempt_id: str, position: int, progress: Progress) -> Item:
    """Return the question at a position; raise NoSuchPosition outside 1 … total."""
    if not 1 <= position <= progress.total:
        raise NoSuchPosition(attempt_id, progress.total)
    return _items(attempt_id, DealtQuestion.position == position)[0]


def all_items(attempt_id: str) -> list[Item]:
    """Return every question of an attempt, answered or open, in order: one query."""
    return _items(attempt_id, true())


def answered_items(attempt_id: str) -> list[Item]:
    """Return the answered questions only, in order: nothing is shown of the key of an open one."""
    return _items(attempt_id, Response.id.is_not(None))


def _items(attempt_id: str, condition: object) -> list[Item]:
    rows = db.session.execute(
        select(DealtQuestion, Response, _Close, AssignedQuestion)
        .outerjoin(Response, _THE_ONE_THAT_COUNTS)
        .outerjoin(_Close, _THE_CLOSE_ONE)
        .outerjoin(AssignedQuestion, AssignedQuestion.id == DealtQuestion.assigned_id)
        .where(DealtQuestion.attempt_id == attempt_id, condition)  # type: ignore[arg-type]
        .order_by(DealtQuestion.position)
    )
    return [
        Item(dealt.position, _kept(dealt, assigned), response, close, assigned)
        for dealt, response, close, assigned in rows
    ]


def _kept(dealt: DealtQuestion, assigned: AssignedQuestion | None) -> Question:
    snapshot = assigned.snapshot if assigned else dealt.snapshot
    assert snapshot is not None  # a named CHECK of the table sees to it
    return question_from_json(snapshot)


def standing_response(attempt_id: str, position: int, try_number: int) -> Response | None:
    """Return the answer that a try of a question already has, if any."""
    return db.session.scalar(
        select(Response).where(
            Response.attempt_id == attempt_id,
            Response.position == position,
            Response.try_number == try_number,
        )
    )


def judged_answers(learner: str) -> list[Judged]:
    """Return every answer of a learner that counts and was given with certainty, in whatever quiz."""
    rows = db.session.execute(
        select(Response.credit, Response.certainty)
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(Attempt.learner == learner, Response.final)
    )
    return [judged_answer(credit, certainty) for credit, certainty in rows if certainty is not None]


def judged_answer(credit: float, certainty: int) -> Judged:
    return Judged(exact_credit(credit), Certainty(certainty))


def passages_for(pack_id: str, references: Iterable[Reference]) -> Passages:
    """Return the cited paragraphs of the articles that were attached to this server."""
    places = sorted({(ref.source, number) for ref in references for number in ref.paragraphs})
    if not places:
        return {}
    rows = db.session.scalars(
        select(AttachedParagraph).where(
            AttachedParagraph.pack == pack_id,
            tuple_(AttachedParagraph.source, AttachedParagraph.number).in_(places),
        )
    )
    return {(row.source, row.number): row.text for row in rows}


def unfinished_attempts(learner: str | None, limit: int = 5) -> list[Unfinished]:
    """Return the learner's attempts with open questions, the newest first."""
    if learner is None:
        return []
    answered = func.count(Response.id)
    total = func.count(DealtQuestion.position)
    rows = db.session.execute(
        select(Attempt, answered, total)
        .join(DealtQuestion, DealtQuestion.attempt_id == Attempt.id)
        .outerjoin(Response, _THE_ONE_THAT_COUNTS)
        .where(Attempt.learner == learner)
        .group_by(Attempt.id)
        .having(answered < total)
        .order_by(Attempt.started_at.desc())
        .limit(limit)
    )
    return [Unfinished(*row) for row in rows]
