"""The forms of the results pages."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField
from wtforms.validators import DataRequired, InputRequired, NumberRange


class TimeForm(FlaskForm):
    """Five more minutes; `seen` is what had been given when the button was shown, so that it comes once."""

    seen = IntegerField(validators=[InputRequired(), NumberRange(0, 1_000_000)])


class ReopenForm(FlaskForm):
    """Reopen a submitted attempt, after saying that it is meant."""

    confirm = BooleanField(
        "Yes, reopen this attempt",
        validators=[DataRequired("Nothing was changed. Tick this if the attempt is to be reopened.")],
    )
