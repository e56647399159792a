"""Dates as far as a text gives them: what they may mean, and how they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.facts.dates import UNKNOWN, DateSpan, parse_date, shifted
from tests.any_pack import DATES, DAYS, MONTHS, YEARS

SINGLE = st.one_of(YEARS, MONTHS, DAYS)
SPANS = DATES.map(parse_date)


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("2011", "2011-01-01", "2011-12-31", "2011"),
        ("2018-02", "2018-02-01", "2018-02-28", "February 2018"),
        ("2020-02", "2020-02-01", "2020-02-29", "February 2020"),
        ("2020-06-30", "2020-06-30", "2020-06-30", "30 June 2020"),
        ("2017-01/2020-06", "2017-01-01", "2020-06-30", "2017 to June 2020"),
        ("2017-02/2020", "2017-02-01", "2020-12-31", "February 2017 to 2020"),
        ("2017-01-20/2020-06-30", "2017-01-20", "2020-06-30", "20 January 2017 to June 2020"),
    ],
)
def test_a_date_means_all_its_days(text: str, start: str, end: str, words: str) -> None:
    span = parse_date(text)
    assert (span.start, span.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert span.words() == words


def test_an_unknown_date_has_no_days_and_says_so() -> None:
    assert parse_date("unknown") == UNKNOWN == DateSpan(None, None, "unknown")
    assert UNKNOWN.words() == "date not stated"


@pytest.mark.parametrize(
    "text",
    ["", "May 2011", "2011-13", "2011-02-29", "11", "2011-1", "2020/2019", "2011/", "/2011", "2011/unknown",
     "0000", "unknown/2011", "2011-01-01-01", " 2011"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        parse_date(text)


@given(DATES)
def test_iso_reads_back_as_the_same_days(text: str) -> None:
    span = parse_date(text)
    again = parse_date(span.iso())
    assert (again.start, again.end) == (span.start, span.end)
    assert again == span


@given(SINGLE)
def test_a_single_date_is_written_as_it_was(text: str) -> None:
    assert parse_date(text).iso() == text


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_means_a_day_in_common(a: DateSpan, b: DateSpan) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(a)
    if a.start and a.end and b.start and b.end:
        assert a.overlaps(b) == (max(a.start, b.start) <= min(a.end, b.end))


@given(SPANS)
def test_an_unknown_date_overlaps_every_date(span: DateSpan) -> None:
    assert UNKNOWN.overlaps(span)


@given(SINGLE.map(parse_date), st.integers(-60, 60))
def test_shifting_there_and_back_returns(span: DateSpan, steps: int) -> None:
    there = shifted(span, steps)
    assert shifted(there, -steps) == span
    assert there.precision == span.precision
    assert there.overlaps(span) == (steps == 0)


@pytest.mark.parametrize(
    ("text", "steps", "there"),
    [
        ("2011", 3, "2014"),
        ("2018-01", -1, "2017-12"),
        ("2018-12", 13, "2020-01"),
        ("2020-02-28", 2, "2020-03-01"),
    ],
)
def test_a_shift_is_by_the_date_s_own_precision(text: str, steps: int, there: str) -> None:
    assert shifted(parse_date(text), steps).iso() == there


@pytest.mark.parametrize("text", ["2011/2012", "unknown"])
def test_spans_and_unknown_dates_cannot_be_shifted(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be shifted"):
        shifted(parse_date(text), 1)
