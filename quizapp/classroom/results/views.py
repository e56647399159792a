"""What a class answered, and what it misunderstood."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import OwnAssignment, own_assignment, own_learner
from quizapp.classroom.done import done_words
from quizapp.classroom.gradebook import gradebook
from quizapp.classroom.results.forms import ReopenForm, TimeForm
from quizapp.classroom.results.learner_page import learner_page
from quizapp.classroom.results.misconceptions_page import misconceptions_page, projected_page
from quizapp.classroom.results.operations import give_everybody_minutes, give_minutes, reopen
from quizapp.classroom.results.pages import overview_page, progress_part
from quizapp.classroom.results.queries import sitting_of
from quizapp.classroom.results.question_page import question_page
from quizapp.classroom.results.tables import marks_header, marks_rows, responses_header, responses_rows
from quizapp.exchange.spreadsheet import csv_text
from quizapp.site.accounts import require_teacher
from quizapp.site.files import csv_response

pages = Blueprint("results", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/results")
def overview(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    hardest_first = request.args.get("order") == "hardest"
    done = done_words(request.args.get("done"))
    page = overview_page(own, done, datetime.now(UTC), hardest_first=hardest_first)
    return render_template("results/overview.html", page=page)


@pages.get("/progress")
def progress(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    return render_template("results/_progress.html", progress=progress_part(own, datetime.now(UTC)))


@pages.get("/results/learners/<int:participant_id>")
def learner(assignment_id: int, participant_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    number = request.args.get("attempt", type=int)
    participant = own_learner(own.school_class.id, participant_id)
    done = done_words(request.args.get("done"))
    page = learner_page(own, participant, number, ReopenForm(), datetime.now(UTC), done)
    return render_template("results/learner.html", page=page)


@pages.get("/results/questions/<int:assigned_id>")
def question(assignment_id: int, assigned_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    page = question_page(own, assigned_id, datetime.now(UTC))
    return render_template("results/question.html", page=page)


@pages.get("/results/misconceptions")
def misconceptions(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    if request.args.get("project") == "1":
        projected = projected_page(own, request.args.get("at", type=int), datetime.now(UTC))
        return render_template("results/projected.html", page=projected)
    page = misconceptions_page(own, datetime.now(UTC))
    return render_template("results/misconceptions.html", page=page)


@pages.post("/sittings/<int:sitting_id>/time")
def give_time(assignment_id: int, sitting_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    sitting, form = sitting_of(own.assignment, sitting_id), TimeForm()
    participant_id, number = sitting.participant.id, sitting.sitting.number
    if form.validate():
        give_minutes(own.assignment, sitting, form.seen.data, datetime.now(UTC))
    return redirect(_learner_url(assignment_id, participant_id, number, "time"), code=303)


@pages.post("/time")
def give_everybody_time(assignment_id: int) -> ResponseReturnValue:
    own, form = own_assignment(assignment_id, require_teacher()), TimeForm()
    if form.validate():
        give_everybody_minutes(own.assignment, form.seen.data, datetime.now(UTC))
    return redirect(url_for("results.overview", assignment_id=assignment_id, done="time"), code=303)


@pages.post("/sittings/<int:sitting_id>/reopen")
def reopen_sitting(assignment_id: int, sitting_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    one, form, now = sitting_of(own.assignment, sitting_id), ReopenForm(), datetime.now(UTC)
    number = one.sitting.number
    if not form.validate():
        page = learner_page(own, one.participant, number, form, now)
        return render_template("results/learner.html", page=page), 422
    participant_id = one.participant.id
    reopen(own.assignment, one, now)
    return redirect(_learner_url(assignment_id, participant_id, number, "reopened"), code=303)


@pages.get("/marks.csv")
def marks_csv(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    book, zone = gradebook(own.assignment, datetime.now(UTC)), own.school_class.time_zone
    header = marks_header(zone, with_certainty=own.assignment.with_certainty)
    return csv_response(_filename(own, "marks"), csv_text(header, marks_rows(own, book)))


@pages.get("/responses.csv")
def responses_csv(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    book, zone = gradebook(own.assignment, datetime.now(UTC)), own.school_class.time_zone
    return csv_response(
        _filename(own, "answers"), csv_text(responses_header(zone), responses_rows(own, book))
    )


def _filename(own: OwnAssignment, what: str) -> str:
    return f"{own.school_class.title} – {own.assignment.title} – {what}.csv"


def _learner_url(assignment_id: int, participant_id: int, number: int, done: str) -> str:
    return url_for(
        "results.learner",
        assignment_id=assignment_id,
        participant_id=participant_id,
        attempt=number,
        done=done,
    )
