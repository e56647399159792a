"""Names of other things: those that a typed answer might mean instead of the key."""

from __future__ import annotations

from bisect import bisect_left

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.facts.wording import folded

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


def rivals(pack: Pack, entity: Entity) -> tuple[str, ...]:
    """Return the names of other entities of the type that are close to one of an entity's, the closest first.

    At most `MOST`, and at least `OTHERS` names if there are so many, however unlike.
    """
    return pack.remembered(_names)[entity.type].rivals(entity)


class _Names:
    """The names of one type of entity, in the order of their letters, forwards and backwards."""

    def __init__(self, entities: list[Entity]) -> None:
        names = [(folded(name), name, entity.id) for entity in entities for name in entity.names]
        self._forwards = sorted(names)
        self._backwards = sorted((key[::-1], name, owner) for key, name, owner in names)
        self._found: dict[str, tuple[str, ...]] = {}

    def rivals(self, entity: Entity) -> tuple[str, ...]:
        if entity.id not in self._found:
            self._found[entity.id] = _closest(entity, self._near(entity))
        return self._found[entity.id]

    def _near(self, entity: Entity) -> dict[str, str]:
        """Return the plain and folded names of others that begin or end most like those of an entity."""
        near: dict[str, str] = {}
        for name in entity.known_as:
            for key, order in ((name, self._forwards), (name[::-1], self._backwards)):
                place = bisect_left(order, (key,))
                around = order[max(place - WINDOW, 0) : place + WINDOW]
                near.update((plain, folded(plain)) for _, plain, owner in around if owner != entity.id)
        return {plain: key for plain, key in near.items() if key not in entity.known_as}


def _closest(entity: Entity, near: dict[str, str]) -> tuple[str, ...]:
    """Return the names with the fewest slips per letter, the alphabet deciding between equals."""
    apart = dict.fromkeys(near, 1000)
    for own in entity.known_as:
        for key, slips, plain in process.extract(own, near, scorer=OSA.distance, limit=None):
            apart[plain] = min(apart[plain], 1000 * int(slips) // max(len(key), len(own), 1))
    close = sum(permille <= CLOSE for permille in apart.values())
    ordered = sorted(apart, key=lambda plain: (apart[plain], plain))
    return tuple(ordered[: min(MOST, max(close, OTHERS))])


def _names(pack: Pack) -> dict[str, _Names]:
    groups: dict[str, list[Entity]] = {}
    for entity in pack.entities.values():
        groups.setdefault(entity.type, []).append(entity)
    return {kind: _Names(entities) for kind, entities in groups.items()}
