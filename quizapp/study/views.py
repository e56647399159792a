"""The front page, quiz links, the sources, and how it works."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.site.learner import current_learner
from quizapp.site.packs import all_packs, find_pack
from quizapp.study.fairness import fairness_tables
from quizapp.study.forms import QuizLink
from quizapp.study.pages import home_page, pack_sources, quiz_page, source_page
from quizapp.study.refusals import BadLink, UnknownPack, UnknownSource
from quizapp.taking.queries import unfinished_attempts

pages = Blueprint("study", __name__)


@pages.get("/")
def home() -> ResponseReturnValue:
    page = home_page(unfinished_attempts(current_learner()))
    return render_template("study/home.html", page=page)


@pages.get("/quiz/<pack_id>")
def quiz(pack_id: str) -> ResponseReturnValue:
    pack = find_pack(pack_id)
    if pack is None:
        raise UnknownPack
    link = QuizLink(request.args)
    if problems := link.problems():
        raise BadLink(problems)
    return render_template("study/quiz.html", page=quiz_page(pack, link))


@pages.get("/sources")
def sources() -> ResponseReturnValue:
    packs = [pack_sources(pack) for pack in all_packs().values()]
    return render_template("study/sources.html", packs=packs)


@pages.get("/sources/<pack_id>/<source_id>")
def source(pack_id: str, source_id: str) -> ResponseReturnValue:
    pack = find_pack(pack_id)
    if pack is None:
        raise UnknownPack
    if source_id not in pack.sources:
        raise UnknownSource
    return render_template("study/source.html", page=source_page(pack, pack.sources[source_id]))


@pages.get("/how-it-works")
def how_it_works() -> ResponseReturnValue:
    tables = fairness_tables(all_packs().values())
    return render_template("study/how_it_works.html", tables=tables)
