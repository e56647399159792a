"""`value`: choose what a source gives for one slot of a fact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue
from quizapp.generation.composing import arranged, asked_slots, compose, right_option, skill_of, stem_for
from quizapp.generation.distractors import wrong_option
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.picking import pick, position
from quizapp.generation.question import Question

NAME = "value"
TITLE = "Choose the value"
TRAINS = "Recalling a figure, name, place or date together with the source that gives it."


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each asked slot; it needs two provably false values to stand beside the key."""
    for fact, slot, ask in asked_slots(pack):
        yield Draft(NAME, fact, partial(_question, pack, seed, fact, slot, ask))


def _question(pack: Pack, seed: str, fact: Fact, slot: str, ask: str) -> Question | None:
    stem = stem_for(pack, fact, slot, ask)
    draw = Draw(seed, NAME, fact.id, slot)
    distractors = pick(pack, fact, slot, stem, draw)
    if distractors is None:
        return None
    key = fact.slots[slot]
    options = [right_option(pack, fact, key.words)]
    places = [position(key)]
    for distractor in distractors:
        options.append(wrong_option(pack, fact, distractor))
        places.append(position(distractor.value))
    ordered = isinstance(key, QuantityValue | DateValue)
    if ordered:
        options = [
            option for _, option in sorted(zip(places, options, strict=True), key=lambda pair: pair[0])
        ]
    shown, form = arranged(options, None if ordered else draw)
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill=skill_of(fact, slot), stem=stem,
        answer=key.words, slot=slot, options=shown,
    )  # fmt: skip
