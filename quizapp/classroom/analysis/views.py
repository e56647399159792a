"""Item analysis: how well the questions measured."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import own_assignment
from quizapp.classroom.analysis import columns
from quizapp.classroom.analysis.measuring import analyse
from quizapp.classroom.analysis.pages import items_page
from quizapp.classroom.gradebook import gradebook
from quizapp.exchange.spreadsheet import csv_text
from quizapp.site.accounts import require_teacher
from quizapp.site.files import csv_response

pages = Blueprint("analysis", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/results/items")
def items(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    page = items_page(own, gradebook(own.assignment, datetime.now(UTC)))
    return render_template("analysis/items.html", page=page)


@pages.get("/items.csv")
def items_csv(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    found = analyse(gradebook(own.assignment, datetime.now(UTC)))
    text = csv_text(columns.header(found), columns.rows(found))
    return csv_response(f"{own.school_class.title} – {own.assignment.title} – items.csv", text)
