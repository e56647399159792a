"""The answer form `match`: a choice for each prompt, marked by the share of right pairs."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.forms import Match
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark, NotAnAnswer
from quizapp.assessment.parsing import parse

FORM = Match(3, 4, (2, 0, 3))


def marked(*places: str) -> Mark:
    answer = parse(FORM, places)
    assert isinstance(answer, Answer), answer
    return grade(FORM, answer)


def test_a_choice_for_each_prompt_is_read_in_the_order_of_the_prompts() -> None:
    assert parse(FORM, ("3", "1", "0")) == Answer(("3", "1", "0"), (3, 1, 0))


def test_a_choice_may_be_given_twice_as_each_pair_counts_by_itself() -> None:
    assert marked("2", "2", "2").credit == Fraction(1, 3)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ((), "Give every item its match."),
        (("", "", ""), "Give every item its match."),
        (("1", "", "3"), "No match yet for B: choose one for every item."),
        (("", "1", ""), "No match yet for A and C"),
        (("1", "2"), "Choose a match from the list for each of the 3 items."),
        (("0", "1", "4"), "Choose a match from the list"),
        (("0", "1", "01"), "Choose a match from the list"),
    ],
)
def test_what_is_no_match_is_no_answer_and_says_why(raw: tuple[str, ...], words: str) -> None:
    parsed = parse(FORM, raw)
    assert isinstance(parsed, NotAnAnswer)
    assert words in parsed.reason


def test_each_right_pair_earns_its_share_and_the_wrong_ones_are_named() -> None:
    assert marked("2", "0", "3") == Mark(Fraction(1), "right")
    assert marked("2", "1", "0") == Mark(Fraction(1, 3), "partly right", "1 of 3 pairs right; not B and C.")
    assert marked("1", "1", "1") == Mark(Fraction(0), "wrong", "None of the pairs is right.")


@given(st.lists(st.integers(0, 3), min_size=3, max_size=3), st.integers(0, 2))
def test_one_more_right_pair_never_earns_less(places: list[int], prompt: int) -> None:
    mended = [*places]
    mended[prompt] = FORM.key[prompt]
    assert marked(*map(str, places)).credit <= marked(*map(str, mended)).credit
