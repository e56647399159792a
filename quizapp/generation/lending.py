"""Which facts may lend a value to a slot, the nearest first, at no cost for those not asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.generation.draws import Draw
from quizapp.generation.practices import Practice, is_on

LOOKED_AT = 96
"""How many lenders of a ring are looked at for one slot: the work must not grow with the pack."""

Lent = tuple[SlotValue, Fact]
Sort = tuple[str, ...]


def sort_of(value: SlotValue) -> Sort:
    """Return what a value has in common with those that may stand in for it: a type and group, a unit …"""
    match value:
        case EntityValue(entity=entity):
            return "entity", entity.type, entity.group
        case QuantityValue(unit=unit):
            return "quantity", unit
        case DateValue(span=span):
            return "date", span.precision
        case TermValue():
            return ("term",)


def _may_lend(value: SlotValue) -> bool:
    """Tell whether a value can be an option: no range, and no date that is shown in words of its own."""
    match value:
        case QuantityValue(quantity=quantity):
            return quantity.low is None
        case DateValue(span=span, words=words):
            return words == span.words()
    return True


class Lenders:
    """The values that askable facts could lend, by how near they are to who asks."""

    def __init__(self, pack: Pack) -> None:
        self._slot: dict[Sort, list[Lent]] = {}
        self._slot_here: dict[Sort, list[Lent]] = {}
        self._kind: dict[Sort, list[Lent]] = {}
        self._kind_here: dict[Sort, list[Lent]] = {}
        for fact in pack.askable:
            for slot, value in fact.slots.items():
                if _may_lend(value):
                    self._add(fact, slot, value)

    def _add(self, fact: Fact, slot: str, value: SlotValue) -> None:
        sort, here = sort_of(value), fact.sources[0]
        self._slot.setdefault((fact.relation.id, slot, *sort), []).append((value, fact))
        self._slot_here.setdefault((here, fact.relation.id, slot, *sort), []).append((value, fact))
        if isinstance(value, EntityValue):
            self._kind.setdefault(sort, []).append((value, fact))
            self._kind_here.setdefault((here, *sort), []).append((value, fact))

    def nearest_first(self, fact: Fact, slot: str, draw: Draw) -> Iterator[Lent]:
        """Yield what other facts fill a slot with, in a drawn order within each ring.

        The rings: the same relation, slot and source; the same relation and slot; and for
        entities, any slot of other relations, first in the same source. A value is lent as
        often as facts give it, so as often as it is the key.
        """
        sort, here, relation = sort_of(fact.slots[slot]), fact.sources[0], fact.relation.id
        rings = (
            self._slot_here.get((here, relation, slot, *sort), ()),
            self._slot.get((relation, slot, *sort), ()),
            self._kind_here.get((here, *sort), ()),
            self._kind.get(sort, ()),
        )
        for ring, lenders in _in_turn(rings):
            for value, other in islice(draw.strolled(lenders), LOOKED_AT):
                met = ring % 2 == 1 and other.sources[0] == here
                if other.id != fact.id and not met and (ring < 2 or other.relation.id != relation):
                    yield value, other


def _in_turn(rings: Sequence[Sequence[Lent]]) -> list[tuple[int, Sequence[Lent]]]:
    """Return the rings with their numbers, the nearest first."""
    numbered = list(enumerate(rings))
    return numbered if is_on(Practice.NEARNESS) else numbered[::-1]


def lenders(pack: Pack) -> Lenders:
    """Return the lenders of a pack, put together once."""
    return pack.remembered(Lenders)
