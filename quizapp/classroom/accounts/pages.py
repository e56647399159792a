"""What the pages of accounts show."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.classroom.accounts.forms import ChangePasswordForm, NewPasswordForm, SignInForm, TeacherForm
from quizapp.classroom.accounts.queries import RESET, SET_UP, Link
from quizapp.site.errors import UnsavedPage

_NOTES = {
    "password": "Your password is changed. Every other device was signed out.",
    "everywhere": "You are signed out on every device, this one too.",
}


@dataclass(frozen=True)
class SignInPage:
    form: SignInForm
    note: str
    is_set_up: bool


@dataclass(frozen=True)
class LinkPage:
    """A link that is about to be used."""

    form: TeacherForm | NewPasswordForm
    title: str
    about: str
    button: str


@dataclass(frozen=True)
class AccountPage:
    """`invitation` is the address of a link that was made just now: it is shown this once.

    `only_here`: other devices cannot reach this server by that address.
    """

    form: ChangePasswordForm
    name: str
    note: str
    invitation: str
    only_here: bool


@dataclass(frozen=True)
class SignedOutPage:
    """What was sent by somebody who is not signed in, to be sent again."""

    unsaved: UnsavedPage
    left_out: bool


def note_of(done: str | None) -> str:
    """Return the words on what was done just now."""
    return _NOTES.get(done or "", "")


def link_page(link: Link, form: TeacherForm | NewPasswordForm) -> LinkPage:
    if link.purpose == RESET:
        about = f"For the account of {link.teacher_name}. Every device is signed out when you save it."
        return LinkPage(form, "Choose a new password", about, "Save and sign in")
    about = "What you make here, you alone see: classes, assignments, results."
    if link.purpose == SET_UP:
        return LinkPage(form, "Set up your teacher account", about, "Make the account")
    return LinkPage(form, "You are invited as a teacher", about, "Make the account")


def signed_out_page(path: str, sent: list[tuple[str, str]], with_files: bool) -> SignedOutPage:
    """Return what was sent, without files, and without passwords, which no page may hold."""
    fields = [(name, value) for name, value in sent if name != "csrf_token"]
    kept = [(name, value) for name, value in fields if name not in ("present", "password")]
    return SignedOutPage(UnsavedPage(path, tuple(kept)), with_files or len(kept) < len(fields))
