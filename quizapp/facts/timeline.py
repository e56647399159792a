"""The dated events of a pack: every fact at each date that one of its slots gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue


@dataclass(frozen=True)
class Event:
    """A fact at one of its dates: the days it may mean, both ends included, and the date in words.

    `known_from` is the id of the source that gives a date which the cited text leaves out.
    """

    fact: Fact
    start: date
    end: date
    words: str
    known_from: str | None


def events(pack: Pack) -> tuple[Event, ...]:
    """Return a pack's dated events, the earliest first; a fact whose date is unknown has none."""
    found = (event for fact in pack.facts.values() for event in _events_of(fact))
    return tuple(sorted(found, key=lambda event: (event.start, event.end)))


def _events_of(fact: Fact) -> Iterator[Event]:
    for value in fact.slots.values():
        if isinstance(value, DateValue) and value.span.start and value.span.end:
            yield Event(fact, value.span.start, value.span.end, value.span.words(), value.external)
