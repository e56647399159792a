"""What blind answers earn: the mean credit of every possible answer, and its variance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from typing import assert_never

from quizapp.assessment.forms import AnswerForm, Choice, Match, Number, Order, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer


@dataclass(frozen=True)
class Chance:
    """Mean and variance of the credit of an answer drawn blindly."""

    mean: float
    variance: float


NEVER = Chance(0.0, 0.0)


def chance_of(form: AnswerForm) -> Chance:
    """Return the chance of a form: any option, each tick a coin's throw, any order or pairs; nothing typed.

    Computed from the rules of credit themselves, over every answer there is.
    """
    match form:
        case Choice(options=options):
            return choosing(options)
        case Select(options=options, key=key):
            return _ticking(options, len(key), None)
        case Order(items=items):
            return _ordering(items)
        case Match(prompts=prompts, choices=choices):
            return _matching(prompts, choices)
        case Number() | Text():
            return NEVER
        case _:
            assert_never(form)


def choosing(options: int) -> Chance:
    """Return the chance of one right option among several."""
    return Chance(1 / options, (1 - 1 / options) / options)


def ticking(form: Select, ticks: int) -> Chance:
    """Return the chance of so many ticks, whichever they are."""
    return _ticking(form.options, len(form.key), ticks)


@lru_cache(maxsize=1024)
def _ticking(options: int, keys: int, ticks: int | None) -> Chance:
    form = Select(options, tuple(range(keys)))
    sizes = range(options + 1) if ticks is None else (ticks,)
    return _over([_credit(form, chosen) for size in sizes for chosen in combinations(range(options), size)])


@lru_cache(maxsize=64)
def _ordering(items: int) -> Chance:
    form = Order(items, tuple(range(items)))
    return _over([_credit(form, order) for order in permutations(range(items))])


@lru_cache(maxsize=64)
def _matching(prompts: int, choices: int) -> Chance:
    form = Match(prompts, choices, tuple(range(prompts)))
    return _over([_credit(form, given) for given in permutations(range(choices), prompts)])


def _credit(form: AnswerForm, chosen: tuple[int, ...]) -> float:
    return float(grade(form, Answer((), chosen)).credit)


def _over(credits: list[float]) -> Chance:
    mean = sum(credits) / len(credits)
    return Chance(mean, sum((credit - mean) ** 2 for credit in credits) / len(credits))
