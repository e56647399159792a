"""Class lists: whatever a spreadsheet, a school office or a hurried teacher makes of one."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.roster import MOST_NAMES, Roster, UnreadableRoster, read_file, read_lines, read_names
from quizapp.store.names import name_key

TWO = ("Ada Lovelace", "Zoë Ng")


def names(text: str) -> tuple[str, ...]:
    roster = read_names(text, {})
    assert roster.problems == ()
    return roster.names


def problems(text: str, *taken: str) -> list[tuple[int, str]]:
    roster = read_names(text, {name_key(name): name for name in taken})
    return [(problem.line, problem.what) for problem in roster.problems]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace\nZoë Ng",
        "\r\n  Ada   Lovelace \r\n\r\nZoë Ng\r\n",
        "Name\nAda Lovelace\nZoë Ng",
        "Ada Lovelace\t8b\nZoë Ng\t8b\n",
        "Ada Lovelace;8b\nZoë Ng;8b",
        "Ada Lovelace,8b,ada@example.org\nZoë Ng,8b,zoe@example.org",
        "ID,Student name,Email\n1,Ada Lovelace,a@example.org\n2,Zoë Ng,z@example.org",
        "Last name;First name\nLovelace;Ada\nNg;Zoë",
        "sep=;\nForename;SURNAME;Group\nAda;Lovelace;1\nZoë;Ng;1",
        '"Ada Lovelace","8b"\n"Zoë Ng","8b"',
        "First_Name,Name\nAda,Lovelace\nZoë,Ng",
        "Ada Lovelace, Zoë Ng,",
        "Ada Lovelace\rZoë Ng",
    ],
)
def test_the_column_of_names_is_found(text: str) -> None:
    assert names(text) == TWO


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lovelace, Ada\nvan der Berg, Ann", "Lovelace, Ada"),
        ("Lovelace,Ada\nNg,Zoë", "Lovelace,Ada"),
        ('Name;Group\n"Lovelace, Ada";1', "Lovelace, Ada"),
        ('"Lovelace, Ada",1\n"Ng, Zoë",1', "Lovelace, Ada"),
        ('Robert "Bob" Smith\nZoë', 'Robert "Bob" Smith'),
        ("<b>Ada</b>\n=1+1", "<b>Ada</b>"),
        ("Lastovich First\nZoë", "Lastovich First"),
        ("Lovelace,Ada; the first\nZoë\nBen\nCleo", "Lovelace,Ada; the first"),
    ],
)
def test_a_name_stays_as_it_was_typed(text: str, first: str) -> None:
    assert names(text)[0] == first


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_file_is_read_in_whatever_encoding_it_was_saved(encoding: str) -> None:
    data = "Name;Klasse\r\nAda Lovelace;8b\r\nZoë Ng;8b\r\n".encode(encoding)
    assert read_file(data, {}) == Roster(TWO)


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"PK\x03\x04...", "then CSV"),
        (b"\xd0\xcf\x11\xe0...", "then CSV"),
        (b"\x89PNG\r\n\x1a\n", "paste them"),
        (b"%PDF-1.7", "paste them"),
        (b'[{"name": "Ada"}, {"name": "Ben"}]', "This is JSON, not a CSV"),
        (b'["Ada", "Ben"]', "This is JSON, not a CSV"),
        (b"\n<!DOCTYPE html><table><tr><td>Ada", "This is a web page, not a CSV"),
        (b"{\\rtf1\\ansi Ada\\par Ben}", "paste them"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
        (b"\x01\x02\x03\x04\x81", "no text"),
        (b'Name,Group\nAda,1\n"Zo\xc3\xab,1\nBen,2\n', "From line 3 on the quotation marks do not match"),
    ],
)
def test_a_file_of_the_wrong_kind_says_what_to_do(data: bytes, remedy: str) -> None:
    with pytest.raises(UnreadableRoster, match=remedy):
        read_file(data, {})


def test_a_name_twice_is_told_by_line_and_added_once() -> None:
    assert read_names("Ada\nBen\n ADA ", {}).names == ("Ada", "Ben")
    assert problems("Ada\nBen\n ADA ") == [
        (3, "“ADA” stands in line 1 already; add something to tell them apart.")
    ]
    assert problems("Ada\nBen", "ben") == [(2, "“Ben” is in the class already.")]


def test_lines_are_counted_as_in_the_file() -> None:
    assert [line for line, _ in problems("Name;Group\n\nAda;1\n;2\n\nAda;3")] == [4, 6]


def test_what_cannot_be_a_name_is_told() -> None:
    (long,) = problems("x" * 61)
    assert long == (1, "“xxxxxxxxxxxxxxxxxxxx…” has 61 characters; a name has at most 60.")
    assert problems("\u200b\nAda") == [(1, "There is no name in this line.")]


def test_a_class_takes_so_many_names_and_no_more() -> None:
    roster = read_names("\n".join(f"Learner {n}" for n in range(MOST_NAMES + 5)), {"somebody": "Somebody"})
    assert (len(roster.names), len(roster.problems)) == (MOST_NAMES - 1, 6)
    assert "to at most 200. Put the others" in roster.problems[0].what


def test_names_that_were_read_once_are_read_the_same_again() -> None:
    assert read_lines("Lovelace;Ada\nName\nNg, Zoë, 8b", {}).names == ("Lovelace;Ada", "Name", "Ng, Zoë, 8b")


@given(st.text())
def test_any_text_is_names_and_problems_or_says_why_not(text: str) -> None:
    with suppress(UnreadableRoster):
        for name in read_names(text, {}).names:
            assert name_key(name)
            assert len(name) <= 60
            assert name.replace("\u200c", "").replace("\u200d", "").isprintable()


@given(st.binary())
def test_any_file_is_names_and_problems_or_says_why_not(data: bytes) -> None:
    with suppress(UnreadableRoster):
        read_file(data, {})
