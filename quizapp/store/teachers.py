"""Teachers, and the links that make one or let one in again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class Teacher(Base):
    """Somebody who signs in. `name_key` is the name as it is compared: case and spaces do not count.

    `epoch` is part of every session: raising it signs the teacher out everywhere.
    """

    __tablename__ = "teacher"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    name_key: Mapped[str] = mapped_column(String(60), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    epoch: Mapped[int] = mapped_column(server_default="0")
    created_at: Mapped[datetime]


class Invitation(Base):
    """A link that works once: to set the server up, to become a teacher, to choose a new password.

    Only a hash of its token is kept. `teacher_id` is whose password a reset is for.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint("purpose IN ('set-up', 'invitation', 'reset')", name="purpose_known"),
        CheckConstraint("(purpose = 'reset') = (teacher_id IS NOT NULL)", name="reset_of_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    purpose: Mapped[str] = mapped_column(String(12))
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
