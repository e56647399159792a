"""Teachers: set-up, invitations, signing in and out, passwords."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("accounts", __name__, url_prefix="/teacher")


@pages.route("/link/<token>", methods=["GET", "POST"])
def use_link(token: str) -> ResponseReturnValue:
    abort(501)


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    abort(501)


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    abort(501)


@pages.get("/account")
def account() -> ResponseReturnValue:
    abort(501)


@pages.post("/account/password")
def change_password() -> ResponseReturnValue:
    abort(501)


@pages.post("/account/sign-out-everywhere")
def sign_out_everywhere() -> ResponseReturnValue:
    abort(501)


@pages.post("/account/invitations")
def invite() -> ResponseReturnValue:
    abort(501)
