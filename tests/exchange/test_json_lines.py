"""Packs and questions as JSON: the fields that other programs may count on."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from quizapp.exchange.json_lines import explanation_text, pack_json, question_json
from quizapp.generation.bank import bank
from quizapp.generation.question import Question
from tests.builders import a_match_question, a_number_question, a_question, a_quiz, a_select_question
from tests.pack_builders import a_count, a_fact, a_full_pack, a_length, a_link, a_pack, a_source, an_opening

FACT = {
    "id",
    "topic",
    "kind",
    "status",
    "statement",
    "asserted_by",
    "through",
    "as_of",
    "values",
    "citations",
}
QUESTION = {
    "id", "kind", "topic", "difficulty", "skill", "facts", "stem", "options", "answer", "explanation",
    "citations", "family", "seed", "form",
}  # fmt: skip
OPTION = {"id", "text", "correct", "feedback", "citations", "origin"}


def fact_json(**changes: Any) -> dict[str, Any]:
    (fact,) = pack_json(a_pack(a_fact(**changes)))["facts"]
    assert isinstance(fact, dict)
    return fact


def test_a_pack_has_its_hash_sources_facts_and_links() -> None:
    pack = a_pack(a_fact(), a_length("b", "new", 640), link=[a_link("updates", "old-length", "b")])
    data = pack_json(pack)
    assert (data["pack"], data["hash"], len(data["sources"]), len(data["facts"])) == (
        "bridges",
        pack.hash,
        3,
        2,
    )
    assert data["links"] == [
        {"kind": "updates", "facts": ("old-length", "b"), "why": "One bears on the other."}
    ]


def test_a_fact_has_the_fields_that_are_promised() -> None:
    fact = fact_json()
    assert fact.keys() >= FACT
    assert fact["statement"] == "Old Bridge is 120 metres long."
    assert fact["citations"] == [{"source": "herald", "paragraphs": [3], "context": [], "place": ""}]
    assert fact["as_of"] == "2019-05-03"


def test_a_fact_names_its_speaker_or_else_its_source() -> None:
    assert fact_json()["asserted_by"] == "herald"
    said = fact_json(status="attributed", asserted_by="penn", through=["holt"])
    assert (said["asserted_by"], said["through"]) == ("penn", ["holt"])


def test_values_have_type_value_words_and_print() -> None:
    values = fact_json()["values"]
    assert values["bridge"] == {
        "type": "place", "value": "old", "words": "Old Bridge", "printed": ["Old Bridge"], "external": None
    }  # fmt: skip
    assert (values["metres"]["value"], values["metres"]["unit"]) == (120, "metres")


def test_dates_are_as_a_pack_writes_them_and_figures_stay_exact() -> None:
    pack = a_pack(an_opening("a", "old", "1931-05"), a_count("b", "old", "2011", 2.5))
    dated, counted = pack_json(pack)["facts"]
    assert dated["values"]["when"]["value"] == "1931-05"
    assert counted["values"]["count"]["value"] == 2.5


def test_a_source_says_what_its_text_does_not_state() -> None:
    herald = a_source("herald", title={"value": "A Bridge", "where": "the index"}, sha256="0" * 64)
    source = pack_json(a_pack(a_fact(), source=[herald, a_source("courier"), a_source("mirror")]))["sources"][
        0
    ]
    assert (source["outlet"], source["title"], source["author"]) == ("Town Herald", None, None)
    assert source["known_from_elsewhere"] == {"title": {"value": "A Bridge", "where": "the index"}}
    assert [one["number"] for one in source["paragraphs"] if one["boilerplate"]] == [2]
    assert source["sha256"] == "0" * 64


@pytest.mark.parametrize("question", a_quiz())
def test_a_question_has_the_fields_that_are_promised(question: Question) -> None:
    data = question_json(question)
    assert data.keys() >= QUESTION
    assert (data["id"], data["family"], data["seed"]) == (question.id, question.family, "s")
    assert all(option.keys() >= OPTION for option in data["options"])


def test_options_have_letters_and_say_where_they_come_from() -> None:
    options = question_json(a_question())["options"]
    assert [option["id"] for option in options] == ["a", "b", "c"]
    assert [option["origin"] for option in options] == ["from-fact", "from-fact", "computed"]
    assert [option["correct"] for option in options] == [False, True, False]


def test_a_typed_answer_has_its_form_in_place_of_options() -> None:
    data = question_json(a_number_question())
    assert (data["form"], data["options"]) == ({"form": "number", "text": "120", "unit": "boats"}, [])
    assert question_json(a_select_question())["form"] == {"form": "select", "options": 4, "key": (0, 3)}


def test_the_explanation_says_what_is_true_as_of_when_and_how_it_is_known() -> None:
    question = a_question()
    text = explanation_text(question)
    assert text.startswith("Mayor Lindqvist said that the harbour opened in 1998.")
    assert "As of 1998." in text
    told = replace(question.explanation, evidence=())
    assert "In print" not in explanation_text(replace(question, explanation=told))


def test_everything_generated_can_be_written_as_json() -> None:
    pack = a_full_pack()
    for value in (pack_json(pack), *map(question_json, bank(pack, "s"))):
        again = json.loads(json.dumps(value))
        assert json.dumps(again) == json.dumps(value)


def test_a_match_has_its_prompts_and_its_key_as_places_of_options() -> None:
    data = question_json(a_match_question())
    pairs = [data["options"][place]["text"] for place in data["form"]["key"]]
    assert next(zip(data["prompts"], pairs, strict=True)) == ("The ferry sailed in _____", "1905")
