"""Answers that are typed: which spellings are right, and whose names a slip must not come as near to."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.assessment.forms import Text
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, TermValue
from quizapp.generation.falsity import same_given
from quizapp.generation.rivals import other_terms, rivals
from quizapp.generation.terms import ways_to_type

FEW = 32
"""Up to so many facts of one source and relation are looked at one by one."""


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
    key, others = fact.slots[slot], tuple(name for name in fact.slots if name != slot)
    return any(
        slot in other.slots
        and not pack.alike(key, other.slots[slot])
        and same_given(pack, fact, other, others)
        for source in fact.sources
        for other in _beside(pack, fact, slot, source)
    )


def _beside(pack: Pack, fact: Fact, slot: str, source: str) -> Iterable[Fact]:
    """Return the facts of a source that may fill the slot: of the relation, and if many, filled alike."""
    found = pack.by_source_and_relation[source, fact.relation.id]
    wanted = {name: value for name, value in fact.slots.items() if name != slot}
    if len(found) <= FEW or not wanted:
        return found
    return (other for other in pack.filled_like(fact.relation.id, wanted) if source in other.sources)
