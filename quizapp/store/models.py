"""Every model in one place, so that the metadata is whole for who needs all of it."""

from __future__ import annotations

from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import Base
from quizapp.store.texts import AttachedParagraph

__all__ = ["AttachedParagraph", "Attempt", "Base", "DealtQuestion", "Response"]
