"""Checks that the forms of an assignment share."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import StopValidation


def tidy(text: str | None) -> str:
    """Return words without control characters, white space collapsed: they stand in one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text or "").split())


class WholeNumber:
    """A whole number from `low` to `high`; nothing typed is one too where it may be none."""

    def __init__(self, low: int, high: int, message: str, or_none: bool = False) -> None:
        self.low, self.high, self.message, self.or_none = low, high, message, or_none

    def __call__(self, _form: FlaskForm, field: Field) -> None:
        blank = not (field.raw_data and str(field.raw_data[0]).strip())
        field.errors = []
        if not (self.or_none and blank) and not (field.data and self.low <= field.data <= self.high):
            raise StopValidation(self.message)


def refuse(field: Field, message: str) -> bool:
    """Add an error to a field, and return False: what was asked is not sound."""
    field.errors = [*field.errors, message]
    return False
