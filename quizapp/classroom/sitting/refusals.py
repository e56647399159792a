"""What a sitting refuses, each with its status and what to do about it."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class NotJoined(Exception):
    """This browser is nobody in the class, or there is no such code: the door tells which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _OfQuiz(Refusal):
    """A refusal that leads back to the quiz's first page."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("sitting.overview", code=self.code), "Go to the quiz’s first page")


class UnknownSitting(_OfQuiz):
    """The learner has not begun such an attempt."""

    status = 404
    title = "You have not begun this attempt"
    advice = "The quiz’s first page lists your attempts, and begins a new one where there is one left."


class NotOpenYet(_OfQuiz):
    """The assignment opens later."""

    status = 409
    title = "This quiz is not open yet"
    advice = "The quiz’s first page says when it opens."


class Closed(_OfQuiz):
    """The assignment is closed."""

    status = 409
    title = "This quiz is closed"
    advice = "No attempt can be begun any more. The results of your attempts are on the quiz’s first page."


class NoAttemptLeft(_OfQuiz):
    """All attempts allowed were used."""

    status = 409
    title = "There is no attempt left"
    advice = "You have used every attempt that this quiz allows. Your teacher can allow more."


class NothingAssigned(_OfQuiz):
    """The assignment has no questions."""

    status = 409
    title = "This quiz has no questions yet"
    advice = "Tell your teacher. Nothing was begun, and no attempt was used."


class _OfSitting(Refusal):
    """A refusal that leads back into the sitting."""

    def __init__(self, code: str, number: int) -> None:
        super().__init__(code, number)
        self.code, self.number = code, number

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("sitting.go_on", code=self.code, number=self.number), "Go on with the quiz")


class NoSuchQuestion(_OfSitting):
    """The sitting has no question at that position."""

    status = 404
    title = "This quiz has no such question"

    def __init__(self, code: str, number: int, total: int) -> None:
        super().__init__(code, number)
        self.advice = f"Its questions are numbered from 1 to {total}."


class StaleSheet(_OfSitting):
    """The form that was sent is not the one that the page shows now."""

    status = 409
    title = "This form is out of date"
    advice = (
        "The answer was not taken, and nothing else was changed. Open the question again and answer it there."
    )


class AnothersSheet(_OfSitting):
    """The form was made for another sitting: somebody else used this browser in between."""

    status = 409
    title = "This answer belongs to another attempt"
    advice = (
        "It was given under another name, or in another attempt, and was not taken here. "
        "Go on under the right name, and answer again."
    )


class EnoughReports(_OfSitting):
    """The learner has reported the question as often as is taken."""

    status = 409
    title = "You have reported this question five times"
    advice = "Your teacher sees all five. This last one was not kept; tell your teacher in person."
