from __future__ import annotations

import pytest

from quizapp.classroom.answered import answer_words
from quizapp.classroom.results.slips import Slip, alike_key, slips
from quizapp.classroom.results.wording import proof_words, short_stem
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_select_question,
    a_text_question,
    an_order_question,
)


def test_a_wrong_option_is_one_slip_and_the_right_one_none() -> None:
    assert slips(a_question(), ["0"]) == (Slip("chose", 0),)
    assert slips(a_question(), ["1"]) == ()


def test_ticks_go_wrong_by_what_is_ticked_and_by_what_is_left_out() -> None:
    assert slips(a_select_question(), ["0", "1"]) == (Slip("ticked", 1), Slip("missed", 3))


def test_a_match_goes_wrong_pair_by_pair() -> None:
    assert slips(a_match_question(), ["1", "3", "0"]) == (Slip("matched", 3, 1), Slip("matched", 0, 2))


def test_an_order_goes_wrong_by_the_pairs_that_are_swapped() -> None:
    assert slips(an_order_question(), ["3", "1", "2"]) == ()
    assert slips(an_order_question(), ["3", "2", "1"]) == (Slip("swapped", 2, 1),)


@pytest.mark.parametrize("typed", ["1,200", "1200", "1200 boats", "twelve hundred"])
def test_numbers_that_say_the_same_are_one_answer(typed: str) -> None:
    assert alike_key(a_number_question(), typed) == alike_key(a_number_question(), "1200")
    assert alike_key(a_number_question(), "1200 dollars") != alike_key(a_number_question(), "1200")


def test_words_are_compared_without_case() -> None:
    assert slips(a_text_question(), ["captain EKBERG"]) == slips(a_text_question(), ["Captain Ekberg"])


def test_an_answer_is_told_in_the_words_of_the_key() -> None:
    match = a_match_question()
    assert answer_words(match, ["1", "0", "2"]) == match.answer
    assert answer_words(a_select_question(), ["0", "1"]) == "A lighthouse · A car park"
    assert answer_words(an_order_question(), ["3", "1", "2"]) == an_order_question().answer
    assert answer_words(a_number_question(), ["99 boats"]) == "99 boats"


def test_a_row_of_a_table_begins_with_what_a_question_asks() -> None:
    assert short_stem(a_question()) == "In which year did the harbour open?"
    assert short_stem(a_text_question()).startswith("_____ said that the harbour was paid for in full.")
    assert short_stem(a_question(stem="Why " * 60)).endswith("Why\N{NO-BREAK SPACE}…")


@pytest.mark.parametrize(
    ("proof", "words"),
    [
        ("determined by when, unit", "the source gives one answer here, and it is another"),
        ("closed: the source names every filler", "the source names all there are"),
        ("each fact has one label", "each fact has one label"),
        ("", ""),
    ],
)
def test_a_proof_is_told_without_the_names_of_slots(proof: str, words: str) -> None:
    assert proof_words(proof) == words
