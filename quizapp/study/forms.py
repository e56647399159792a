"""The link that reproduces a quiz, read as a form without a token: it changes nothing."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Regexp

from quizapp.taking.forms import IDS, LENGTH, SEED

HASH = Regexp(r"^([0-9a-f]{64})?\Z", message="Its hash is not 64 hexadecimal digits.")
VERSION = Regexp(r"^[A-Za-z0-9.+-]{0,40}\Z", message="Its version is not one of ours.")


class QuizLink(FlaskForm):
    """The query of /quiz/<pack>: seed and length, and for the rest what a new quiz would take."""

    class Meta:
        csrf = False

    seed = StringField(validators=[DataRequired("It names no seed."), SEED])
    count = IntegerField(validators=[InputRequired("It names no length."), LENGTH])
    topics = StringField(validators=[IDS])
    facts = StringField(validators=[IDS])
    hash = StringField(validators=[HASH])
    version = StringField(validators=[VERSION])

    def problems(self) -> list[str]:
        """Return what is wrong with the link, a sentence each."""
        self.validate()
        return [str(message) for messages in self.errors.values() for message in messages]
