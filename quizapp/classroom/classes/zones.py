"""The time zones that a class may be in."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

_AREAS = {
    *("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian"),
    *("Pacific", "UTC"),
}


@cache
def zones() -> tuple[str, ...]:
    """Return the IANA names of places, and UTC, in the order of the alphabet."""
    return tuple(sorted(name for name in available_timezones() if name.split("/")[0] in _AREAS))
