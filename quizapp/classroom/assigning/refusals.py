"""What handing out refuses, and what to do about it."""

from __future__ import annotations

from quizapp.site.errors import Refusal


class NoPack(Refusal):
    """This server has no sources, or not those that the page was made with."""

    status = 422
    title = "The sources of this quiz are not on this server"
    advice = "Begin a new assignment, with the sources that are here. Nothing was handed out."


class NothingChosen(Refusal):
    """Every question was left out, or there was none."""

    status = 422
    title = "There is no question in this quiz"
    advice = "Go back, tick more topics or kinds, or bring back what was left out. Nothing was handed out."
