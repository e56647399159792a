"""Classes and who is in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class SchoolClass(Base):
    """A class of one teacher. `time_zone` is an IANA name; times are shown and read in it.

    `naming` says what learners go by: a name from the roster, a nickname of their own
    choosing, or a name made for them (no free text).
    """

    __tablename__ = "school_class"
    __table_args__ = (CheckConstraint("naming IN ('roster', 'nickname', 'generated')", name="naming_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(80))
    time_zone: Mapped[str] = mapped_column(String(64))
    naming: Mapped[str] = mapped_column(String(12))
    created_at: Mapped[datetime]


class Participant(Base):
    """A learner in a class: a name, and what lets a browser be that learner.

    A browser's session holds the id and `claim`; another `claim` makes the name free
    again, and what it has answered stays. `joined_at` is None while nobody has taken the name.
    `resume_code` lets the learner go on from another device. `extra_percent` is added to
    every time limit; who is `untimed` has none.
    """

    __tablename__ = "participant"
    __table_args__ = (
        UniqueConstraint("class_id", "name_key", name="uq_participant_name"),
        CheckConstraint("extra_percent BETWEEN 0 AND 300", name="extra_in_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    name_key: Mapped[str] = mapped_column(String(60))
    claim: Mapped[int] = mapped_column(server_default="0")
    resume_code: Mapped[str] = mapped_column(String(12), unique=True)
    extra_percent: Mapped[int] = mapped_column(server_default="0")
    untimed: Mapped[bool] = mapped_column(server_default=false())
    joined_at: Mapped[datetime | None]
