"""What may no longer change once learners have begun: nothing happens behind their backs.

What decides marks stays. Nothing is shown later than was said: what was seen stays seen, and
whoever has seen a key could then change an answer. A time limit that runs gets no shorter, and
what is open is not put off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.classroom.assigning.queries import Begun
from quizapp.classroom.assigning.settings import PARTS, Settings
from quizapp.classroom.times import policy_of
from quizapp.store.assignments import Assignment


@dataclass(frozen=True)
class Broken:
    """A change that learners who have begun could not expect: the field, and what to do instead."""

    field: str
    words: str


def broken_promises(kept: Assignment, so_far: Begun, wanted: Settings, now: datetime) -> Iterator[Broken]:
    """Yield what new settings would break for those who have begun."""
    if so_far.sittings and wanted.opens_at and wanted.opens_at > now:
        words = "Learners have begun, so it cannot open later. Leave the time as it was, or empty."
        yield Broken("opens_at", words)
    if so_far.unsubmitted and wanted.minutes and wanted.minutes < (kept.minutes or wanted.minutes + 1):
        least = f"{kept.minutes} minutes" if kept.minutes else "no time limit"
        words = f"Somebody is working on it now with {least}. Keep that, or allow more."
        yield Broken("minutes", words)
    if so_far.sittings and (later := _shown_later(kept, wanted)):
        words = (
            f"Learners have begun, so {' and '.join(later)} may come earlier than was set, but not later: "
            "what they have seen stays seen."
        )
        yield Broken("show_correctness", words)


def keeping_marks(kept: Assignment, so_far: Begun, wanted: Settings) -> Settings:
    """Return the settings with what decides marks as it was, once learners have begun."""
    if not so_far.sittings:
        return wanted
    return replace(wanted, with_certainty=kept.with_certainty, marking=kept.marking)


def _shown_later(kept: Assignment, wanted: Settings) -> list[str]:
    """Return the parts of a review, in words, that would be shown later than they are now."""
    old, new = policy_of(kept), wanted.review
    was = (old.correctness, old.key, old.explanation)
    will_be = (new.correctness, new.key, new.explanation)
    moved = zip(PARTS.values(), was, will_be, strict=True)
    return [name.lower() for name, before, after in moved if after.rank > before.rank]
