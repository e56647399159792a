"""Making an assignment, and handing it out."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("assigning", __name__)


@pages.get("/assign")
def begin() -> ResponseReturnValue:
    abort(501)


@pages.route("/classes/<int:class_id>/assignments/new", methods=["GET", "POST"])
def new_assignment(class_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/assignments/<int:assignment_id>")
def assignment(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/assignments/<int:assignment_id>/settings", methods=["GET", "POST"])
def change(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/assignments/<int:assignment_id>/close")
def close(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/assignments/<int:assignment_id>/reopen")
def reopen(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/assignments/<int:assignment_id>/delete", methods=["GET", "POST"])
def delete(assignment_id: int) -> ResponseReturnValue:
    abort(501)
