"""Dates as far as a text gives them: a year, a month, a day, a span, or unknown."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["year", "month", "day", "span", "unknown"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # not calendar.month_name: that follows the machine's locale
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True)
class DateSpan:
    """The days a date may mean, both ends included; None for both means unknown.

    `precision` says how the text gives it: "2011" is a year, "2018-01" a month.
    """

    start: date | None
    end: date | None
    precision: Precision

    def overlaps(self, other: DateSpan) -> bool:
        """Tell whether the two may name the same day; an unknown date may name any."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return True
        return self.start <= other.end and other.start <= self.end

    def words(self) -> str:
        """Return the date as print shows it: "2011", "January 2018", "date not stated"."""
        if self.start is None or self.end is None:
            return "date not stated"
        match self.precision:
            case "year":
                return str(self.start.year)
            case "month":
                return f"{MONTHS[self.start.month - 1]} {self.start.year}"
            case "day":
                return _day(self.start)
            case _:
                return f"{_coarse(self.start, first=True)} to {_coarse(self.end, first=False)}"

    def iso(self) -> str:
        """Return the date as a pack writes it: "2011", "2018-01", "2017-01-01/2020-06-30", "unknown"."""
        if self.start is None or self.end is None:
            return "unknown"
        match self.precision:
            case "year":
                return f"{self.start.year:04}"
            case "month":
                return f"{self.start.year:04}-{self.start.month:02}"
            case "day":
                return self.start.isoformat()
            case _:
                return f"{self.start.isoformat()}/{self.end.isoformat()}"


UNKNOWN = DateSpan(None, None, "unknown")


def parse_date(text: str) -> DateSpan:
    """Read "2011", "2018-01", "2020-06-30", a span "2017-01/2020-06", or "unknown".

    Raises ValueError, with the forms that are understood, for anything else.
    """
    if text == "unknown":
        return UNKNOWN
    first, slash, last = text.partition("/")
    start = _one(first)
    if not slash:
        return start
    end = _one(last)
    assert start.start
    assert end.end
    if start.start > end.end:
        raise ValueError(f'"{text}" ends before it starts; write the earlier date first')
    return DateSpan(start.start, end.end, "span")


def shifted(span: DateSpan, steps: int) -> DateSpan:
    """Return the date `steps` years, months or days away, by its own precision."""
    if span.start is None or span.precision not in ("year", "month", "day"):
        raise ValueError(f"a date of precision {span.precision} cannot be shifted")
    if span.precision == "year":
        return _one(f"{span.start.year + steps:04}")
    if span.precision == "month":
        months = span.start.year * 12 + span.start.month - 1 + steps
        return _one(f"{months // 12:04}-{months % 12 + 1:02}")
    return _one((span.start + timedelta(days=steps)).isoformat())


def _one(text: str) -> DateSpan:
    match = _ISO.fullmatch(text)
    if not match:
        raise ValueError(
            f'"{text}" is not a date; write "2011", "2018-01", "2020-06-30", "2017-01/2020-06" or "unknown"'
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return DateSpan(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            last = calendar.monthrange(year, month)[1]
            return DateSpan(date(year, month, 1), date(year, month, last), "month")
        return DateSpan(date(year, month, day), date(year, month, day), "day")
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f'"{text}" is not a date of the calendar') from error


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _coarse(day: date, *, first: bool) -> str:
    last = calendar.monthrange(day.year, day.month)[1]
    if (day.month, day.day) == ((1, 1) if first else (12, 31)):
        return str(day.year)
    if day.day == (1 if first else last):
        return f"{MONTHS[day.month - 1]} {day.year}"
    return _day(day)
