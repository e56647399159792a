"""Handing an assignment out: its code, its link, its QR code, and a page for the projector."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("sharing", __name__, url_prefix="/assignments/<int:assignment_id>")


@pages.get("/project")
def project(assignment_id: int) -> ResponseReturnValue:
    abort(501)


@pages.get("/qr.svg")
def qr(assignment_id: int) -> ResponseReturnValue:
    abort(501)
