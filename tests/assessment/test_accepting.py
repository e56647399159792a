"""Marking as a teacher mended it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.accepting import ACCEPTED_NOTE, FULL_NOTE, Rule, mark_by, same_answer
from quizapp.assessment.credit import CreditRule, Marking
from quizapp.assessment.forms import AnswerForm, Choice, Match, Number, Order, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark
from quizapp.assessment.parsing import parse
from tests.assessment.answering import forms, known_answers

MAYOR = Text(("Mayor Lindqvist",), rivals=("Captain Ekdahl", "Captain Ekberg"))


def answered(form: AnswerForm, *raw: str) -> Answer:
    answer = parse(form, raw)
    assert isinstance(answer, Answer), answer
    return answer


def marked(form: AnswerForm, accepted: tuple[str, ...], *raw: str) -> Mark:
    return mark_by(Rule().accepting(accepted), form, answered(form, *raw))


@pytest.mark.parametrize(
    ("form", "accepted", "same", "another"),
    [
        (Choice(3, 0), ("2",), ("2",), ("1",)),
        (Select(4, (0, 3)), ("0", "1"), ("1", "0"), ("1", "2")),
        (Number("120", "boats"), ("1,200",), ("1200",), ("1,201",)),
        (Number("22 million", "million people"), ("25",), ("25 million",), ("26",)),
        (MAYOR, ("Captain Ekdahl",), ("captain ekdahl",), ("Captain Ekberg",)),
        (MAYOR, ("Captain Ekdahl",), ("Ekdahl",), ("the clerk",)),
        (Order(3, (0, 1, 2)), ("2", "1", "3"), ("2", "1", "3"), ("3", "2", "1")),
        (Match(2, 3, (0, 1)), ("1", "0"), ("1", "0"), ("2", "2")),
    ],
)
def test_an_accepted_answer_earns_full_credit_and_others_earn_what_they_did(
    form: AnswerForm, accepted: tuple[str, ...], same: tuple[str, ...], another: tuple[str, ...]
) -> None:
    assert marked(form, accepted, *same) == Mark(Fraction(1), "right", ACCEPTED_NOTE)
    assert marked(form, accepted, *another) == grade(form, answered(form, *another))


def test_a_misspelling_of_an_accepted_name_is_forgiven_as_one_of_the_key_is() -> None:
    assert marked(MAYOR, ("Captain Ekdahl",), "Captain Ekdal").credit == 1
    assert marked(MAYOR, ("The harbour master",), "harber mastr").verdict == "close"


def test_full_credit_reaches_every_answer_and_says_so() -> None:
    rule = Rule(standing="full")
    assert mark_by(rule, MAYOR, answered(MAYOR, "nobody")) == Mark(Fraction(1), "right", FULL_NOTE)
    assert mark_by(rule, MAYOR, answered(MAYOR, "Mayor Lindqvist")).note == ""


def test_a_dropped_question_is_marked_as_if_it_counted() -> None:
    rule = Rule(standing="dropped", accepted=(("1",),))
    credits = [mark_by(rule, Choice(3, 0), answered(Choice(3, 0), place)).credit for place in "012"]
    assert credits == [1, 1, 0]


def test_what_is_accepted_counts_beside_the_rules_of_the_assignment() -> None:
    rule = Rule(Marking(select=CreditRule.ALL_OR_NOTHING)).accepting(("1", "2"))
    form = Select(4, (0, 3))
    assert [mark_by(rule, form, answered(form, *raw)).credit for raw in (("0",), ("2", "1"))] == [0, 1]


def test_an_accepted_answer_that_is_none_to_the_question_accepts_nothing() -> None:
    assert mark_by(Rule(accepted=(("9",),)), Choice(3, 0), answered(Choice(3, 0), "1")).credit == 0


@given(forms(), st.data())
def test_no_mending_lowers_the_mark_of_an_answer(form: AnswerForm, data: st.DataObject) -> None:
    answers = known_answers(form)
    accepted = tuple(data.draw(st.lists(answers, max_size=2)))
    rule = Rule(standing=data.draw(st.sampled_from(["counts", "full"])), accepted=accepted)
    answer = answered(form, *data.draw(answers))
    assert mark_by(rule, form, answer).credit >= grade(form, answer).credit


@given(forms(), st.data())
def test_an_answer_says_the_same_as_itself_and_sameness_has_no_direction(
    form: AnswerForm, data: st.DataObject
) -> None:
    answers = known_answers(form)
    one, other = (answered(form, *data.draw(answers)) for _ in range(2))
    assert same_answer(form, one, one)
    assert same_answer(form, one, other) == same_answer(form, other, one)
