"""What the results pages refuse."""

from __future__ import annotations

from quizapp.site.errors import Refusal


class UnknownQuestion(Refusal):
    """No such question in the assignment."""

    status = 404
    title = "There is no such question in this assignment"
    advice = "The address may be mistyped. The results list every question that the assignment has."


class UnknownSitting(Refusal):
    """No such sitting of the assignment."""

    status = 404
    title = "There is no such attempt"
    advice = "It may have been removed with its learner. The results list every attempt that there is."


class NothingToExtend(Refusal):
    """More time would change nothing."""

    status = 409
    title = "More time would change nothing here"
    advice = (
        "The attempt is handed in, or has no time limit, or the assignment is closed. "
        "An attempt that is handed in can be reopened; when the assignment closes is set under “Hand out”."
    )


class CannotReopen(Refusal):
    """The sitting cannot be gone on with."""

    status = 409
    title = "This attempt cannot be reopened"
    advice = (
        "Only a learner’s latest attempt can be, once it is handed in, and while the assignment is open. "
        "If the assignment is closed, reopen that first, under “Hand out”."
    )
