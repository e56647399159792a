"""`number`: type the figure that a source gives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.assessment.forms import Number
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.units import PERCENT, measure
from quizapp.facts.values import QuantityValue
from quizapp.facts.wording import occurs
from quizapp.generation.composing import asked_slots, compose, stem_for
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question

NAME = "number"
TITLE = "Type the number"
TRAINS = "Recalling a figure without help, with its unit and its source."


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each asked slot that holds a figure."""
    for fact, slot, ask in asked_slots(pack):
        value = fact.slots[slot]
        if isinstance(value, QuantityValue):
            yield Draft(NAME, fact, partial(_question, pack, seed, fact, slot, ask, value))


def _question(pack: Pack, seed: str, fact: Fact, slot: str, ask: str, value: QuantityValue) -> Question:
    stem = stem_for(pack, fact, slot, ask)
    counted = measure(value.unit) is None and value.unit != PERCENT
    unit = "" if counted and not occurs(value.unit, stem) else value.unit  # the stem may count them otherwise
    return compose(
        pack, fact, kind=NAME, seed=seed, form=Number(value.words, unit), skill="S10",
        stem=stem, answer=value.words, slot=slot,
    )  # fmt: skip
