"""Item-writing rules that every question is held to before it enters a bank.

The numbers are those of the rule list in `docs/questions.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.assessment.forms import Choice, Order
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.wording import folded, word_list
from quizapp.generation.question import Question

ABSOLUTES = frozenset(["always", "never", "all", "none", "only", "every", "completely", "must"])
FIXED_LABELS = "answer-form"
_NEGATIVE = re.compile(r"\b(?:not|except|never|(?<!at )least|false|incorrect)\b", re.IGNORECASE)
_CATCH_ALL = re.compile(r"\b(?:all|none) of the (?:above|these)\b|\bboth \w+ and\b", re.IGNORECASE)
_PREFIX = 5


@dataclass(frozen=True)
class Flaw:
    """A broken rule: its number, its name, and what was found."""

    rule: int
    name: str
    found: str


def flaws(question: Question) -> list[Flaw]:
    """Return every rule that a question breaks; [] for a sound one."""
    return [flaw for rule in RULES for flaw in rule(question)]


def odd_length(texts: list[str]) -> bool:
    """Tell whether one option is at least 1.2 times as long as the next longest, and several words."""
    lengths = sorted((len(text), text) for text in texts)
    if len(lengths) < 2 or len(word_list(lengths[-1][1])) < 2:
        return False
    return lengths[-1][0] * 5 >= lengths[-2][0] * 6


def clang(stem: str, key: str, others: list[str]) -> set[str]:
    """Return the word beginnings that stem and key share and no other option has."""
    shared = _beginnings(stem) & _beginnings(key)
    return shared.difference(*(_beginnings(other) for other in others)) if others else set()


def _beginnings(text: str) -> set[str]:
    return {word[:_PREFIX].casefold() for word in word_list(text) if len(word) > 3}


def _texts(question: Question) -> list[str]:
    return [option.text for option in question.options]


def _rivals(question: Question) -> list[str]:
    """Return the options that compete; the items of an order do not: all belong, whatever their words."""
    return [] if isinstance(question.form, Order) else _texts(question)


def _odd_length(question: Question) -> Iterator[Flaw]:
    if odd_length(_rivals(question)):
        yield Flaw(1, "odd length", max(_texts(question), key=len))


def _absolute(question: Question) -> Iterator[Flaw]:
    marked = [text for text in _rivals(question) if ABSOLUTES & {folded(w) for w in word_list(text)}]
    if marked and len(marked) < len(question.options):
        yield Flaw(4, "absolute term", marked[0])


def _negative_stem(question: Question) -> Iterator[Flaw]:
    asking = question.stem.rsplit(",", 1)[-1]
    if _NEGATIVE.search(re.sub(r"“[^”]*”", "", asking)) and question.kind not in ("who-said", "which-source"):
        yield Flaw(6, "negative stem", asking.strip())


def _catch_all(question: Question) -> Iterator[Flaw]:
    for text in _texts(question):
        if _CATCH_ALL.search(text):
            yield Flaw(7, "catch-all option", text)


def _unordered(question: Question) -> Iterator[Flaw]:
    figures = [parse_quantity(text) for text in _texts(question)]
    values = [figure.value for figure in figures if figure is not None]
    numeric = all(re.match(r"\W*(?:\w+ )?\W?\d", text) for text in _texts(question))
    if question.kind == "value" and numeric and len(values) == len(figures) > 1 and values != sorted(values):
        yield Flaw(9, "unordered figures", " · ".join(_texts(question)))


def _clang(question: Question) -> Iterator[Flaw]:
    if not isinstance(question.form, Choice) or all(o.origin == FIXED_LABELS for o in question.options):
        return
    key = question.options[question.form.key].text
    others = [option.text for option in question.options if not option.correct]
    shared = clang(f"{question.stem} {question.quote}", key, others)
    if shared:
        yield Flaw(11, "clang", ", ".join(sorted(shared)))


def _option_count(question: Question) -> Iterator[Flaw]:
    texts = [folded(text) for text in _texts(question)]
    if texts and (len(texts) < 3 or len(set(texts)) < len(texts)):
        yield Flaw(26, "too few or equal options", " · ".join(_texts(question)))


RULES: tuple[Callable[[Question], Iterator[Flaw]], ...] = (
    _odd_length, _absolute, _negative_stem, _catch_all, _unordered, _clang, _option_count,
)  # fmt: skip
