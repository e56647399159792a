"""A learner's sitting of an assignment, under its review policy."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("sitting", __name__, url_prefix="/j/<code>/quiz")


@pages.get("")
def overview(code: str) -> ResponseReturnValue:
    abort(501)


@pages.post("")
def start(code: str) -> ResponseReturnValue:
    abort(501)


@pages.get("/<int:number>")
def go_on(code: str, number: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/<int:number>/<int:position>")
def question(code: str, number: int, position: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:number>/<int:position>")
def answer(code: str, number: int, position: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/<int:number>/<int:position>/report", methods=["GET", "POST"])
def report_problem(code: str, number: int, position: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/<int:number>/submit", methods=["GET", "POST"])
def submit(code: str, number: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/<int:number>/results")
def results(code: str, number: int) -> ResponseReturnValue:
    abort(501)
