"""Banks of choices for guessers: fair ones, and ones with a planted leak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from quizapp.assessment.forms import Choice
from quizapp.generation.draws import Draw
from quizapp.generation.question import Option, Question
from tests.builders import a_question

NAMES = (
    "Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone", "Una Bright", "Max Field", "Ida Brook", "Leo Banks",
    "Joan Ferriman", "Cy Lo", "Barbara Wainwright", "Otto Underhill",
)  # fmt: skip

Arrange = Callable[[list[str], Draw], tuple[Sequence[str], int]]


def names(draw: Draw) -> list[str]:
    return draw.shuffled(NAMES)[:3]


def figures(draw: Draw) -> list[str]:
    return [str(figure) for figure in sorted(draw.shuffled(range(11, 99))[:3])]


def a_choice(
    fact: str, texts: Sequence[str], key: int, stem: str = "who did it?", **changes: Any
) -> Question:
    options = tuple(Option(text, place == key, "", "from-fact") for place, text in enumerate(texts))
    form = Choice(len(texts), key)
    made = replace(a_question(), facts=(fact,), stem=stem, options=options, form=form, answer=texts[key])
    return replace(made, **changes)


def fairly(texts: list[str], draw: Draw) -> tuple[Sequence[str], int]:
    return texts, draw.below(len(texts))


def a_bank(
    options: Callable[[Draw], list[str]] = names, arrange: Arrange = fairly, size: int = 600
) -> list[Question]:
    """A bank of choices on facts of their own; `arrange` places the options and says which is the key."""
    draws = [Draw("bank", str(number)) for number in range(size)]
    return [a_choice(f"fact-{n}", *arrange(options(draw), draw)) for n, draw in enumerate(draws)]
