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
    """A practice, in words that say what it does."""

    PROOF = "a value enters only if nothing in the pack suggests that it might be true"
    RANK = "the key’s rank among figures and dates is drawn first, then filled"
    ROUNDNESS = "computed figures are as round as the key"
    LENGTH = "no option stands out by its length"
    CLANG = "no word of the stem stands in the key alone"
    NEARNESS = "the nearest distractors are tried first: same relation, same source, same group"
    PLACES = "names and terms stand in a drawn order"
    BALANCE = "each fixed label is the key equally often"
    CAP = "only a few claims of one speaker are asked"
    PAIRS = "a statement is judged only together with its false twin"
    GATE = "a question that breaks an item-writing rule is left out"


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
