"""From a code to a name."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.joining import operations
from quizapp.classroom.joining.forms import CodeForm, ResumeForm, name_form
from quizapp.classroom.joining.pages import door_page, door_page_again
from quizapp.classroom.joining.queries import door_of
from quizapp.classroom.joining.refusals import HasAnswers, UnknownCode
from quizapp.classroom.participants import become, current_participant
from quizapp.classroom.participants import leave as forget
from quizapp.classroom.times import state_of
from quizapp.site.limits import count_failure, wrong_codes

pages = Blueprint("joining", __name__)


@pages.route("/join", methods=["GET", "POST"])
@wrong_codes
def enter_code() -> ResponseReturnValue:
    form = CodeForm()
    if not form.validate_on_submit():
        return render_template("joining/enter.html", form=form), 422 if form.is_submitted() else 200
    return redirect(door_url(door_of(form.code.data).assignment.code), code=303)


@pages.app_errorhandler(UnknownCode)
def ask_again(error: UnknownCode) -> ResponseReturnValue:
    form = CodeForm(formdata=None, code=error.typed)
    form.code.errors = [error.advice]
    return render_template("joining/enter.html", form=form), error.status


@pages.get("/j/<code>")
@wrong_codes
def door(code: str) -> ResponseReturnValue:
    found = door_of(code)
    if found.assignment.code != code:
        return redirect(door_url(found.assignment.code), code=303)
    if current_participant(found.school_class.id):
        return redirect(quiz_url(code), code=303)
    return render_template("joining/door.html", page=door_page(found, datetime.now(UTC)))


@pages.post("/j/<code>/name")
@wrong_codes
def take_name(code: str) -> ResponseReturnValue:
    found, now = door_of(code), datetime.now(UTC)
    class_id = found.school_class.id
    if current_participant(class_id) or state_of(found.assignment, now) != "open":
        return redirect(door_url(code), code=303)
    form = name_form(found.school_class.naming)
    outcome = operations.join(class_id, form, now)
    if isinstance(outcome, operations.NotJoined):
        page = door_page_again(door_page(found, now), form, outcome.reason)
        return render_template("joining/door.html", page=page), outcome.status
    become(outcome)
    return redirect(quiz_url(code), code=303)


@pages.post("/j/<code>/resume")
@wrong_codes
def resume(code: str) -> ResponseReturnValue:
    found, now = door_of(code), datetime.now(UTC)
    form = ResumeForm()
    participant = operations.resume(found.school_class.id, form.typed, now)
    if participant is None:
        count_failure()
        page = door_page_again(door_page(found, now), form, form.refused())
        return render_template("joining/door.html", page=page), 422
    become(participant)
    return redirect(quiz_url(code), code=303)


@pages.post("/j/<code>/leave")
@wrong_codes
def leave(code: str) -> ResponseReturnValue:
    forget(door_of(code).school_class.id)
    return redirect(door_url(code), code=303)


@pages.post("/j/<code>/give-back")
@wrong_codes
def give_back(code: str) -> ResponseReturnValue:
    """Make the name free that was taken by mistake; nobody's has nothing to give back."""
    found = door_of(code)
    participant = current_participant(found.school_class.id)
    listed = found.school_class.naming == "roster"
    if participant and not operations.give_back(participant, listed=listed):
        raise HasAnswers(code)
    forget(found.school_class.id)
    return redirect(door_url(code), code=303)


def door_url(code: str) -> str:
    return url_for("joining.door", code=code)


def quiz_url(code: str) -> str:
    return url_for("sitting.overview", code=code)
