"""What a pack's TOML files may contain, field by field.

These models check shape only; what a field refers to is checked when the pack is
put together (`assembling.py`). `questions/README.md` documents every field here, and
a test holds the two together.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from quizapp.facts.dates import parse_date

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

FactKind = Literal["event", "statistic", "rule", "role", "position"]
Status = Literal["reported", "attributed", "opinion", "prediction"]
TextKind = Literal[
    "report",
    "commentary",
    "summary of another outlet",
    "constitution",
    "statute",
    "regulation",
    "court decision",
    "executive order",
    "oversight report",
    "form",
    "agency page",
]
Seen = Literal["primary", "secondary", "memory"]
EntityType = Literal["person", "place", "body", "programme", "document"]
SlotType = Literal["person", "place", "body", "programme", "document", "quantity", "date", "term"]
LinkKind = Literal["agrees", "differs", "updates", "answers", "qualifies"]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PackEntry(Entry):
    id: Id
    title: Line
    about: Line
    loaded_words: list[Phrase] = []


class TopicEntry(Entry):
    id: Id
    title: Line
    about: Line


class ElsewhereEntry(Entry):
    value: Line
    where: Line


class SourceEntry(Entry):
    id: Id
    name: Phrase
    label: Line
    about: Line
    text_kind: TextKind
    outlet: Line | ElsewhereEntry | None = None
    title: Line | ElsewhereEntry | None = None
    author: Line | ElsewhereEntry | None = None
    date: Line | ElsewhereEntry | None = None
    as_of: str | ElsewhereEntry = "unknown"
    body: Line | None = None
    citation: Line | None = None
    url: Line | None = None
    seen: Seen | None = None
    sha256: Hash | None = None
    paragraphs: list[Hash] = []
    boilerplate: list[int] = []


class RoleEntry(Entry):
    title: Phrase
    of: Id | None = None
    as_of: str = "unknown"


class EntityEntry(Entry):
    id: Id
    type: EntityType
    name: Phrase
    group: Id
    aliases: list[Phrase] = []
    part_of: list[Id] = []
    roles: list[RoleEntry] = []


class DeterminesEntry(Entry):
    given: list[Id]
    slot: Id


class SetEntry(Entry):
    slot: Id
    given: list[Id] = []
    ask: Line


class RelationEntry(Entry):
    id: Id
    about: Line
    slots: dict[Id, SlotType] = {}
    determines: list[DeterminesEntry] = []
    closed_in: list[Id] = []
    ask: dict[Id, Line] = {}
    sets: list[SetEntry] = []
    labels: dict[Id, Annotated[list[Phrase], Field(min_length=3, max_length=10)]] = {}


class SlotEntry(Entry):
    """The long way to write a slot; the short way is the bare value."""

    value: int | float | str
    text: Phrase | None = None
    unit: Phrase | None = None
    shows: Phrase | None = None
    external: Id | None = None


class CiteEntry(Entry):
    source: Id
    paragraphs: list[Annotated[int, Field(ge=1)]] = []
    context: list[Annotated[int, Field(ge=1)]] = []
    place: Phrase | None = None


class FactEntry(Entry):
    id: Id
    topic: Id
    kind: FactKind
    status: Status
    relation: Id
    slots: dict[Id, SlotEntry | int | float | str] = {}
    says: Line
    asks: list[Id] = []
    ask: dict[Id, Line] = {}
    words: list[Phrase] = []
    loaded: Phrase | None = None
    not_asked: Line | None = None
    arguable: bool = False
    seen: Seen | None = None
    as_of: str | ElsewhereEntry | None = None
    asserted_by: Id | None = None
    through: list[Id] = []
    cites: Annotated[list[CiteEntry], Field(min_length=1)]


class LinkEntry(Entry):
    kind: LinkKind
    facts: Annotated[list[Id], Field(min_length=2)]
    why: Line


class PackFile(Entry):
    """One TOML file of a pack: any of these tables, in any order."""

    pack: PackEntry | None = None
    topic: list[TopicEntry] = []
    source: list[SourceEntry] = []
    entity: list[EntityEntry] = []
    relation: list[RelationEntry] = []
    fact: list[FactEntry] = []
    link: list[LinkEntry] = []


TABLES: dict[str, type[Entry]] = {
    "pack": PackEntry, "topic": TopicEntry, "source": SourceEntry, "entity": EntityEntry,
    "relation": RelationEntry, "fact": FactEntry, "link": LinkEntry,
}  # fmt: skip

PARTS: dict[str, type[Entry]] = {
    "ElsewhereEntry": ElsewhereEntry, "SlotEntry": SlotEntry, "cites": CiteEntry,
    "determines": DeterminesEntry, "sets": SetEntry, "roles": RoleEntry,
}  # fmt: skip
"""The tables within entries, by the field they stand in, or by their own name where that is free."""


def date_problem(text: Any) -> str | None:
    """Return what is wrong with a date as a pack writes it, or None."""
    try:
        parse_date(str(text))
    except ValueError as error:
        return str(error)
    return None
