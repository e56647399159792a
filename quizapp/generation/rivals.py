"""Names of other things: those that a typed answer might mean instead of the key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity, TermValue
from quizapp.facts.wording import folded
from quizapp.generation.terms import ways_to_type

CLOSE = 400
"""Up to so many slips (optimal string alignment) per thousand letters a name is close enough to matter.

A typed answer counts as a misspelling up to 200 from the key, and so what is as close to it up to about 400.
"""
MOST = 20
"""How many close names are kept at most."""
OTHERS = 3
"""How many names are kept however far they are: an answer that is simply wrong."""
WINDOW = 60
"""How many neighbours are compared, in the order of the names and in that of the names read backwards."""


class Names:
    """Names in the order of their letters, forwards and backwards."""

    def __init__(self, names: Iterable[str]) -> None:
        keyed = {(folded(name), name) for name in names}
        self._forwards = sorted(keyed)
        self._backwards = sorted((key[::-1], name) for key, name in keyed)
        self._closest: dict[frozenset[str], tuple[str, ...]] = {}

    def closest(self, own: frozenset[str]) -> tuple[str, ...]:
        """Return the names with the fewest slips per letter from one of these, then by the alphabet."""
        if own not in self._closest:
            near = {plain: key for key, plain in self.apart(own)}
            apart = {plain: min(_apart(own, key)) for plain, key in near.items()}
            close = sum(permille <= CLOSE for permille in apart.values())
            ordered = sorted(apart, key=lambda plain: (apart[plain], plain))
            self._closest[own] = tuple(ordered[: min(MOST, max(close, OTHERS))])
        return self._closest[own]

    def apart(self, own: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Yield the folded and plain names, not among these folded ones, that begin or end most like one."""
        for name in own:
            for key, order in ((name, self._forwards), (name[::-1], self._backwards)):
                place = bisect_left(order, (key,))
                for found, plain in order[max(place - WINDOW, 0) : place + WINDOW]:
                    if folded(plain) not in own:
                        yield found if order is self._forwards else found[::-1], plain


def rivals(pack: Pack, entity: Entity) -> tuple[str, ...]:
    """Return the names of other entities of the type that are close to one of an entity's, the closest first.

    At most `MOST`, and at least `OTHERS` names if there are so many, however unlike.
    """
    return pack.remembered(_names_by_type)[entity.type].closest(entity.known_as)


def other_terms(pack: Pack, fact: Fact, slot: str, ways: Iterable[str]) -> tuple[str, ...]:
    """Return the terms that others of the relation fill the slot with, if close to one of these ways."""
    own = frozenset(folded(way) for way in ways)
    return pack.remembered(_terms_by_slot)[fact.relation.id, slot].closest(own)


def _apart(own: frozenset[str], name: str) -> Iterator[int]:
    """Yield the slips between a name and each of one's own, per thousand letters of the longer."""
    for one in own:
        yield 1000 * OSA.distance(name, one) // max(len(name), len(one), 1)


def _names_by_type(pack: Pack) -> dict[str, Names]:
    groups: dict[str, list[str]] = {}
    for entity in pack.entities.values():
        groups.setdefault(entity.type, []).extend(entity.names)
    return {kind: Names(names) for kind, names in groups.items()}


def _terms_by_slot(pack: Pack) -> dict[tuple[str, str], Names]:
    groups: dict[tuple[str, str], list[str]] = {}
    for fact in pack.facts.values():
        for slot, value in fact.slots.items():
            if isinstance(value, TermValue):
                groups.setdefault((fact.relation.id, slot), []).extend(ways_to_type(value))
    return {place: Names(names) for place, names in groups.items()}
