"""Moments in words, in a class's own time zone."""

from __future__ import annotations

from datetime import datetime

from quizapp.classroom.times import clock_words, in_zone


def moment_words(moment: datetime, time_zone: str) -> str:
    """Return a time as a class would say it: "Thursday 5 March 2026, 15:05 (Europe/Berlin time)"."""
    local = in_zone(moment, time_zone)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock_words(moment, time_zone)}"
