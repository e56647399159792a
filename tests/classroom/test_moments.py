from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.classroom.moments import (
    NotATime,
    clock_words,
    local_words,
    moment_words,
    read_local,
    recent_words,
    stamp,
    typed,
)

BERLIN = "Europe/Berlin"
AT = datetime(2026, 3, 5, 23, 5, tzinfo=UTC)


def reason(text: str, zone: str = BERLIN) -> str:
    read = read_local(text, zone)
    assert isinstance(read, NotATime), read
    return read.reason


def test_a_time_is_read_on_the_clock_of_the_class() -> None:
    assert read_local("2026-07-05T14:05", BERLIN) == datetime(2026, 7, 5, 12, 5, tzinfo=UTC)
    assert read_local(" 2026-01-05 14:05 ", "America/New_York") == datetime(2026, 1, 5, 19, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-03-05", "2026-W10-4", "2026-03-05T14", "14:05"])
def test_a_date_alone_is_not_taken_for_its_midnight(text: str) -> None:
    assert reason(text).startswith("That is not a date and a time.")


def test_a_folder_of_zones_is_no_zone() -> None:
    assert read_local("2026-03-05T14:05", "Europe") == datetime(2026, 3, 5, 14, 5, tzinfo=UTC)


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
    assert local_words(first, BERLIN) == said
    assert "second of two" in local_words(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), BERLIN)


@pytest.mark.parametrize("text", ["soon", "2026-02-30T10:00", "0001-01-01T00:00", "2026-03-05T14:05+02:00"])
def test_what_is_no_time_is_refused_with_what_to_type(text: str) -> None:
    assert "2026-03-05 14:05" in reason(text) or "from 2000 to 2099" in reason(text)


def test_what_was_read_is_typed_the_same_way() -> None:
    assert typed(datetime(2026, 7, 5, 12, 5, tzinfo=UTC), BERLIN) == "2026-07-05T14:05"
    assert typed(None, BERLIN) == ""


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (BERLIN, "Friday 6 March 2026, 00:05 (Europe/Berlin time)"),
        ("America/New_York", "Thursday 5 March 2026, 18:05 (America/New York time)"),
        ("Nowhere/Gone", "Thursday 5 March 2026, 23:05 (UTC time)"),
        ("UTC", "Thursday 5 March 2026, 23:05 (UTC time)"),
    ],
)
def test_moments_are_told_in_the_zone_of_the_class(zone: str, words: str) -> None:
    assert moment_words(AT, zone) == words
    assert local_words(AT, zone) == words.split(" (")[0]
    assert words.endswith(clock_words(AT, zone))


def test_a_learner_is_told_too_which_of_two_a_time_is() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    said = "02:30 (Europe/Berlin time, the second of two: clocks go back that night)"
    assert clock_words(second, BERLIN) == said
    assert moment_words(second, BERLIN) == f"Sunday 25 October 2026, {said}"


def test_the_day_is_told_where_it_is_another_one_on_the_clock_of_the_class() -> None:
    assert recent_words(AT, "UTC", AT + timedelta(minutes=5)) == "23:05"
    assert recent_words(AT, "UTC", AT + timedelta(hours=1)) == "5 March 2026, 23:05"
    assert recent_words(AT, BERLIN, AT + timedelta(hours=1)) == "00:05"


def test_a_spreadsheet_gets_moments_that_sort() -> None:
    assert stamp(AT, BERLIN) == "2026-03-06 00:05:00"
    assert stamp(None, BERLIN) == ""
