"""Quantities as print gives them: reading a figure, how exact it is, and printing one like it.

The same parser reads the packs, checks distractors and marks typed answers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from quizapp.facts.numerals import Numeral, find_numerals
from quizapp.facts.printing import nearest, print_like
from quizapp.facts.units import CURRENCY, PERCENT, agreeing, comparable, measure, read_unit

Hedge = Literal["", "about", "almost", "more than", "at least", "less than", "up to"]

LONGEST = 400
"""Longer texts, in characters, are not read: nobody prints a figure in so many."""

_BEFORE: dict[Hedge, str] = {
    "up to": r"within|no more than|not more than|at most|up to|as many as|as much as|a maximum of|≤",
    "at least": r"no fewer than|no less than|not less than|at least|a minimum of|≥",
    "more than": r"more than|greater than|upwards? of|in excess of|over|above|exceeding|>",
    "almost": r"almost|nearly|close to|just under|just below|not quite",
    "less than": r"less than|fewer than|under|below|<",
    "about": r"about|around|roughly|approximately|approx\.?|circa|ca?\.|some|an? estimated|estimated|~|≈",
}
_AFTER: dict[Hedge, str] = {
    "about": r"or so\b",
    "at least": r"or (?:more|over|above)\b|\+|plus\b|and (?:more|over|up)\b",
    "up to": r"or (?:fewer|less|under)\b",
}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_TENTH = Fraction(1, 10)


@dataclass(frozen=True)
class Quantity:
    """A figure as it was printed.

    `value` is what it says (the middle of a range, whose ends are `low` and `high`);
    `hedge` how it is softened; `unit` what is counted: "", "%", "percentage points", a
    currency sign, a measure ("weeks") or the words that followed ("agencies").
    `digit` is the size of one unit of the last *reported* digit:
    1 for "72" and "2,500", 100,000 for "1.2 m", 1/2 for "3½". Behind a hedge the
    trailing zeros of a whole number from 100 up are not reported: 100 for "about 2,500".
    A bare share ("half", "two thirds") is read to the nearest tenth.
    """

    value: Fraction
    text: str
    hedge: Hedge
    digit: Fraction
    low: Fraction | None
    high: Fraction | None
    unit: str
    ordinal: bool


@lru_cache(maxsize=65536)
def parse_quantity(text: str) -> Quantity | None:
    """Read the one figure of a text; never raises.

    Returns None when there is no figure, when there are two that are not the ends of a
    range ("55 percent of 373"), or when the text is longer than `LONGEST` characters.
    """
    plain = _plain(text)
    match _figures(plain):
        case (only,):
            return _quantity(text, plain, only, only)
        case (first, last):
            return _quantity(text, plain, first, last)
        case _:
            return None


def tolerance(q: Quantity) -> tuple[Fraction, Fraction]:
    """Return the lowest and highest value, both included, that count as the same figure.

    Half a unit of the last reported digit either side ("72": 71.5 to 72.5); a range runs
    from end to end. A hedge allows a tenth of the value: either side for "about", only
    on the side it opens for "more than" or "less than" (the other keeps half a digit, or a
    tenth where that is less). A limit ("at least", "up to", "within") is exact.
    """
    if q.low is not None and q.high is not None:
        return q.low, q.high
    half = q.digit / 2
    if not q.hedge:
        return q.value - half, q.value + half
    tenth = abs(q.value) * _TENTH
    match q.hedge:
        case "about":
            return q.value - tenth, q.value + tenth
        case "at least" | "up to":
            return q.value - half, q.value + half
        case "more than":
            return q.value - min(half, tenth), q.value + tenth
        case "almost" | "less than":
            return q.value - tenth, q.value + min(half, tenth)


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Tell whether two printed figures could be one figure.

    Their units must be comparable ("48 hours" and "2 days" are) and what they allow must
    overlap. Percent and percentage points are different; "half" and "50 percent" are not.
    """
    a, b = _as_percent(a, b), _as_percent(b, a)
    if not comparable(a.unit, b.unit):
        return False
    size_a, size_b = _sizes(a.unit, b.unit)
    low_a, high_a = (size_a * end for end in tolerance(a))
    low_b, high_b = (size_b * end for end in tolerance(b))
    if max(low_a, low_b) < min(high_a, high_b):
        return True
    return low_a <= size_b * b.value <= high_a or low_b <= size_a * a.value <= high_b


def say(value: Fraction, like: Quantity) -> str:
    """Print another value in the words of `like`: scale word, hedge, unit and all.

    The value is rounded to the last reported digit: 19,400,000 like "about 22 million
    people" is "about 19 million people". For a range, value is the middle of one as wide.
    """
    plain = _plain(like.text)
    figures = _figures(plain)
    if not figures:
        raise ValueError(f"{like.text!r} holds no figure to print another one like")
    named = figures[0].style == "share" and 0 < value < figures[0].scale
    middle = value if named else nearest(value, like.digit)
    shift = nearest(value - like.value, like.digit) if len(figures) > 1 else Fraction(0)
    parts, end = [], 0
    for figure in figures:
        wanted = middle if len(figures) == 1 else figure.value + shift
        parts += [plain[end : figure.start], print_like(wanted, figure, plain[figure.start : figure.end])]
        end = figure.end
    return "".join(parts) + _after(plain[end:], like, middle)


def _after(rest: str, like: Quantity, value: Fraction) -> str:
    if like.ordinal or like.low is not None or (like.value == 1) == (value == 1):
        return rest
    return agreeing(rest, one=value == 1)


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    """Return the text with plain digits, spaces and hyphens, "3½" as "3 1⁄2"; "" when too long."""
    if len(text) > LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", "".join(map(_spread, text))).translate(_DASHES)
    plain = " ".join(plain.split())
    plain = re.sub(rf"(?<![\w%])(?<![0-9%]\s)-\s?([{CURRENCY}])(?=[0-9.])", r"\1-", plain)
    return plain if len(plain) <= LONGEST else ""


def _spread(character: str) -> str:
    """Keep NFKC from gluing: "3½" is not 31/2, "5²" is not 52."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind == "<fraction>":
        return " " + character
    if kind in ("<super>", "<sub>"):
        return "^" + character
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


@lru_cache(maxsize=16384)
def _figures(plain: str) -> tuple[Numeral, ...]:
    """Return the one numeral of a text, the two ends of a range, or nothing."""
    if "between" in plain.lower():
        for split in re.finditer(r"\sand\s", plain):
            lows, highs = find_numerals(plain, 0, split.start()), find_numerals(plain, split.end())
            if len(lows) == len(highs) == 1:
                return _range(plain, lows[0], highs[0], joined_by="and")
    match find_numerals(plain):
        case [only]:
            return (only,)
        case [first, last]:
            return _range(plain, first, last, joined_by="-|to|through|or")
        case _:
            return ()


def _range(plain: str, first: Numeral, last: Numeral, joined_by: str) -> tuple[Numeral, ...]:
    """Return the two as the ends of a range; nothing if they are not joined as ends, in order."""
    joint = re.fullmatch(
        rf"(?P<unit>[^0-9]*?)\s?(?:{joined_by})\s?[{CURRENCY}]?", plain[first.end : last.start], re.IGNORECASE
    )
    first = _scaled_like(first, last)
    if not joint or first.ordinal != last.ordinal or first.value >= last.value:
        return ()
    unit = read_unit("", joint["unit"])
    return (first, last) if not joint["unit"] or unit == read_unit("", plain[last.end :]) else ()


def _scaled_like(first: Numeral, last: Numeral) -> Numeral:
    """Give the low end of "5 to 10 million" the million that print leaves out."""
    if first.scale != 1 or last.scale == 1 or first.value >= last.value / last.scale:
        return first
    return replace(first, value=first.value * last.scale, digit=first.digit * last.scale, scale=last.scale)


def _quantity(text: str, plain: str, first: Numeral, last: Numeral) -> Quantity:
    before, after = plain[: first.start], plain[last.end :]
    hedge = _hedge(before, after)
    return Quantity(
        value=(first.value + last.value) / 2,
        text=text,
        hedge=hedge,
        digit=_reported(last, hedge),
        low=None if first is last else first.value,
        high=None if first is last else last.value,
        unit=read_unit(before, after),
        ordinal=first.ordinal,
    )


def _hedge(before: str, after: str) -> Hedge:
    before = re.sub(rf"(?:\b(?:an?|the)\s|[(\"'“‘{CURRENCY}]|\s)+$", "", before + " ")
    for hedge, words in _BEFORE.items():
        if re.search(rf"(?:^|[\s(])(?:{words})$", before, re.IGNORECASE):
            return hedge
    for hedge, words in _AFTER.items():
        if re.match(rf"(?:\s?[\w%]+)?\s?(?:{words})", after, re.IGNORECASE):
            return hedge
    return ""


def _reported(figure: Numeral, hedge: Hedge) -> Fraction:
    mantissa, digit = abs(figure.value / figure.scale), figure.digit
    if not hedge or mantissa.denominator != 1 or mantissa < 100 or figure.ordinal:
        return digit
    zeros = len(str(mantissa)) - len(str(mantissa).rstrip("0"))
    return digit * int(10**zeros)


def _as_percent(q: Quantity, other: Quantity) -> Quantity:
    """Read a bare share as percent where the other figure is one: "half" beside "50 percent"."""
    if other.unit != PERCENT or q.unit or not 0 < q.value < 1 or "." in q.text:
        return q
    return replace(q, value=q.value * 100, digit=q.digit * 100, unit=PERCENT)


def _sizes(a: str, b: str) -> tuple[Fraction, Fraction]:
    first, second = measure(a), measure(b)
    return (first.size, second.size) if first and second else (Fraction(1), Fraction(1))
