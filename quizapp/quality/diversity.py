"""How varied a bank's wording is: templates of stems, and how alike two stems are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.wording import folded
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question

PAIRS = 2_000
"""How many pairs of stems are drawn to be compared."""

_DATED = re.compile(r" \(as of [^)]*\)")
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True)
class Diversity:
    """How stems are worded.

    `templates` counts stems with slot values, names and figures masked; `largest` is the share of
    the commonest, `frame` its words. `overlap` is the mean Jaccard index of word trigrams over
    drawn pairs of stems with their quoted sentences.
    """

    items: int
    templates: int
    largest: float
    frame: str
    overlap: float

    @property
    def per_hundred(self) -> float:
        return 100 * self.templates / self.items if self.items else 0.0


def diversity(pack: Pack, questions: Sequence[Question], seed: str) -> Diversity:
    """Measure the wording of a bank; which stems are compared is drawn."""
    counts = Counter(template(pack, question) for question in questions)
    ((frame, most),) = counts.most_common(1) or [("", 0)]
    share = most / len(questions) if questions else 0.0
    return Diversity(len(questions), len(counts), share, frame, _overlap(questions, seed))


def template(pack: Pack, question: Question) -> str:
    """Return a stem with what its facts fill in masked: values, speakers, sources, dates, figures."""
    facts = [pack.facts[name] for name in question.facts]
    masked = _DATED.sub("", question.stem)
    for words, mark in sorted(_fillers(pack, facts), key=lambda pair: -len(pair[0])):
        masked = re.sub(re.escape(words), mark, masked, flags=re.IGNORECASE)
    return _FIGURE.sub("{n}", masked)


def _fillers(pack: Pack, facts: Iterable[Fact]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for fact in facts:
        found += [(value.words, f"{{{name}}}") for name, value in fact.slots.items()]
        found += [(fact.asserted_by.name, "{speaker}")] if fact.asserted_by else []
        for source in fact.sources:
            found += [(pack.sources[source].label, "{source}"), (pack.sources[source].name, "{source}")]
    return [(words, mark) for words, mark in dict.fromkeys(found) if words]


def _overlap(questions: Sequence[Question], seed: str) -> float:
    if len(questions) < 2:
        return 0.0
    draw = Draw(seed, "diversity")
    pairs = [(draw.choice(questions), draw.choice(questions)) for _ in range(PAIRS)]
    return sum(_alike(_trigrams(a), _trigrams(b)) for a, b in pairs if a is not b) / len(pairs)


def _trigrams(question: Question) -> set[tuple[str, ...]]:
    words = folded(f"{question.stem} {question.quote}").split()
    return {tuple(words[i : i + 3]) for i in range(len(words) - 2)}


def _alike(a: set[tuple[str, ...]], b: set[tuple[str, ...]]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
