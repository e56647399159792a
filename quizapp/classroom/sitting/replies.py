"""What an answer is replied with: a page, or a few words of JSON for the script that sent it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.marks import NotAnAnswer
from quizapp.classroom.sitting.operations import TooLate
from quizapp.classroom.sitting.pages import Flash, late_page, question_page, question_url
from quizapp.classroom.sitting.queries import OwnSitting
from quizapp.classroom.sitting.refusals import AnothersSheet, UnknownSitting
from quizapp.site.errors import Refusal, refuse
from quizapp.taking.forms import Sent
from quizapp.taking.operations import Recorded
from quizapp.taking.queries import Item

TOO_LATE = "The time was up, or the quiz was closed or handed in, before this answer came. It was not taken."


@dataclass(frozen=True)
class Answering:
    """An answer that was sent: by whom, to which question of how many, and when."""

    own: OwnSitting
    items: list[Item]
    item: Item
    sent: Sent
    now: datetime


def wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def reply(to: Answering, outcome: Recorded | NotAnAnswer | TooLate, onward: str) -> ResponseReturnValue:
    """Reply to an answer; `onward` is where one that was taken leads."""
    match outcome:
        case Recorded(stands_instead=kept):
            if wants_json():
                return jsonify(state="kept" if kept else "saved", next=onward)
            return redirect(onward, 303)
        case NotAnAnswer(reason=reason):
            if wants_json():
                return jsonify(state="invalid", reason=reason), 422
            page = question_page(to.own, to.items, to.item, to.now, Flash(), to.sent, reason)
            return render_template("sitting/question.html", page=page), 422
        case TooLate():
            if wants_json():
                return jsonify(state="refused", reason=TOO_LATE, over=True), 409
            page_of_late = late_page(to.own, to.item, to.sent, to.now)
            return render_template("sitting/late.html", page=page_of_late), 409
        case _:
            assert_never(outcome)


def onward_from(own: OwnSitting, item: Item, total: int, outcome: object) -> str:
    """Return where an answer leads: to the feedback on it, or to the next question."""
    code, number, position = own.assignment.code, own.sitting.number, item.position
    if not own.defers:
        kept = "first" if isinstance(outcome, Recorded) and outcome.stands_instead else None
        return question_url(code, number, position, kept=kept, _anchor="feedback")
    if position < total:
        return question_url(code, number, position + 1, saved=position)
    return url_for("sitting.submit", code=code, number=number, saved=position)


def refuse_in_kind(error: Refusal) -> ResponseReturnValue:
    """Refuse with a page, or, to a script, with JSON; "stranger" for what another learner is to send."""
    if wants_json():
        state = "stranger" if isinstance(error, AnothersSheet | UnknownSitting) else "refused"
        return jsonify(state=state, reason=f"{error.title}. {error.advice}"), error.status
    return refuse(error)
