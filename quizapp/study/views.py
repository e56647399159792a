"""The front page, quiz links, the sources and what is drawn from them, and how it works."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.assessment.credit import RULES_IN_FORCE
from quizapp.facts.pack import Pack
from quizapp.site.learner import current_learner
from quizapp.site.packs import all_packs, find_pack
from quizapp.study.compared import compare_page
from quizapp.study.corrections import corrections_page
from quizapp.study.fairness import fairness_tables
from quizapp.study.forms import QuizLink
from quizapp.study.pages import home_page, quiz_page
from quizapp.study.refusals import BadLink, UnknownPack, UnknownSource
from quizapp.study.sources import pack_sources, source_page
from quizapp.study.timeline import timeline_page
from quizapp.taking.queries import unfinished_attempts

pages = Blueprint("study", __name__)


@pages.get("/")
def home() -> ResponseReturnValue:
    page = home_page(unfinished_attempts(current_learner()))
    return render_template("study/home.html", page=page)


@pages.get("/quiz/<pack_id>")
def quiz(pack_id: str) -> ResponseReturnValue:
    pack = wanted_pack(pack_id)
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
    pack = wanted_pack(pack_id)
    if source_id not in pack.sources:
        raise UnknownSource
    page = source_page(pack, pack.sources[source_id], request.args.get("order") == "text")
    return render_template("study/source.html", page=page)


@pages.get("/timeline/<pack_id>")
def timeline(pack_id: str) -> ResponseReturnValue:
    return render_template("study/timeline.html", page=timeline_page(wanted_pack(pack_id)))


@pages.get("/compare/<pack_id>")
def compare(pack_id: str) -> ResponseReturnValue:
    return render_template("study/compare.html", page=compare_page(wanted_pack(pack_id)))


@pages.get("/corrections/<pack_id>")
def corrections(pack_id: str) -> ResponseReturnValue:
    return render_template("study/corrections.html", page=corrections_page(wanted_pack(pack_id)))


@pages.get("/how-it-works")
def how_it_works() -> ResponseReturnValue:
    tables = fairness_tables(all_packs().values())
    return render_template("study/how_it_works.html", tables=tables, rules=RULES_IN_FORCE)


def wanted_pack(pack_id: str) -> Pack:
    """Return the pack that an address names; raise UnknownPack where there is none."""
    pack = find_pack(pack_id)
    if pack is None:
        raise UnknownPack
    return pack
