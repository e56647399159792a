"""What handing out refuses, and what to do about it."""

from __future__ import annotations

from quizapp.site.errors import Refusal


class NoPack(Refusal):
    """This server has no sources, or not those that a page was made with."""

    status = 422
    title = "The sources of this quiz are not on this server"
    advice = "Begin a new assignment, with the sources that are here. Nothing was handed out."
