"""The forms of a sitting: answering a question, and reporting a problem with it."""

from __future__ import annotations

import unicodedata

from flask_wtf import FlaskForm
from wtforms import IntegerField, TextAreaField
from wtforms.validators import DataRequired, Length

from quizapp.taking.forms import AnswerForm

LONGEST_COMMENT = 1000


class SheetForm(AnswerForm):
    """An answer, and the sitting that its page was made for: a browser may change hands."""

    sitting = IntegerField()

    def belongs_to(self, sitting_id: int) -> bool:
        return bool(self.sitting.data == sitting_id)


def _clean(text: str | None) -> str:
    """Drop what no keyboard sends and PostgreSQL refuses; keep lines."""
    lines = (text or "").replace("\r\n", "\n")
    return "".join(
        one for one in lines if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs")
    ).strip()


class ReportForm(FlaskForm):
    """What a learner finds wrong with a question."""

    comment = TextAreaField(
        "What is wrong with this question?",
        filters=[_clean],
        validators=[
            DataRequired("Write what is wrong, in a few words."),
            Length(max=LONGEST_COMMENT, message=f"Use at most {LONGEST_COMMENT} characters."),
        ],
    )
