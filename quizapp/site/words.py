"""Words for what the program keeps as codes: the filters that templates use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from quizapp.generation.bank import KINDS

NOT_STATED = "not stated"

_STATUS = {
    "reported": "Reported fact",
    "attributed": "Attributed claim",
    "opinion": "Opinion",
    "prediction": "Prediction",
}

_SEEN = {
    "primary": "Primary text seen in excerpt",
    "secondary": "Known from a secondary page",
    "memory": "From memory, not verified",
}

_KIND = {kind.NAME: kind.TITLE for kind in KINDS}


def status_words(status: str) -> str:
    """Return who stands behind a statement, in two words: "Attributed claim"."""
    return _STATUS.get(status, _spoken(status))


def seen_words(seen: str) -> str:
    """Return how far a source known by reference was verified."""
    return _SEEN.get(seen, _spoken(seen))


def kind_words(kind: str) -> str:
    """Return what a kind of question asks one to do; an unknown kind is named by its code."""
    return _KIND.get(kind, _spoken(kind))


def paragraph_words(numbers: Sequence[int]) -> str:
    """Return paragraph numbers as print has them: "paragraph 3", "paragraphs 3, 4 and 7"."""
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}"
    return f"paragraphs {listed([str(number) for number in numbers])}"


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: counted(1, "question"), counted(3, "question")."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def day_words(moment: datetime) -> str:
    """Return a time as "5 March 2026, 14:05 UTC": a server does not know a browser's time zone."""
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def score_words(credit: float) -> str:
    """Return a sum of credits with at most two decimals and no idle zeros: "7", "7.5", "7.33"."""
    return f"{credit:.2f}".rstrip("0").rstrip(".")


def as_of_words(as_of: str) -> str:
    """Return "as of 2011", or the words for an unknown date as they are."""
    return as_of if as_of.startswith("date not") else f"as of {as_of}"


def briefly(as_of: str) -> str:
    """Return a date without where it is known from; the note beside it has that."""
    return re.sub(r"\((known from elsewhere): .*\)$", r"(\1)", as_of)


def after_label(note: str, label: str) -> str:
    """Return a note without the label it opens with, for where the label is printed before it."""
    return sentence_case(note.removeprefix(f"{label}: "))


def sentence_case(words: str) -> str:
    """Return words with a capital first letter, the others left as they are."""
    return words[:1].upper() + words[1:]


def _spoken(code: str) -> str:
    return sentence_case(code.replace("-", " "))


FILTERS: dict[str, Callable[..., Any]] = {
    "status_words": status_words,
    "kind_words": kind_words,
    "seen_words": seen_words,
    "paragraph_words": paragraph_words,
    "listed": listed,
    "counted": counted,
    "day_words": day_words,
    "score_words": score_words,
    "as_of_words": as_of_words,
    "briefly": briefly,
    "after_label": after_label,
    "sentence_case": sentence_case,
}
