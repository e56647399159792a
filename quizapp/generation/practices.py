"""The practices that make a question hard to guess, each of which can be left out: for measuring only.

An ablation asks what a practice is worth: the bank is made without it, and one figure moves.
All practices are on, always; `without` is for `quizapp.quality` and its tests alone. Which are
off is kept for the running context (a thread, a task), so that nothing else is touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum


class Practice(Enum):
    """A practice: its name, and what it sees to."""

    PROOF = "proof of falsity", "a value enters only if nothing in the pack suggests that it might be true"
    RANK = "rank drawn first", "the key’s rank among figures and dates is drawn, then filled"
    ROUNDNESS = "like roundness", "computed figures are as round as the key"
    LENGTH = "like length", "no option stands out by its length"
    CLANG = "no clang", "no word of the stem stands in the key alone"
    NEARNESS = "nearest first", "distractors come from the same relation and source where they can"
    PLACES = "drawn places", "names and terms stand in a drawn order"
    BALANCE = "balanced labels", "each fixed label is the key equally often"
    CAP = "cap on speakers", "only a few claims of one speaker are asked"
    PAIRS = "minimal pairs", "a statement is judged only together with its false twin"
    GATE = "the linter’s gate", "a question that breaks an item-writing rule is left out"

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def about(self) -> str:
        return self.value[1]


_off: ContextVar[frozenset[Practice]] = ContextVar("practices_off", default=frozenset())


def is_on(practice: Practice) -> bool:
    """Tell whether a practice is kept: always, but within `without`."""
    return practice not in _off.get()


@contextmanager
def without(practice: Practice) -> Iterator[None]:
    """Leave a practice out of whatever is generated within; make every draft before leaving."""
    token = _off.set(_off.get() | {practice})
    try:
        yield
    finally:
        _off.reset(token)
