"""Attempts: a quiz as it was dealt, and the answers to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.store.base import Base


class Attempt(Base):
    """One quiz dealt to one learner.

    `id` is an unguessable token that stands in its address; `learner` is the token in
    the browser's session, the only thing that ties an attempt to anybody. `pack_hash`,
    `seed`, `version` and `blueprint` (topics, length) reproduce the quiz; `retried_from`
    names the attempt whose missed questions it repeats. `with_certainty`: each answer
    comes with how sure its learner is. The pack may change; the questions kept with the
    attempt do not. An attempt at an assignment has a `sitting_id`, and a `learner` that is
    in no browser's session: it opens on the pages of its class alone.
    """

    __tablename__ = "attempt"
    __table_args__ = (CheckConstraint("length(id) >= 16", name="id_unguessable"),)

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    learner: Mapped[str] = mapped_column(String(43), index=True)
    pack: Mapped[str] = mapped_column(String(80))
    pack_hash: Mapped[str] = mapped_column(String(64))
    seed: Mapped[str] = mapped_column(String(80))
    version: Mapped[str] = mapped_column(String(40))
    blueprint: Mapped[dict[str, Any]] = mapped_column(JSON)
    retried_from: Mapped[str | None] = mapped_column(
        ForeignKey("attempt.id", ondelete="SET NULL"), index=True
    )
    started_at: Mapped[datetime]
    with_certainty: Mapped[bool] = mapped_column(server_default=false())
    sitting_id: Mapped[int | None] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"), unique=True)

    questions: Mapped[list[DealtQuestion]] = relationship(
        order_by="DealtQuestion.position", cascade="all, delete-orphan", passive_deletes=True
    )
    responses: Mapped[list[Response]] = relationship(
        order_by="Response.position, Response.try_number",
        primaryjoin="Attempt.id == foreign(Response.attempt_id)",
        viewonly=True,
    )


class DealtQuestion(Base):
    """One question of an attempt, at a position counted from 1: its snapshot, or the assigned one."""

    __tablename__ = "dealt_question"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("(snapshot IS NULL) <> (assigned_id IS NULL)", name="kept_once"),
    )

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question_id: Mapped[str] = mapped_column(String(16), index=True)
    family: Mapped[str] = mapped_column(String(16), index=True)
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    assigned_id: Mapped[int | None] = mapped_column(
        ForeignKey("assigned_question.id", ondelete="CASCADE"), index=True
    )


class Response(Base):
    """One answer: what was sent, and the credit (0 to 1) it was given.

    Unique on attempt, position and try: a double click, a retry after a lost reply and
    a second tab all meet the same row, and the first answer stands (of a sitting whose
    answers may be changed until it is submitted, the last). A try that is not
    `final` was close, and earns nothing; the next one counts, and one counts at most.
    `certainty` is how sure the learner was, 1 to 3; None where the attempt does not ask.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("attempt_id", "position", "try_number", name="uq_response_once"),
        ForeignKeyConstraint(
            ["attempt_id", "position"],
            ["dealt_question.attempt_id", "dealt_question.position"],
            ondelete="CASCADE",
            name="fk_response_dealt_question",
        ),
        CheckConstraint("credit >= 0 AND credit <= 1", name="credit_in_range"),
        CheckConstraint("try_number >= 1", name="try_from_one"),
        CheckConstraint("certainty BETWEEN 1 AND 3", name="certainty_one_to_three"),
        CheckConstraint("final OR credit = 0", name="open_try_earns_nothing"),
        Index(
            "uq_response_final",
            "attempt_id",
            "position",
            unique=True,
            sqlite_where=text("final"),
            postgresql_where=text("final"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(String(43))
    position: Mapped[int]
    try_number: Mapped[int]
    answer: Mapped[list[str]] = mapped_column(JSON)
    credit: Mapped[float]
    answered_at: Mapped[datetime]
    final: Mapped[bool] = mapped_column(server_default=true())
    certainty: Mapped[int | None]
