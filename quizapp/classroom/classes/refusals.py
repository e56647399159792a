"""What the pages of a class and its learners refuse."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


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
