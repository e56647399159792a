"""What the pages of a class and its learners refuse."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class UnknownLearner(Refusal):
    """The class has no such learner."""

    status = 404
    title = "There is no such learner in this class"
    advice = "The address may be mistyped, or the learner was removed."

    def __init__(self, class_id: int) -> None:
        super().__init__(class_id)
        self.class_id = class_id

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("classes.one_class", class_id=self.class_id), "Back to the class")


class FileTooLarge(Refusal):
    """A file that cannot be a class list."""

    status = 413
    title = "That file is too large for a class list"
    advice = (
        "Nothing was added or changed. A CSV with the names of a class is smaller than 1 MB: if this is a "
        "spreadsheet or a picture, save the list as CSV, or paste the names, one a line."
    )

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("classes.all_classes"), "Go to your classes")
