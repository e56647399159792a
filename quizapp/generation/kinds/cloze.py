"""`cloze`: type the name or date that is missing from a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.assessment.forms import Text
from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, skill_of
from quizapp.generation.falsity import alike, same_given
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question

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
    others = tuple(name for name in fact.slots if name != slot)
    return any(
        set(other.sources) & set(fact.sources)
        and slot in other.slots
        and not alike(pack, fact.slots[slot], other.slots[slot])
        and same_given(pack, fact, other, others)
        for other in pack.by_relation[fact.relation.id]
    )


def _form(pack: Pack, fact: Fact, slot: str) -> Text | None:
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            names = tuple(dict.fromkeys(entity.names))
            known = {folded(name) for name in names}
            rivals = (
                name
                for other in pack.entities.values()
                if other.type == entity.type and other.id != entity.id
                for name in other.names
                if folded(name) not in known
            )
            return Text(names, tuple(dict.fromkeys(rivals)))
        case DateValue(span=span, words=words) if words == span.words():
            return Text(tuple(dict.fromkeys((words, span.iso()))))
    return None
