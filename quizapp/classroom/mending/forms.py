"""The forms of mending: what is done about a question, and settling a report."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from quizapp.assessment.forms import AnswerForm
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.mending.regrading import Change
from quizapp.generation.question import question_from_json
from quizapp.store.assignments import AssignedQuestion
from quizapp.taking.forms import RawField

LONGEST_REASON = 500
OTHER = "other"
_ACCEPT = "accept:"


def accept_value(raw: tuple[str, ...]) -> str:
    """Return what the radio button that accepts an answer sends: the answer itself, not its place in a list.

    The list may be another one by the time the form arrives.
    """
    return _ACCEPT + json.dumps(raw)


def readable(text: str | None) -> str:
    """Return text without what no keyboard sends and PostgreSQL refuses; line breaks stay."""
    kept = (one for one in (text or "") if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs"))
    return "".join(kept).strip()


@dataclass(frozen=True)
class Decided:
    """What a teacher decided: the change, for what reason, and whether the reports are settled by it."""

    change: Change
    reason: str
    settle: bool


class MendForm(FlaskForm):
    """What to do (`what`), for everybody's information why, and the answer where it was typed."""

    what = StringField("What to do", validators=[DataRequired("Choose what to do about the question.")])
    answer = RawField()
    reason = TextAreaField(
        "Reason",
        filters=[readable],
        validators=[
            DataRequired("Give the reason: learners see it beside their mark."),
            Length(max=LONGEST_REASON, message=f"Use at most {LONGEST_REASON} characters."),
        ],
    )
    settle = BooleanField("Settle the problems reported about this question", default=True)

    answer_form: AnswerForm
    """How the question is answered: set it before validating."""
    change: Change | None = None
    """What was chosen, once it is known to be possible."""

    def sent(self) -> Decided:
        """Return what was decided, once the form is valid."""
        assert self.change is not None
        return Decided(self.change, self.reason.data, self.settle.data)

    def validate_what(self, field: StringField) -> None:
        if field.data in ("full", "drop"):
            self.change = Change(field.data)
        elif field.data != OTHER:
            self.change = Change("accept", self._accepted(_listed(field.data)))

    def validate_answer(self, field: RawField) -> None:
        if self.what.data == OTHER:
            self.change = Change("accept", self._accepted(field.data or ()))

    def _accepted(self, raw: tuple[str, ...]) -> tuple[str, ...]:
        answer = parse(self.answer_form, raw)
        if isinstance(answer, Answer):
            return answer.raw
        raise ValidationError(answer.reason)


def form_for(assigned: AssignedQuestion) -> MendForm:
    """Return the form that was sent, or an empty one, for a question."""
    form = MendForm()
    form.answer_form = question_from_json(assigned.snapshot).form
    return form


def _listed(value: str) -> tuple[str, ...]:
    """Return the answer that `accept_value` wrote, or nothing."""
    try:
        found = json.loads(value.removeprefix(_ACCEPT)) if value.startswith(_ACCEPT) else []
    except (ValueError, RecursionError):
        found = []
    return tuple(str(one) for one in found) if isinstance(found, list) else ()
