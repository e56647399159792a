"""What in a passage might be an answer: an option as printed, a figure, a name or a date for a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.facts.numerals import Numeral, find_numerals
from quizapp.facts.wording import folded
from quizapp.quality.passages import Passage, content_stems, words_of

_RANGE = re.compile(r"\bbetween\s+$|\bfrom\s+$")

BYLINE = 9.0
"""How far a name in the byline stands behind one in the passage: an author speaks where nobody else does."""


@dataclass(frozen=True)
class Candidate:
    """A possible answer: what to send, the first and last word of its place, and a head start."""

    text: str
    first: int
    last: int
    bonus: float = 0.0


def mentions(text: Passage, option: str, answer: str, options: Sequence[str]) -> Iterator[Candidate]:
    """Yield where an option is printed: in full, as figure or date, or by the part that is its own."""
    numbers = find_numerals(option)
    if numbers and not any(word[0].isupper() for word in words_of(option)):
        for numeral in find_numerals(text.text):
            if numeral.value == numbers[0].value:
                yield _at(text, numeral, answer)
        return
    for rank, words in enumerate(_ways(option, options)):
        found = [
            Candidate(answer, *span, bonus=0.3 - 0.1 * rank - BYLINE * text.is_byline(span[0]))
            for span in text.find(words)
            if len(words) > 1 or text.tokens[span[0]].text[0].isupper()
        ]
        if found:
            yield from found
            return
    for place, token in enumerate(text.tokens):
        if shortens(token.text, option) and not any(shortens(token.text, o) for o in options if o != option):
            yield Candidate(answer, place, place)


def shortens(printed: str, name: str) -> bool:
    """Tell whether two to five capitals are short for a name: its first letter, then others in order."""
    letters = iter(folded(name))
    capitals = printed.isalpha() and printed.isupper() and 2 <= len(printed) <= 5
    return capitals and folded(name)[:1] == folded(printed)[:1] and all(c in letters for c in folded(printed))


def _ways(option: str, options: Sequence[str]) -> Iterator[list[str]]:
    """Yield the ways to print an option: all of it, without article, its own last or first word."""
    words = words_of(option)
    yield words
    if folded(words[0]) in ("the", "a", "an"):
        words = words[1:]
        yield words
    capitals = [word for word in words if word[0].isupper()]
    others = {folded(word) for other in options if other != option for word in words_of(other)}
    for word in reversed(capitals):
        if folded(word) not in others:
            yield [word]


def figures(text: Passage, asked: str, unit: str) -> Iterator[Candidate]:
    """Yield the figures of a passage that the question does not give; those of its unit have a head start."""
    given = {numeral.value for numeral in find_numerals(asked)}
    counted = set(content_stems(unit)) | set(_counted(asked))
    share = " share " in asked or unit == "%"
    numerals = [one for one in find_numerals(text.text) if one.value not in given and not _is_name(text, one)]
    for one in numerals:
        found, printed = _at(text, one, ""), _printed(text.text, one)
        after = text.tokens[found.last + 1 : found.last + 4]
        bonus = 1.2 * any(token.stem in counted for token in after) - 0.8 * (_is_year(one) or one.ordinal)
        bonus += 2.0 * (share and printed.endswith("percent")) + _turn(text.text, one, asked)
        yield Candidate(printed, found.first, found.last, bonus)


def _turn(text: str, numeral: Numeral, asked: str) -> float:
    """Return a head start in "from A to B": B for what was so by a time, A for what was so at one."""
    later = bool(re.search(r"\bto $", text[: numeral.start]))
    earlier = bool(re.search(r"\bfrom (?:about )?$", text[: numeral.start]))
    by = " by " in asked
    return 1.0 if (by and later) or (not by and earlier) else 0.0


def _printed(text: str, numeral: Numeral) -> str:
    """Return the figure as printed, the range that it begins, or the percentage."""
    shown = text[numeral.start : numeral.end]
    after = re.match(r" and ([\d,.]*\d)", text[numeral.end :])
    if after and _RANGE.search(text[: numeral.start]):
        return f"between {shown} and {after[1]}"
    share = re.match(r" ?(?:%|percent\b|per cent\b)", text[numeral.end :])
    return f"{shown} percent" if share else shown


def _counted(asked: str) -> list[str]:
    """Return the stems of the words right after "how many": what is counted."""
    after = re.search(r"how many ((?:\S+ ?){1,2})", asked)
    return list(content_stems(after[1])) if after else []


def _is_year(numeral: Numeral) -> bool:
    return numeral.style == "digits" and numeral.value in range(1700, 2100) and numeral.digit == Fraction(1)


def _is_name(text: Passage, numeral: Numeral) -> bool:
    """Tell whether digits are part of a name such as "12(b)" or "No. 4", not a figure."""
    return text.text[numeral.end : numeral.end + 1] == "("


def _at(text: Passage, numeral: Numeral, answer: str) -> Candidate:
    places = [
        place
        for place, token in enumerate(text.tokens)
        if token.start < numeral.end and numeral.start < token.end
    ]
    return Candidate(answer, places[0] if places else 0, places[-1] if places else 0)
