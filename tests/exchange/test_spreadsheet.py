from __future__ import annotations

import csv
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.spreadsheet import csv_text, neutral


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_begins_with_its_mark_and_ends_its_lines_as_spreadsheets_do() -> None:
    text = csv_text(["Learner", "Points"], [["Åsa, B.", 3], ['"Q"', None]])
    assert text == '\ufeffLearner,Points\r\n"Åsa, B.",3\r\n"""Q""",\r\n'


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "-1+2", "--1", "=HYPERLINK(1)"],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1", "+2.5", "-0,5", "-12%", "", "Ekdahl", "a-b", "1998", "x = y"])
def test_plain_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert neutral(text) == text


def test_what_another_locale_takes_for_a_new_cell_does_not_run_either() -> None:
    assert neutral("Ann;=1+1") == "Ann;'=1+1"
    assert neutral("two\nlines\n=1") == "two\nlines\n'=1"


def test_numbers_are_written_as_numbers() -> None:
    assert read(csv_text(["a"], [[-3], [Fraction(2, 3)], [-0.5], [2.0]])) == [
        ["a"], ["-3"], ["0.6667"], ["-0.5"], ["2"],
    ]  # fmt: skip


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_any_text_comes_back_and_no_cell_begins_a_formula(cells: list[str]) -> None:
    back = read(csv_text(["h"], [[cell] for cell in cells]))[1:]
    assert [row[0] if row else "" for row in back] == [neutral(cell) for cell in cells]
    assert not any(cell.lstrip()[:1] in tuple("=@") for row in back for cell in row)
