"""Errors as pages: the one place where what went wrong becomes a status and plain words."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NoResultFound,
    OperationalError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from quizapp.site.accounts import ask_no_more
from quizapp.store.base import db

RETRY_AFTER = "5"  # seconds


@dataclass(frozen=True)
class WayOut:
    """Where to go from an error page."""

    url: str
    label: str


@dataclass(frozen=True)
class ErrorPage:
    """What an error page says: the heading, what to know, and where to go next."""

    status: int
    title: str
    advice: str
    way_out: WayOut


@dataclass(frozen=True)
class UnsavedPage:
    """What was sent when the database did not answer, to be sent again unchanged."""

    url: str
    fields: tuple[tuple[str, str], ...]


class Refusal(Exception):
    """What the program will not do, in words for whoever asked. Rooms above derive from it."""

    status = 400
    title = "That did not work"
    advice = ""

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("study.home"), "Go to the front page")


_WORDS = {
    400: ("This request could not be understood", "Go back, check what was sent, and try again."),
    403: ("This page is not for you", "You are not allowed to see it or to do this."),
    404: ("There is no such page", "The address may be mistyped, or what it named is gone."),
    405: ("That cannot be done here", "Open the page itself and use its buttons."),
    413: (
        "That is too much to send",
        "Nothing of it was saved. An answer is at most a few words long, a list of names a few pages: "
        "go back and send less.",
    ),
    500: (
        "Something broke on our side",
        "It is not your fault. Every answer you have sent so far is kept. Try again in a moment.",
    ),
    503: (
        "The quiz cannot reach its database",
        "Every answer that was shown as marked is kept. Wait a moment, then load this page again.",
    ),
}

_STALE_PAGE = (
    "This page was open too long",
    "Your answers so far are kept, and all else that was saved; what you just sent was not taken. "
    "Open the page again and send it once more. If this keeps happening, allow cookies for this site.",
)

_CHANGED = (
    "This was changed or deleted just now",
    "Somebody, or you in another window, changed or deleted it at the same moment. What you just sent was "
    "not saved, and all else is as it was. Open the page again to see how it stands now.",
)
_PASSWORDS = ("present", "password")


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, refuse)
    app.register_error_handler(CSRFError, explain_stale_page)
    app.register_error_handler(HTTPException, explain_status)
    for error in (OperationalError, InterfaceError, ProgrammingError, PoolTimeout):
        app.register_error_handler(error, explain_database)
    for gone in (IntegrityError, NoResultFound, StaleDataError, ObjectDeletedError):
        app.register_error_handler(gone, explain_change)


def refuse(error: Refusal) -> ResponseReturnValue:
    return render(ErrorPage(error.status, error.title, error.advice, error.way_out))


def explain_stale_page(error: CSRFError) -> ResponseReturnValue:
    title, advice = _STALE_PAGE
    way_out = _this_page_again() or _front_page()
    return render(ErrorPage(400, title, advice, way_out))


def explain_status(error: HTTPException) -> ResponseReturnValue:
    """Turn any HTTP error into a page; redirects pass through.

    A request for a host that is not ours gets bare words: no address can be built for it.
    """
    if error.code is None or error.code < 400:
        return error.get_response()
    if isinstance(error, SecurityError):
        return "This server does not answer to that name.\n", 400, {"Content-Type": "text/plain"}
    title, advice = _WORDS.get(error.code, (error.name, "Go back and try again."))
    page, status = render(ErrorPage(error.code, title, advice, _front_page()))
    allowed = getattr(error, "valid_methods", None)
    return page, status, {"Allow": ", ".join(sorted(allowed))} if allowed else {}


def explain_change(error: Exception) -> ResponseReturnValue:
    """Say that what a request was about went away, or was changed, while it was being done."""
    current_app.logger.warning("changed or deleted by another request meanwhile: %s", error, exc_info=error)
    db.session.rollback()
    title, advice = _CHANGED
    return render(ErrorPage(409, title, advice, _this_page_again() or _front_page()))


def explain_database(error: DBAPIError | PoolTimeout) -> ResponseReturnValue:
    """Say that the database did not answer; what was sent can be sent again with one button.

    No page may hold a password: who has sent one is asked for it again.
    """
    if isinstance(error, ProgrammingError) and not _is_missing_table(error):
        current_app.logger.exception("the database refused a statement")
        return explain_status(InternalServerError())
    current_app.logger.error("the database did not answer: %s", error)
    ask_no_more()
    headers = {"Retry-After": RETRY_AFTER}
    if request.method != "POST":
        return (*render(ErrorPage(503, *_WORDS[503], _this_page_again() or _front_page())), headers)
    fields = tuple((k, v) for k, v in request.form.items(multi=True) if k not in ("csrf_token", *_PASSWORDS))
    return render_template("errors/unsaved.html", page=UnsavedPage(request.path, fields)), 503, headers


def render(page: ErrorPage) -> tuple[str, int]:
    return render_template("errors/error.html", page=page), page.status


def _is_missing_table(error: ProgrammingError) -> bool:
    """Tell whether PostgreSQL misses a table: not migrated yet (SQLite calls that operational)."""
    return getattr(error.orig, "sqlstate", None) == "42P01"


def _this_page_again() -> WayOut | None:
    """Return a link to the current address, if it can be opened and not only sent to."""
    addresses = current_app.create_url_adapter(request)
    if addresses is None or "GET" not in addresses.allowed_methods(request.path):
        return None
    return WayOut(request.path, "Open this page again")


def _front_page() -> WayOut:
    return WayOut(url_for("study.home"), "Go to the front page")
