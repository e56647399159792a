"""`number`: type the figure that a source gives."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.assessment.forms import Number
from quizapp.facts.pack import Pack
from quizapp.facts.values import QuantityValue
from quizapp.generation.composing import asked_slots, compose, stem_for
from quizapp.generation.question import Question

NAME = "number"
TITLE = "Type the number"
TRAINS = "Recalling a figure without help, with its unit and its source."


def make(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield a question for each asked slot that holds a figure."""
    for fact, slot, ask in asked_slots(pack):
        value = fact.slots[slot]
        if isinstance(value, QuantityValue):
            yield compose(
                pack, fact, kind=NAME, seed=seed, form=Number(value.words, value.unit), skill="S10",
                stem=stem_for(pack, fact, slot, ask), answer=value.words, slot=slot,
            )  # fmt: skip
