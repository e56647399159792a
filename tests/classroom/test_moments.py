from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quizapp.classroom.moments import moment_words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Berlin", "Friday 6 March 2026, 00:05 (Europe/Berlin time)"),
        ("America/New_York", "Thursday 5 March 2026, 18:05 (America/New York time)"),
        ("Nowhere/Gone", "Thursday 5 March 2026, 23:05 (UTC time)"),
        ("UTC", "Thursday 5 March 2026, 23:05 (UTC time)"),
    ],
)
def test_times_are_told_in_the_zone_of_the_class(zone: str, words: str) -> None:
    assert moment_words(datetime(2026, 3, 5, 23, 5, tzinfo=UTC), zone) == words
