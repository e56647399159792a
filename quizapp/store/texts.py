"""Article texts that a teacher attached: the cited paragraphs of her own copies."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class AttachedParagraph(Base):
    """One paragraph of a source's text, numbered as the pack numbers it, from 1."""

    __tablename__ = "attached_paragraph"
    __table_args__ = (CheckConstraint("number >= 1", name="number_from_one"),)

    pack: Mapped[str] = mapped_column(String(80), primary_key=True)
    source: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    attached_at: Mapped[datetime]
