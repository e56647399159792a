"""Problems that learners report, and mending a question."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import own_assignment
from quizapp.classroom.done import done_words
from quizapp.classroom.mending.forms import form_for
from quizapp.classroom.mending.operations import mend_question, settle_report
from quizapp.classroom.mending.pages import mend_page, reports_page
from quizapp.classroom.mending.queries import question_of, reported
from quizapp.site.accounts import require_teacher

pages = Blueprint("mending", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/reports")
def reports(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    page = reports_page(own, reported(own.assignment.id), done_words(request.args.get("done")))
    return render_template("mending/reports.html", page=page)


@pages.post("/reports/<int:report_id>/settle")
def settle(assignment_id: int, report_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    settle_report(own.assignment.id, report_id, datetime.now(UTC))
    back = url_for("mending.reports", assignment_id=assignment_id, done="settled", _anchor="reports")
    return redirect(back, code=303)


@pages.route("/questions/<int:assigned_id>/mend", methods=["GET", "POST"])
def mend(assignment_id: int, assigned_id: int) -> ResponseReturnValue:
    teacher, now = require_teacher(), datetime.now(UTC)
    own = own_assignment(assignment_id, teacher)
    assigned = question_of(own.assignment.id, assigned_id)
    form = form_for(assigned)
    if form.validate_on_submit():
        done = mend_question(own.assignment, assigned.id, form.sent(), teacher.name, now)
        told = "mended" if done else "same"
        return redirect(mend_url(assignment_id, assigned_id, told), code=303)
    page = mend_page(own, assigned, form, now, request.args.get("done", ""))
    return render_template("mending/mend.html", page=page), 422 if form.errors else 200


def mend_url(assignment_id: int, assigned_id: int, done: str) -> str:
    """Return where a mending leads: to the question as it is marked now, and the word that it was done."""
    return url_for(
        "mending.mend", assignment_id=assignment_id, assigned_id=assigned_id, done=done, _anchor="done"
    )
