"""The pages of an attempt."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.marks import NotAnAnswer
from quizapp.site.learner import current_learner, ensure_learner
from quizapp.site.packs import find_pack
from quizapp.taking.forms import AnswerForm, StartForm
from quizapp.taking.operations import record_answer, retry_missed, start_attempt
from quizapp.taking.pages import feedback_page, question_page, results_page, start_card
from quizapp.taking.queries import answered_items, item_at, own_attempt, progress_of
from quizapp.taking.refusals import PackGone, StaleForm

pages = Blueprint("taking", __name__, url_prefix="/attempts")


@pages.post("")
def start() -> ResponseReturnValue:
    form = StartForm()
    pack = find_pack(form.pack.data)
    if pack is None:
        raise PackGone
    if not form.validate():
        errors = {name: messages[0] for name, messages in form.errors.items()}
        card = start_card(pack, form.topics.data or [], form.count.data, form.certainty.data, errors)
        return render_template("attempts/start.html", card=card), 422
    attempt_id = start_attempt(
        ensure_learner(), pack, form.plan(), datetime.now(UTC), with_certainty=form.certainty.data
    )
    return redirect(url_for("taking.question", attempt_id=attempt_id, position=1), code=303)


@pages.get("/<attempt_id>")
def attempt(attempt_id: str) -> ResponseReturnValue:
    progress = progress_of(own_attempt(attempt_id, current_learner()).id)
    position = progress.next_open()
    if position is None:
        return redirect(url_for("taking.results", attempt_id=attempt_id), code=303)
    return redirect(url_for("taking.question", attempt_id=attempt_id, position=position), code=303)


@pages.get("/<attempt_id>/<int:position>")
def question(attempt_id: str, position: int) -> ResponseReturnValue:
    mine = own_attempt(attempt_id, current_learner())
    progress = progress_of(mine.id)
    item = item_at(mine.id, position, progress)
    kept_first = "kept" in request.args
    if item.response is None:
        asking = question_page(mine, item, progress, kept_first=kept_first)
        return render_template("attempts/question.html", page=asking)
    page = feedback_page(mine, item, progress, kept_first)
    return render_template("attempts/feedback.html", page=page)


@pages.post("/<attempt_id>/<int:position>")
def answer(attempt_id: str, position: int) -> ResponseReturnValue:
    mine = own_attempt(attempt_id, current_learner())
    progress = progress_of(mine.id)
    item = item_at(mine.id, position, progress)
    sent = AnswerForm().sent()
    if not item.takes(sent.try_number):
        raise StaleForm(mine.id, position)
    outcome = record_answer(mine, item, sent, datetime.now(UTC))
    if isinstance(outcome, NotAnAnswer) and item.response is None:
        page = question_page(mine, item, progress, sent, outcome.reason)
        return render_template("attempts/question.html", page=page), 422
    kept = isinstance(outcome, NotAnAnswer) or outcome.stands_instead
    return redirect(feedback_url(attempt_id, position, kept), code=303)


@pages.get("/<attempt_id>/results")
def results(attempt_id: str) -> ResponseReturnValue:
    mine = own_attempt(attempt_id, current_learner())
    page = results_page(mine, answered_items(mine.id), progress_of(mine.id))
    return render_template("attempts/results.html", page=page)


@pages.post("/<attempt_id>/retry")
def retry(attempt_id: str) -> ResponseReturnValue:
    mine = own_attempt(attempt_id, current_learner())
    pack = find_pack(mine.pack)
    if pack is None:
        raise PackGone
    fresh_id = retry_missed(mine, pack, datetime.now(UTC))
    return redirect(url_for("taking.question", attempt_id=fresh_id, position=1), code=303)


def feedback_url(attempt_id: str, position: int, kept: bool) -> str:
    """Return where an answer leads; the fragment moves the reader, and the focus, without a script."""
    return url_for(
        "taking.question",
        attempt_id=attempt_id,
        position=position,
        kept="first" if kept else None,
        _anchor="feedback",
    )
