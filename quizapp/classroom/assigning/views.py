"""Making an assignment, and handing it out."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import own_assignment, own_class
from quizapp.classroom.assigning.choices import Choices, usual_choices
from quizapp.classroom.assigning.drafting import bank_of
from quizapp.classroom.assigning.forms import (
    ChangeForm,
    NewAssignmentForm,
    a_seed,
    kept_settings,
    usual_form,
)
from quizapp.classroom.assigning.operations import (
    Quiz,
    change_settings,
    close_now,
    delete_assignment,
    hand_out,
    open_again,
)
from quizapp.classroom.assigning.pages import (
    ClassLink,
    assignment_page,
    change_page,
    delete_page,
    new_page,
)
from quizapp.classroom.assigning.pressing import Outcome, dealt_anew, pressed
from quizapp.classroom.assigning.queries import begun, classes_of
from quizapp.classroom.assigning.refusals import NoPack
from quizapp.classroom.assigning.selection import Selection, questions_in
from quizapp.classroom.classes.forms import ClassForm
from quizapp.classroom.classes.operations import Settings as ClassSettings
from quizapp.classroom.classes.operations import create_class
from quizapp.classroom.done import done_words
from quizapp.facts.pack import Pack
from quizapp.site.accounts import require_teacher
from quizapp.site.packs import all_packs, find_pack

pages = Blueprint("assigning", __name__)


@pages.get("/assign")
def begin() -> ResponseReturnValue:
    classes = classes_of(require_teacher().id)
    if len(classes) == 1:
        return redirect(url_for("assigning.new_assignment", class_id=classes[0].id), code=303)
    links = [ClassLink(one.id, one.title) for one in classes]
    return render_template("assigning/begin.html", classes=links, form=ClassForm())


@pages.post("/assign")
def begin_class() -> ResponseReturnValue:
    teacher, form = require_teacher(), ClassForm()
    if not form.validate():
        return render_template("assigning/begin.html", classes=[], form=form), 422
    wanted = ClassSettings(form.title.data, form.time_zone.data, form.naming.data)
    class_id = create_class(teacher.id, wanted, (), datetime.now(UTC))
    return redirect(url_for("assigning.new_assignment", class_id=class_id), code=303)


@pages.get("/classes/<int:class_id>/assignments/new")
def new_assignment(class_id: int) -> ResponseReturnValue:
    school_class = own_class(class_id, require_teacher())
    pack = wanted_pack(request.args.get("pack"))
    form = usual_form(pack, school_class.time_zone, datetime.now(UTC))
    outcome = dealt_anew(pack, usual_choices(pack), Selection(a_seed()))
    return render_template("assigning/new.html", page=new_page(school_class, pack, form, outcome))


@pages.post("/classes/<int:class_id>/assignments/new")
def shape_assignment(class_id: int) -> ResponseReturnValue:
    school_class = own_class(class_id, require_teacher())
    form, now = NewAssignmentForm(), datetime.now(UTC)
    pack = wanted_pack(form.pack.data)
    sound = form.of_pack(pack).on_clock(school_class.time_zone, now).validate_choices()
    outcome = pressed(pack, form.choices(), form.selection(), form.press()) if sound else None
    if outcome and outcome.as_shown and form.press().does == "assign" and (sound := form.validate()):
        quiz = chosen_quiz(pack, form.choices(), outcome.selection)
        assignment_id = hand_out(school_class.id, quiz, form.settings(), now)
        return _assignment_done(assignment_id, "handed-out")
    page = new_page(school_class, pack, form, outcome or Outcome(form.selection()))
    return render_template("assigning/new.html", page=page), 422 if not sound or page.refused else 200


@pages.get("/assignments/<int:assignment_id>")
def assignment(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    page = assignment_page(own, done_words(request.args.get("done")), datetime.now(UTC))
    return render_template("assigning/assignment.html", page=page)


@pages.get("/assignments/<int:assignment_id>/settings")
def change(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    form = kept_settings(own.assignment, own.school_class.time_zone)
    return render_template("assigning/change.html", page=change_page(own, form, begun(assignment_id)))


@pages.post("/assignments/<int:assignment_id>/settings")
def keep_change(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    so_far, form = begun(assignment_id), ChangeForm()
    form.on_clock(own.school_class.time_zone, datetime.now(UTC), own.assignment.due_at)
    if not form.of(own.assignment, so_far).validate():
        return render_template("assigning/change.html", page=change_page(own, form, so_far)), 422
    change_settings(own.assignment, form.settings())
    return _assignment_done(assignment_id, "kept")


@pages.post("/assignments/<int:assignment_id>/close")
def close(assignment_id: int) -> ResponseReturnValue:
    close_now(own_assignment(assignment_id, require_teacher()).assignment, datetime.now(UTC))
    return _assignment_done(assignment_id, "closed")


@pages.post("/assignments/<int:assignment_id>/reopen")
def reopen(assignment_id: int) -> ResponseReturnValue:
    open_again(own_assignment(assignment_id, require_teacher()).assignment, datetime.now(UTC))
    return _assignment_done(assignment_id, "opened")


@pages.route("/assignments/<int:assignment_id>/delete", methods=["GET", "POST"])
def delete(assignment_id: int) -> ResponseReturnValue:
    own = own_assignment(assignment_id, require_teacher())
    if request.method == "GET":
        return render_template("assigning/delete.html", page=delete_page(own))
    delete_assignment(own.assignment)
    return redirect(url_for("classes.one_class", class_id=own.school_class.id, done="deleted"), code=303)


def _assignment_done(assignment_id: int, done: str) -> ResponseReturnValue:
    return redirect(url_for("assigning.assignment", assignment_id=assignment_id, done=done), code=303)


def wanted_pack(pack_id: str | None) -> Pack:
    """Return the pack that a page is about, by default the first; raise NoPack where it is not here."""
    pack = find_pack(pack_id) if pack_id else next(iter(all_packs().values()), None)
    if pack is None:
        raise NoPack
    return pack


def chosen_quiz(pack: Pack, choices: Choices, selection: Selection) -> Quiz:
    """Return the questions of a selection, whole."""
    forms = questions_in(bank_of(pack, selection.seed), selection) or ()
    return Quiz(pack, choices, selection, forms)
