"""`short-answer`: type the name, the date or the few words that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import QuantityValue
from quizapp.facts.wording import occurs
from quizapp.generation.composing import asked_slots, compose, skill_of, stem_for
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question
from quizapp.generation.typed import fits_another, typed_form

NAME = "short-answer"
TITLE = "Answer in a word or two"
TRAINS = "Answering a question from memory, with no list to choose from and no sentence to complete."

_ASKS_FOR_A_WORD = re.compile(r"\b(?:who|whom|whose|which|what|when|where)\b", re.IGNORECASE)


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each asked slot that holds no figure and whose question asks for a word."""
    for fact, slot, ask in asked_slots(pack):
        if not isinstance(fact.slots[slot], QuantityValue) and _ASKS_FOR_A_WORD.search(ask):
            yield Draft(NAME, fact, partial(_question, pack, seed, fact, slot, ask))


def _question(pack: Pack, seed: str, fact: Fact, slot: str, ask: str) -> Question | None:
    form = typed_form(pack, fact, slot)
    stem = stem_for(pack, fact, slot, ask)
    if form is None or any(occurs(name, stem) for name in form.accepted) or fits_another(pack, fact, slot):
        return None
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill=skill_of(fact, slot), stem=stem,
        answer=form.accepted[0], slot=slot,
    )  # fmt: skip
