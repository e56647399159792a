"""A row for every table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from quizapp.store.models import AttachedParagraph, Attempt, Base, DealtQuestion, Response

A_MOMENT = datetime(2026, 3, 5, 14, 5, 59, 123456, UTC)


def an_attempt(**columns: Any) -> Attempt:
    defaults = {
        "id": "a" * 43,
        "learner": "l" * 43,
        "pack": "small",
        "pack_hash": "0" * 64,
        "seed": "seed",
        "version": "0.1.0",
        "blueprint": {"topics": ["history"], "length": 10},
        "retried_from": None,
        "started_at": A_MOMENT,
    }
    return Attempt(**defaults | columns)


def a_dealt_question(**columns: Any) -> DealtQuestion:
    defaults = {
        "attempt_id": "a" * 43,
        "position": 1,
        "question_id": "q" * 16,
        "family": "f" * 16,
        "snapshot": {"stem": "Was wäre “wenn”?"},
    }
    return DealtQuestion(**defaults | columns)


def a_response(**columns: Any) -> Response:
    defaults = {
        "attempt_id": "a" * 43,
        "position": 1,
        "try_number": 1,
        "answer": ["0"],
        "credit": 0.5,
        "answered_at": A_MOMENT,
    }
    return Response(**defaults | columns)


def an_attached_paragraph(**columns: Any) -> AttachedParagraph:
    defaults = {"pack": "small", "source": "gazette", "number": 1, "text": "Words.", "attached_at": A_MOMENT}
    return AttachedParagraph(**defaults | columns)


def a_row_for_every_table() -> list[Base]:
    """Return rows in an order in which they can be inserted, parents first."""
    retried = an_attempt(id="b" * 43, retried_from="a" * 43)
    close = a_response(credit=0, final=False)
    mended = a_response(try_number=2, certainty=3)
    return [an_attempt(), retried, a_dealt_question(), close, mended, an_attached_paragraph()]
