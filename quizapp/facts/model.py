"""The fact model: sources, entities, relations, facts and links, as plain frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.facts.dates import DateSpan
from quizapp.facts.quantities import Quantity, same_quantity
from quizapp.facts.schema import EntityType, FactKind, LinkKind, SlotType, Status, TextKind
from quizapp.facts.wording import folded, quoted_phrases, sentence

GAP = "_____"


@dataclass(frozen=True)
class Topic:
    """A part of the subject that a learner may choose."""

    id: str
    title: str
    about: str


@dataclass(frozen=True)
class Stated:
    """What a text says of itself: `value`, or None where it does not say.

    `external` is what is known from elsewhere, `where` says from where; neither is ever
    printed as if the text said it.
    """

    value: str | None = None
    external: str | None = None
    where: str | None = None


@dataclass(frozen=True)
class Source:
    """A text that facts are taken from.

    `label` names it in running text. `as_of` is the date that its statements hold for;
    `as_of_external` says where that is known from, if not from the text. `paragraph_hashes[n - 1]` is the SHA-256 of its
    n-th non-blank line, normalised; `boilerplate` numbers the lines no fact may cite;
    `sha256` is of the file's bytes. A source known only by reference has neither.
    """

    id: str
    label: str
    about: str
    text_kind: TextKind
    outlet: Stated
    title: Stated
    author: Stated
    date: Stated
    as_of: DateSpan
    as_of_external: str | None
    sha256: str | None
    paragraph_hashes: tuple[str, ...]
    boilerplate: tuple[int, ...]

    @property
    def held(self) -> bool:
        """Tell whether the pack knows its paragraphs; facts from other sources are never asked."""
        return bool(self.paragraph_hashes)


@dataclass(frozen=True)
class Role:
    """An office or function of an entity, where, and as of when."""

    title: str
    of: str | None
    as_of: DateSpan


@dataclass(frozen=True)
class Entity:
    """A person, place, body, programme or document.

    `group` names the pool it may stand in for others of ("sheriff", "county");
    `part_of` names the wholes that it belongs to.
    """

    id: str
    type: EntityType
    name: str
    group: str
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class EntityValue:
    """A slot filled by an entity; `text` is a printed form that is not among its names."""

    entity: Entity
    text: str | None = None
    external: str | None = None

    @property
    def words(self) -> str:
        return self.entity.name

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,) if self.text else () if self.external else self.entity.names


@dataclass(frozen=True)
class QuantityValue:
    """A slot filled by a figure, parsed from the words as printed."""

    quantity: Quantity
    text: str
    words: str
    unit: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,)


@dataclass(frozen=True)
class DateValue:
    """A slot filled by a date; `text` is what is printed of it ("January"), or "" for nothing."""

    span: DateSpan
    text: str
    words: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,) if self.text else ()


@dataclass(frozen=True)
class TermValue:
    """A slot filled by a few words of ours; `text` is the printed phrase that carries them."""

    words: str
    text: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,)


SlotValue = EntityValue | QuantityValue | DateValue | TermValue


@dataclass(frozen=True)
class Determination:
    """Given these slots, for one asserter, the other slot has one value only."""

    given: tuple[str, ...]
    slot: str


@dataclass(frozen=True)
class ClosedSet:
    """A slot whose fillers, for the same given slots, a closed source names completely."""

    slot: str
    given: tuple[str, ...]
    ask: str


@dataclass(frozen=True)
class Relation:
    """What may be asked about a fact, and what can be proven false of it.

    `closed_in` lists the sources that name every filler: what they leave out is *not
    reported there*. `ask` holds a question for each slot that has one.
    """

    id: str
    about: str
    slots: Mapping[str, SlotType]
    determines: tuple[Determination, ...]
    closed_in: tuple[str, ...]
    ask: Mapping[str, str]
    sets: tuple[ClosedSet, ...]


@dataclass(frozen=True)
class Citation:
    """Paragraphs of a source, from 1; `context` names what the cited ones refer to."""

    source: str
    paragraphs: tuple[int, ...]
    context: tuple[int, ...] = ()


@dataclass(frozen=True)
class Link:
    """How facts bear on each other, and why, in one sentence."""

    kind: LinkKind
    facts: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Fact:
    """One relation between typed slots, at a date, asserted by someone, found at a place.

    `says` is a clause in our own words with {slots} and [segments that may be dropped].
    `asserted_by` is None where the source speaks in its own voice. `words` are printed
    phrases that carry the fact where no slot does. `not_asked` says why no question is
    made of it. `as_of_external` says where its date is known from, if not from the text.
    """

    id: str
    topic: str
    kind: FactKind
    status: Status
    relation: Relation
    slots: Mapping[str, SlotValue]
    says: str
    asks: tuple[str, ...]
    ask: Mapping[str, str]
    words: tuple[str, ...]
    not_asked: str | None
    as_of: DateSpan
    as_of_external: str | None
    asserted_by: Entity | None
    through: tuple[Entity, ...]
    citations: tuple[Citation, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources it is found in, in order."""
        return tuple(citation.source for citation in self.citations)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The phrases in quotation marks, as printed, then `words`."""
        return (*quoted_phrases(self.says), *self.words)

    def clause(self, gaps: Mapping[str, str] | None = None, *, brief: bool = False) -> str:
        """Return `says` with the slots in words; `gaps` replaces some, `brief` drops [segments]."""
        return render(self.says, {k: v.words for k, v in self.slots.items()} | dict(gaps or {}), brief=brief)

    def statement_with(self, gaps: Mapping[str, str] | None = None) -> str:
        """Return the statement, speaker included, with some slots replaced by other words."""
        return attributed(self.asserted_by, self.clause(gaps), own_voice=self.status == "reported")

    @cached_property
    def statement(self) -> str:
        """The whole sentence, in our words, with its speaker."""
        return self.statement_with()


def attributed(speaker: Entity | None, clause: str, *, own_voice: bool) -> str:
    """Return a clause as a sentence with its speaker; one neutral verb for every person.

    Without a speaker, `own_voice` tells a report (stated plainly) from the text's own
    opinion or prediction (named as such).
    """
    if speaker is None:
        return sentence(clause if own_voice else f"the article itself says that {clause}")
    if speaker.type == "person":
        return sentence(f"{speaker.name} said that {clause}")
    return sentence(f"according to {speaker.name}, {clause}")


_SEGMENT = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


def render(template: str, words: Mapping[str, str], *, brief: bool = False) -> str:
    """Fill {slots} with words and keep, or for `brief` drop, [segments]; raise KeyError for an unknown slot."""
    kept = _SEGMENT.sub("" if brief else r"\1", template)
    return " ".join(_SLOT.sub(lambda match: words[match[1]], kept).split())


def slots_in(template: str) -> list[str]:
    """Return the names of the {slots} in a template, in order."""
    return _SLOT.findall(template)


def same_value(a: SlotValue, b: SlotValue) -> bool:
    """Tell whether two slot values say the same thing: same entity, figure, date or words."""
    match a, b:
        case EntityValue(), EntityValue():
            return a.entity.id == b.entity.id or not _names(a).isdisjoint(_names(b))
        case QuantityValue(), QuantityValue():
            return a.unit == b.unit and same_quantity(a.quantity, b.quantity)
        case DateValue(), DateValue():
            return a.span.overlaps(b.span)
        case TermValue(), TermValue():
            return folded(a.words) == folded(b.words)
    return False


def _names(value: EntityValue) -> set[str]:
    return {folded(name) for name in value.entity.names}
