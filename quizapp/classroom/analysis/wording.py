"""Item analysis in words: figures as print has them, and what a sign means for a teacher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.assessment.item_flags import Flag
from quizapp.assessment.samples import Estimate, Silent
from quizapp.classroom.analysis.measuring import MeasuredItem
from quizapp.site.words import quoted

Write = Callable[[float], str]


@dataclass(frozen=True)
class Told:
    """A figure in words, with its interval or ""; or "" and why it is not told."""

    words: str
    interval: str = ""
    why: str = ""


def told(figure: Estimate | float | Silent, write: Write) -> Told:
    match figure:
        case Silent(why):
            return Told("", why=why)
        case Estimate(value, interval):
            return Told(write(value), f"{write(interval.low)} to {write(interval.high)}")
        case _:
            return Told(write(figure))


def percent(share: float) -> str:
    """Return a share as a whole percentage: "62%"."""
    return _signed(share * 100, 0) + "%"


def coefficient(value: float) -> str:
    """Return a coefficient with two decimals: "0.34", "−0.20"."""
    return _signed(value, 2)


def _signed(value: float, decimals: int) -> str:
    number = f"{abs(value):.{decimals}f}"
    return f"−{number}" if value < 0 and float(number) else number


def flag_words(flag: Flag, item: MeasuredItem) -> str:
    """Return what a sign says, and what to check."""
    option = "" if flag.option is None else quoted(item.choices[flag.option])
    by_chance = " With so few learners this may be chance." if flag.by_chance else ""
    match flag.sign:
        case "against the rest":
            words = (
                "Learners who did well on the rest did worse here (discrimination below 0). "
                "Check the key, and whether the question can be read another way."
            )
        case "low efficiency":
            words = "It hardly tells learners apart: its discriminative efficiency is under 15%."
        case "below chance":
            words = f"The facility is below what blind guessing brings ({percent(item.found.item.chance)})."
        case "drew the stronger":
            words = (
                f"The wrong option {option} drew learners who did well on the rest. "
                "Check whether it is wrong beyond doubt."
            )
        case "hardly chosen":
            words = f"Fewer than 1 in 20 chose {option}: as a wrong option it does no work."
    return words + by_chance
