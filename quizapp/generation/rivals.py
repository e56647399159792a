"""Names of other things: those that a typed answer might mean instead of the key."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

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


class Names:
    """The names of one type of entity, in the order of their letters, forwards and backwards."""

    def __init__(self, entities: list[Entity]) -> None:
        names = [(folded(name), name, entity.id) for entity in entities for name in entity.names]
        self._forwards = sorted(names)
        self._backwards = sorted((key[::-1], name, owner) for key, name, owner in names)

    def near(self, entity: Entity) -> Iterator[tuple[str, str]]:
        """Yield the folded and plain names of others that begin or end most like those of an entity."""
        for name in entity.known_as:
            for key, order in ((name, self._forwards), (name[::-1], self._backwards)):
                place = bisect_left(order, (key,))
                for found, plain, owner in order[max(place - WINDOW, 0) : place + WINDOW]:
                    if owner != entity.id and folded(plain) not in entity.known_as:
                        yield found if order is self._forwards else found[::-1], plain


def rivals(pack: Pack, entity: Entity) -> tuple[str, ...]:
    """Return the names of other entities of the type that are close to one of an entity's, the closest first.

    At most `MOST`, and at least `OTHERS` names if there are so many, however unlike.
    """
    near = dict(pack.remembered(_names)[entity.type].near(entity))
    apart = sorted((_apart(entity, key), plain) for key, plain in near.items())
    close = sum(permille <= CLOSE for permille, _ in apart)
    return tuple(plain for _, plain in apart[: min(MOST, max(close, OTHERS))])


def _apart(entity: Entity, name: str) -> int:
    """Return the slips between a name and the nearest of an entity's, per thousand letters of the longer."""
    return min(1000 * OSA.distance(name, own) // max(len(name), len(own), 1) for own in entity.known_as)


def _names(pack: Pack) -> dict[str, Names]:
    groups: dict[str, list[Entity]] = {}
    for entity in pack.entities.values():
        groups.setdefault(entity.type, []).append(entity)
    return {kind: Names(entities) for kind, entities in groups.items()}
