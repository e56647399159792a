"""Numerals in running text: "22 million", "3½", "forty-nine", "49th", "two thirds".

Finding works on text in which every white space is one space and every dash a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Literal

_CARDINAL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS_WORDS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_WORDS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ONES, TENS, ORDINALS = _CARDINAL_WORDS.split(), _TENS_WORDS.split(), _ORDINAL_WORDS.split()
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_SMALL = {word: value for value, word in enumerate(ONES)} | {
    word: 10 * value for value, word in enumerate(TENS) if value > 1
}
_NTH = {word: value for value, word in enumerate(ORDINALS) if value} | {
    f"{word[:-1]}ieth": 10 * value for value, word in enumerate(TENS) if value > 1
}
_BIG = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_SCALES = _BIG | _SHORT | {"hundred": 100, "dozen": 12}


@dataclass(frozen=True)
class Numeral:
    """One numeral of a text.

    `start` and `end` are its place; `value` what it says; `digit` the size of one unit of
    the last digit written ("1.2 million" -> 100,000); `scale` what its mantissa is
    multiplied by ("22 million" -> 1,000,000), written as `suffix` (" million").
    `style` tells digits, number words and bare shares ("half", "1/3") apart.
    """

    start: int
    end: int
    value: Fraction
    digit: Fraction
    scale: Fraction
    suffix: str
    style: Literal["digits", "words", "share"]
    ordinal: bool = False


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_AND = r"[\s-](?:and\s)?"
_UNDER_TEN = _any(ONES[1:10])
_HUNDRED = rf"(?:{_any(TENS[2:])}(?:[\s-]{_UNDER_TEN})?|{_any(ONES)})\b"
_THOUSAND = rf"(?:(?:{_HUNDRED}|\ban?)[\s-]hundred\b(?:{_AND}{_HUNDRED})?|{_HUNDRED})"
_SCALED = rf"[\s-]{_any(_BIG)}\b"
_MILLIONS = rf"(?:{_THOUSAND}|\ban?){_SCALED}(?:{_AND}{_THOUSAND}{_SCALED})*(?:{_AND}{_THOUSAND})?"
_CARDINAL = rf"(?:{_MILLIONS}|(?:{_HUNDRED}|an?)[\s-]dozen\b|{_THOUSAND})"
_PART = rf"{_any(PARTS)}s?\b"
_SHARE = rf"(?:(?:an?\s|one[\s-])?half\b|(?:an?|{_UNDER_TEN})[\s-]{_PART})"
_AND_PART = rf"\sand\s(?:an?|{_UNDER_TEN})\s{_PART}"
_WHOLE = r"(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\s[0-9]{3})+)(?![0-9])|[0-9]+)"
_RATIO = r"(?P<top>[0-9]{1,3})[/⁄](?P<under>[1-9][0-9]{0,2})(?![0-9/⁄.])"
_POWER = rf"(?:e\+?[0-9]{{1,2}}(?!\w)|(?:[\s-]?{_any(_SCALES)}(?!\w)){{0,2}})"
_TIMES = rf"(?:(?:\sof)?(?:\san?)?[\s-]{_any([*_BIG, 'dozen'])}\b)?"

_NUMERAL = re.compile(
    rf"""
    (?P<sign>(?<![\w%.])(?<![0-9%]\s)-\s?|\bminus\s)?
    (?: (?<![\w./⁄])(?:(?P<whole>{_WHOLE})[\s-])?{_RATIO}
      | (?<!\w)(?<![0-9]\.)(?P<digits>{_WHOLE}(?:\.[0-9]+)?|\.[0-9]+)(?!\.?[0-9])
        (?:(?P<nth>st|nd|rd|th)(?!\w)|(?P<plus>{_AND_PART})?)
    )
    (?P<power>{_POWER})
    | \b(?P<share>{_SHARE})(?P<times>{_TIMES})
    | \b(?P<ordinal>(?:{_any(TENS[2:])}[\s-])?{_any(_NTH)})\b
    | (?<!\bno\s)\b(?P<words>{_CARDINAL})(?P<also>{_AND_PART})?(?P<more>(?:[\s-]{_any(_BIG)}\b)?)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def find_numerals(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Return the numerals that stand in text[start:end], in order, with their places in `text`."""
    found: list[Numeral] = []
    for match in _NUMERAL.finditer(text, start, len(text) if end is None else end):
        if not _is_unit(text, found, match):
            found.append(_numeral(match))
    return found


def _is_unit(text: str, found: list[Numeral], match: re.Match[str]) -> bool:
    """Tell whether "second" is a unit of time: it is when a number stands right before it."""
    return (
        bool(found)
        and (match["ordinal"] or "").lower() == "second"
        and text[found[-1].end : match.start()] in (" ", "-")
    )


def _numeral(match: re.Match[str]) -> Numeral:
    if match["under"]:
        return _from_fraction(match)
    if match["digits"]:
        return _from_digits(match)
    if match["share"]:
        return _from_share(match)
    if match["ordinal"]:
        value = sum(_NTH.get(word, 0) + _SMALL.get(word, 0) for word in _letters(match["ordinal"]))
        return _make(match, Fraction(value), Fraction(1), style="words", ordinal=True)
    return _from_words(match)


def _from_digits(match: re.Match[str]) -> Numeral:
    written = re.sub(r"[,\s]", "", match["digits"])
    decimals = len(written.partition(".")[2])
    mantissa, unit = Fraction(written), Fraction(1, 10**decimals)
    if match["plus"]:
        part = _part(match["plus"])
        mantissa, unit = mantissa + part, Fraction(1, part.denominator)
    return _make(match, mantissa, unit, match["power"], ordinal=bool(match["nth"]))


def _from_fraction(match: re.Match[str]) -> Numeral:
    under = int(match["under"])
    part = Fraction(int(match["top"]), under)
    if match["whole"]:
        return _make(match, int(re.sub(r"\D", "", match["whole"])) + part, Fraction(1, under), match["power"])
    return _make(match, part, Fraction(1, 10), match["power"], style="share")


def _from_share(match: re.Match[str]) -> Numeral:
    return _make(match, _part(match["share"]), Fraction(1, 10), match["times"], style="share")


def _from_words(match: re.Match[str]) -> Numeral:
    words = match["words"]
    last = _letters(words)[-1]
    suffix = match["more"] or (words[-len(last) - 1 :] if last in _BIG else "")
    scale = _scale(suffix)
    mantissa = Fraction(_sum(words), 1 if match["more"] else scale)
    unit = Fraction(1)
    if match["also"]:
        part = _part(match["also"])
        mantissa, unit = mantissa + part, Fraction(1, part.denominator)
    return _make(match, mantissa, unit, suffix, style="words")


def _make(
    match: re.Match[str],
    mantissa: Fraction,
    unit: Fraction,
    suffix: str = "",
    style: Literal["digits", "words", "share"] = "digits",
    ordinal: bool = False,
) -> Numeral:
    scale = _scale(suffix)
    # "5 dozen" and "two hundred" are counts like 60 and 200; only from a thousand up do words round.
    digit = unit * scale if scale >= 1000 else min(unit, unit * scale)
    value = mantissa * scale * (-1 if match["sign"] else 1)
    return Numeral(*match.span(), value, digit, scale, suffix, style, ordinal)


def _scale(suffix: str) -> Fraction:
    if exponent := re.search(r"e\+?([0-9]+)", suffix, re.IGNORECASE):
        return Fraction(10 ** int(exponent[1]))
    return Fraction(prod(_SCALES.get(word, 1) for word in _letters(suffix)))


def _part(words: str) -> Fraction:
    """Return what "two thirds", "a half" or " and three quarters" says."""
    *before, name = _letters(words)
    count = _SMALL.get(before[-1], 1) if before else 1
    return Fraction(count, PARTS[name if name in PARTS else name[:-1]])


def _sum(words: str) -> int:
    total = group = 0
    for word in _letters(words):
        if word in _BIG:
            total, group = total + group * _BIG[word], 0
        elif word in ("hundred", "dozen"):
            group *= _SCALES[word]
        else:
            group += 1 if word in ("a", "an") else _SMALL.get(word, 0)
    return total + group


def _letters(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
