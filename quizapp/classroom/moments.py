"""Moments as they are typed and read: on the clock of a class, with its jumps in spring and autumn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST, LAST = 2000, 2100
"""The years that are taken for meant."""

_DATE_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")
_NO_TIME = "That is not a date and a time. Type them like this: 2026-03-05 14:05."


@dataclass(frozen=True)
class NotATime:
    """What was typed is no time on this clock; `reason` says why, and what to type."""

    reason: str


def clock(zone: str) -> tzinfo:
    """Return the clock of a zone; UTC where this machine does not know it."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones, such as "Europe"
        return UTC


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment as the clocks of a zone show it."""
    return moment.astimezone(clock(zone))


def zone_words(zone: str) -> str:
    """Return a zone's name as people write it: "Asia/Ho Chi Minh"."""
    return zone.replace("_", " ")


def clock_words(moment: datetime, zone: str) -> str:
    """Return a time of day, for those who may be elsewhere: "14:05 (Europe/Berlin time)"."""
    local = in_zone(moment, zone)
    notes = [f"{zone_words(str(local.tzinfo))} time", *_which_of_two(local)]
    return f"{local:%H:%M} ({', '.join(notes)})"


def moment_words(moment: datetime, zone: str) -> str:
    """Return a moment, for those elsewhere too: "Thursday 5 March 2026, 14:05 (Europe/Berlin time)"."""
    local = in_zone(moment, zone)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock_words(moment, zone)}"


def local_words(moment: datetime, zone: str) -> str:
    """Return a moment, where the clock is known to be the class's: "Thursday 5 March 2026, 14:05"."""
    local = in_zone(moment, zone)
    return " ".join(
        (f"{local:%A} {short_words(moment, zone)}", *(f"({note})" for note in _which_of_two(local)))
    )


def short_words(moment: datetime, zone: str) -> str:
    """Return a moment where there is little room: "5 March 2026, 14:05"."""
    local = in_zone(moment, zone)
    return f"{local.day} {local:%B %Y, %H:%M}"


def recent_words(moment: datetime, zone: str, now: datetime) -> str:
    """Return a moment that is mostly of today: "14:05", with the day if that is another one."""
    local = in_zone(moment, zone)
    return f"{local:%H:%M}" if local.date() == in_zone(now, zone).date() else short_words(moment, zone)


def stamp(moment: datetime | None, zone: str) -> str:
    """Return a moment as a spreadsheet reads it: "2026-03-05 14:05:59"; "" for none."""
    return f"{in_zone(moment, zone):%Y-%m-%d %H:%M:%S}" if moment else ""


def typed(moment: datetime | None, zone: str) -> str:
    """Return a moment as a field for date and time holds it; "" for none."""
    return f"{in_zone(moment, zone):%Y-%m-%dT%H:%M}" if moment else ""


def read_local(text: str, zone: str) -> datetime | NotATime:
    """Return the moment, in UTC, of a time on a zone's clock such as "2026-03-05T14:05".

    A time that comes twice, when clocks go back, is taken for the first of the two; one
    that is skipped, when they go forward, is none.
    """
    if not _DATE_AND_TIME.match(text.strip()):  # a date alone would be its midnight: a day too early
        return NotATime(_NO_TIME)
    try:
        naive = datetime.fromisoformat(text.strip())
    except ValueError:
        return NotATime(_NO_TIME)
    if naive.tzinfo or not FIRST <= naive.year < LAST:
        return NotATime(f"Choose a date from {FIRST} to {LAST - 1}, without a time zone of its own.")
    moment = naive.replace(tzinfo=clock(zone), fold=0).astimezone(UTC)
    if in_zone(moment, zone).replace(tzinfo=None) != naive:
        return NotATime(
            f"There is no {naive:%H:%M} on that day: clocks in {zone_words(zone)} are put forward over it. "
            f"Choose a time from {_after_jump(naive, zone):%H:%M} on."
        )
    return moment


def _which_of_two(local: datetime) -> list[str]:
    """Return a note for a time that comes twice as clocks go back: which of the two it is."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return []
    return [f"the {'second' if local.fold else 'first'} of two: clocks go back that night"]


def _after_jump(naive: datetime, zone: str) -> datetime:
    """Return the first time on the clock after the jump that skips a time."""
    at = naive.replace(tzinfo=clock(zone), fold=1).astimezone(UTC)  # by the clock after: before the jump
    before = in_zone(at, zone).utcoffset()
    while in_zone(at, zone).utcoffset() == before:
        at += timedelta(minutes=1)
    return in_zone(at, zone)
