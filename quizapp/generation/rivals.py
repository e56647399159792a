"""Names of other things: those that a typed answer might mean instead of the key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from rapidfuzz import process
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
        self._forwards = sorted((key, name, key) for key, name in keyed)
        self._backwards = sorted((key[::-1], name, key) for key, name in keyed)
        self._found: dict[frozenset[str], tuple[str, ...]] = {}

    def closest(self, own: frozenset[str]) -> tuple[str, ...]:
        """Return the names that are close to one of these folded ones but none of them, the closest first.

        At most `MOST`, and at least `OTHERS` names if there are so many, however unlike.
        """
        if own not in self._found:
            self._found[own] = _closest(own, self._near(own))
        return self._found[own]

    def _near(self, own: frozenset[str]) -> dict[str, str]:
        """Return the plain and folded names of others that begin or end most like one of one's own."""
        near: dict[str, str] = {}
        for name in own:
            for key, order in ((name, self._forwards), (name[::-1], self._backwards)):
                place = bisect_left(order, (key,))
                around = order[max(place - WINDOW, 0) : place + WINDOW]
                near.update((plain, key) for _, plain, key in around)
        return {plain: key for plain, key in near.items() if key not in own}


def _closest(own: frozenset[str], near: dict[str, str]) -> tuple[str, ...]:
    """Return the names with the fewest slips per letter, the alphabet deciding between equals."""
    apart: dict[str, int] = {}
    for name in own:
        most = len(name) * CLOSE // (1000 - CLOSE)  # more slips than these are too many for any length
        for key, slips, plain in process.extract(
            name, near, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            permille = 1000 * int(slips) // max(len(key), len(name), 1)
            if permille <= CLOSE:
                apart[plain] = min(apart.get(plain, CLOSE), permille)
    close = sorted(apart, key=lambda plain: (apart[plain], plain))[:MOST]
    if len(close) < OTHERS:
        close += sorted(near.keys() - apart)[: OTHERS - len(close)]
    return tuple(close)


def rivals(pack: Pack, entity: Entity) -> tuple[str, ...]:
    """Return the names of other entities of the type that are close to one of an entity's."""
    return pack.remembered(_names_by_type)[entity.type].closest(frozenset(entity.known_as))


def other_terms(pack: Pack, fact: Fact, slot: str, ways: Iterable[str]) -> tuple[str, ...]:
    """Return the terms that others of the relation fill the slot with, if close to one of these ways."""
    own = frozenset(folded(way) for way in ways)
    return pack.remembered(_terms_by_slot)[fact.relation.id, slot].closest(own)


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
