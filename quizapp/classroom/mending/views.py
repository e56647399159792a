"""Problems that learners report, and mending a question."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("mending", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/reports")
def reports(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/reports/<int:report_id>/settle")
def settle(assignment_id: int, report_id: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/questions/<int:assigned_id>/mend", methods=["GET", "POST"])
def mend(assignment_id: int, assigned_id: int) -> ResponseReturnValue:
    abort(501)
