"""What a teacher sets for an assignment beside its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.assessment.credit import CreditRule
from quizapp.assessment.review import Moment, ReviewPolicy

SELECT_RULES = ("PLUS_MINUS", "ALL_OR_NOTHING")
NUMBER_RULES = ("AS_REPORTED", "EXACT", "IN_BANDS")

MOMENTS: Mapping[str, str] = {
    Moment.AT_ONCE.value: "At once",
    Moment.SUBMITTED.value: "After handing in",
    Moment.CLOSED.value: "After it closes",
}

PARTS: Mapping[str, str] = {
    "show_correctness": "Right or wrong",
    "show_key": "The right answer",
    "show_explanation": "Explanation and source",
}
"""What a review policy says the moment of, by the name of its field and column."""


@dataclass(frozen=True)
class Settings:
    """The settings of an assignment; `minutes` is None for no limit, times are in UTC or None."""

    title: str
    opens_at: datetime | None
    due_at: datetime | None
    attempts_allowed: int
    minutes: int | None
    with_certainty: bool
    review: ReviewPolicy
    marking: Mapping[str, str]


def rule_words(name: str) -> str:
    """Return what a rule of credit does, by its name as an assignment keeps it."""
    return CreditRule[name].text
