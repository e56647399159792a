"""The naive generator makes whole questions of the same facts, and takes no care at all."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.assessment.forms import Choice
from quizapp.generation.question import Question
from quizapp.quality.naive import naive
from quizapp.quality.synthetic import synthesise


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return naive(synthesise(220).pack, "s")


def of_kind(questions: tuple[Question, ...], kind: str) -> list[Question]:
    return [question for question in questions if question.kind == kind]


def test_the_same_seed_gives_the_same_questions(questions: tuple[Question, ...]) -> None:
    assert naive(synthesise(220).pack, "s") == questions


def test_each_has_one_key_among_its_options(questions: tuple[Question, ...]) -> None:
    for question in questions:
        assert isinstance(question.form, Choice)
        assert [place for place, one in enumerate(question.options) if one.correct] == [question.form.key]


def test_true_statements_outnumber_false_ones(questions: tuple[Question, ...]) -> None:
    answers = Counter(question.answer for question in of_kind(questions, "verdict"))
    assert answers["Supported by the source"] > 1.5 * answers["Contradicted by the source"]


def test_labels_are_as_uneven_as_the_facts(questions: tuple[Question, ...]) -> None:
    answers = Counter(question.answer for question in of_kind(questions, "what-kind"))
    assert max(answers.values()) > 3 * min(answers.values())


def test_figures_are_in_order_only_where_that_is_asked_for(questions: tuple[Question, ...]) -> None:
    pack = synthesise(220).pack
    keys = Counter(
        question.form.key
        for question in naive(pack, "s", ascending=True)
        if question.kind == "value" and question.skill == "S10" and isinstance(question.form, Choice)
    )
    assert keys[1] + keys[2] > 1.3 * (keys[0] + keys[3])
