"""From a code to a name."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("joining", __name__)


@pages.route("/join", methods=["GET", "POST"])
def enter_code() -> ResponseReturnValue:
    abort(501)


@pages.get("/j/<code>")
def door(code: str) -> ResponseReturnValue:
    abort(501)


@pages.post("/j/<code>/name")
def take_name(code: str) -> ResponseReturnValue:
    abort(501)


@pages.post("/j/<code>/resume")
def resume(code: str) -> ResponseReturnValue:
    abort(501)


@pages.post("/j/<code>/leave")
def leave(code: str) -> ResponseReturnValue:
    abort(501)
