"""Answers that are typed: which spellings are right, and whose names a slip must not come as near to."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.assessment.forms import Text
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, Entity, EntityValue, TermValue
from quizapp.facts.wording import folded, word_list
from quizapp.generation.falsity import alike, same_given

SHORT = 4
"""A term of more words than this is not asked to be typed: there are too many ways to say it."""

_SMALL = ("a", "an", "and", "for", "in", "of", "on", "the", "to")


def typed_form(pack: Pack, fact: Fact, slot: str) -> Text | None:
    """Return the form for typing what fills a slot, or None where no spelling of it can be told right."""
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            names = tuple(dict.fromkeys(entity.names))
            return Text(names, _others(_names_beside(pack, entity), names))
        case DateValue(span=span, words=words) if words == span.words():
            return Text(tuple(dict.fromkeys((words, span.iso()))))
        case TermValue() as term:
            ways = _ways(term)
            return Text(ways, _others(_terms_beside(pack, fact, slot), ways)) if ways else None
    return None


def fits_another(pack: Pack, fact: Fact, slot: str) -> bool:
    """Tell whether the source fills the same slot in another way too: then no one word is the key."""
    others = tuple(name for name in fact.slots if name != slot)
    return any(
        set(other.sources) & set(fact.sources)
        and slot in other.slots
        and not alike(pack, fact.slots[slot], other.slots[slot])
        and same_given(pack, fact, other, others)
        for other in pack.by_relation[fact.relation.id]
    )


def _ways(term: TermValue) -> tuple[str, ...]:
    """Return our words and the printed ones, if both are short names; () where they are not.

    What is no name can be said in other words, which nobody could list: "prohibited", "banned".
    """
    ways = tuple(dict.fromkeys((term.words, term.text)))
    return ways if all(_is_a_short_name(way) for way in ways) else ()


def _is_a_short_name(words: str) -> bool:
    counted = [word for word in word_list(words) if word not in _SMALL]
    return 0 < len(word_list(words)) <= SHORT and all(not word[0].islower() for word in counted)


def _names_beside(pack: Pack, entity: Entity) -> Iterator[str]:
    for other in pack.entities.values():
        if other.type == entity.type and other.id != entity.id:
            yield from other.names


def _terms_beside(pack: Pack, fact: Fact, slot: str) -> Iterator[str]:
    for other in pack.by_relation[fact.relation.id]:
        found = other.slots.get(slot)
        if isinstance(found, TermValue):
            yield from _ways(found)


def _others(names: Iterator[str], accepted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that are not accepted ones, each once."""
    known = {folded(name) for name in accepted}
    return tuple(dict.fromkeys(name for name in names if folded(name) not in known))
