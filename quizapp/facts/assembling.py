"""Putting a pack together: slots typed by their relation, names resolved, all problems collected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.facts import schema
from quizapp.facts.dates import DateSpan, parse_date
from quizapp.facts.model import (
    Citation,
    ClosedSet,
    Determination,
    Fact,
    Link,
    Relation,
    Source,
    Stated,
    Topic,
    slots_in,
)
from quizapp.facts.pack import Pack
from quizapp.facts.placing import Placed, Problems
from quizapp.facts.slots import SlotProblem, slot_value
from quizapp.facts.values import Entity, Role


def assemble(placed: list[Placed]) -> tuple[Pack | None, list[str]]:
    """Put entries together; return the pack (None if it could not be) and every problem."""
    problems = Problems()
    by_table: dict[str, list[Placed]] = {table: [] for table in schema.TABLES}
    for item in placed:
        by_table[item.table].append(item)
    _unique(by_table, problems)
    if len(by_table["pack"]) != 1:
        lines = [*problems.lines, "pack.toml: [pack]: there must be exactly one [pack] table"]
        return None, lines
    missing = [table for table in ("topic", "source", "relation") if by_table["fact"] and not by_table[table]]
    if missing:
        place = f"{by_table['pack'][0].file}: "
        return None, [
            f"{place}the pack has facts, but no [[{table}]] in any file; is one missing?" for table in missing
        ]
    head = by_table["pack"][0].entry
    topics = tuple(Topic(t.entry.id, t.entry.title, t.entry.about) for t in by_table["topic"])
    sources = {s.entry.id: _source(s, problems) for s in by_table["source"]}
    entities = _entities(by_table["entity"], problems)
    relations = {r.entry.id: _relation(r, sources, problems) for r in by_table["relation"]}
    world = World({t.id: t for t in topics}, sources, entities, relations)
    facts = {f.entry.id: made for f in by_table["fact"] if (made := _fact(f, world, problems))}
    known = {f.entry.id: f for f in by_table["fact"]}
    links = tuple(_link(item, known, problems) for item in by_table["link"])
    pack = Pack(
        head.id, head.title, head.about, tuple(head.loaded_words), topics, sources, entities,
        relations, facts, links, _content_hash(placed),
        {item.name: item.file for item in (*by_table["fact"], *by_table["link"])},
    )  # fmt: skip
    return pack, problems.lines


@dataclass(frozen=True)
class World:
    """What a fact may refer to."""

    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]


def _unique(by_table: Mapping[str, list[Placed]], problems: Problems) -> None:
    for table, items in by_table.items():
        seen: dict[str, str] = {}
        for item in items:
            name = getattr(item.entry, "id", None)
            if name in seen:
                problems.add(
                    item, "id", f"used already in {seen[name]}; every {table} needs an id of its own"
                )
            elif name:
                seen[name] = item.file


def _source(item: Placed, problems: Problems) -> Source:
    entry: schema.SourceEntry = item.entry
    if not entry.paragraphs and not entry.seen:
        problems.add(
            item, "seen", 'missing; a source without paragraphs says "primary", "secondary" or "memory"'
        )
    for number in entry.boilerplate:
        if not 1 <= number <= len(entry.paragraphs):
            problems.add(
                item, "boilerplate", f"¶{number} does not exist; the text has {len(entry.paragraphs)}"
            )
    return Source(
        entry.id, entry.name, entry.label, entry.about, entry.text_kind,
        _stated(entry.outlet), _stated(entry.title), _stated(entry.author), _stated(entry.date),
        *_as_of(item, problems), entry.sha256, tuple(entry.paragraphs), tuple(entry.boilerplate),
        body=entry.body, citation=entry.citation, url=entry.url, seen=entry.seen,
    )  # fmt: skip


def _as_of(item: Placed, problems: Problems) -> tuple[DateSpan, str | None]:
    as_of = item.entry.as_of
    if isinstance(as_of, schema.ElsewhereEntry):
        return _date(item, "as_of.value", as_of.value, problems), as_of.where
    return _date(item, "as_of", as_of, problems), None


def _stated(value: str | schema.ElsewhereEntry | None) -> Stated:
    if isinstance(value, schema.ElsewhereEntry):
        return Stated(None, value.value, value.where)
    return Stated(value)


def _entities(items: list[Placed], problems: Problems) -> dict[str, Entity]:
    known = {item.entry.id: item for item in items}
    for item in items:
        for whole in item.entry.part_of:
            problems.known(item, "part_of", whole, known, "entity")
        for role in item.entry.roles:
            if role.of:
                problems.known(item, "roles", role.of, known, "entity")
    return {item.entry.id: _entity(item, problems) for item in items}


def _entity(item: Placed, problems: Problems) -> Entity:
    entry: schema.EntityEntry = item.entry
    roles = tuple(Role(r.title, r.of, _date(item, "roles.as_of", r.as_of, problems)) for r in entry.roles)
    return Entity(
        entry.id, entry.type, entry.name, entry.group, tuple(entry.aliases), tuple(entry.part_of), roles
    )


def _relation(item: Placed, sources: Mapping[str, Source], problems: Problems) -> Relation:
    entry: schema.RelationEntry = item.entry
    for name in entry.closed_in:
        problems.known(item, "closed_in", name, sources, "source")
    for where, names in _slot_names(entry):
        for name in names:
            problems.known(item, where, name, entry.slots, "slot of this relation")
    return Relation(
        entry.id, entry.about, dict(entry.slots),
        tuple(Determination(tuple(d.given), d.slot) for d in entry.determines),
        tuple(entry.closed_in), dict(entry.ask),
        tuple(ClosedSet(s.slot, tuple(s.given), s.ask) for s in entry.sets),
        {name: tuple(labels) for name, labels in entry.labels.items()},
    )  # fmt: skip


def _slot_names(entry: schema.RelationEntry) -> Iterable[tuple[str, list[str]]]:
    for rule in entry.determines:
        yield "determines", [*rule.given, rule.slot]
    yield "labels", [*entry.labels]
    for name, template in entry.ask.items():
        yield "ask", [name, *slots_in(template)]
    for group in entry.sets:
        yield "sets", [group.slot, *group.given, *slots_in(group.ask)]


def _fact(item: Placed, world: World, problems: Problems) -> Fact | None:
    entry: schema.FactEntry = item.entry
    found = len(problems.lines)
    problems.known(item, "topic", entry.topic, world.topics, "topic")
    if entry.asserted_by:
        problems.known(item, "asserted_by", entry.asserted_by, world.entities, "entity")
    for name in entry.through:
        problems.known(item, "through", name, world.entities, "entity")
    _check_citations(item, world, problems)
    if not problems.known(item, "relation", entry.relation, world.relations, "relation"):
        return None
    relation = world.relations[entry.relation]
    _check_slot_names(item, relation, problems)
    slots = _slots(item, relation, world, problems)
    as_of, as_of_external = _fact_as_of(item, world, problems)
    if len(problems.lines) > found:
        return None
    return Fact(
        entry.id, entry.topic, entry.kind, entry.status, relation, slots, entry.says, tuple(entry.asks),
        {**{k: v for k, v in relation.ask.items() if set(slots_in(v)) <= set(slots)}, **entry.ask},
        tuple(entry.words), entry.not_asked, as_of, as_of_external,
        world.entities[entry.asserted_by] if entry.asserted_by else None,
        tuple(world.entities[name] for name in entry.through),
        tuple(Citation(c.source, tuple(c.paragraphs), tuple(c.context), c.place or "") for c in entry.cites),
        seen=entry.seen or _source_seen(entry, world), arguable=entry.arguable, loaded=entry.loaded,
    )  # fmt: skip


def _source_seen(entry: schema.FactEntry, world: World) -> schema.Seen | None:
    source = world.sources.get(entry.cites[0].source)
    return source.seen if source else None


def _fact_as_of(item: Placed, world: World, problems: Problems) -> tuple[DateSpan, str | None]:
    if item.entry.as_of:
        return _as_of(item, problems)
    source = world.sources.get(item.entry.cites[0].source)
    return (source.as_of, source.as_of_external) if source else (parse_date("unknown"), None)


def _check_citations(item: Placed, world: World, problems: Problems) -> None:
    for cite in item.entry.cites:
        if not problems.known(item, "cites", cite.source, world.sources, "source"):
            continue
        source = world.sources[cite.source]
        if source.held and not cite.paragraphs:
            problems.add(item, "cites", f"no paragraphs; name those of {source.id} that the fact stands in")
        for number in (*cite.paragraphs, *cite.context):
            if source.held and number > len(source.paragraph_hashes):
                problems.add(
                    item, "cites", f"{source.id} has no ¶{number}; it has {len(source.paragraph_hashes)}"
                )
        for number in cite.paragraphs:
            if number in source.boilerplate:
                problems.add(item, "cites", f"¶{number} of {source.id} is boilerplate; cite the text itself")


def _check_slot_names(item: Placed, relation: Relation, problems: Problems) -> None:
    entry: schema.FactEntry = item.entry
    for name in entry.slots:
        problems.known(item, f"slots.{name}", name, relation.slots, f"slot of the relation {relation.id}")
    for where, names in (("says", slots_in(entry.says)), ("asks", entry.asks), ("ask", [*entry.ask])):
        for name in names:
            problems.known(item, where, name, entry.slots, "slot of this fact")
    for name, template in entry.ask.items():
        for slot in slots_in(template):
            problems.known(item, f"ask.{name}", slot, entry.slots, "slot of this fact")
    for name in entry.asks:
        if f"{{{name}}}" not in entry.says:
            problems.add(
                item, "asks", f'"{name}" is asked, but `says` does not show it; write {{{name}}} into it'
            )


def _slots(item: Placed, relation: Relation, world: World, problems: Problems) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    for name, raw in item.entry.slots.items():
        if name not in relation.slots:
            continue
        external = getattr(raw, "external", None)
        if external and not problems.known(item, f"slots.{name}.external", external, world.sources, "source"):
            continue
        try:
            slots[name] = slot_value(relation.slots[name], raw, world.entities)
        except SlotProblem as problem:
            problems.add(item, f"slots.{name}", str(problem))
    return slots


def _link(item: Placed, facts: Mapping[str, Placed], problems: Problems) -> Link:
    entry: schema.LinkEntry = item.entry
    for name in entry.facts:
        problems.known(item, "facts", name, facts, "fact")
    return Link(entry.kind, tuple(entry.facts), entry.why)


def _date(item: Placed, where: str, text: str, problems: Problems) -> DateSpan:
    problem = schema.date_problem(text)
    if problem:
        problems.add(item, where, problem)
        return parse_date("unknown")
    return parse_date(text)


def _content_hash(placed: list[Placed]) -> str:
    content = ([item.table, item.entry.model_dump(mode="json")] for item in placed)
    lines = sorted(json.dumps(entry, sort_keys=True, ensure_ascii=False) for entry in content)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
