"""Rules that need the facts: a question is made from a pack, then it or the pack is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import Linter
from tests.builders import an_option
from tests.generation.making import made
from tests.generation.rules.linting import TODAY, broken_in
from tests.pack_builders import (
    a_count,
    a_design,
    a_duty,
    a_fact,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_position,
    an_opening,
    cited,
    full_tables,
)

LENGTHS = (
    a_length("old-length", "old", 120),
    a_length("new-length", "new", 640),
    a_length("mill-length", "mill", 44),
)
DESIGNS = (
    a_design("old-design", "old", "penn"),
    a_design("new-design", "new", "holt"),
    a_design("king-design", "king", "marsh"),
)

UPKEEP_OF = {
    "old": "the town’s", "new": "the town’s", "mill": "the state’s", "king": "the state’s",
    "rail": "the state’s",
}  # fmt: skip


def first(kind: str, pack: Pack) -> Question:
    return made(kind, pack)[0]


def told(question: Question, old: str, new: str) -> Question:
    return replace(question, stem=question.stem.replace(old, new), quote=question.quote.replace(old, new))


def test_a_bank_breaks_no_rule_of_its_pack() -> None:
    pack = a_full_pack()
    linter = Linter(pack, TODAY)
    assert [flaw for question in bank(pack, "s") for flaw in linter.lint(question)] == []


@pytest.mark.parametrize(("kind", "found"), [("value", 2), ("verdict", 1)])
def test_a_fact_that_makes_an_option_true_is_found(kind: str, found: int) -> None:
    question = made(kind, a_pack(*DESIGNS))[-1]
    bridge, designer = {fact["id"]: tuple(fact["slots"].values()) for fact in DESIGNS}[question.facts[0]]
    others = [who for who in ("penn", "holt", "marsh") if who != designer]
    packs = [a_pack(*DESIGNS, a_design("again", bridge, who, cites=cited("mirror"))) for who in others]
    assert 17 not in broken_in(a_pack(*DESIGNS), question)
    assert sum(17 in broken_in(pack, question) for pack in packs) == found


def test_a_rival_who_said_it_too_is_a_true_distractor() -> None:
    pack = a_full_pack()
    question = first("who-said", pack)
    rival = next(option for option in question.options if not option.correct)
    (entity,) = (one.id for one in pack.entities.values() if one.name == rival.text)
    tables = full_tables()
    tables["fact"].append(a_position("echo", "opinion", entity, "it was so too"))
    tables["link"].append(a_link("agrees", question.facts[0], "echo"))
    assert 17 in broken_in(a_full_pack(fact=tables["fact"], link=tables["link"]), question)


def test_a_filler_that_belongs_in_another_gap_too_is_a_true_distractor() -> None:
    duties = [a_duty(f"{name}-duty", name, level) for name, level in UPKEEP_OF.items()]
    question = next(one for one in made("select-all", a_pack(*duties)) if one.quote)
    level = duties[0]["slots"]["level"] if duties[0]["id"] in question.facts else "the state’s"
    wrong = next(option.citations[0].fact for option in question.options if not option.correct)
    again = a_duty("again", wrong.split("-")[0], level, cites=cited("mirror"))
    assert 17 not in broken_in(a_pack(*duties), question)
    assert 17 in broken_in(a_pack(*duties, again), question)


def test_an_option_of_another_sort_does_not_fit() -> None:
    pack = a_pack(*DESIGNS)
    question = first("value", pack)
    changed = [replace(one, text=one.text if one.correct else "Toll Bridge") for one in question.options]
    assert 13 in broken_in(pack, replace(question, options=tuple(changed)))


def test_a_date_later_than_the_source_does_not_fit() -> None:
    pack = a_pack(
        *(an_opening(f"{name}-opened", name, year) for name, year in (("old", "1954"), ("new", "1998")))
    )
    question = first("value", pack)
    assert 13 in broken_in(pack, replace(question, options=(*question.options, an_option("2021"))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the Herald", "the report"),
        ("Old Bridge", "the bridge"),
        ("Old Bridge", "it"),
        (" (as of 3 May 2019)", ""),
    ],
)
def test_a_question_names_its_source_its_date_and_what_it_asks_about(old: str, new: str) -> None:
    earlier = a_length("old-length-2001", "old", 118, as_of="2001", cites=cited("mirror"))
    pack = a_pack(*LENGTHS, earlier)
    question = next(one for one in made("number", pack) if one.facts == ("old-length",))
    assert 18 not in broken_in(pack, question)
    assert 18 in broken_in(pack, told(question, old, new))


def test_an_attributed_claim_is_not_asked_without_its_speaker() -> None:
    said = a_length("old-length", "old", 120, status="attributed", asserted_by="penn")
    pack = a_pack(said, *LENGTHS[1:])
    question = first("number", pack)
    assert 18 not in broken_in(pack, question)
    assert 18 in broken_in(pack, told(question, "Ada Penn, as reported by ", ""))


def test_a_key_is_stale_when_its_fact_is_gone_or_gives_something_else() -> None:
    question = first("number", a_pack(*LENGTHS))
    assert 19 in broken_in(a_pack(*LENGTHS[1:]), question)
    assert 19 in broken_in(a_pack(a_length("old-length", "old", 125), *LENGTHS[1:]), question)


def test_a_question_without_a_date_is_stale_after_its_shelf_life() -> None:
    pack = a_pack(*LENGTHS)
    undated = told(first("number", pack), " (as of 3 May 2019)", "")
    assert 19 not in broken_in(pack, undated, date(2020, 5, 1))
    assert 19 in broken_in(pack, undated, date(2022, 5, 1))
    assert 19 not in broken_in(pack, first("number", pack), date(2022, 5, 1))


def test_a_question_without_a_date_is_stale_when_a_newer_fact_fills_the_slot() -> None:
    newer = a_length("old-length-2020", "old", 130, as_of="2020", cites=cited("mirror"))
    undated = told(first("number", a_pack(*LENGTHS)), " (as of 3 May 2019)", "")
    assert 19 in broken_in(a_pack(*LENGTHS, newer), undated)


def test_loaded_words_stand_in_quotation_marks_only() -> None:
    pack = a_pack(*LENGTHS)
    question = first("number", pack)
    assert 23 in broken_in(pack, told(question, "how long is", "how long is the eyesore"))
    assert 23 not in broken_in(pack, told(question, "how long is", "how long is the “eyesore”"))


@pytest.mark.parametrize("marked", ["Mayor Ben Holt", "Ben Holt (D-Aldmouth)", "Republican Ben Holt"])
def test_a_title_or_party_stands_on_all_options_or_none(marked: str) -> None:
    pack = a_pack(*DESIGNS)
    question = first("value", pack)
    options = tuple(replace(one, text=marked) if one.text == "Ben Holt" else one for one in question.options)
    assert 23 in broken_in(pack, replace(question, options=options))


def test_green_apples_are_no_party() -> None:
    pack = a_pack(*DESIGNS)
    question = first("value", pack)
    options = tuple(
        replace(one, text=f"Green {one.text}") if one.correct else one for one in question.options
    )
    assert 23 not in broken_in(pack, replace(question, options=options))


def test_a_figure_that_nobody_marked_as_worth_asking_is_trivia() -> None:
    traffic = a_count("old-traffic", "old", "2011", 2500, asks=[], cites=cited("herald", 9))
    asked = first("number", a_pack(a_count("old-traffic", "old", "2011", 2500)))
    assert 24 in broken_in(a_pack(traffic), asked)
    assert 24 not in broken_in(a_pack(traffic | {"asks": ["count"]}), asked)
    assert 24 not in broken_in(a_pack(traffic | {"cites": cited("herald", 3)}), asked)
    linked = a_pack(traffic, a_fact(), link=[a_link("qualifies", "old-traffic", "old-length")])
    assert 24 not in broken_in(linked, asked)
