"""A question is a value: it goes to JSON and back, and its id follows from its content."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from quizapp.generation.question import Question, question_from_json
from tests.builders import a_match_question, a_question, a_quiz, a_text_question


@pytest.mark.parametrize("question", a_quiz())
def test_it_goes_to_json_and_back_unchanged(question: Question) -> None:
    again = question_from_json(json.loads(json.dumps(question.to_json())))
    assert again == question
    assert (again.id, again.family) == (question.id, question.family)


@pytest.mark.parametrize("question", a_quiz())
def test_the_id_is_16_digits_and_ignores_the_seed(question: Question) -> None:
    assert re.fullmatch("[0-9a-f]{16}", question.id)
    assert replace(question, seed="another").id == question.id


@pytest.mark.parametrize(
    "change", [{"stem": "Other?"}, {"answer": "1999"}, {"options": ()}, {"difficulty": 41}, {"quote": "So."}]
)
def test_the_id_follows_the_content(change: dict[str, object]) -> None:
    assert a_question(**change).id != a_question().id


def test_the_id_of_a_match_follows_its_prompts() -> None:
    question = a_match_question()
    assert replace(question, prompts=question.prompts[::-1]).id != question.id


def test_the_family_follows_kind_facts_and_slot_only() -> None:
    question = a_question()
    assert a_question(stem="Other?", options=(), seed="another", difficulty=1).family == question.family
    others = [
        a_question(kind="number"),
        a_question(facts=("berths",)),
        a_question(slot="who"),
        a_question(pack="x"),
    ]
    assert len({question.family, *(other.family for other in others)}) == 5


def test_json_holds_id_family_and_form_by_name() -> None:
    data = a_text_question().to_json()
    assert data["form"] == {
        "form": "text",
        "accepted": ["Captain Ekdahl", "Ekdahl"],
        "rivals": ["Captain Ekberg"],
    }
    assert data["id"] == a_text_question().id
