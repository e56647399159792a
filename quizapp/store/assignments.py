"""Assignments: what a class is asked, and each learner's sittings of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base

_MOMENTS = "('at once', 'submitted', 'closed')"


class Assignment(Base):
    """A quiz for a class, its questions chosen and kept when it was made.

    `code` is what learners type: six letters. `pack_hash`, `version`, `seed` and `blueprint` say
    what the questions were made from. `minutes` is the time limit, None for none. `show_…`
    say when a learner sees it: at once, when the sitting is submitted, when the assignment
    is closed. It is closed from `due_at` on, or from `closed_at` on if a teacher closed it.
    `marking` names the rules of credit that are not the usual ones.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("forms BETWEEN 1 AND 6", name="forms_in_range"),
        CheckConstraint("attempts_allowed BETWEEN 1 AND 20", name="attempts_in_range"),
        CheckConstraint("minutes BETWEEN 1 AND 600", name="minutes_in_range"),
        CheckConstraint("due_at > opens_at", name="due_after_opening"),
        CheckConstraint(
            f"show_correctness IN {_MOMENTS} AND show_key IN {_MOMENTS} AND show_explanation IN {_MOMENTS}",
            name="moments_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(80))
    code: Mapped[str] = mapped_column(String(6), unique=True)
    pack: Mapped[str] = mapped_column(String(80))
    pack_hash: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(40))
    seed: Mapped[str] = mapped_column(String(80))
    blueprint: Mapped[dict[str, Any]] = mapped_column(JSON)
    marking: Mapped[dict[str, Any]] = mapped_column(JSON)
    forms: Mapped[int]
    opens_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    attempts_allowed: Mapped[int]
    minutes: Mapped[int | None]
    with_certainty: Mapped[bool] = mapped_column(server_default=false())
    show_correctness: Mapped[str] = mapped_column(String(10))
    show_key: Mapped[str] = mapped_column(String(10))
    show_explanation: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime]


class AssignedQuestion(Base):
    """A question of an assignment, kept once for all of its forms and learners.

    `standing`: it counts as marked, everybody gets full credit, or it is dropped.
    `accepted` holds further answers, each as it would be sent, that a teacher accepts.
    """

    __tablename__ = "assigned_question"
    __table_args__ = (
        UniqueConstraint("assignment_id", "question_id", name="uq_assigned_question_once"),
        CheckConstraint("standing IN ('counts', 'full', 'dropped')", name="standing_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    question_id: Mapped[str] = mapped_column(String(16))
    family: Mapped[str] = mapped_column(String(16), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    topic: Mapped[str] = mapped_column(String(80))
    skill: Mapped[str] = mapped_column(String(4))
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    standing: Mapped[str] = mapped_column(String(8), server_default="counts")
    accepted: Mapped[list[list[str]]] = mapped_column(JSON, default=list)


class FormSeat(Base):
    """Which question stands where in a form: forms are counted from 0, positions from 1."""

    __tablename__ = "form_seat"
    __table_args__ = (
        UniqueConstraint("assignment_id", "form", "assigned_id", name="uq_form_seat_question"),
        CheckConstraint("form >= 0 AND position >= 1", name="places_in_range"),
    )

    assignment_id: Mapped[int] = mapped_column(
        ForeignKey("assignment.id", ondelete="CASCADE"), primary_key=True
    )
    form: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    assigned_id: Mapped[int] = mapped_column(
        ForeignKey("assigned_question.id", ondelete="CASCADE"), index=True
    )


class Sitting(Base):
    """A learner's attempt at an assignment, numbered from 1: what the class knows of it.

    The answers are with the `Attempt` of this `sitting_id`. `extra_minutes` were given to this
    sitting alone. Without `submitted_at` it is over when its time is, or when the assignment closes.
    """

    __tablename__ = "sitting"
    __table_args__ = (
        UniqueConstraint("assignment_id", "participant_id", "number", name="uq_sitting_number"),
        CheckConstraint("number >= 1 AND form >= 0 AND extra_minutes >= 0", name="counts_in_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    form: Mapped[int]
    number: Mapped[int]
    extra_minutes: Mapped[int] = mapped_column(server_default="0")
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
