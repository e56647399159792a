"""Words for questions on several facts: their sources named together, a statement after its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from quizapp.facts.dates import MONTHS, DateSpan
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue
from quizapp.facts.wording import occurs
from quizapp.generation.citing import source_of

NAMED_APART = "the sources that the answer names"
"""What a stem says instead of labels that would give the answer away."""

_SHOWS_A_DATE = re.compile(rf"\b(?:1\d|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b")


def shows_a_date(text: str) -> bool:
    """Tell whether a text prints a year or a month."""
    return _SHOWS_A_DATE.search(text) is not None


def named_together(labels: Iterable[str], tells: Callable[[str], bool]) -> list[str]:
    """Return the labels by the alphabet, each once; all give way to `NAMED_APART` where one tells."""
    found = sorted(set(labels))
    return [NAMED_APART] if any(tells(label) for label in found) else found


def joined(words: list[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def source_line(pack: Pack, fact: Fact, when: DateSpan) -> str:
    """Return a statement after the name of its source, with its date unless either shows it."""
    label = source_of(pack, fact).label
    named = label[:1].upper() + label[1:]
    words = when.words()
    if when.start is None or occurs(words, label) or occurs(words, fact.statement):
        return f"{named}: {fact.statement}"
    elsewhere = any(isinstance(value, DateValue) and value.external for value in fact.slots.values())
    return f"{named} (as of {words}{', known from elsewhere' if elsewhere else ''}): {fact.statement}"
