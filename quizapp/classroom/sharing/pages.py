"""What is shown to hand an assignment out."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from quizapp.classroom.codes import spaced_code
from quizapp.classroom.sharing.queries import Turnout
from quizapp.classroom.times import State
from quizapp.site.addresses import only_here, outside_url
from quizapp.store.assignments import Assignment
from quizapp.store.classes import SchoolClass


@dataclass(frozen=True)
class ShareCard:
    """An assignment's code and the ways to it, for `partials/_share.html`.

    `host` is what to type where the code is asked for; `short_words` is the link as it is read.
    `only_here`: other devices cannot reach this server by that address.
    """

    code: str
    code_spaced: str
    short_url: str
    short_words: str
    host: str
    qr_url: str
    projector_url: str
    only_here: bool


@dataclass(frozen=True)
class ProjectorPage:
    """The page for the projector; `back_url` leads to where it was opened from."""

    share: ShareCard
    title: str
    class_title: str
    state: State
    turnout: Turnout
    listed: bool
    turnout_url: str
    back_url: str


def share_card(assignment: Assignment) -> ShareCard:
    short_url = outside_url("joining.door", code=assignment.code)
    return ShareCard(
        code=assignment.code,
        code_spaced=spaced_code(assignment.code),
        short_url=short_url,
        short_words=_typed(short_url),
        host=_typed(outside_url("study.home")),
        qr_url=url_for("sharing.qr", assignment_id=assignment.id),
        projector_url=url_for("sharing.project", assignment_id=assignment.id),
        only_here=only_here(),
    )


def projector_page(
    assignment: Assignment, school_class: SchoolClass, state: State, turnout: Turnout
) -> ProjectorPage:
    return ProjectorPage(
        share=share_card(assignment),
        title=assignment.title,
        class_title=school_class.title,
        state=state,
        turnout=turnout,
        listed=school_class.naming == "roster",
        turnout_url=url_for("sharing.turnout", assignment_id=assignment.id),
        back_url=url_for("assigning.assignment", assignment_id=assignment.id),
    )


def _typed(url: str) -> str:
    """Return an address as one types it: a browser adds "http://" by itself."""
    return url.removeprefix("http://").removeprefix("https://").rstrip("/")
