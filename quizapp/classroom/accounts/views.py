"""Teachers: set-up, invitations, signing in and out, passwords."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.accounts import operations
from quizapp.classroom.accounts.forms import ChangePasswordForm, NewPasswordForm, SignInForm, TeacherForm
from quizapp.classroom.accounts.pages import AccountPage, SignInPage, link_page, note_of, signed_out_page
from quizapp.classroom.accounts.queries import INVITATION, RESET, any_teacher, usable_link
from quizapp.site import accounts, limits
from quizapp.site.accounts import SignInNeeded, current_teacher, require_teacher
from quizapp.site.addresses import only_here, outside_url
from quizapp.store.names import name_key
from quizapp.store.teachers import Teacher

pages = Blueprint("accounts", __name__, url_prefix="/teacher")

INVITED = "invitation"
"""Where the session keeps the token of a new invitation until the next page has shown it."""


def address_and_name() -> str:
    """Return what sign-ins are counted by; a hash, for a name may be long and is nobody's business."""
    key = f"{limits.address()} {name_key(request.form.get('name', ''))}"
    return hashlib.sha256(key.encode()).hexdigest()


@pages.route("/link/<token>", methods=["GET", "POST"])
@limits.wrong_links
def use_link(token: str) -> ResponseReturnValue:
    now = datetime.now(UTC)
    link = usable_link(token, now)
    form = NewPasswordForm() if link.purpose == RESET else TeacherForm(name=request.args.get("name", ""))
    if form.validate_on_submit():
        teacher = operations.use_link(token, form.data.get("name", ""), form.password.data, now)
        if teacher:
            accounts.sign_in(teacher, now)
            return redirect(url_for("classes.all_classes"), code=303)
        form.refuse_taken_name()
    page = link_page(link, form)
    return render_template("accounts/link.html", page=page), 422 if form.is_submitted() else 200


@pages.route("/sign-in", methods=["GET", "POST"])
@limits.failures_only("100 per hour", "sign-in", methods=["POST"])
@limits.failures_only("10 per 15 minutes", "sign-in by name", address_and_name, methods=["POST"])
def sign_in() -> ResponseReturnValue:
    form = SignInForm(next=request.args.get("next", ""))
    teacher = None if form.is_submitted() else current_teacher()
    if form.validate_on_submit():
        teacher = checked_teacher(form)
    if teacher:
        return redirect(form.own_path() or url_for("classes.all_classes"), code=303)
    page = SignInPage(form, note_of(request.args.get("done")), any_teacher())
    return render_template("accounts/sign_in.html", page=page), 422 if form.is_submitted() else 200


def checked_teacher(form: SignInForm) -> Teacher | None:
    """Sign in whom the form names, if the password is theirs; else count the failure."""
    teacher = operations.check_sign_in(form.name.data, form.password.data)
    if teacher:
        accounts.sign_in(teacher, datetime.now(UTC))
    else:
        limits.count_failure()
        form.refuse()
    return teacher


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    accounts.sign_out()
    return redirect(url_for("study.home"), code=303)


@pages.get("/account")
def account() -> ResponseReturnValue:
    teacher = require_teacher()
    token = session.pop(INVITED, None)
    invitation = outside_url("accounts.use_link", token=token) if token else ""
    note = note_of(request.args.get("done"))
    page = AccountPage(ChangePasswordForm(), teacher.name, note, invitation, only_here())
    return render_template("accounts/account.html", page=page)


@pages.post("/account/password")
@limits.failures_only("10 per 15 minutes", "present password")
def change_password() -> ResponseReturnValue:
    teacher = require_teacher()
    form = ChangePasswordForm()
    if form.validate():
        changed = operations.change_password(teacher.id, form.present.data, form.password.data)
        if changed:
            accounts.sign_in(changed, datetime.now(UTC))
            return redirect(url_for("accounts.account", done="password"), code=303)
        limits.count_failure()
        form.refuse()
    return render_template(
        "accounts/account.html", page=AccountPage(form, teacher.name, "", "", only_here())
    ), 422


@pages.post("/account/sign-out-everywhere")
def sign_out_everywhere() -> ResponseReturnValue:
    operations.sign_out_everywhere(require_teacher())
    accounts.sign_out()
    return redirect(url_for("accounts.sign_in", done="everywhere"), code=303)


@pages.post("/account/invitations")
def invite() -> ResponseReturnValue:
    require_teacher()
    session[INVITED] = operations.make_link(INVITATION, datetime.now(UTC))
    return redirect(url_for("accounts.account", _anchor="invitation"), code=303)


@pages.app_errorhandler(SignInNeeded)
def ask_to_sign_in(error: SignInNeeded) -> ResponseReturnValue:
    """Send a stranger who wants to read to sign in, and back; keep what a stranger has sent in the page."""
    if request.method in ("GET", "HEAD"):
        wanted = request.full_path if request.query_string else request.path
        return redirect(url_for("accounts.sign_in", next=wanted), code=303)
    page = signed_out_page(request.path, list(request.form.items(multi=True)), bool(request.files))
    return render_template("accounts/signed_out.html", page=page), 403
