"""What a figure counts: units of measure, currencies, percent, and plain nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

PERCENT = "%"
POINTS = "percentage points"
CURRENCY = "$€£¥₹₽₩₪฿₫₦₱₴₺₿¢"

_ALIASES = {
    "seconds": "second sec secs",
    "minutes": "minute min mins",
    "hours": "hour hr hrs h",
    "days": "day",
    "weeks": "week wk wks",
    "months": "month mo mos",
    "years": "year yr yrs",
    "decades": "decade",
    "centuries": "century",
    "metres": "metre meter meters",
    "km": "kilometre kilometres kilometer kilometers kms",
    "feet": "foot ft",
    "miles": "mile mi",
    "acres": "acre",
    "tonnes": "tonne",
    "kg": "kilogram kilograms kgs",
    "pounds": "pound lb lbs",
    "$": "dollar dollars usd",
    "€": "euro euros eur",
    "£": "gbp",
    PERCENT: "percent pct percentage",
    POINTS: "point points pp ppt ppts",
}
_CANONICAL = {alias: name for name, aliases in _ALIASES.items() for alias in [name, *aliases.split()]}
_SIZES: dict[str, tuple[str, int | Fraction]] = {
    "seconds": ("time", 1),
    "minutes": ("time", 60),
    "hours": ("time", 3600),
    "days": ("time", 86_400),
    "weeks": ("time", 604_800),
    "months": ("calendar", 1),
    "years": ("calendar", 12),
    "decades": ("calendar", 120),
    "centuries": ("calendar", 1200),
    "metres": ("length", 1),
    "km": ("length", 1000),
    "feet": ("length", Fraction("0.3048")),
    "miles": ("length", Fraction("1609.344")),
    "kg": ("mass", 1),
    "tonnes": ("mass", 1000),
    "pounds": ("mass", Fraction("0.45359237")),
}
_STOP_WORDS = (
    "a an the of in on at to from by for per with since ago after before between and or but as that "
    "which who whom whose when where while is are was were be been has have had it they he she this "
    "these those more less fewer so plus within during until than"
)
_STOP = set(_STOP_WORDS.split())
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child"}
_OF_A = r"(?:\s(?:of\s)?a)?"  # half a percent, a tenth of a percentage point
_PERCENT = re.compile(
    rf"{_OF_A}\s?-?(?:%|per\s?cent\b|percent\b|pct\b)(?P<points>\s?-?points?\b)?", re.IGNORECASE
)
_POINTS = re.compile(rf"{_OF_A}\s?-?percentage[\s-]points?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Measure:
    """A unit of measure: figures of one `kind` can be compared after multiplying by `size`."""

    kind: str
    size: Fraction


def measure(unit: str) -> Measure | None:
    """Return the measure a unit names, or None for a noun that is merely counted ("agencies")."""
    if unit in _SIZES:
        kind, size = _SIZES[unit]
        return Measure(kind, Fraction(size))
    return Measure(unit, Fraction(1)) if unit in _ALIASES or (unit and unit in CURRENCY) else None


def comparable(a: str, b: str) -> bool:
    """Tell whether figures in these units may be one figure.

    An unstated unit may be any; measures must be of one kind; nouns must share a word
    ("active deputies", "deputies").
    """
    if not a or not b or a == b:
        return True
    first, second = measure(a), measure(b)
    if first and second:
        return first.kind == second.kind
    return not first and not second and not _stems(a).isdisjoint(_stems(b))


def read_unit(before: str, after: str) -> str:
    """Return the unit of a numeral from the text before and after it, or "".

    Measures come in one spelling ("wk" -> "weeks"), "%" and "percentage points" apart;
    other nouns in lower case, up to four words. A hyphen ("four-week") takes one word.
    """
    if _POINTS.match(after):
        return POINTS
    if match := _PERCENT.match(after):
        return POINTS if match["points"] else PERCENT
    if sign := re.search(rf"([{CURRENCY}])\s?$", before) or re.match(rf"\s?([{CURRENCY}])", after):
        return sign[1]
    return _noun(after)


def _noun(after: str) -> str:
    if joined := re.match(r"-([^\W\d_]+)", after):
        return _CANONICAL.get(joined[1].lower(), joined[1].lower())
    words = [_CANONICAL.get(word, word) for word in after[: _noun_end(after)].casefold().split()]
    # A measure is the whole unit: what follows it ("13 years' partnership") is something else.
    return words[0] if words and measure(words[0]) else " ".join(words)


def _noun_end(after: str) -> int:
    """Return where the words after a numeral stop naming what is counted: four words at most."""
    end = 0
    for match in list(re.finditer(r"\s?([^\W\d_][\w'’-]*)|.", after))[:4]:
        if not match[1] or match[1].casefold() in _STOP:
            break
        end = match.end()
    return end


def _stems(unit: str) -> set[str]:
    return {_stem(word) for word in unit.split()}


def _stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return re.sub(r"(?<=(?:ch|sh|ss))es$|(?<=x)es$|(?<!s)s$", "", word)


def agreeing(after: str, *, one: bool) -> str:
    """Return the text after a numeral with the noun that it counts made singular or plural."""
    if _POINTS.match(after) or _PERCENT.match(after):
        return re.sub(r"points?\b", "point" if one else "points", after, count=1)
    words = after[: _noun_end(after)].split(" ")
    if any("'" in word or "’" in word for word in words):
        return after
    plural = [place for place, word in enumerate(words) if word != _stem(word)]
    place = (plural or [-1])[0] if one else -1
    if measure(_CANONICAL.get(words[min(1, len(words) - 1)].lower(), "")):
        place = 1
    if words[place]:
        stem = _stem(words[place])
        words[place] = stem if one else _plural(stem)
    return " ".join(words) + after[_noun_end(after) :]


def _plural(noun: str) -> str:
    for plural, singular in _IRREGULAR.items():
        if noun == singular:
            return plural
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:ch|sh|ss|x)$", noun) else "s")
