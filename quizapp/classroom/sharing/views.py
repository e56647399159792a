"""Handing an assignment out: its code, its link, its QR code, and a page for the projector."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import own_assignment
from quizapp.classroom.sharing.drawing import qr_svg
from quizapp.classroom.sharing.pages import projector_page, share_card
from quizapp.classroom.sharing.queries import turnout_of
from quizapp.classroom.times import state_of
from quizapp.site.accounts import require_teacher

pages = Blueprint("sharing", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/project")
def project(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    state = state_of(own.assignment, datetime.now(UTC))
    page = projector_page(own.assignment, own.school_class, state, turnout_of(own.assignment))
    return render_template("sharing/project.html", page=page)


@pages.get("/turnout")
def turnout(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    return asdict(turnout_of(own.assignment))


@pages.get("/qr.svg")
def qr(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    return Response(qr_svg(share_card(own.assignment).short_url), content_type="image/svg+xml; charset=utf-8")
