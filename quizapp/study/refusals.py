"""What the study pages refuse, in plain words."""

from __future__ import annotations

from quizapp.site.errors import Refusal


class UnknownPack(Refusal):
    """This server has no pack of that id."""

    status = 404
    title = "This server does not have these sources"
    advice = "The address may be mistyped, or it was made on another server, with other sources."


class UnknownSource(Refusal):
    """The pack has no source of that id."""

    status = 404
    title = "There is no such source"
    advice = "The address may be mistyped, or the source was renamed. The list of sources has them all."


class BadLink(Refusal):
    """A link to a quiz that says something impossible."""

    status = 400
    title = "This link to a quiz is damaged"

    def __init__(self, problems: list[str]) -> None:
        super().__init__(*problems)
        self.advice = " ".join([*problems, "Ask for the link again, or start a new quiz."])
