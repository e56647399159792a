"""What parsing and grading return: plain results that a `match` can take apart."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

Verdict = Literal["right", "partly right", "wrong"]
"""What an answer that counts is met with."""

Outcome = Literal["right", "partly right", "close", "wrong"]
"""What grading finds; a "close" spelling earns nothing as it is, and may be mended once."""

TRIES = 2
"""The most tries that a question has: a second one only after a close one."""


@dataclass(frozen=True)
class Answer:
    """A well-formed answer: what was sent, and the 0-based options chosen (empty if typed).

    Of an order, `chosen` holds every item, from the one put first to the one put last; of a
    match, the choice for each prompt, in the order of the prompts.
    Typed text is kept without control characters and with single spaces.
    """

    raw: tuple[str, ...]
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True)
class NotAnAnswer:
    """What was sent is no answer (blank, malformed); it costs nothing. `reason` says what to do."""

    reason: str


@dataclass(frozen=True)
class Mark:
    """An answer marked: credit from 0 to 1, the verdict in words, and a note on it, or ""."""

    credit: Fraction
    verdict: Outcome
    note: str = ""


@cache
def exact_credit(kept: float) -> Fraction:
    """Return the share of a few pairs or ticks that a row keeps as the nearest float."""
    return Fraction(kept).limit_denominator(1000)


RIGHT = Mark(Fraction(1), "right")
WRONG = Mark(Fraction(0), "wrong")


def is_final(mark: Mark, try_number: int) -> bool:
    """Tell whether the mark of a try, counted from 1, stands; if not, the question is asked once more."""
    return mark.verdict != "close" or try_number >= TRIES
