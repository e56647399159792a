"""How hard a question is expected to be, from what can be seen of it: kind, options, and key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quizapp.facts.values import SlotValue, TermValue
from quizapp.facts.wording import folded
from quizapp.generation.question import Option

BASE_DIFFICULTY = {
    "what-kind": 30, "value": 35, "verdict": 40, "level-of-government": 40, "wording": 40,
    "which-source": 45, "who-said": 45, "evidence": 50, "compare-sources": 50,
    "select-all": 55, "numeracy": 55, "matching": 55, "cloze": 60, "short-answer": 60, "timeline": 60,
    "number": 65,
}  # fmt: skip
"""Recall is harder than recognition, and several keys are harder than one."""

SIMILAR = 30
"""How many points options that look exactly alike add."""

ABSTRACT = {"as printed": 0, "in other words": 5, "a term of ours": 10, "a judgement": 15}
"""How many points a key adds by how far it is from a word in print."""

JUDGED = frozenset(
    [
        "what-kind",
        "verdict",
        "level-of-government",
        "compare-sources",
        "evidence",
        "timeline",
        "numeracy",
        "wording",
    ]
)
"""Kinds whose key stands nowhere in print: a label, a relation between statements, a calculation."""


def difficulty(kind: str, options: Sequence[Option], key: SlotValue | None = None) -> int:
    """Return 0 to 100: the kind's base, up to 30 for how alike the options look, up to 15 for abstraction.

    Likeness is the mean Jaccard index of letter trigrams over all pairs of options;
    fixed labels add nothing, as they are the same in every question. `key` is what fills
    the asked slot, if one is asked.
    """
    points = BASE_DIFFICULTY[kind] + SIMILAR * likeness(options) // 1000 + ABSTRACT[abstraction(kind, key)]
    return min(100, points)


def abstraction(kind: str, key: SlotValue | None) -> str:
    """Return how far a key is from the words in print, as `ABSTRACT` names it."""
    if kind in JUDGED:
        return "a judgement"
    if key is None or folded(key.words) in {folded(printed) for printed in key.printed}:
        return "as printed"
    return "a term of ours" if isinstance(key, TermValue) else "in other words"


def likeness(options: Sequence[Option]) -> int:
    """Return how alike options look, 0 to 1000; 0 for fixed labels, or fewer than two."""
    texts = [option.text for option in options if option.origin != "answer-form"]
    pairs = [(a, b) for i, a in enumerate(texts) for b in texts[i + 1 :]]
    return sum(_jaccard_permille(a, b) for a, b in pairs) // len(pairs) if pairs else 0


def _jaccard_permille(a: str, b: str) -> int:
    first, second = _trigrams(a), _trigrams(b)
    union = first | second
    return 1000 * len(first & second) // len(union) if union else 0


@lru_cache(maxsize=16384)
def _trigrams(text: str) -> frozenset[str]:
    padded = f"  {text.casefold()} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
