"""Item analysis: how well the questions measured."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("analysis", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/results/items")
def items(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/items.csv")
def items_csv(assignment_id: int) -> ResponseReturnValue:
    abort(501)
