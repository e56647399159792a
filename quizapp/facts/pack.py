"""A pack put together: its facts, and the indexes that questions are drawn by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.facts.model import Entity, Fact, Link, Relation, Source, Topic
from quizapp.facts.wording import folded


@dataclass(frozen=True)
class Pack:
    """All that a pack says, checked and put together.

    `hash` is the SHA-256 of its content: comments, order and white space do not count.
    `files` tells which file each fact stands in.
    """

    id: str
    title: str
    about: str
    loaded_words: tuple[str, ...]
    topics: tuple[Topic, ...]
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]
    facts: Mapping[str, Fact]
    links: tuple[Link, ...]
    hash: str
    files: Mapping[str, str] = field(compare=False, repr=False)
    _linked: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def linked(self, fact_id: str) -> frozenset[str]:
        """Return the ids of all facts that links lead to from a fact, itself left out."""
        if not self._linked:
            self._linked.update(_components(self.links))
        return self._linked.get(fact_id, frozenset())

    @cached_property
    def by_relation(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts by relation id, in the pack's order."""
        groups: dict[str, list[Fact]] = {name: [] for name in self.relations}
        for fact in self.facts.values():
            groups[fact.relation.id].append(fact)
        return {name: tuple(group) for name, group in groups.items()}

    def wholes(self, entity_id: str) -> frozenset[str]:
        """Return the ids of everything an entity is part of, however far up."""
        found: set[str] = set()
        todo = list(self.entities[entity_id].part_of)
        while todo:
            whole = todo.pop()
            if whole not in found:
                found.add(whole)
                todo.extend(self.entities[whole].part_of)
        return frozenset(found)

    def overlap(self, a: Entity, b: Entity) -> bool:
        """Tell whether two entities are one, share a name, or are part and whole."""
        if a.id == b.id or a.id in self.wholes(b.id) or b.id in self.wholes(a.id):
            return True
        return not {folded(n) for n in a.names}.isdisjoint(folded(n) for n in b.names)


def _components(links: tuple[Link, ...]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for link in links:
        merged = set(link.facts).union(*(groups.get(fact, set()) for fact in link.facts))
        for fact in merged:
            groups[fact] = merged
    return {fact: frozenset(group - {fact}) for fact, group in groups.items()}
