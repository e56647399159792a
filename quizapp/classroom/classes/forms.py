"""The forms of a class: its settings, its names, a learner, and deleting it."""

from __future__ import annotations

from collections.abc import Mapping

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from quizapp.classroom.classes.zones import zones
from quizapp.classroom.moments import zone_words
from quizapp.exchange.roster import Roster, UnreadableRoster, read_file, read_lines, read_names
from quizapp.store.names import LONGEST_NAME, clean_name, name_key

LONGEST_TITLE = 80

NAMING = {
    "roster": "Their names, from your list",
    "nickname": "A nickname of their own",
    "generated": "A name made for them",
}
ABOUT_NAMING = {
    "roster": "You give the names; each learner picks theirs from the list. Only names on the list can join.",
    "nickname": "Learners type what they want to be called. You can rename them.",
    "generated": "Two plain words, such as “Quiet Lantern”. Learners type nothing; you see no real names.",
}

NO_LIMIT = "none"
EXTRA_TIMES = {
    "0": "None",
    "25": "25% more",
    "50": "50% more",
    "100": "Double time",
    NO_LIMIT: "No time limit",
}


def cleaned(text: str | None) -> str:
    return clean_name(text or "")


def _is_offered(field: SelectField) -> bool:
    return any(choice.value == field.data for choice in field.choices)


class ClassForm(FlaskForm):
    """What a class is called, whose clock it goes by, and what its learners go by."""

    title = StringField(
        "Name of the class",
        filters=[cleaned],
        validators=[
            DataRequired("Give the class a name, such as “Civics 8b”."),
            Length(max=LONGEST_TITLE, message=f"Choose a name of at most {LONGEST_TITLE} characters."),
        ],
    )
    time_zone = SelectField("Time zone")
    naming = RadioField(
        "What learners go by",
        choices=[SelectChoice(*one) for one in NAMING.items()],
        default="nickname",
        validators=[DataRequired("Choose what learners go by.")],
    )

    def __init__(self, *arguments: object, zone: str = "UTC", **more: object) -> None:
        """`zone` is what is chosen unless the form says otherwise, and may be one we do not list."""
        super().__init__(*arguments, **more)
        names = sorted({*zones(), zone})
        self.time_zone.choices = [SelectChoice(name, zone_words(name)) for name in names]
        self.time_zone.validate_choice = False
        if not self.time_zone.data:
            self.time_zone.data = zone

    def validate_time_zone(self, field: SelectField) -> None:
        if not _is_offered(field):
            raise ValidationError("Choose a time zone from the list.")


class NewClassForm(ClassForm):
    """A new class, with names if there are any at hand."""

    names = TextAreaField("Names, if you have them at hand")
    leave_out = BooleanField()
    roster = Roster()

    def validate_names(self, field: TextAreaField) -> None:
        """Read the names; lines that give none are an error, unless they may be left out."""
        try:
            self.roster = read_names(field.data or "", {})
        except UnreadableRoster as error:
            raise ValidationError(str(error)) from error
        if self.roster.problems and not self.leave_out.data:
            raise ValidationError("Some lines give no name to add. They are listed above.")


class RosterForm(FlaskForm):
    """Names to add: pasted, or in a file. `exactly`: each line is a name that was read before."""

    names = TextAreaField("Names, one a line")
    file = FileField("Or a CSV file")
    exactly = BooleanField()

    def read(self, taken: Mapping[str, str]) -> Roster:
        """Return what the form holds; what cannot be read becomes an error of its field."""
        try:
            roster = self._read(taken)
        except UnreadableRoster as error:
            (self.file if self._has_file() else self.names).errors = [str(error)]
            return Roster()
        if not roster.names and not roster.problems and not self.exactly.data:
            self.names.errors = ["Paste or type at least one name, or choose a file."]
        return roster

    def _read(self, taken: Mapping[str, str]) -> Roster:
        typed = self.names.data or ""
        if self.exactly.data:
            return Roster(read_lines(typed, taken).names)  # those taken meanwhile are in the class
        if not self._has_file():
            return read_names(typed, taken)
        if not typed.strip():
            with self.file.data.stream as stream:
                return read_file(stream.read(), taken)
        raise UnreadableRoster("Names were typed as well as a file chosen. Send one, then the other.")

    def _has_file(self) -> bool:
        return bool(self.file.data)


class LearnerForm(FlaskForm):
    """A learner's name, and the extra time that every time limit gets."""

    name = StringField(
        "Name",
        filters=[cleaned],
        validators=[
            DataRequired("Give a name, or remove the learner below."),
            Length(max=LONGEST_NAME, message=f"Choose a name of at most {LONGEST_NAME} characters."),
        ],
    )
    extra = SelectField("Extra time", validate_choice=False)

    def __init__(self, *arguments: object, extra: str = "0", **more: object) -> None:
        """`extra` is what the learner has, one of EXTRA_TIMES or another percentage."""
        super().__init__(*arguments, **more)
        others = {} if extra in EXTRA_TIMES else {extra: f"{extra}% more"}
        self.extra.choices = [SelectChoice(*one) for one in {**EXTRA_TIMES, **others}.items()]
        if not self.extra.data:
            self.extra.data = extra

    def validate_name(self, field: StringField) -> None:
        if not name_key(field.data):
            raise ValidationError("Give a name with at least one letter or digit.")

    def validate_extra(self, field: SelectField) -> None:
        if not _is_offered(field):
            raise ValidationError("Choose an extra time from the list.")


class PurgeForm(FlaskForm):
    """The title of the class, typed once more."""

    title = StringField("Name of the class")

    def agrees_with(self, title: str) -> bool:
        """Tell whether the title was typed; if not, it becomes an error."""
        if name_key(self.title.data or "") == name_key(title):
            return True
        self.title.errors = ["That is not the name of this class. Type it as it stands above."]
        return False
