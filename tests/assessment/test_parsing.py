"""Is it an answer at all?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.forms import AnswerForm, Choice, Number, Select, Text
from quizapp.assessment.marks import Answer, NotAnAnswer
from quizapp.assessment.parsing import LONGEST_ANSWER, parse

CHOICE, SELECT = Choice(options=3, key=1), Select(options=4, key=(0, 2))
NUMBER, TEXT = Number("72", "agencies"), Text(("Texas",))
FORMS: list[AnswerForm] = [CHOICE, SELECT, NUMBER, TEXT]


def reason(form: AnswerForm, *raw: str) -> str:
    refused = parse(form, raw)
    assert isinstance(refused, NotAnAnswer)
    return refused.reason


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_is_no_answer_and_says_what_to_do(form: AnswerForm) -> None:
    assert reason(form) == reason(form, "")
    assert reason(form).startswith(("Choose", "Tick", "Type"))


def test_a_choice_is_one_option_in_range() -> None:
    assert parse(CHOICE, ["2"]) == Answer(("2",), (2,))


@pytest.mark.parametrize("sent", ["3", "-1", "01", "１", "1.0", "one", " 1", "9" * 150])
def test_a_choice_out_of_range_or_malformed_is_refused(sent: str) -> None:
    assert "not one of the options" in reason(CHOICE, sent)


def test_two_choices_are_refused() -> None:
    assert reason(CHOICE, "0", "1") == "Choose only one of the options."


def test_ticks_are_merged_and_their_order_ignored() -> None:
    answer = parse(SELECT, ["2", "0", "2"])
    assert isinstance(answer, Answer)
    assert answer.chosen == (0, 2)


def test_one_tick_out_of_range_refuses_them_all() -> None:
    assert "not one of the options" in reason(SELECT, "0", "4")


@pytest.mark.parametrize("typed", ["72", " 1,200 ", "about 22 million", "seventy-two", "55%"])
def test_a_number_may_be_typed_in_any_way_that_is_read(typed: str) -> None:
    assert parse(NUMBER, [typed]) == Answer((typed.strip(),))


@pytest.mark.parametrize("typed", ["many", "???", "55 of 373", "\x00"])
def test_what_holds_no_number_is_refused_with_an_example(typed: str) -> None:
    assert reason(NUMBER, typed) == "Type a number, for example 1,200."


@pytest.mark.parametrize("typed", ["   ", "?!", "\u200b"])
def test_text_without_a_letter_or_digit_is_refused(typed: str) -> None:
    assert reason(TEXT, typed) == "Type a word or a name."


def test_typed_text_is_kept_without_control_characters_or_extra_space() -> None:
    assert parse(TEXT, [" New\x00 \ud800 York\n"]) == Answer(("New York",))


@pytest.mark.parametrize("form", FORMS)
def test_a_huge_answer_is_refused_before_it_is_read(form: AnswerForm) -> None:
    assert "too long" in reason(form, "1" * (LONGEST_ANSWER + 1))
    assert "too long" in reason(form, *["0"] * (LONGEST_ANSWER + 1))


@given(st.sampled_from(FORMS), st.lists(st.text(max_size=LONGEST_ANSWER + 5), max_size=4))
def test_parsing_never_raises_on_any_text(form: AnswerForm, raw: list[str]) -> None:
    assert isinstance(parse(form, raw), Answer | NotAnAnswer)
