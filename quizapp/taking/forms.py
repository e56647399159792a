"""The forms of an attempt: starting one, and answering a question."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, IntegerField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, NumberRange, Regexp

from quizapp.assessment.certainty import Certainty, parse_certainty
from quizapp.facts.pack import Pack
from quizapp.taking.plans import LONGEST, Plan

SEED = Regexp(r"^[A-Za-z0-9._-]{0,64}\Z", message="A seed has at most 64 letters, digits, dots and dashes.")
LENGTH = NumberRange(1, LONGEST, message=f"Choose a length from 1 to {LONGEST} questions.")
IDS = Regexp(r"^[a-z0-9,-]{0,4096}\Z", message="That is not a list of ids separated by commas.")


class StartForm(FlaskForm):
    """What to ask about, and how much; a seed or facts come from a link to a certain quiz."""

    pack = StringField()
    topics = SelectMultipleField(
        validators=[DataRequired("Choose at least one topic.")], choices=[], validate_choice=False
    )
    count = IntegerField(validators=[DataRequired("Choose how many questions."), LENGTH])
    seed = StringField(validators=[SEED])
    facts = StringField(validators=[IDS])
    certainty = BooleanField()

    def validate_topics(self, field: SelectMultipleField) -> None:
        """Keep ids that could be topics; `plans.questions_for` passes over those the pack lacks."""
        field.data = [topic for topic in field.data if len(topic) <= 80]

    def plan(self) -> Plan:
        """Return the plan that was asked for, with a seed of its own if none was given."""
        seed = self.seed.data or secrets.token_hex(4)
        return Plan(seed, self.count.data, tuple(self.topics.data), split_ids(self.facts.data))


class RawField(Field):
    """Every value sent under a name, untouched: what is an answer, `assessment.parsing` decides."""

    data: tuple[str, ...] = ()

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = tuple(valuelist)


@dataclass(frozen=True)
class Sent:
    """What a page sent: for which try, every value of the answer, and how sure the learner is.

    `try_number` is 0 where none was sent, `certainty` None where none was said.
    """

    try_number: int
    answer: tuple[str, ...]
    certainty: Certainty | None


class AnswerForm(FlaskForm):
    """An answer to one question. `sent_try`, "try" on the page, is the try that it is for."""

    sent_try = IntegerField(name="try")
    answer = RawField()
    certainty = RawField()

    def sent(self) -> Sent:
        return Sent(self.sent_try.data or 0, self.answer.data, parse_certainty(self.certainty.data))


def split_ids(text: str | None) -> tuple[str, ...]:
    """Return the ids of a comma-separated list, without blanks and repeats, in order."""
    return tuple(dict.fromkeys(part for part in (text or "").split(",") if part))


def all_topics(pack: Pack) -> tuple[str, ...]:
    return tuple(topic.id for topic in pack.topics)
