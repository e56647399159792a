"""What an answer got wrong, piece by piece: pure, over one question and one answer to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Literal, assert_never

from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.wording import folded
from quizapp.generation.question import Question

Did = Literal["chose", "ticked", "missed", "matched", "swapped", "wrote"]


@dataclass(frozen=True)
class Slip:
    """One thing that is wrong with an answer.

    `option` is the 0-based option that was chosen, ticked, missed or put first, or the choice of a
    match; `other` is the one it was put before, or the prompt of the match. What was typed
    has neither, but `typed`: the words in the form in which alike answers are the same.
    """

    did: Did
    option: int = -1
    other: int = -1
    typed: str = ""


def slips(question: Question, raw: Sequence[str]) -> tuple[Slip, ...]:
    """Return what is wrong with an answer that did not earn full credit; nothing for what is no answer."""
    answer = parse(question.form, raw)
    return tuple(_slips(question, answer)) if isinstance(answer, Answer) else ()


def possible_slips(question: Question) -> Iterator[Slip]:
    """Yield every slip that the question lets one make by choosing; none where answers are typed."""
    match question.form:
        case Choice(options=options, key=key):
            yield from (Slip("chose", place) for place in range(options) if place != key)
        case Select(options=options, key=keys):
            yield from (Slip("missed" if place in keys else "ticked", place) for place in range(options))
        case Match(choices=choices, key=matches):
            for prompt, key in enumerate(matches):
                yield from (Slip("matched", given, prompt) for given in range(choices) if given != key)
        case Order(items=items, key=places):
            pairs_of = permutations(range(items), 2)
            yield from (Slip("swapped", one, two) for one, two in pairs_of if places[one] > places[two])


def alike_key(question: Question, typed: str) -> str:
    """Return the form in which typed answers that say the same are equal."""
    if isinstance(question.form, Number) and (quantity := parse_quantity(typed)):
        ends = [str(end) for end in (quantity.low, quantity.high) if end is not None]
        asked = parse_quantity(f"1 {question.form.unit}")
        unit = "" if asked and quantity.unit == asked.unit else quantity.unit
        return " ".join([str(quantity.value), *ends, unit]).strip()
    return folded(typed)


def _slips(question: Question, answer: Answer) -> Iterator[Slip]:
    match question.form:
        case Choice(key=key):
            yield from (Slip("chose", place) for place in answer.chosen if place != key)
        case Select(key=keys):
            yield from (Slip("ticked", place) for place in answer.chosen if place not in keys)
            yield from (Slip("missed", place) for place in keys if place not in answer.chosen)
        case Match(key=matches):
            pairs = enumerate(zip(answer.chosen, matches, strict=True))
            yield from (Slip("matched", given, prompt) for prompt, (given, key) in pairs if given != key)
        case Order(key=places):
            pairs_of = combinations(answer.chosen, 2)
            yield from (Slip("swapped", one, two) for one, two in pairs_of if places[one] > places[two])
        case Number() | Text():
            yield Slip("wrote", typed=alike_key(question, answer.raw[0]))
        case _:
            assert_never(question.form)
