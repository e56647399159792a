"""The forms of an account: a name, a password, and where to go after signing in."""

from __future__ import annotations

import re

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from quizapp.classroom.accounts.names import what_is_wrong
from quizapp.classroom.accounts.passwords import LONGEST, SHORTEST
from quizapp.store.names import clean_name

NEW_PASSWORD = (
    DataRequired(f"Choose a password of at least {SHORTEST} characters."),
    Length(SHORTEST, LONGEST, f"A password has {SHORTEST} to {LONGEST} characters. Any will do, spaces too."),
)
# A path on this server: "//host" and "/\host" lead elsewhere, and browsers drop tabs and line ends.
OWN_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]{0,2000}")


class NewPasswordForm(FlaskForm):
    """A link that lets one in again."""

    password = PasswordField("New password", validators=NEW_PASSWORD)


class TeacherForm(FlaskForm):
    """A link that makes a teacher."""

    name = StringField("Your name", filters=[lambda text: clean_name(text or "")])
    password = PasswordField("Password", validators=NEW_PASSWORD)

    def validate_name(self, field: StringField) -> None:
        if problem := what_is_wrong(field.data):
            raise ValidationError(problem)

    def refuse_taken_name(self) -> None:
        self.name.errors = [
            "A teacher of this name has an account here. Add a first name or an initial, "
            "or sign in if it is yours."
        ]


class SignInForm(FlaskForm):
    name = StringField("Name", validators=[DataRequired("Type the name of your account.")])
    password = PasswordField("Password", validators=[DataRequired("Type your password.")])
    next = HiddenField()

    def refuse(self) -> None:
        """Say that it did not work; whether the name is known must not show."""
        self.password.errors = ["This name and this password do not belong together. Check both."]

    def own_path(self) -> str | None:
        """Return where to go afterwards, if that is a page of this server."""
        wanted = self.next.data or ""
        return wanted if OWN_PATH.fullmatch(wanted) else None


class ChangePasswordForm(FlaskForm):
    present = PasswordField("Present password", validators=[DataRequired("Type your present password.")])
    password = PasswordField("New password", validators=NEW_PASSWORD)

    def refuse(self) -> None:
        self.present.errors = ["This is not your present password. Nothing was changed."]
