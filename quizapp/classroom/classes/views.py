"""Classes and their rosters."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

pages = Blueprint("classes", __name__, url_prefix="/classes")


@pages.get("")
def all_classes() -> ResponseReturnValue:
    abort(501)


@pages.route("/new", methods=["GET", "POST"])
def new_class() -> ResponseReturnValue:
    abort(501)


@pages.get("/<int:class_id>")
def one_class(class_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:class_id>/edit")
def edit(class_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:class_id>/roster")
def add_names(class_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:class_id>/learners/<int:participant_id>")
def change_learner(class_id: int, participant_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:class_id>/learners/<int:participant_id>/free")
def free_name(class_id: int, participant_id: int) -> ResponseReturnValue:
    abort(501)


@pages.post("/<int:class_id>/learners/<int:participant_id>/remove")
def remove_learner(class_id: int, participant_id: int) -> ResponseReturnValue:
    abort(501)


@pages.route("/<int:class_id>/purge", methods=["GET", "POST"])
def purge(class_id: int) -> ResponseReturnValue:
    abort(501)
