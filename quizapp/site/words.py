"""Words for what the program keeps as codes: the filters that templates use."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from quizapp.assessment.certainty import PAYS_FROM, Certainty, certainty_mark
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

_CERTAINTY = {
    Certainty.NOT_SURE: "Not sure",
    Certainty.FAIRLY_SURE: "Fairly sure",
    Certainty.SURE: "Sure",
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


def quoted(words: str) -> str:
    """Return words in quotation marks: words quoted as a whole as they are, marks within them single."""
    if re.fullmatch("“[^“”]*”", words):
        return words
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def day_words(moment: datetime) -> str:
    """Return a time as "5 March 2026, 14:05 UTC": a server does not know a browser's time zone."""
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def score_words(credit: float) -> str:
    """Return a sum of credits with at most two decimals and no idle zeros: "7", "7.5", "7.33"."""
    return f"{credit:.2f}".rstrip("0").rstrip(".")


def percent_words(share: Fraction) -> str:
    """Return a share as a percentage with at most one decimal: "80%", "62.5%", "−8%"."""
    number = _one_decimal(abs(share) * 100)
    return f"{'−' if share < 0 and number != '0' else ''}{number}%"


def points_words(share: Fraction) -> str:
    """Return what is added to a share, with its sign: "+4 points", "−2.5 points"."""
    number = _one_decimal(abs(share) * 100)
    sign = "" if number == "0" else "+" if share > 0 else "−"
    return f"{sign}{number} {'point' if number == '1' else 'points'}"


def total_words(parts: Sequence[Fraction]) -> str:
    """Return the sum of shares as a percentage that agrees with the parts as they are printed."""
    return percent_words(Fraction(sum(round(part * 1000) for part in parts), 1000))


def mark_words(mark: Fraction) -> str:
    """Return a certainty mark with its sign: "+2", "0", "−0.67"."""
    number = score_words(float(abs(mark)))
    return number if number == "0" else f"{'+' if mark > 0 else '−'}{number}"


def certainty_words(certainty: int) -> str:
    """Return how sure somebody is: "Fairly sure"."""
    return _CERTAINTY[Certainty(certainty)]


def certainty_pays(certainty: int) -> str:
    """Return what a certainty earns: "+2 if right, −2 if wrong"."""
    right, wrong = (certainty_mark(Fraction(credit), Certainty(certainty)) for credit in (1, 0))
    return f"{mark_words(right)} if right, {mark_words(wrong)} if wrong"


def certainty_span(certainty: int) -> str:
    """Return the chances of being right for which a certainty pays best: "2 in 3 to 4 in 5"."""
    starts = [f"{chance.numerator} in {chance.denominator}" for chance in PAYS_FROM.values()]
    if certainty == Certainty.NOT_SURE:
        return f"under {starts[1]}"
    return f"{starts[1]} to {starts[2]}" if certainty == Certainty.FAIRLY_SURE else f"{starts[2]} or more"


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


def _one_decimal(number: Fraction) -> str:
    return f"{round(number * 10) / 10:.1f}".removesuffix(".0")


def _spoken(code: str) -> str:
    return sentence_case(code.replace("-", " "))


FILTERS: dict[str, Callable[..., Any]] = {
    "status_words": status_words,
    "kind_words": kind_words,
    "seen_words": seen_words,
    "paragraph_words": paragraph_words,
    "listed": listed,
    "counted": counted,
    "quoted": quoted,
    "day_words": day_words,
    "score_words": score_words,
    "percent_words": percent_words,
    "points_words": points_words,
    "total_words": total_words,
    "mark_words": mark_words,
    "certainty_words": certainty_words,
    "certainty_pays": certainty_pays,
    "certainty_span": certainty_span,
    "as_of_words": as_of_words,
    "briefly": briefly,
    "after_label": after_label,
    "sentence_case": sentence_case,
}
