"""Answers of known worth are worth what they are said to be."""

from __future__ import annotations

import pytest

from quizapp.assessment.forms import (
    AnswerForm,
    Choice,
    Match,
    Number,
    Order,
    Select,
    Text,
    form_from_json,
    form_to_json,
)
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, NotAnAnswer
from quizapp.assessment.parsing import parse
from quizapp.assessment.self_test import Raw, self_test

FORMS: list[AnswerForm] = [
    Choice(2, 0),
    Choice(4, 3),
    Select(4, (1,)),
    Select(5, (0, 2, 4)),
    Select(2, (0, 1)),
    *(
        Number(text, "people")
        for text in ("0", "72", "about 22 million", "between 200 and 300", "-3", "49th")
    ),
    Number("22 million", "million people"),
    Number("55 percent", "%"),
    Order(2, (1, 0)),
    Order(3, (0, 1, 2)),
    Order(4, (2, 0, 3, 1)),
    Match(2, 3, (2, 0)),
    Match(4, 5, (1, 4, 0, 2)),
    Text(("Texas", "Lone Star State"), rivals=("Taxes",)),
]


def credit(form: AnswerForm, raw: Raw) -> float:
    answer = parse(form, raw)
    assert isinstance(answer, Answer), (raw, answer)
    return float(grade(form, answer).credit)


@pytest.mark.parametrize("form", FORMS)
def test_right_wrong_and_partly_right_answers_earn_what_they_should(form: AnswerForm) -> None:
    tried = self_test(form)
    assert [credit(form, raw) for raw in tried.right] == [1] * len(tried.right)
    assert [credit(form, raw) for raw in tried.wrong] == [0] * len(tried.wrong)
    assert all(0 < credit(form, raw) < 1 for raw in tried.part)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_answer_is_refused(form: AnswerForm) -> None:
    assert all(isinstance(parse(form, raw), NotAnAnswer) for raw in self_test(form).not_answers)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_goes_to_json_and_back_unchanged(form: AnswerForm) -> None:
    assert form_from_json(form_to_json(form)) == form
