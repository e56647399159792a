"""Answers that are typed: which spellings are right, and whose names a slip must not come as near to."""

from __future__ import annotations

from quizapp.assessment.forms import Text
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, TermValue
from quizapp.generation.rivals import other_terms, rivals
from quizapp.generation.terms import ways_to_type


def typed_form(pack: Pack, fact: Fact, slot: str) -> Text | None:
    """Return the form for typing what fills a slot, or None where no spelling of it can be told right."""
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            return Text(tuple(dict.fromkeys(entity.names)), rivals(pack, entity))
        case DateValue(span=span, words=words) if words == span.words():
            return Text(tuple(dict.fromkeys((words, span.iso()))))
        case TermValue() as term:
            ways = ways_to_type(term)
            return Text(ways, other_terms(pack, fact, slot, ways)) if ways else None
    return None


def fits_another(pack: Pack, fact: Fact, slot: str) -> bool:
    """Tell whether the source fills the same slot in another way too: then no one word is the key."""
    wanted = {name: value for name, value in fact.slots.items() if name != slot}
    return any(
        slot in other.slots
        and not set(other.sources).isdisjoint(fact.sources)
        and not pack.alike(fact.slots[slot], other.slots[slot])
        for other in pack.filled_like(fact.relation.id, wanted)
    )
