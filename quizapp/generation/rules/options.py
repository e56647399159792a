"""What is wrong with options as a set: overlaps, order, precision, kind, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from quizapp.assessment.forms import Choice, Order
from quizapp.facts.units import PERCENT
from quizapp.facts.wording import occurs
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.printed import Printed, all_figures, date_of, figure_of, word_set, words_of

_CATCH_ALL = re.compile(
    r"\b(?:all|none|both|neither|either|any|each|two|most|some|one) of (?:the|these|those|them)\b"
    r"(?= (?:above|below|others?|options?|answers?|following|listed|rest)\b|\W*$)"
    r"|^(?:all|none|any|both|neither|either)(?: (?:three|four|the above|(?:are|is) (?:right|correct)))?\W*$"
    r"|^both\b.{1,60}\band\b|^neither\b.{1,60}\bnor\b"
    r"|^(?:options? |answers? )?\(?[A-E]\)?(?:, \(?[A-E]\)?)*,? (?:and|or|&) \(?[A-E]\)?(?: only)?\W*$"
    r"|^(?:the )?(?:answer|option)s? (?:is|are) not\b|\bno(?:ne)? (?:correct|right) (?:answer|option)\b",
    re.IGNORECASE,
)
_CATCHING = word_set(
    "all none both neither either any each two three four most some one answer answers option options no "
    "b c d e"
)
_SHARE = re.compile(r"\b(?:what|which) (?:share|part|fraction|proportion|percentage) of\b", re.IGNORECASE)
_ASKS_FIGURE = re.compile(r"\bhow (?:many|much|long|large|far|old|high)\b", re.IGNORECASE)
_ASKS_DATE = re.compile(
    r"^(?:\w+ )?(?:when\b|(?:which|what) (?:year|month|day|date)\b)|\b(?:in|since|by|on) (?:which|what) "
    r"(?:year|month|day|date)\b",
    re.IGNORECASE,
)
_ASKS_PERSON = re.compile(r"^(?:\w+ )?(?:who|whom|whose)\b", re.IGNORECASE)
_SLIGHT = frozenset(["a", "an", "the"])
_ROUNDED = re.compile(r"\bto (?:the nearest|\w+ decimal)\b", re.IGNORECASE)
_ROUNDER = 2
"""By how many zeros at the end one figure may not be rounder than another."""


def catch_alls(item: Item) -> Iterator[str]:
    """Yield options that speak of the others, or list two of them."""
    for place, text in enumerate(item.rivals):
        others = item.rivals[:place] + item.rivals[place + 1 :]
        catches = not _CATCHING.isdisjoint(words_of(text)) and _CATCH_ALL.search(text)
        if catches or sum(_lists(text, other) for other in others) > 1:
            yield text


def _lists(text: str, other: str) -> bool:
    return len(other) < len(text) and other.casefold() in text.casefold() and occurs(other, text)


def overlapping(item: Item) -> Iterator[str]:
    """Yield pairs of figures or dates that could be one: within what each allows."""
    if isinstance(item.question.form, Order):
        return
    for a, b in combinations(item.figures, 2):
        if a.sort == b.sort and _touch(a, b):
            yield f"{a.quantity.text} · {b.quantity.text}"
    for first, second in combinations(item.dates, 2):
        if first.overlaps(second):
            yield f"{first.words()} · {second.words()}"


def _touch(a: Printed, b: Printed) -> bool:
    low, high = max(a.low, b.low), min(a.high, b.high)
    ranges = a.quantity.low is not None or b.quantity.low is not None
    return low <= high if ranges else low < high


def comparable(texts: Sequence[str]) -> bool:
    """Tell whether figures may stand beside each other: none could be another, all look alike."""
    figures = all_figures(texts)
    apart = not any(a.sort == b.sort and _touch(a, b) for a, b in combinations(figures, 2))
    return apart and len({figure.looks for figure in figures}) < 2 and not _one_rounder(figures)


def unordered(item: Item) -> Iterator[str]:
    dates = [span.start for span in item.dates if span.start]
    values = [figure.value for figure in item.figures]
    if any(a > b for a, b in pairwise(dates)) or any(a > b for a, b in pairwise(values)):
        yield " · ".join(item.rivals)


def mixed_precision(item: Item) -> Iterator[str]:
    """Yield figures that differ in unit, decimals, scale word or hedge, or one far less round."""
    if len({span.precision for span in item.dates}) > 1:
        yield " · ".join(item.rivals)
    free = isinstance(item.question.form, Choice) and not _ROUNDED.search(item.asked)
    uneven = free and _one_rounder(item.figures)
    if uneven or len({figure.looks for figure in item.figures}) > 1:
        yield " · ".join(item.rivals)


def _one_rounder(figures: Sequence[Printed]) -> bool:
    zeros = [figure.zeros for figure in figures]
    return max(zeros, default=0) - min(zeros, default=0) >= _ROUNDER


def implausible(item: Item) -> Iterator[str]:
    """Yield options of another sort than the stem asks for, and figures that cannot be."""
    yield from _impossible(item)
    if not item.rivals:
        return
    asked = item.asked
    if _ASKS_FIGURE.search(asked):
        yield from (text for text in item.rivals if not _holds_figure(text))
    elif _ASKS_DATE.search(asked):
        yield from (text for text in item.rivals if date_of(text) is None and not _holds_figure(text))
    elif _ASKS_PERSON.search(asked) or not (item.figures or item.dates):
        yield from _odd_sorts(item)


def _holds_figure(text: str) -> bool:
    return any(character.isdigit() for character in text) or figure_of(text) is not None


def _odd_sorts(item: Item) -> Iterator[str]:
    """Yield figures and dates among names and words."""
    odd = [text for text in item.rivals if _is_bare(text) or date_of(text) is not None]
    if odd and (len(odd) < len(item.rivals) or _ASKS_PERSON.search(item.asked)):
        yield from odd


def _is_bare(text: str) -> bool:
    """Tell whether a text is a figure in digits, or one that counts nothing; "two oars" may be a thing."""
    figure = figure_of(text)
    return figure is not None and (any(map(str.isdigit, text)) or not figure.quantity.unit)


def _impossible(item: Item) -> Iterator[str]:
    share = bool(_SHARE.search(item.asked))
    for figure in item.figures:
        percent = figure.quantity.unit == PERCENT
        whole = 100 if percent else 1
        if figure.quantity.value < 0 or (share and figure.quantity.value > whole):
            yield figure.quantity.text


def too_few_or_equal(item: Item) -> Iterator[str]:
    texts = [_bare(text) for text in item.texts]
    few = len(texts) < 3 and not item.labelled
    if texts and (few or len(set(texts)) < len(texts)):
        yield " · ".join(item.texts)


def _bare(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(text) if word not in _SLIGHT) or words_of(text)
