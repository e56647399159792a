"""A passage as a reader takes it in: its words, their stems, and how far apart they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.facts.wording import folded, normalised

APART = 12
"""How many words the end of a sentence counts for when distances are measured."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list, given in a row with spaces between."""
    return frozenset(words.split())


_WORD = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*")
_ABBREVIATED = word_set("mr mrs ms dr gov sen rep sgt lt col gen st no v vs inc u.s")
_COMMON = word_set(
    "a about according after all also an and any are article as at based be became been before being "
    "belongs both but by can could credited dated did do does for from gap had has have he her here "
    "him his how if in into is it its just least many may more most much must named no not of on one "
    "or other out over question reported roughly said saying says share she should so some statement "
    "such take takes than that the their them then there these they this those through to too under "
    "unsigned up was we were what when where which while who whom whose will with within would you "
    "your"
)
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y")
_STEM = 6


@dataclass(frozen=True)
class Token:
    """A word of a text: where it stands, what it is compared by, and in which sentence (from 0)."""

    start: int
    end: int
    text: str
    stem: str
    sentence: int


@dataclass(frozen=True)
class Passage:
    """A text, normalised, and its words."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each stem stands, by number of the word."""
        found: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            found.setdefault(token.stem, []).append(place)
        return {stem: tuple(places) for stem, places in found.items()}

    def distance(self, a: int, b: int) -> int:
        """Return how many words two words are apart; every end of a sentence counts as `APART` more."""
        return abs(a - b) + APART * abs(self.tokens[a].sentence - self.tokens[b].sentence)

    def is_byline(self, place: int) -> bool:
        """Tell whether a word stands in a line that begins with "By " and a name."""
        line = self.text.rfind("\n", 0, self.tokens[place].start) + 1
        return re.match(r"By [A-Z]", self.text[line:]) is not None

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and last place of each run of words that is the same, whatever the case."""
        sought = [folded(word) for word in words]
        for place in range(len(self.tokens) - len(sought) + 1 if sought else 0):
            run = self.tokens[place : place + len(sought)]
            if all(_same_word(token.text, word) for token, word in zip(run, sought, strict=True)):
                yield place, place + len(sought) - 1


def read_passage(text: str) -> Passage:
    """Return a text as words in sentences; each line ends a sentence."""
    plain = "\n".join(normalised(line) for line in text.splitlines())
    tokens: list[Token] = []
    number = 0
    for match in _WORD.finditer(plain):
        if tokens and _ends_between(plain[tokens[-1].end : match.start()], tokens[-1].text, match[0]):
            number += 1
        tokens.append(Token(match.start(), match.end(), match[0], stem(match[0]), number))
    return Passage(plain, tuple(tokens))


def stem(word: str) -> str:
    """Return what a word is compared by: no case, possessive or ending, and six letters at most."""
    plain = folded(word).removesuffix("'s").rstrip("'.")
    for ending in _ENDINGS:
        if len(plain) - len(ending) >= 3 and plain.endswith(ending) and not plain[0].isdigit():
            plain = plain.removesuffix(ending)
            break
    return plain if plain[:1].isdigit() else plain[:_STEM]


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words that say something, each once, in order."""
    words = (match[0] for match in _WORD.finditer(normalised(text)))
    return tuple(dict.fromkeys(stem(word) for word in words if folded(word) not in _COMMON))


def words_of(text: str) -> list[str]:
    """Return the words of a text as `read_passage` divides it."""
    return [match[0] for match in _WORD.finditer(normalised(text))]


def is_common(word: str) -> bool:
    """Tell whether a word is one of those that say nothing of what a text is about."""
    return folded(word) in _COMMON


def _same_word(printed: str, sought: str) -> bool:
    plain = folded(printed)
    return plain == sought or plain.removesuffix("'s") == sought.removesuffix("'s")


def _ends_between(between: str, before: str, after: str) -> bool:
    if "\n" in between:
        return True
    if not any(mark in between for mark in ".!?"):
        return False
    short = len(before) == 1 or folded(before) in _ABBREVIATED or before.endswith(".")
    return not short and after[:1].isupper()
