"""A pack put together: its facts, and the indexes that questions are drawn by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from quizapp.facts.dates import UNKNOWN, DateSpan
from quizapp.facts.model import Fact, Link, Relation, Source, Topic
from quizapp.facts.values import Entity, EntityValue, QuantityValue, SlotValue, same_value
from quizapp.facts.wording import folded

VERIFIED = ("primary", "secondary")
"""How a source known by reference was seen, if what it says may be asked."""


@dataclass(frozen=True)
class Pack:
    """All that a pack says, checked and put together.

    `hash` is the SHA-256 of its content: comments, order and white space do not count.
    `files` tells which file each fact stands in, and each link, named "fact + fact".
    `corrections` is the text of its CORRECTIONS.md, or None where it has none.
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
    corrections: str | None = field(default=None, compare=False, repr=False)

    @cached_property
    def _linked(self) -> Mapping[str, frozenset[str]]:
        return _components(self.links)

    def linked(self, fact_id: str) -> frozenset[str]:
        """Return the ids of all facts that links lead to from a fact, itself left out."""
        return self._linked.get(fact_id, frozenset())

    @cached_property
    def _agreeing(self) -> Mapping[str, frozenset[str]]:
        return _components(tuple(link for link in self.links if link.kind == "agrees"))

    def agreeing(self, fact_id: str) -> frozenset[str]:
        """Return the ids of the facts that say the same as this one, by "agrees" links."""
        return self._agreeing.get(fact_id, frozenset())

    @cached_property
    def by_relation(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts by relation id, in the pack's order."""
        groups: dict[str, list[Fact]] = {name: [] for name in self.relations}
        for fact in self.facts.values():
            groups[fact.relation.id].append(fact)
        return {name: tuple(group) for name, group in groups.items()}

    def may_ask(self, fact: Fact) -> bool:
        """Tell whether questions may be made of a fact: its text is held or was seen, and no mark forbids it.

        What is known from memory alone is never asked, nor lent as a wrong option.
        """
        verified = self.sources[fact.sources[0]].held or fact.seen in VERIFIED
        return fact.not_asked is None and verified

    def may_rely_on(self, source: Source) -> bool:
        """Tell whether what a source gives may be keyed: its text is held, or was seen."""
        return source.held or source.seen in VERIFIED

    @cached_property
    def askable(self) -> tuple[Fact, ...]:
        """The facts that questions may be made of, in the pack's order."""
        return tuple(fact for fact in self.facts.values() if self.may_ask(fact))

    @cached_property
    def newest(self) -> DateSpan:
        """The latest date that any source or fact holds for: what lies after it, the pack cannot know."""
        spans = [source.as_of for source in self.sources.values()]
        spans += [fact.as_of for fact in self.facts.values()]
        return max(spans, key=lambda span: span.end or date.min, default=UNKNOWN)

    def gives(self, value: SlotValue) -> bool:
        """Tell whether any fact of any source gives this value, in whatever relation.

        A figure is given also by one that counts something else: 60 is 60.
        """
        if isinstance(value, QuantityValue) and value.quantity.value in self._figures:
            return True
        return any(same_value(value, found) for found in self._values.get(type(value), ()))

    @cached_property
    def _figures(self) -> frozenset[Fraction]:
        found = self._values.get(QuantityValue, ())
        return frozenset(value.quantity.value for value in found if isinstance(value, QuantityValue))

    @cached_property
    def _values(self) -> Mapping[type[SlotValue], tuple[SlotValue, ...]]:
        groups: dict[type[SlotValue], list[SlotValue]] = {}
        for fact in self.facts.values():
            for value in fact.slots.values():
                groups.setdefault(type(value), []).append(value)
        return {sort: tuple(group) for sort, group in groups.items()}

    @cached_property
    def by_entity_group(self) -> Mapping[tuple[str, str], tuple[tuple[EntityValue, Fact], ...]]:
        """Entity fillers of askable facts, and those facts, by the entity's type and group."""
        groups: dict[tuple[str, str], list[tuple[EntityValue, Fact]]] = {}
        for fact in self.askable:
            for value in fact.slots.values():
                if isinstance(value, EntityValue):
                    groups.setdefault((value.entity.type, value.entity.group), []).append((value, fact))
        return {sort: tuple(group) for sort, group in groups.items()}

    @cached_property
    def by_speaker(self) -> Mapping[str, tuple[Fact, ...]]:
        """Askable facts by the id of the entity that asserts them."""
        groups: dict[str, list[Fact]] = {}
        for fact in self.askable:
            if fact.asserted_by:
                groups.setdefault(fact.asserted_by.id, []).append(fact)
        return {speaker: tuple(group) for speaker, group in groups.items()}

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Fact, ...]]:
        """Facts by the id of a source they are found in."""
        groups: dict[str, list[Fact]] = {name: [] for name in self.sources}
        for fact in self.facts.values():
            for source in fact.sources:
                groups[source].append(fact)
        return {source: tuple(group) for source, group in groups.items()}

    def statements_of(self, source: str) -> str:
        """Return all statements taken from a source, as one text."""
        return self._statements[source]

    @cached_property
    def _statements(self) -> Mapping[str, str]:
        return {name: "\n".join(fact.statement for fact in facts) for name, facts in self.by_source.items()}

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
