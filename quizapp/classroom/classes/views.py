"""Classes and their rosters."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.classroom.access import own_class, own_learner
from quizapp.classroom.classes import operations
from quizapp.classroom.classes.forms import (
    ABOUT_NAMING,
    ClassForm,
    LearnerForm,
    NewClassForm,
    PurgeForm,
    RosterForm,
)
from quizapp.classroom.classes.operations import NameTaken, Settings
from quizapp.classroom.classes.pages import (
    EditPage,
    LearnerPage,
    NewClassPage,
    PurgePage,
    RosterPage,
    all_classes_page,
    class_page,
    done_words,
    extra_code,
    head_of,
    learner_row,
)
from quizapp.classroom.classes.queries import (
    classes_of,
    contents_of_class,
    contents_of_learner,
    handed_out,
    last_zone,
    learners_of,
    sizes_of,
    taken_names,
)
from quizapp.classroom.classes.refusals import FileTooLarge
from quizapp.exchange.roster import Roster
from quizapp.site.accounts import KEY, require_teacher
from quizapp.site.errors import refuse

pages = Blueprint("classes", __name__, url_prefix="/classes")

LARGEST_FILE = 1024 * 1024  # bytes


@pages.url_value_preprocessor
def allow_a_file(endpoint: str | None, _values: object) -> None:
    """Let a list of names be larger than other requests: before the token is looked for in the form."""
    if endpoint in ("classes.add_names", "classes.new_class") and KEY in session:
        request.max_content_length = request.max_form_memory_size = LARGEST_FILE


@pages.errorhandler(413)
def explain_size(_error: Exception) -> ResponseReturnValue:
    return refuse(FileTooLarge())


@pages.get("")
def all_classes() -> ResponseReturnValue:
    mine = classes_of(require_teacher().id)
    ids = [one.id for one in mine]
    page = all_classes_page(mine, sizes_of(ids), handed_out(ids), _done(), datetime.now(UTC))
    return render_template("classes/all.html", page=page)


@pages.route("/new", methods=["GET", "POST"])
def new_class() -> ResponseReturnValue:
    teacher = require_teacher()
    zone = last_zone(teacher.id)
    form = NewClassForm(zone=zone or "UTC")
    if form.validate_on_submit():
        names = form.roster.names
        class_id = operations.create_class(teacher.id, _settings(form), names, datetime.now(UTC))
        return redirect(url_for("classes.one_class", class_id=class_id, done="made"), code=303)
    page = NewClassPage(not zone and not form.is_submitted(), ABOUT_NAMING, form.roster)
    return render_template("classes/new.html", page=page, form=form), _status(form)


@pages.get("/<int:class_id>")
def one_class(class_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    assignments = handed_out([mine.id]).get(mine.id, [])
    page = class_page(mine, learners_of(mine.id), assignments, _done(), datetime.now(UTC))
    return render_template("classes/one.html", page=page, form=RosterForm())


@pages.route("/<int:class_id>/edit", methods=["GET", "POST"])
def edit(class_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    form = ClassForm(obj=mine, zone=mine.time_zone)
    if form.validate_on_submit():
        operations.change_class(mine, _settings(form))
        return redirect(url_for("classes.one_class", class_id=class_id, done="saved"), code=303)
    page = EditPage(head_of(mine), ABOUT_NAMING)
    return render_template("classes/edit.html", page=page, form=form), _status(form)


@pages.get("/<int:class_id>/roster")
def roster(class_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    page = RosterPage(head_of(mine), Roster(), refused=False)
    return render_template("classes/roster.html", page=page, form=RosterForm())


@pages.post("/<int:class_id>/roster")
def add_names(class_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    form = RosterForm()
    read = form.read(taken_names(mine.id))
    if read.problems or form.names.errors or form.file.errors:
        page = RosterPage(head_of(mine), read, refused=True)
        return render_template("classes/roster.html", page=page, form=form), 422
    added = operations.add_learners(mine.id, read.names)
    done = {"done": "added", "n": added} if added else {"done": "known"}
    return redirect(url_for("classes.one_class", class_id=class_id, **done), code=303)


@pages.route("/<int:class_id>/learners/<int:participant_id>", methods=["GET", "POST"])
def change_learner(class_id: int, participant_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    learner = own_learner(mine.id, participant_id)
    form = LearnerForm(obj=learner, extra=extra_code(learner))
    if form.validate_on_submit():
        if not isinstance(operations.change_learner(learner, form.name.data, form.extra.data), NameTaken):
            return redirect(url_for("classes.one_class", class_id=class_id, done="saved"), code=303)
        form.name.errors = ["Another learner of this class has that name. Add something to tell them apart."]
    page = LearnerPage(head_of(mine), learner_row(learner), contents_of_learner(learner), _done())
    return render_template("classes/learner.html", page=page, form=form), _status(form)


@pages.post("/<int:class_id>/learners/<int:participant_id>/free")
def free_name(class_id: int, participant_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    operations.free_name(own_learner(mine.id, participant_id))
    back = url_for("classes.change_learner", class_id=class_id, participant_id=participant_id, done="freed")
    return redirect(back, code=303)


@pages.post("/<int:class_id>/learners/<int:participant_id>/remove")
def remove_learner(class_id: int, participant_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    operations.remove_learner(own_learner(mine.id, participant_id))
    return redirect(url_for("classes.one_class", class_id=class_id, done="removed"), code=303)


@pages.route("/<int:class_id>/purge", methods=["GET", "POST"])
def purge(class_id: int) -> ResponseReturnValue:
    mine = own_class(class_id, require_teacher())
    form = PurgeForm()
    if form.is_submitted() and form.agrees_with(mine.title):
        operations.purge_classes([mine.id])
        return redirect(url_for("classes.all_classes", done="purged"), code=303)
    page = PurgePage(head_of(mine), contents_of_class(mine.id))
    return render_template("classes/purge.html", page=page, form=form), _status(form)


def _settings(form: ClassForm) -> Settings:
    return Settings(form.title.data, form.time_zone.data, form.naming.data)


def _done() -> str:
    return done_words(request.args.get("done"), request.args.get("n"))


def _status(form: ClassForm | LearnerForm | PurgeForm) -> int:
    return 422 if form.is_submitted() else 200
