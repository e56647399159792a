"""What is wrong with a question, and what was done about it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class ProblemReport(Base):
    """A learner's word that something is wrong with a question, in a sitting."""

    __tablename__ = "problem_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"), index=True)
    assigned_id: Mapped[int] = mapped_column(
        ForeignKey("assigned_question.id", ondelete="CASCADE"), index=True
    )
    comment: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class Mending(Base):
    """A change of how a question is marked: who, what, when and why.

    `teacher` is a name, kept whatever becomes of the account. `accepted` is the further answer, as
    it would be sent, where the action is to accept one.
    """

    __tablename__ = "mending"
    __table_args__ = (
        CheckConstraint("action IN ('accept', 'full', 'drop')", name="action_known"),
        CheckConstraint("(action = 'accept') = (accepted IS NOT NULL)", name="accepts_something"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assigned_id: Mapped[int] = mapped_column(
        ForeignKey("assigned_question.id", ondelete="CASCADE"), index=True
    )
    action: Mapped[str] = mapped_column(String(8))
    accepted: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    reason: Mapped[str] = mapped_column(Text)
    teacher: Mapped[str] = mapped_column(String(60))
    mended_at: Mapped[datetime]


class OldMark(Base):
    """The credit that a response had before a mending."""

    __tablename__ = "old_mark"

    mending_id: Mapped[int] = mapped_column(ForeignKey("mending.id", ondelete="CASCADE"), primary_key=True)
    response_id: Mapped[int] = mapped_column(
        ForeignKey("response.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    credit: Mapped[float]
