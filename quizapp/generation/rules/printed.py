"""Options as a reader sees them: their words, and the figure or date that one is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizapp.facts.dates import MONTHS, DateSpan, parse_date
from quizapp.facts.numerals import ONES, TENS
from quizapp.facts.quantities import Quantity, parse_quantity, tolerance
from quizapp.facts.units import CURRENCY, measure


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list, given in a row with spaces between."""
    return frozenset(words.split())


_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_COMMON = word_set(
    "about according after against also among been before being between both could does each from have "
    "into itself many more most much only other over reported said same says should some such than that "
    "their them then there these they this those through under until upon used very were what when where "
    "which while who's whom whose will with within without would your"
)
_ENDINGS = re.compile(r"(?:ings?|ed|es|s|e)$")
_PREFIX = 5

_NUMBER_WORDS = "|".join(
    sorted([*ONES, *TENS[2:], "half", "third of", "quarter of", "hundred", "thousand"], key=len)[::-1]
)
_SCALE = re.compile(
    r"\b(?:hundred|thousand|million|billion|trillion|dozen|k|m|bn)\b|(?<=\d)(?:k|m|bn)\b", re.I
)
_FIGURE = re.compile(
    r"(?:(?:about|around|roughly|approximately|almost|nearly|some|over|under|within|between|up to|at least"
    r"|at most|(?:no )?(?:more|less|fewer) than|an?|the|one|two|three|four)\s)*"
    rf"[{CURRENCY}~<>≈]?-?(?:\d[\d,.]*(?:st|nd|rd|th)?\b|(?:{_NUMBER_WORDS})\b)"
    r"(?:[½⅓⅔¼¾%]|\s?per\s?cent\b|\s?-\s?|[\s-](?:[\w'’]+)|\s?\+){0,6}$",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\s)?(?:(?P<month>{'|'.join(MONTHS)})\s(?:(?P<late>\d{{1,2}}),\s)?)?(?P<year>[12]\d{{3}})"
)


@dataclass(frozen=True)
class Printed:
    """A figure as an option prints it.

    `low` and `high` are the ends of what it may mean, in the base unit of its `sort`; `looks` is what
    should be alike among options: unit, decimals, scale word, hedge, words or digits; `zeros` counts
    those at its end.
    """

    quantity: Quantity
    low: Fraction
    high: Fraction
    sort: str
    looks: tuple[str, ...]
    zeros: int

    @property
    def value(self) -> Fraction:
        return (
            (self.low + self.high) / 2 if self.quantity.low is not None else self._size * self.quantity.value
        )

    @property
    def _size(self) -> Fraction:
        found = measure(self.quantity.unit)
        return found.size if found else Fraction(1)


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, in order, with straight apostrophes."""
    return tuple(_WORD.findall(text.replace("’", "'").casefold()))


@lru_cache(maxsize=1 << 15)
def content_of(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry content: longer than three letters, endings off."""
    return frozenset(filter(None, map(_beginning, words_of(text))))


@lru_cache(maxsize=1 << 15)
def _beginning(word: str) -> str:
    if len(word) <= 3 or word in _COMMON:
        return ""
    word = re.sub(r"(?:ies|ied)$", "y", word.removesuffix("'s").removesuffix("'"))
    stem = re.sub(r"([bdgklmnprt])\1$", r"\1", _ENDINGS.sub("", word))  # "stopped" is "stop"
    return (stem if len(stem) > 3 else word)[:_PREFIX]


@lru_cache(maxsize=1 << 15)
def figure_of(text: str) -> Printed | None:
    """Return the figure that a text is, hedge and unit included, or None; a sentence with one is none."""
    if not _FIGURE.match(text) or (text[1:] != text[1:].lower() and not any(map(str.isdigit, text))):
        return None  # "the Nineteen Club" is a name
    quantity = parse_quantity(text)
    if quantity is None:
        return None
    sort = measure(quantity.unit)
    size = sort.size if sort else Fraction(1)
    low, high = (size * end for end in tolerance(quantity))
    return Printed(quantity, low, high, sort.kind if sort else "", _looks(quantity), _zeros(quantity.text))


def _zeros(text: str) -> int:
    """Return how many zeros end the last number of a text: 3 for "12,000 boats", 0 for "12"."""
    numbers = re.findall(r"\d[\d,.]*", text)
    digits = re.sub(r"\D", "", numbers[-1]) if numbers else ""
    return len(digits) - len(digits.rstrip("0"))


def _looks(quantity: Quantity) -> tuple[str, ...]:
    text = quantity.text
    decimals = re.search(r"\.(\d+)", text)
    return (
        _singular(quantity.unit),
        str(len(decimals[1])) if decimals else "",
        " ".join(_SCALE.findall(text)).casefold(),
        quantity.hedge,
        "range" if quantity.low is not None else "",
        "digits" if any(map(str.isdigit, text)) else "words",
        "ordinal" if quantity.ordinal else "",
    )


def _singular(unit: str) -> str:
    return re.sub(r"ies$", "y", re.sub(r"(?<=[^s])s$", "", unit)) if not measure(unit) else unit


@lru_cache(maxsize=1 << 15)
def date_of(text: str) -> DateSpan | None:
    """Return the date that a text is ("2011", "May 2011", "3 May 2011", "May 3, 2011"), or None."""
    found = _DATE.fullmatch(text)
    if not found or (found["day"] and not found["month"]):
        return None
    parts = [found["year"]]
    if found["month"]:
        parts.append(f"{MONTHS.index(found['month']) + 1:02}")
    if day := found["day"] or found["late"]:
        parts.append(f"{int(day):02}")
    try:
        return parse_date("-".join(parts))
    except ValueError:
        return None


def all_figures(texts: Iterable[str]) -> list[Printed]:
    """Return the figures that the texts are; [] unless every one is a figure and not every one a year."""
    found = [figure_of(text) for text in texts]
    return [one for one in found if one] if None not in found else []


def all_dates(texts: Iterable[str]) -> list[DateSpan]:
    """Return the dates that the texts are; [] unless every one is a date."""
    found = [date_of(text) for text in texts]
    return [one for one in found if one] if None not in found else []
