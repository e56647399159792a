"""Each item-writing rule finds its flaw, and stays silent on a clean question."""

from __future__ import annotations

from typing import Any

import pytest

from quizapp.assessment.forms import Choice
from quizapp.generation.question import Question
from quizapp.generation.rules import clang, flaws, odd_length
from tests.builders import a_number_question, a_question, a_quiz, an_option


def a_choice(*texts: str, key: int = 0, **changes: Any) -> Question:
    options = tuple(an_option(text, correct=place == key) for place, text in enumerate(texts))
    return a_question(options=options, form=Choice(len(texts), key), answer=texts[key], **changes)


def broken(question: Question) -> list[int]:
    return [flaw.rule for flaw in flaws(question)]


@pytest.mark.parametrize("question", [a_question(), *a_quiz()[2:], a_choice("A mill", "A ford", "A dam")])
def test_clean_questions_have_no_flaw(question: Question) -> None:
    assert flaws(question) == []


@pytest.mark.parametrize(
    ("rule", "flawed", "sound"),
    [
        (1, a_choice("the grey old bridge", "the mill", "the ford"),
         a_choice("the grey ford", "the mill", "the grey mill")),
        (4, a_choice("It never closes", "It opens daily", "It opens late"),
         a_choice("It never closes", "It always closes", "It only closes")),
        (6, a_choice("A", "B", "C", stem="According to the Herald, which of these is not a bridge?"),
         a_choice("A", "B", "C", stem="Though it was not the first, which of these is a bridge?")),
        (7, a_choice("A mill", "A ford", "All of the above"), a_choice("A mill", "A ford", "A sum above")),
        (9, a_choice("12 boats", "9 boats", "40 boats"), a_choice("9 boats", "12 boats", "40 boats")),
        (11, a_choice("Steel plates", "Oak boards", "Grey slabs", stem="Which steelwork was used?"),
         a_choice("Steel plates", "Steel rods", "Steel nails", stem="Which steelwork was used?")),
        (26, a_choice("A mill", "A ford"), a_choice("A mill", "A ford", "A dam")),
        (26, a_choice("A mill", "A ford", "a  MILL"), a_choice("A mill", "A ford", "A dam")),
    ],
)  # fmt: skip
def test_a_rule_finds_its_flaw_and_no_other(rule: int, flawed: Question, sound: Question) -> None:
    assert rule in broken(flawed)
    assert rule not in broken(sound)


def test_a_negative_word_in_a_quotation_or_in_at_least_is_none() -> None:
    for asking in ("who said that it is “not a bridge”?", "which crossing is at least 40 metres long?"):
        assert broken(a_choice("A", "B", "C", stem=f"According to the Herald, {asking}")) == []


def test_a_statement_to_be_credited_may_be_negative() -> None:
    stem = "In the Herald, who is credited with saying that it is not safe?"
    assert broken(a_choice("A", "B", "C", stem=stem, kind="who-said")) == []
    assert broken(a_choice("A", "B", "C", stem=stem)) == [6]


def test_a_word_of_the_quote_that_only_the_key_has_is_a_clang() -> None:
    assert broken(
        a_choice("Steel plates", "Oak boards", "Grey slates", quote="The steelworks gave them.")
    ) == [11]


def test_fixed_labels_and_typed_answers_cannot_clang() -> None:
    labels = tuple(
        an_option(text, correct=not place, origin="answer-form")
        for place, text in enumerate(("Steel", "Oak", "Tin"))
    )
    assert broken(a_question(options=labels, form=Choice(3, 0), stem="Which steel is it?")) == []
    assert broken(a_number_question(stem="How many boats, not counting rafts?")) == [6]


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (["ab cdefghij kl", "ab cdefghij"], True),  # 14 to 11: more than 1.2
        (["ab cdefghij", "ab cdefghi"], False),
        (["abcdefghijklmn", "abc"], False),  # a single word may be as long as it is
        (["ab cd"], False),
        ([], False),
    ],
)
def test_one_option_of_several_words_may_not_stand_out_by_its_length(texts: list[str], odd: bool) -> None:
    assert odd_length(texts) == odd


def test_clang_names_what_stem_and_key_alone_share() -> None:
    assert clang("The steel frame", "Steelworks", ["Oakworks"]) == {"steel"}
    assert clang("The steel frame", "Steelworks", ["Steel mill"]) == set()
    assert clang("The old oak", "An oak", ["A fir"]) == set()  # short words say nothing
    assert clang("The steel frame", "Steelworks", []) == set()
