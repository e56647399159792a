"""The forms of an assignment: what to ask, and how to hand it out."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from typing import Any, Self

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import DataRequired, Length, StopValidation

from quizapp.assessment.credit import CreditRule
from quizapp.assessment.review import BadPolicy, Moment, ReviewPolicy
from quizapp.classroom.assigning.checks import WholeNumber, refuse, tidy
from quizapp.classroom.assigning.choices import ALL_KINDS, LENGTHS, LEVELS, LONGEST, MOST_FORMS, Choices
from quizapp.classroom.assigning.pressing import Press
from quizapp.classroom.assigning.promises import broken_promises, keeping_marks
from quizapp.classroom.assigning.queries import Begun
from quizapp.classroom.assigning.rearranging import Spot
from quizapp.classroom.assigning.selection import Selection, read_families, read_forms
from quizapp.classroom.assigning.settings import MOMENTS, NUMBER_RULES, PARTS, SELECT_RULES, Settings
from quizapp.classroom.moments import NotATime, in_zone, read_local, typed
from quizapp.facts.pack import Pack
from quizapp.generation.parallel import NAMES
from quizapp.site.words import kind_words
from quizapp.store.assignments import Assignment

TITLE_LENGTH = 80
OTHER = "other"
AT_ONCE = Moment.AT_ONCE.value
_SEED = re.compile(r"[A-Za-z0-9]{1,32}")
_PRESSED = re.compile(r"(show|other|restore|assign)|(leave|swap)-([0-5])-([0-9]{1,2})")


def _titled(what: str) -> list[Any]:
    return [
        DataRequired(f"Give {what} a title, so that learners know what they see."),
        Length(max=TITLE_LENGTH, message=f"A title has at most {TITLE_LENGTH} characters; shorten it."),
    ]


def _typed_if_other(form: NewAssignmentForm, field: Field) -> None:
    """Ask for a number where none of those offered is chosen."""
    field.errors = []
    if form.length.data == OTHER:
        WholeNumber(1, LONGEST, f"Type how many questions, from 1 to {LONGEST}.")(form, field)
    raise StopValidation


class SettingsForm(FlaskForm):
    """How an assignment is handed out; times are read on the clock of its class."""

    title = StringField("Title", filters=[tidy], validators=_titled("it"))
    opens_at = StringField("Opens")
    due_at = StringField("Due")
    attempts = IntegerField(
        "Attempts",
        default=1,
        validators=[WholeNumber(1, 20, "Type how many attempts each learner has, from 1 to 20.")],
    )
    minutes = IntegerField(
        "Time limit in minutes",
        validators=[
            WholeNumber(1, 600, "Type from 1 to 600 minutes, or leave it empty for no limit.", or_none=True)
        ],
    )
    certainty = BooleanField("Ask how sure they are")
    show_correctness = RadioField(PARTS["show_correctness"], choices=dict(MOMENTS), default=AT_ONCE)
    show_key = RadioField(PARTS["show_key"], choices=dict(MOMENTS), default=AT_ONCE)
    show_explanation = RadioField(PARTS["show_explanation"], choices=dict(MOMENTS), default=AT_ONCE)
    select_rule = RadioField(
        "Questions where several options are right",
        choices={name: CreditRule[name].title for name in SELECT_RULES},
        default=SELECT_RULES[0],
    )
    number_rule = RadioField(
        "Questions answered by a number",
        choices={name: CreditRule[name].title for name in NUMBER_RULES},
        default=NUMBER_RULES[0],
    )

    policy = ReviewPolicy()
    opens: datetime | None = None
    due: datetime | None = None

    def on_clock(self, zone: str, now: datetime, kept_due: datetime | None = None) -> Self:
        """Read times on a zone's clock, as of now; a due time that was kept before may stay as it is."""
        self.zone, self.now, self.kept_due = zone, now, kept_due
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        sound = bool(super().validate(extra_validators))
        times = self._validate_times()
        return self._validate_policy() and times and sound

    def _validate_times(self) -> bool:
        self.opens, self.due = self._read_time(self.opens_at), self._read_time(self.due_at)
        if self.due and self.due <= self.now and self.due != self.kept_due:
            return refuse(
                self.due_at,
                "That time is past: the assignment would close at once. Choose a later time, or none.",
            )
        if self.opens and self.due and self.due <= self.opens:
            return refuse(
                self.due_at, "It would be due before it opens. Choose a later time, or let it open earlier."
            )
        return not (self.opens_at.errors or self.due_at.errors)

    def _read_time(self, field: Field) -> datetime | None:
        read = read_local(field.data, self.zone) if (field.data or "").strip() else None
        if isinstance(read, NotATime):
            refuse(field, read.reason)
            return None
        return read

    def _validate_policy(self) -> bool:
        try:
            self.policy = ReviewPolicy(*(Moment(self[name].data) for name in PARTS))
        except BadPolicy as error:
            return refuse(self.show_correctness, str(error))
        except ValueError:  # one of the radio buttons has said so
            return False
        return True

    def settings(self) -> Settings:
        """Return what was set; only after the form was found valid."""
        return Settings(
            title=self.title.data,
            opens_at=self.opens,
            due_at=self.due,
            attempts_allowed=self.attempts.data,
            minutes=self.minutes.data,
            with_certainty=self.certainty.data,
            review=self.policy,
            marking={"select": self.select_rule.data, "number": self.number_rule.data},
        )

    @property
    def has_errors_in_more(self) -> bool:
        return any(self[name].errors for name in MORE)


MORE = (
    "opens_at", "due_at", "attempts", "minutes", "certainty", *PARTS, "select_rule", "number_rule",
)  # fmt: skip
"""The fields that stand folded under "More"."""


class ChangeForm(SettingsForm):
    """New settings of what was handed out: see `promises` for what may not change any more."""

    def of(self, assignment: Assignment, so_far: Begun) -> Self:
        self.assignment, self.so_far = assignment, so_far
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        found = [*broken_promises(self.assignment, self.so_far, super().settings(), self.now)]
        for one in found:
            refuse(self[one.field], one.words)
        return not found

    def settings(self) -> Settings:
        """Return what was set; what decides marks is kept as it was once learners have begun."""
        return keeping_marks(self.assignment, self.so_far, super().settings())


def kept_settings(one: Assignment, zone: str) -> ChangeForm:
    """Return the form with the settings that an assignment has."""
    marking = {"select": SELECT_RULES[0], "number": NUMBER_RULES[0], **one.marking}
    return ChangeForm(
        formdata=None,
        data={
            **{name: getattr(one, name) for name in ("title", "minutes", *PARTS)},
            "opens_at": typed(one.opens_at, zone),
            "due_at": typed(one.due_at, zone),
            "attempts": one.attempts_allowed,
            "certainty": one.with_certainty,
            "select_rule": marking["select"],
            "number_rule": marking["number"],
        },
    )


class NewAssignmentForm(SettingsForm):
    """One page: what to ask, the questions chosen so far, and how to hand them out."""

    topics = SelectMultipleField("Topics", validators=[DataRequired("Tick at least one topic.")])
    kinds = SelectMultipleField(
        "Kinds of question",
        choices={name: kind_words(name) for name in ALL_KINDS},
        validators=[DataRequired("Tick at least one kind of question.")],
    )
    length = RadioField(
        "Questions",
        choices={**{str(n): str(n) for n in LENGTHS}, OTHER: "Another number"},
        default=str(LENGTHS[1]),
    )
    other_length = IntegerField("How many", validators=[_typed_if_other])
    level = RadioField(
        "Difficulty", choices={name: name.capitalize() for name in LEVELS}, default=next(iter(LEVELS))
    )
    forms = RadioField(
        "Forms",
        # Word joiners: no line breaks at the dash.
        choices={"1": "One", **{str(n): f"A\u2060–\u2060{NAMES[n - 1]}" for n in range(2, MOST_FORMS + 1)}},
        default="1",
    )
    pack = HiddenField()
    seed = HiddenField()
    chosen = HiddenField()
    left_out = HiddenField()
    passed = HiddenField()
    mark = HiddenField()
    do = HiddenField()

    def of_pack(self, pack: Pack) -> Self:
        self.topics.choices = {topic.id: topic.title for topic in pack.topics}
        return self

    def validate_choices(self) -> bool:
        """Validate what the questions are made from, and leave the settings for later."""
        fields = (self.topics, self.kinds, self.length, self.other_length, self.level, self.forms)
        return not [field for field in fields if not field.validate(self)]  # every field tells its error

    def choices(self) -> Choices:
        """Return what was chosen; only after `validate_choices`."""
        length = self.other_length.data if self.length.data == OTHER else int(self.length.data)
        return Choices(
            tuple(self.topics.data),
            tuple(self.kinds.data),
            length,
            self.level.data,
            int(self.forms.data),
        )

    def selection(self) -> Selection:
        """Return the questions that the page holds; whatever is not sound will be made anew."""
        seed = self.seed.data or ""
        return Selection(
            seed if _SEED.fullmatch(seed) else a_seed(),
            read_forms(self.chosen.data or ""),
            read_families(self.left_out.data or ""),
            read_families(self.passed.data or ""),
            self.mark.data or "",
        )

    def press(self) -> Press:
        """Return the button that was pressed: unless it is one of ours, the one that shows the questions."""
        found = _PRESSED.fullmatch(self.do.data or "show")
        if found and found[2]:
            return Press(found[2], Spot(int(found[3]), int(found[4])), a_seed())
        return Press(found[1] if found else "show", None, a_seed())


def usual_form(pack: Pack, zone: str, now: datetime) -> NewAssignmentForm:
    """Return the form as a teacher first sees it: everything ticked, ten questions, the day in the title."""
    local = in_zone(now, zone)
    day = f", {local.day} {local:%B}"
    usual = {
        "title": pack.title[: TITLE_LENGTH - len(day)] + day,
        "topics": [topic.id for topic in pack.topics],
        "kinds": list(ALL_KINDS),
    }
    return NewAssignmentForm(formdata=None, data=usual).of_pack(pack).on_clock(zone, now)


def a_seed() -> str:
    """Return a seed that nobody finds by trying all: it gives every form of the quiz, with its keys."""
    return secrets.token_hex(16)
