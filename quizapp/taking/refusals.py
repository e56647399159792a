"""What an attempt refuses, each with its status and what to do about it."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class UnknownAttempt(Refusal):
    """No such attempt, or somebody else's: the two must look the same from outside."""

    status = 404
    title = "This quiz is not in this browser"
    advice = (
        "A quiz opens only in the browser that started it. The address may be mistyped, the quiz may have "
        "been started on another device, or this browser's cookies were cleared."
    )


class NoSuchPosition(Refusal):
    """The attempt has no question at that position."""

    status = 404

    def __init__(self, attempt_id: str, total: int) -> None:
        super().__init__(attempt_id)
        self.attempt_id = attempt_id
        self.title = "This quiz has no such question"
        self.advice = f"Its questions are numbered from 1 to {total}."

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("taking.attempt", attempt_id=self.attempt_id), "Go on with the quiz")


class StaleForm(Refusal):
    """The form that was sent is not the one that the page shows now."""

    status = 409
    title = "This form is out of date"
    advice = (
        "The answer was not taken, and nothing else was changed. Open the question again and answer it there."
    )

    def __init__(self, attempt_id: str, position: int) -> None:
        super().__init__(attempt_id)
        self.attempt_id, self.position = attempt_id, position

    @property
    def way_out(self) -> WayOut:
        url = url_for("taking.question", attempt_id=self.attempt_id, position=self.position)
        return WayOut(url, "Open the question again")


class NothingToAsk(Refusal):
    """The pack gives no question for what was asked."""

    status = 422
    title = "There is no question to ask"
    advice = "The sources give no question for this choice. Choose more topics, and start again."


class NothingMissed(Refusal):
    """There is nothing to try again."""

    status = 422
    title = "There is nothing to try again"
    advice = "Every question answered so far in this quiz was right."


class PackGone(Refusal):
    """The attempt's pack is no longer on this server; the attempt itself can still be read."""

    status = 422
    title = "The sources of this quiz are no longer here"
    advice = (
        "Your answers and their explanations are kept, but no new questions can be made from these sources."
    )
