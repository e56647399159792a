"""The fairness report counts who speaks, in which words, and what the questions key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.quality.fairness import (
    OWN_VOICE,
    VERBS,
    Fairness,
    Speaker,
    fairness,
    loaded_words,
    outlets,
    reporting_verb,
    speakers,
    text_kinds,
)
from quizapp.quality.fairness_report import fairness_json, fairness_lines
from tests.pack_builders import a_fact, a_full_pack, a_link, a_pack, a_position, a_source, cited

FINE = a_position("penn-fine", "opinion", "penn", "it is fine")
STEEL = a_position("penn-steel", "attributed", "penn", "the steel came by boat")
STANDS = a_position("penn-stands", "prediction", "penn", "it will stand")
OWN = a_position("text-worth", "opinion", None, "the town deserved it")


@pytest.fixture(scope="module")
def report() -> Fairness:
    return fairness(a_full_pack(), "s", count=5)


def speaker(pack: Pack, name: str) -> Speaker:
    return next(one for one in speakers(pack) if one.name == name)


def test_counts_each_speaker_s_claims_opinions_and_predictions() -> None:
    penn = speaker(a_pack(FINE, STEEL, STANDS, OWN), "Ada Penn")
    assert (penn.claims, penn.opinions, penn.predictions, penn.said) == (1, 1, 1, 3)


def test_the_texts_own_judgements_are_a_speaker_but_their_reports_are_none() -> None:
    assert [(one.name, one.said) for one in speakers(a_pack(a_fact(), OWN))] == [(OWN_VOICE, 1)]


def test_who_says_most_comes_first() -> None:
    assert [one.name for one in speakers(a_pack(OWN, FINE, STEEL))] == ["Ada Penn", OWN_VOICE]


@pytest.mark.parametrize(
    ("kind", "counted"), [("qualifies", 1), ("answers", 1), ("differs", 1), ("agrees", 0), ("updates", 0)]
)
def test_counts_what_a_link_qualifies(kind: str, counted: int) -> None:
    pack = a_pack(a_fact(), STEEL, FINE, link=[a_link(kind, "old-length", "penn-steel")])
    assert speaker(pack, "Ada Penn").qualified == counted


def test_reporting_verbs_go_by_what_kind_of_speaker_it_is() -> None:
    pack = a_pack(FINE, OWN, STEEL | {"asserted_by": "old", "id": "bridge-says"})
    verbs = {name: reporting_verb(fact) for name, fact in pack.facts.items()}
    assert verbs == {"penn-fine": VERBS[0], "bridge-says": VERBS[1], "text-worth": VERBS[2]}


def test_outlets_say_what_is_known_from_elsewhere_and_what_is_not_stated() -> None:
    known = {"value": "Town Gazette", "where": "an index"}
    sources = [a_source("herald", outlet=known), a_source("courier", outlet=None), a_source("mirror")]
    pack = a_pack(a_fact(), a_fact("again", cites=cited("courier")), source=sources)
    assert outlets(pack) == {"Town Gazette (known from elsewhere)": 1, "not stated": 1}
    assert text_kinds(pack) == {"report": 2}


def test_verdicts_are_supported_as_often_as_not(report: Fairness) -> None:
    supported = report.verdicts["Supported by the source"]
    assert 2 * supported == sum(report.verdicts.values()) > 0


def test_each_form_is_counted_by_source_and_speaker(report: Fairness) -> None:
    assert [form.seed for form in report.forms] == ["s", "s-2", "s-3"]
    for form in report.forms:
        assert sum(form.sources.values()) == form.questions > 0
        assert sum(form.speakers.values()) <= form.questions


def test_a_sound_pack_has_no_loaded_word(report: Fairness) -> None:
    assert report.loaded == ()


def test_a_loaded_word_is_found_wherever_a_question_shows_it_but_not_in_quotation_marks() -> None:
    pack = replace(a_full_pack(), loaded_words=("eyesore",))
    question = next(one for one in bank(pack, "s") if one.options)
    told = replace(question.options[0], feedback="It is an Eyesore.")
    quoted = replace(question.options[1], feedback="It is “an eyesore”.")
    bad = replace(question, stem="Is it an eyesore?", options=(told, quoted))
    places = [one.place.split(": ")[1] for one in loaded_words(pack, [bad])]
    assert places == ["stem", "feedback"]


def test_the_json_holds_every_part(report: Fairness) -> None:
    data = json.loads(json.dumps(fairness_json(report)))
    assert data["pack"] == "bridges"
    assert {"speakers", "outlets", "text_kinds", "verdicts", "loaded", "forms"} <= data.keys()


def test_the_text_names_each_speaker_with_verbs_and_ends_with_the_loaded_words(report: Fairness) -> None:
    lines = list(fairness_lines(report))
    assert lines[0].startswith("Bridges [bridges]: ")
    assert sum("said that" in line for line in lines) == 4
    assert lines[-1] == "loaded words outside quotation marks: none"


def test_the_shipped_packs_have_no_loaded_word_one_verb_a_speaker_and_even_verdicts(
    shipped_packs: Mapping[str, Pack],
) -> None:
    for pack in shipped_packs.values():
        found = fairness(pack, "1")
        assert found.loaded == ()
        assert all(len(one.verbs) == 1 and set(one.verbs) <= set(VERBS) for one in found.speakers)
        assert 2 * found.verdicts.get("Supported by the source", 0) == sum(found.verdicts.values())
