"""Times as a teacher types and reads them: on the clock of the class, with its jumps in spring and autumn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST, LAST = 2000, 2100
"""The years that are taken for meant."""


@dataclass(frozen=True)
class NotATime:
    """What was typed is no time on this clock; `reason` says why, and what to type."""

    reason: str


def clock(zone: str) -> tzinfo:
    """Return the clock of a zone; UTC where this machine does not know it."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def read_local(text: str, zone: str) -> datetime | NotATime:
    """Return the moment, in UTC, of a time on a zone's clock such as "2026-03-05T14:05".

    A time that comes twice, when clocks go back, is taken for the first of the two; one
    that is skipped, when they go forward, is none.
    """
    try:
        naive = datetime.fromisoformat(text.strip())
    except ValueError:
        return NotATime("That is not a date and a time. Type them like this: 2026-03-05 14:05.")
    if naive.tzinfo or not FIRST <= naive.year < LAST:
        return NotATime(f"Choose a date from {FIRST} to {LAST - 1}, without a time zone of its own.")
    moment = naive.replace(tzinfo=clock(zone), fold=0).astimezone(UTC)
    after = moment.astimezone(clock(zone)).replace(tzinfo=None)
    if after != naive:
        return NotATime(
            f"There is no {naive:%H:%M} on that day: clocks in {zone} are put forward over it. "
            f"Choose a time from {_after_jump(naive, zone):%H:%M} on."
        )
    return moment


def typed(moment: datetime | None, zone: str) -> str:
    """Return a moment as a field for date and time holds it; "" for none."""
    return f"{moment.astimezone(clock(zone)):%Y-%m-%dT%H:%M}" if moment else ""


def moment_words(moment: datetime, zone: str) -> str:
    """Return a moment on a zone's clock: "Thursday 5 March 2026, 14:05".

    Of a time that comes twice that night, it says which of the two.
    """
    local = moment.astimezone(clock(zone))
    words = f"{local:%A} {local.day} {local:%B %Y, %H:%M}"
    if comes_twice(moment, zone):
        words += f" (the {'second' if local.fold else 'first'} of two: clocks go back that night)"
    return words


def comes_twice(moment: datetime, zone: str) -> bool:
    """Tell whether a moment's time on a zone's clock comes twice, as clocks go back."""
    local = moment.astimezone(clock(zone))
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _after_jump(naive: datetime, zone: str) -> datetime:
    """Return the first time on the clock after the jump that skips a time."""
    at = naive.replace(tzinfo=clock(zone), fold=1).astimezone(UTC)  # by the clock after: before the jump
    before = at.astimezone(clock(zone)).utcoffset()
    while at.astimezone(clock(zone)).utcoffset() == before:
        at += timedelta(minutes=1)
    return at.astimezone(clock(zone))
