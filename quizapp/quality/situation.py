"""A question as a guesser meets it: what is shown, and what earlier questions have taught."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.facts.dates import MONTHS
from quizapp.facts.numerals import find_numerals
from quizapp.facts.wording import folded, normalised
from quizapp.generation.question import Question
from quizapp.quality.lore import Lore
from quizapp.quality.passages import words_of
from quizapp.quality.reader import Asked, as_shown

_DATE = re.compile(rf"^(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?([12]\d\d\d)$")
_PREFIX = 5


@dataclass(frozen=True)
class Situation:
    """A question as shown, its kind, and the lore: all that a guesser has.

    `hidden` are the facts that the question shows; what the lore has from them does not count.
    """

    kind: str
    asked: Asked
    lore: Lore
    hidden: frozenset[str]

    @cached_property
    def options(self) -> tuple[str, ...]:
        return self.asked.options

    @cached_property
    def said(self) -> str:
        """The stem and the quoted sentence."""
        return f"{self.asked.stem} {self.asked.quote}"

    @cached_property
    def figures(self) -> tuple[float, ...]:
        """The options as numbers, if each is a figure or a date; else ()."""
        found = [figure_of(option) for option in self.options]
        values = tuple(value for value in found if value is not None)
        return values if len(values) == len(found) else ()

    @cached_property
    def likeness(self) -> tuple[float, ...]:
        """How alike each option is to the others: its mean Jaccard index of letter trigrams, 0 to 1."""
        sets = [_trigrams(option) for option in self.options]
        pairs = [[_jaccard(a, b) for j, b in enumerate(sets) if j != i] for i, a in enumerate(sets)]
        return tuple(sum(row) / len(row) if row else 0.0 for row in pairs)

    @cached_property
    def echoes(self) -> tuple[int, ...]:
        """How many word beginnings each option shares with the question's own words."""
        asked = beginnings(self.said)
        return tuple(len(beginnings(option) & asked) for option in self.options)


def met(question: Question, lore: Lore) -> Situation:
    """Return a question as a guesser meets it: nothing of its key, feedback or citations."""
    hidden = frozenset((*question.facts, *question.shows))
    return Situation(question.kind, as_shown(question), lore, hidden)


@lru_cache(maxsize=65536)
def figure_of(text: str) -> float | None:
    """Return the figure that a text is, or for a date its count of days (about); None for anything else."""
    dated = _DATE.match(normalised(text))
    if dated:
        month = MONTHS.index(dated[2]) if dated[2] else 0
        return int(dated[3]) * 372 + month * 31 + int(dated[1] or 0)
    if any(word[0].isupper() for word in words_of(text)):
        return None
    numerals = find_numerals(normalised(text))
    return float(numerals[0].value) if numerals else None


@lru_cache(maxsize=65536)
def beginnings(text: str) -> frozenset[str]:
    """Return the first five letters of each word of more than three."""
    return frozenset(folded(word)[:_PREFIX] for word in words_of(text) if len(word) > 3)


@lru_cache(maxsize=65536)
def _trigrams(text: str) -> frozenset[str]:
    padded = f"  {folded(text)} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
