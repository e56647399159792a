"""Attaching article texts: a teacher's own copies go into the database, and out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Delete, delete, func, select

from quizapp.store.base import db
from quizapp.store.texts import AttachedParagraph


@dataclass(frozen=True)
class AttachedText:
    """A text to attach, or attached: a source's paragraphs, numbered as its pack numbers them."""

    pack: str
    source: str
    paragraphs: Mapping[int, str]


@dataclass(frozen=True)
class AttachedCount:
    """How many paragraphs of a source are attached, and since when."""

    pack: str
    source: str
    paragraphs: int
    since: datetime


def attach(texts: list[AttachedText], now: datetime) -> None:
    """Keep the paragraphs of some texts, in place of what was attached for the same sources."""
    for text in texts:
        db.session.execute(_delete(text.source, text.pack))
        db.session.add_all(
            AttachedParagraph(pack=text.pack, source=text.source, number=number, text=words, attached_at=now)
            for number, words in text.paragraphs.items()
        )
    db.session.commit()


def detach(source: str | None = None) -> list[AttachedCount]:
    """Remove the text of a source, or of all sources; return what was removed."""
    removed = [one for one in attached() if source is None or one.source == source]
    for one in removed:
        db.session.execute(_delete(one.source, one.pack))
    db.session.commit()
    return removed


def attached() -> list[AttachedCount]:
    """Return what is attached, by pack and source."""
    rows = db.session.execute(
        select(
            AttachedParagraph.pack,
            AttachedParagraph.source,
            func.count(),
            func.min(AttachedParagraph.attached_at),
        )
        .group_by(AttachedParagraph.pack, AttachedParagraph.source)
        .order_by(AttachedParagraph.pack, AttachedParagraph.source)
    )
    return [AttachedCount(*row) for row in rows]


def _delete(source: str, pack: str) -> Delete:
    return delete(AttachedParagraph).where(AttachedParagraph.pack == pack, AttachedParagraph.source == source)
