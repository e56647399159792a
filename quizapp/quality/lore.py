"""What somebody knows who has played a bank for long: which names recur, which keys, who talks how.

It is learnt from the questions on *other* facts: the bank is split by fact, and each part is
guessed at with what the other parts teach.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from quizapp.assessment.forms import Number, Text
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.wording import folded
from quizapp.generation.question import Question
from quizapp.quality.passages import content_stems, words_of

PARTS = 5

_GAP_SORT = re.compile(r"\bwhich ([a-z ]+) belongs in the gap")


@dataclass(frozen=True)
class Figures:
    """The median and the commonest of some figures."""

    median: float
    usual: float


@dataclass(frozen=True)
class Lore:
    """Counts over the questions of a bank.

    `shown` counts option texts, `words` the words of stems and quoted sentences, `keys` the keys by
    kind. `names` holds typed keys by the sort asked for, the commonest first, and `figures` typed
    figures by unit. `groups` tells the group of a speaker by name, `talk` the words of each
    group's claims.
    """

    shown: Mapping[str, int]
    words: Mapping[str, int]
    keys: Mapping[str, Mapping[str, int]]
    names: Mapping[str, Sequence[str]]
    figures: Mapping[str, Figures]
    groups: Mapping[str, str] = field(default_factory=dict)
    talk: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def part_of(question: Question) -> int:
    """Return which part of the bank a question is in, 0 to 4: all questions of one fact in the same."""
    return hashlib.sha256(question.facts[0].encode()).digest()[0] % PARTS


def lores(pack: Pack, questions: Sequence[Question]) -> tuple[Lore, ...]:
    """Return, for each part of a bank, what the other parts teach."""
    groups = {folded(name): one.group for one in pack.entities.values() for name in one.names}
    parts: list[list[Question]] = [[] for _ in range(PARTS)]
    for question in questions:
        parts[part_of(question)].append(question)
    return tuple(learnt((q for other in parts if other is not part for q in other), groups) for part in parts)


def learnt(questions: Iterable[Question], groups: Mapping[str, str]) -> Lore:
    """Count what a series of questions shows and, once answered, tells."""
    shown: Counter[str] = Counter()
    words: Counter[str] = Counter()
    keys: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    figures: dict[str, list[float]] = defaultdict(list)
    talk: dict[str, Counter[str]] = defaultdict(Counter)
    for question in questions:
        told = f"{question.stem} {question.quote}"
        words.update({folded(word) for word in words_of(told)})
        shown.update({folded(option.text) for option in question.options})
        keys[question.kind].update(folded(option.text) for option in question.options if option.correct)
        match question.form:
            case Text(accepted=accepted):
                names[sort_asked(question.stem)][accepted[0]] += 1
            case Number(text=text, unit=unit):
                figures[unit].append(_value(text))
        if question.kind == "who-said":
            talk[groups.get(folded(question.answer), "")].update(content_stems(question.stem))
    usual = {sort: [name for name, _ in counted.most_common()] for sort, counted in names.items()}
    summed = {
        unit: Figures(median(known), Counter(known).most_common(1)[0][0]) for unit, known in figures.items()
    }
    return Lore(shown, words, keys, usual, summed, groups, talk)


def _summed(figures: Sequence[float]) -> Figures:
    return Figures(median(figures), Counter(figures).most_common(1)[0][0])


def sort_asked(stem: str) -> str:
    """Return what sort of thing a gap is said to hold ("river"), or ""."""
    found = _GAP_SORT.search(stem)
    return found[1] if found else ""


def _value(text: str) -> float:
    figure = parse_quantity(text)
    return float(figure.value) if figure else 0.0
