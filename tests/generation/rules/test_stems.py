"""Rules on stems: each finds its flaw, and stays silent on what only looks like one."""

from __future__ import annotations

import pytest

from quizapp.generation.rules.stems import GRADE, reading_grade, syllables
from tests.builders import a_choice, a_number_question
from tests.generation.rules.linting import broken


def stems_rules(stem: str, quote: str = "") -> list[int]:
    return broken(a_choice("A mill", "A ford", "A dam", stem=stem, quote=quote))


@pytest.mark.parametrize(
    "asking",
    ["which of these is not a bridge?", "which one isn’t old?", "which was the least praised?",
     "which are here, except one?", "which is false?", "which cannot be right?", "which has no toll?",
     "which did they never mend?"],
)  # fmt: skip
def test_the_asking_clause_is_not_negative(asking: str) -> None:
    assert 6 in stems_rules(f"According to the Herald, {asking}")


@pytest.mark.parametrize(
    "stem",
    [
        "Though it was not the first, which of these is a bridge?",
        "According to the Herald, which of these is “not a bridge”?",
        "Which crossing is at least 40 metres long?",
        "Which crossing took no more than a year?",
        "In the Herald, who is credited with saying that it is not safe?",
        "Which of these sources reports that nobody was ever there, except one?",
    ],
)
def test_a_negative_word_elsewhere_is_none(stem: str) -> None:
    assert 6 not in stems_rules(stem)


def test_a_negative_stem_is_one_for_typed_answers_too() -> None:
    assert 6 in broken(a_number_question(stem="How many boats, not counting rafts?"))


@pytest.mark.parametrize(
    "stem",
    [
        "According to the Herald, the oldest crossing is",
        "According to the Herald, is it the mill?",
        "The town grew. The mill burned. Trade came back. Which crossing opened then?",
        f"According to the Herald, which crossing {'of the many old and grey ones ' * 6}is it?",
    ],
)
def test_a_stem_asks_one_thing(stem: str) -> None:
    assert 20 in stems_rules(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "The mill burned in 1954. Which crossing opened then?",
        f"In the Herald, who is credited with saying that {'the many old and grey ones ' * 8}stood?",
        "According to Penn v. Holt and the U.S. Reports, which crossing is meant?",
        "To check this, which passage would you read: the one that also says …?",
    ],
)
def test_set_up_and_embedded_statements_do_not_count(stem: str) -> None:
    assert 20 not in stems_rules(stem)


@pytest.mark.parametrize(
    "stem",
    ["Which of the following is true?", "Which statement is correct?", "What is true of the bridge?",
     "Which of these statements about the mill are accurate?"],
)  # fmt: skip
def test_no_stem_asks_which_option_is_true(stem: str) -> None:
    assert 21 in stems_rules(stem)


def test_a_stem_may_speak_of_truth() -> None:
    assert 21 not in stems_rules("Which town does the Herald call true to its name?")


def test_long_words_in_long_sentences_are_hard_to_read() -> None:
    hard = (
        "which consideration necessitated intergovernmental administrative reorganisation of transportation?"
    )
    assert 25 in stems_rules(f"According to the Herald, {hard}")
    assert 25 not in stems_rules(
        "According to the Intercontinental Administrative Gazette, which mill burned?"
    )


def test_the_reading_grade_is_that_of_the_published_formula() -> None:
    assert reading_grade("the cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert reading_grade("") == 0 < GRADE


@pytest.mark.parametrize(
    ("word", "count"), [("mill", 1), ("bridge", 1), ("ended", 2), ("opened", 2), ("table", 2), ("county", 2)]
)  # fmt: skip
def test_syllables_are_estimated_by_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count
