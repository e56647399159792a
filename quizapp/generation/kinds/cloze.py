"""`cloze`: type the name or date that is missing from a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue
from quizapp.facts.wording import occurs
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, skill_of
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question
from quizapp.generation.typed import fits_another, typed_form

NAME = "cloze"
TITLE = "Fill the gap"
TRAINS = "Recalling a name or a date without a list to choose from."


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each asked slot whose filler can be typed: a name, a year, a month."""
    for fact in pack.askable:
        for slot in fact.asks:
            if isinstance(fact.slots[slot], EntityValue | DateValue):
                yield Draft(NAME, fact, partial(_question, pack, seed, fact, slot))


def _question(pack: Pack, seed: str, fact: Fact, slot: str) -> Question | None:
    form = typed_form(pack, fact, slot)
    quote = fact.statement_with({slot: GAP})
    if form is None or any(occurs(name, quote) for name in form.accepted) or fits_another(pack, fact, slot):
        return None
    stem = f"{lead_in(pack, fact, slot)}, which {_sort(fact, slot)} belongs in the gap?"
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill=skill_of(fact, slot), stem=stem,
        answer=form.accepted[0], slot=slot, quote=quote,
    )  # fmt: skip


def _sort(fact: Fact, slot: str) -> str:
    """Return what kind of thing is missing: "state", "person", "year"."""
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            return entity.group.replace("-", " ") if entity.type == "place" else entity.type
        case DateValue(span=span):
            return span.precision
    return "word"
