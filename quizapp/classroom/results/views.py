"""What a class answered, and what it misunderstood."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("results", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/results")
def overview(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/progress")
def progress(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/results/learners/<int:participant_id>")
def learner(assignment_id: int, participant_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/results/questions/<int:assigned_id>")
def question(assignment_id: int, assigned_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/results/misconceptions")
def misconceptions(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/sittings/<int:sitting_id>/time")
def give_time(assignment_id: int, sitting_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/marks.csv")
def marks_csv(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/responses.csv")
def responses_csv(assignment_id: int) -> ResponseReturnValue:
    abort(501)
