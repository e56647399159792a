"""A pack put together: its facts, and the indexes that questions are drawn by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeVar

from quizapp.facts.dates import UNKNOWN, DateSpan
from quizapp.facts.indexes import RelationFacts, Values
from quizapp.facts.kin import Kin
from quizapp.facts.model import Fact, Link, Relation, Source, Topic
from quizapp.facts.saying import Phrases, WordSets
from quizapp.facts.values import Entity, EntityValue, QuantityValue, SlotValue, TermValue, same_value
from quizapp.facts.wording import within

T = TypeVar("T")

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

    def links_of(self, fact_ids: Iterable[str]) -> tuple[Link, ...]:
        """Return the links that name any of these facts, each once, in the pack's order."""
        places = {place for fact_id in fact_ids for place in self._links_at.get(fact_id, ())}
        return tuple(self.links[place] for place in sorted(places))

    @cached_property
    def _links_at(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, link in enumerate(self.links):
            for fact_id in link.facts:
                found.setdefault(fact_id, []).append(place)
        return found

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
        if isinstance(value, QuantityValue) and value.quantity.value in self.figures:
            return True
        found = (self._given[place] for places in self._values.like(value) for place in places)
        return any(same_value(value, one) for one in found)

    @cached_property
    def _given(self) -> tuple[SlotValue, ...]:
        return tuple(value for fact in self.facts.values() for value in fact.slots.values())

    @cached_property
    def figures(self) -> frozenset[Fraction]:
        """All figures that facts give, whatever they count."""
        return frozenset(value.quantity.value for value in self._given if isinstance(value, QuantityValue))

    @cached_property
    def _values(self) -> Values:
        return Values(self._kin.of, ((value, place) for place, value in enumerate(self._given)))

    def mentions(self, source: str, value: SlotValue) -> bool:
        """Tell whether a fact of a source gives a value alike to this one, in whatever relation."""
        given, values = self._mentioned[source]
        found = (given[place] for places in values.like(value) for place in places)
        return any(self.alike(value, one) for one in found)

    @cached_property
    def _mentioned(self) -> Mapping[str, tuple[list[SlotValue], Values]]:
        groups = {
            source: [value for fact in facts for value in fact.slots.values()]
            for source, facts in self.by_source.items()
        }
        return {
            source: (given, Values(self._kin.of, ((value, place) for place, value in enumerate(given))))
            for source, given in groups.items()
        }

    def filled_like(
        self, relation: str, wanted: Mapping[str, SlotValue], filling: str = ""
    ) -> Iterator[Fact]:
        """Yield the facts of a relation whose slots are all alike these, in the pack's order.

        A slot that a fact lacks counts as alike, except the one named `filling`.
        """
        return self._fillers[relation].filled_like(wanted, filling)

    @cached_property
    def _fillers(self) -> Mapping[str, RelationFacts]:
        return {
            name: RelationFacts(facts, self._kin.of, self.alike) for name, facts in self.by_relation.items()
        }

    def told_alike(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts of its relation that fill their common slots with the same, itself included."""
        if fact.id not in self._told_alike:
            found = self.filled_like(fact.relation.id, fact.slots) if fact.slots else ()
            self._told_alike[fact.id] = tuple(other for other in found if same_content(fact, other))
        return self._told_alike[fact.id]

    @cached_property
    def _told_alike(self) -> dict[str, tuple[Fact, ...]]:
        return {}

    def remembered(self, make: Callable[[Pack], T]) -> T:
        """Return what a function makes of this pack, made once: `make` must be a function of a module."""
        if make not in self._remembered:
            self._remembered[make] = make(self)
        found: T = self._remembered[make]
        return found

    @cached_property
    def _remembered(self) -> dict[Callable[[Pack], object], Any]:
        return {}

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

    @cached_property
    def by_source_and_relation(self) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
        """Facts by the id of a source they are found in, and their relation's."""
        groups: dict[tuple[str, str], list[Fact]] = {}
        for source, facts in self.by_source.items():
            for fact in dict.fromkeys(fact.id for fact in facts):
                groups.setdefault((source, self.facts[fact].relation.id), []).append(self.facts[fact])
        return {place: tuple(facts) for place, facts in groups.items()}

    @cached_property
    def by_place(self) -> Mapping[tuple[str, int], tuple[Fact, ...]]:
        """Facts by a source and the number of a paragraph of it that they are cited from, context aside."""
        groups: dict[tuple[str, int], dict[str, Fact]] = {}
        for fact in self.facts.values():
            for cite in fact.citations:
                for number in cite.paragraphs:
                    groups.setdefault((cite.source, number), {})[fact.id] = fact
        return {place: tuple(facts.values()) for place, facts in groups.items()}

    def says(self, source: str, phrase: str) -> bool:
        """Tell whether a phrase stands in a statement taken from a source, whole words only."""
        return self._said[source].hold(phrase)

    @cached_property
    def _said(self) -> Mapping[str, Phrases]:
        return {name: Phrases(fact.statement for fact in facts) for name, facts in self.by_source.items()}

    @cached_property
    def _kin(self) -> Kin:
        return Kin(self.entities)

    def wholes(self, entity_id: str) -> frozenset[str]:
        """Return the ids of everything an entity is part of, however far up."""
        return self._kin.wholes(entity_id)

    def overlap(self, a: Entity, b: Entity) -> bool:
        """Tell whether two entities are one, share a name, or are part and whole."""
        return b.id in self._kin.of(a.id)

    def alike(self, a: SlotValue, b: SlotValue) -> bool:
        """Tell whether two values are, or overlap as, one: part and whole, alias, date, figure, wide term."""
        match a, b:
            case EntityValue(), EntityValue():
                return self.overlap(a.entity, b.entity)
            case TermValue(), TermValue():
                return same_value(a, b) or within(a.words, b.words)
        return same_value(a, b)

    def saying_like(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the other facts whose clause tells nothing that this one's does not, or the other way round.

        Facts are compared by their telling words, whatever their relation, speaker and source.
        """
        facts, words = self._clauses
        found = sorted({place for places in words.near(fact.clause()) for place in places})
        near = (facts[place] for place in found if facts[place].id != fact.id)
        return tuple(other for other in near if within(fact.clause(), other.clause()))

    @cached_property
    def _clauses(self) -> tuple[tuple[Fact, ...], WordSets]:
        facts = tuple(self.facts.values())
        return facts, WordSets((fact.clause(), place) for place, fact in enumerate(facts))


def same_content(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts of one relation fill their common slots alike."""
    shared = fact.slots.keys() & other.slots.keys()
    return bool(shared) and all(same_value(fact.slots[name], other.slots[name]) for name in shared)


def _components(links: tuple[Link, ...]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for link in links:
        merged = set(link.facts).union(*(groups.get(fact, set()) for fact in link.facts))
        for fact in merged:
            groups[fact] = merged
    return {fact: frozenset(group - {fact}) for fact, group in groups.items()}
