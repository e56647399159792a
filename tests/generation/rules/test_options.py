"""Rules on options as a set: each finds its flaw, and stays silent on what only looks like one."""

from __future__ import annotations

import pytest

from quizapp.generation.question import Question
from tests.builders import a_choice, a_question, a_quiz
from tests.generation.rules.linting import broken

COUNT = "According to the Herald, how many boats came?"
SHARE = "According to the Herald, what share of the boats came?"
YEAR = "According to the Herald, in which year did it open?"
WHO = "According to the Herald, who opened it?"


def boats(*texts: str) -> Question:
    return a_choice(*texts, stem=COUNT)


@pytest.mark.parametrize("question", [a_question(), *a_quiz()[2:], a_choice("A mill", "A ford", "A dam")])
def test_clean_questions_break_no_rule(question: Question) -> None:
    assert broken(question) == []


@pytest.mark.parametrize(
    "text",
    ["All of the above", "none of these", "Both a mill and a ford", "Neither of them", "A and B",
     "Options B and C only", "A mill and a ford", "All three", "None are correct"],
)  # fmt: skip
def test_no_option_speaks_of_the_others(text: str) -> None:
    assert 7 in broken(a_choice("A mill", "A ford", text))


@pytest.mark.parametrize("text", ["A sum above", "One of the mills", "Some of the town", "A mill and a dam"])
def test_an_option_may_speak_of_its_own_parts(text: str) -> None:
    assert 7 not in broken(a_choice("A mill", "A ford", text))


@pytest.mark.parametrize(
    ("overlapping", "apart"),
    [
        (boats("about 10 boats", "about 11 boats", "about 20 boats"),
         boats("10 boats", "11 boats", "20 boats")),
        (boats("5 to 10 boats", "10 to 20 boats", "21 to 40 boats"),
         boats("5 to 9 boats", "10 to 20 boats", "21 to 40 boats")),
        (a_choice("24 hours", "1 day", "40 hours", stem=COUNT),
         a_choice("24 hours", "30 hours", "40 hours", stem=COUNT)),
        (a_choice("1998", "May 1998", "1999", stem=YEAR), a_choice("1998", "1999", "2001", stem=YEAR)),
    ],
)  # fmt: skip
def test_no_two_figures_or_dates_could_be_one(overlapping: Question, apart: Question) -> None:
    assert 8 in broken(overlapping)
    assert 8 not in broken(apart)


@pytest.mark.parametrize(
    ("unordered", "ordered"),
    [
        (boats("12 boats", "9 boats", "40 boats"), boats("9 boats", "12 boats", "40 boats")),
        (boats("2 days", "30 hours", "3 days"), boats("30 hours", "2 days", "3 days")),
        (a_choice("May 2019", "March 2019", "June 2020", stem="When did it open?"),
         a_choice("March 2019", "May 2019", "June 2020", stem="When did it open?")),
        (boats("1.2 million", "900,000", "2 million"), boats("900,000", "1.2 million", "2 million")),
    ],
)  # fmt: skip
def test_figures_and_dates_stand_in_ascending_order(unordered: Question, ordered: Question) -> None:
    assert 9 in broken(unordered)
    assert 9 not in broken(ordered)


@pytest.mark.parametrize(
    "texts",
    [
        ("9 boats", "12 rafts", "40 boats"),
        ("9 boats", "12", "40 boats"),
        ("9.5", "12", "40"),
        ("2 million", "3,100,000", "4 million"),
        ("about 9", "12", "40"),
        ("100", "579", "785"),
        ("nine", "12", "40"),
        ("May 2019", "2020", "2021"),
    ],
)
def test_figures_are_alike_in_unit_scale_and_roundness(texts: tuple[str, ...]) -> None:
    assert 10 in broken(boats(*texts) if "May" not in texts[0] else a_choice(*texts, stem=YEAR))


@pytest.mark.parametrize(
    "texts",
    [
        ("one week", "four weeks", "six weeks"),
        ("70", "100", "150"),
        ("1990", "1998", "2000"),
        ("9", "12", "40"),
    ],
)
def test_figures_may_differ_as_figures_do(texts: tuple[str, ...]) -> None:
    assert 10 not in broken(boats(*texts) if texts[0] != "1990" else a_choice(*texts, stem=YEAR))


@pytest.mark.parametrize(
    ("implausible", "plausible"),
    [
        (boats("9", "a few", "40"), boats("9", "12", "40")),
        (a_choice("1998", "1999", "in the spring", stem=YEAR), a_choice("1998", "1999", "2001", stem=YEAR)),
        (a_choice("Ada Penn", "1999", "Ben Holt", stem=WHO),
         a_choice("Ada Penn", "Eva Marsh", "Ben Holt", stem=WHO)),
        (a_choice("60 percent", "80 percent", "120 percent", stem=SHARE),
         a_choice("60 percent", "80 percent", "95 percent", stem=SHARE)),
        (boats("-9", "12", "40"), boats("9", "12", "40")),
    ],
)  # fmt: skip
def test_every_option_could_be_an_answer(implausible: Question, plausible: Question) -> None:
    assert 13 in broken(implausible)
    assert 13 not in broken(plausible)


@pytest.mark.parametrize(
    "texts",
    [("A mill", "A ford"), ("A mill", "A ford", "a  MILL"), ("The mill", "A ford", "mill"),
     ("It", "It.", "He")]
)  # fmt: skip
def test_there_are_three_options_and_no_two_alike(texts: tuple[str, ...]) -> None:
    assert 26 in broken(a_choice(*texts))
