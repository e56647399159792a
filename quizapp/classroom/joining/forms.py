"""The forms at the door: a code, a name by each way of naming, a resume code."""

from __future__ import annotations

import secrets
from hashlib import sha256

from flask import current_app
from flask_wtf import FlaskForm
from itsdangerous import BadSignature, URLSafeSerializer
from wtforms import IntegerField, StringField, ValidationError
from wtforms.validators import DataRequired, InputRequired

from quizapp.classroom.names import LONGEST_NAME, clean_name
from quizapp.classroom.participants import LARGEST_TICKET


class CodeForm(FlaskForm):
    """The six letters that lead to a quiz."""

    code = StringField(
        "Code", validators=[DataRequired("Type the six letters of the code that you were given.")]
    )


class NameForm(FlaskForm):
    """What every way of taking a name sends: a ticket, drawn when the page was made."""

    ticket = StringField()

    @property
    def claim(self) -> int:
        """Return the claim that the ticket gives.

        A double click, or a try again after the reply was lost, has the ticket of the first
        try, and so finds the name to be its own.
        """
        ticket = self.ticket.data or new_ticket()
        return 1 + int.from_bytes(sha256(ticket.encode()).digest()[:4]) % LARGEST_TICKET

    @property
    def problem(self) -> str:
        """Return what is wrong, or nothing."""
        return next((str(message) for messages in self.errors.values() for message in messages), "")


class RosterForm(NameForm):
    """A name from the list."""

    participant = IntegerField(validators=[InputRequired("Choose your name from the list.")])


class NicknameForm(NameForm):
    """A name of the learner's own."""

    name = StringField("Your nickname", filters=[lambda text: clean_name(text or "")])

    def validate_name(self, field: StringField) -> None:
        if sum(letter.isalpha() for letter in field.data) < 2:
            raise ValidationError("Type a nickname of at least two letters.")
        if len(field.data) > LONGEST_NAME:
            raise ValidationError(
                f"That is {len(field.data)} characters long. Shorten it to {LONGEST_NAME} at most."
            )


class OfferForm(NameForm):
    """A generated name, as it was offered: signed, so that no other can be sent."""

    offer = StringField()

    def offered_name(self, class_id: int) -> str | None:
        """Return the name that was offered to this class; None for anything else."""
        try:
            kept = _offers().loads(self.offer.data or "")
        except BadSignature:
            return None
        return str(kept[1]) if kept[0] == class_id else None


class ResumeForm(FlaskForm):
    """The code that lets a learner go on from another device."""

    resume_code = StringField("Resume code")

    @property
    def typed(self) -> str:
        return self.resume_code.data or ""

    def refused(self) -> str:
        """Return why a code that belongs to nobody in the class was not taken."""
        if not self.typed.strip():
            return "Type the eight letters of your resume code."
        return (
            "Nobody in this class has that resume code. Compare it with what you wrote down; "
            "if it is lost, your teacher can look it up."
        )


def name_form(naming: str) -> NameForm:
    """Return the form that was sent to take a name, in a class that names its learners so."""
    forms: dict[str, type[NameForm]] = {
        "roster": RosterForm,
        "nickname": NicknameForm,
        "generated": OfferForm,
    }
    return forms[naming]()


def signed_offer(class_id: int, name: str) -> str:
    """Return a generated name as `OfferForm` takes it."""
    signed = _offers().dumps([class_id, name])
    return signed if isinstance(signed, str) else signed.decode()


def new_ticket() -> str:
    return secrets.token_urlsafe(16)


def _offers() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="offered name")
