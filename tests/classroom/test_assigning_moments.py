from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quizapp.classroom.assigning.moments import NotATime, moment_words, read_local, typed

BERLIN = "Europe/Berlin"


def reason(text: str, zone: str = BERLIN) -> str:
    read = read_local(text, zone)
    assert isinstance(read, NotATime), read
    return read.reason


def test_a_time_is_read_on_the_clock_of_the_class() -> None:
    assert read_local("2026-07-05T14:05", BERLIN) == datetime(2026, 7, 5, 12, 5, tzinfo=UTC)
    assert read_local(" 2026-01-05 14:05 ", "America/New_York") == datetime(2026, 1, 5, 19, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone", "first"),
    [
        ("2026-03-29T02:30", BERLIN, "03:00"),
        ("2026-03-08T02:15", "America/New_York", "03:00"),
        ("2026-10-04T02:10", "Australia/Lord_Howe", "02:30"),
    ],
)
def test_a_time_that_clocks_skip_is_none_and_the_first_after_it_is_named(
    text: str, zone: str, first: str
) -> None:
    assert text[-5:] in reason(text, zone)
    assert f"from {first} on" in reason(text, zone)


def test_of_a_time_that_comes_twice_the_first_is_taken_and_said() -> None:
    read = read_local("2026-10-25T02:30", BERLIN)
    assert read == (first := datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    said = "Sunday 25 October 2026, 02:30 (the first of two: clocks go back that night)"
    assert moment_words(first, BERLIN) == said
    assert "second of two" in moment_words(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), BERLIN)


@pytest.mark.parametrize("text", ["soon", "2026-02-30T10:00", "0001-01-01T00:00", "2026-03-05T14:05+02:00"])
def test_what_is_no_time_is_refused_with_what_to_type(text: str) -> None:
    assert "2026-03-05 14:05" in reason(text) or "from 2000 to 2099" in reason(text)


def test_what_was_read_is_typed_the_same_way() -> None:
    assert typed(datetime(2026, 7, 5, 12, 5, tzinfo=UTC), BERLIN) == "2026-07-05T14:05"
    assert typed(None, BERLIN) == ""
