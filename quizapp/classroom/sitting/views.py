"""A learner's sitting of an assignment, under its review policy."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from quizapp.assessment.marks import NotAnAnswer
from quizapp.classroom.sitting.forms import ReportForm, SheetForm
from quizapp.classroom.sitting.operations import give_answer, report, start_sitting, submit_sitting
from quizapp.classroom.sitting.overview import overview_page
from quizapp.classroom.sitting.pages import (
    Flash,
    clock_of,
    feedback_page,
    next_open,
    question_page,
    question_url,
    report_page,
    submit_page,
)
from quizapp.classroom.sitting.queries import item_of, joined, own_sitting
from quizapp.classroom.sitting.refusals import AnothersSheet, NotJoined
from quizapp.classroom.sitting.replies import Answering, onward_from, refuse_in_kind, reply
from quizapp.classroom.sitting.results import results_page
from quizapp.site.errors import Refusal
from quizapp.taking.queries import all_items

pages = Blueprint("sitting", __name__, url_prefix="/j/<code>/quiz")
pages.register_error_handler(Refusal, refuse_in_kind)


@pages.errorhandler(NotJoined)
def show_the_door(error: NotJoined) -> ResponseReturnValue:
    return redirect(url_for("joining.door", code=error.code), 303)


@pages.get("")
def overview(code: str) -> ResponseReturnValue:
    return render_template("sitting/overview.html", page=overview_page(joined(code), datetime.now(UTC)))


@pages.post("")
def start(code: str) -> ResponseReturnValue:
    number = start_sitting(joined(code), datetime.now(UTC))
    return redirect(url_for("sitting.go_on", code=code, number=number), 303)


@pages.get("/<int:number>")
def go_on(code: str, number: int) -> ResponseReturnValue:
    own = own_sitting(code, number)
    if own.is_over(datetime.now(UTC)):
        return redirect(url_for("sitting.results", code=code, number=number), 303)
    position = next_open(all_items(own.attempt.id))
    if position is None:
        return redirect(url_for("sitting.submit", code=code, number=number), 303)
    return redirect(question_url(code, number, position), 303)


@pages.get("/<int:number>/<int:position>")
def question(code: str, number: int, position: int) -> ResponseReturnValue:
    own, now = own_sitting(code, number), datetime.now(UTC)
    items = all_items(own.attempt.id)
    item = item_of(own, items, position)
    if own.is_over(now):
        return redirect(_results_url(code, number, position), 303)
    flash = _flash()
    if own.defers or item.response is None:
        page = question_page(own, items, item, now, flash)
        return render_template("sitting/question.html", page=page)
    feedback = feedback_page(own, items, item, now, flash)
    return render_template("sitting/feedback.html", page=feedback)


@pages.post("/<int:number>/<int:position>")
def answer(code: str, number: int, position: int) -> ResponseReturnValue:
    own, now = own_sitting(code, number, locked=True), datetime.now(UTC)
    items = all_items(own.attempt.id)
    item, form = item_of(own, items, position), SheetForm()
    if not form.belongs_to(own.sitting.id):
        raise AnothersSheet(code, number)
    to = Answering(own, items, item, form.sent(), now)
    outcome = give_answer(own, item, to.sent, now)
    if isinstance(outcome, NotAnAnswer) and item.response is not None and not own.defers:
        return redirect(question_url(code, number, position, kept="first", _anchor="feedback"), 303)
    return reply(to, outcome, onward_from(own, item, len(items), outcome))


@pages.route("/<int:number>/<int:position>/report", methods=["GET", "POST"])
def report_problem(code: str, number: int, position: int) -> ResponseReturnValue:
    own, now = own_sitting(code, number), datetime.now(UTC)
    item, form = item_of(own, all_items(own.attempt.id), position), ReportForm()
    if not form.validate_on_submit():
        page = report_page(own, item, form, now)
        return render_template("sitting/report.html", page=page), 422 if form.is_submitted() else 200
    over = own.is_over(now)
    report(own, item, form.comment.data or "", now)
    if over:
        return redirect(_results_url(code, number, position, reported=position), 303)
    return redirect(question_url(code, number, position, reported="yes"), 303)


@pages.route("/<int:number>/submit", methods=["GET", "POST"])
def submit(code: str, number: int) -> ResponseReturnValue:
    own, now = own_sitting(code, number), datetime.now(UTC)
    if request.method == "POST":
        submit_sitting(own, now)
        return redirect(url_for("sitting.results", code=code, number=number), 303)
    if own.is_over(now):
        return redirect(url_for("sitting.results", code=code, number=number), 303)
    page = submit_page(own, all_items(own.attempt.id), now, request.args.get("saved", 0, int))
    return render_template("sitting/submit.html", page=page)


@pages.get("/<int:number>/results")
def results(code: str, number: int) -> ResponseReturnValue:
    own, now = own_sitting(code, number), datetime.now(UTC)
    if not own.is_over(now):
        return redirect(url_for("sitting.submit", code=code, number=number), 303)
    page = results_page(own, all_items(own.attempt.id), now, request.args.get("reported", 0, int))
    return render_template("sitting/results.html", page=page)


@pages.get("/<int:number>/state")
def state(code: str, number: int) -> ResponseReturnValue:
    """Tell a page that is open how much time is left now, and give it a fresh token to send with."""
    own, now = own_sitting(code, number), datetime.now(UTC)
    clock = clock_of(own, now)
    return jsonify(
        token=generate_csrf(),
        sitting=own.sitting.id,
        over=own.is_over(now),
        left=clock.left if clock else None,
        until=clock.until if clock else None,
        results=url_for("sitting.results", code=code, number=number),
    )


def _results_url(code: str, number: int, position: int, reported: int | None = None) -> str:
    anchor = f"question-{position}"
    return url_for("sitting.results", code=code, number=number, reported=reported, _anchor=anchor)


def _flash() -> Flash:
    asked = request.args
    return Flash(asked.get("saved", 0, int), "reported" in asked, "kept" in asked)
