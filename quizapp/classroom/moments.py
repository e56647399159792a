"""Moments in words, in a class's own time zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


def moment_words(moment: datetime, time_zone: str) -> str:
    """Return a time as a class would say it: "Thursday 5 March 2026, 15:05 (Europe/Berlin time)"."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M} ({time_zone.replace('_', ' ')} time)"
