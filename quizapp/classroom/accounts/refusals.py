"""What a link of an account refuses, and what to do about it."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class UnknownLink(Refusal):
    """No link has this token."""

    status = 404
    title = "There is no such link"
    advice = "Copy the whole address, to its last character, or ask for a new link."


class DeadLink(Refusal):
    """A link that was good once."""

    status = 410

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("accounts.sign_in"), "Sign in")


class UsedLink(DeadLink):
    title = "This link was used already"
    advice = (
        "Each link works once. If it was you, sign in with the name and the password you chose; "
        "if it was not, ask for a new link and tell whoever runs this server."
    )


class ExpiredLink(DeadLink):
    title = "This link is too old"
    advice = "Ask whoever gave it to you for a new one. Nothing else was lost."


class SetUpAlready(DeadLink):
    title = "This server is set up already"
    advice = "Another teacher has used a set-up link. Ask them for an invitation, or sign in."
