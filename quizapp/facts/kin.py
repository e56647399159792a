"""Which entities overlap: one under two names, or part and whole."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.facts.values import Entity


class Kin:
    """The entities of a pack by what they share: names, parts, wholes; each is looked up once."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._found: dict[str, frozenset[str]] = {}
        self._named: dict[str, set[str]] = {}
        self._parts: dict[str, set[str]] = {}
        for entity in entities.values():
            for name in entity.known_as:
                self._named.setdefault(name, set()).add(entity.id)
            for whole in self.wholes(entity.id):
                self._parts.setdefault(whole, set()).add(entity.id)

    def wholes(self, entity_id: str) -> frozenset[str]:
        """Return the ids of everything an entity is part of, however far up."""
        found: set[str] = set()
        todo = list(self._entities[entity_id].part_of)
        while todo:
            whole = todo.pop()
            if whole not in found and whole in self._entities:  # an unknown one is reported elsewhere
                found.add(whole)
                todo.extend(self._entities[whole].part_of)
        return frozenset(found)

    def of(self, entity_id: str) -> frozenset[str]:
        """Return the ids of all entities that overlap one, itself included."""
        if entity_id not in self._found:
            entity = self._entities[entity_id]
            named = (self._named[name] for name in entity.known_as)
            self._found[entity_id] = self.wholes(entity_id).union(
                {entity_id}, self._parts.get(entity_id, ()), *named
            )
        return self._found[entity_id]
