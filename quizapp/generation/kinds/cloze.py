"""`cloze`: type the name or date that is missing from a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.assessment.forms import Text
from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue
from quizapp.facts.wording import occurs
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, skill_of
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question
from quizapp.generation.rivals import rivals

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
    form = _form(pack, fact, slot)
    quote = fact.statement_with({slot: GAP})
    if form is None or any(occurs(name, quote) for name in form.accepted) or _fits_another(pack, fact, slot):
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


def _fits_another(pack: Pack, fact: Fact, slot: str) -> bool:
    """Tell whether the source fills the same gap in another way too: then no one word is the key."""
    wanted = {name: value for name, value in fact.slots.items() if name != slot}
    return any(
        slot in other.slots
        and not set(other.sources).isdisjoint(fact.sources)
        and not pack.alike(fact.slots[slot], other.slots[slot])
        for other in pack.filled_like(fact.relation.id, wanted)
    )


def _form(pack: Pack, fact: Fact, slot: str) -> Text | None:
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            return Text(tuple(dict.fromkeys(entity.names)), rivals(pack, entity))
        case DateValue(span=span, words=words) if words == span.words():
            return Text(tuple(dict.fromkeys((words, span.iso()))))
    return None
