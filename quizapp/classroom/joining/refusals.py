"""What joining refuses."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class UnknownCode(Refusal):
    """No assignment has this code; the page that says so has the form for another try."""

    status = 404
    title = "There is no quiz with this code"

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed
        self.advice = f"No quiz has the code “{typed[:40]}”."


class HasAnswers(Refusal):
    """The name cannot be given back: a quiz was begun under it."""

    status = 409
    title = "This name has answers already"
    advice = (
        "So it is not made free: the answers would stay with whoever takes it next. If it is not your name, "
        "tell your teacher, who can make it free."
    )

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("sitting.overview", code=self.code), "Back to the quiz")
