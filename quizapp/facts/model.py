"""The fact model: sources, entities, relations, facts and links, as plain frozen values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.facts.dates import DateSpan
from quizapp.facts.schema import FactKind, LinkKind, Seen, SlotType, Status, TextKind
from quizapp.facts.values import Entity, SlotValue
from quizapp.facts.wording import quoted_phrases, sentence

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

    `name` is how it is listed among others, all about equally long; `label` names it in
    running text. `as_of` is the date that its statements hold for; `as_of_external` says
    where that is known from, if not from the text. `paragraph_hashes[n - 1]` is the
    SHA-256 of its n-th non-blank line, normalised; `boilerplate` numbers the lines no fact
    may cite; `sha256` is of the file's bytes. A source known only by reference has neither:
    `seen` says how far it was verified (its primary text seen, only a secondary page, or from
    memory), `citation` names it in legal form, `body` who issued it, `url` where it was seen.
    """

    id: str
    name: str
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
    body: str | None = None
    citation: str | None = None
    url: str | None = None
    seen: Seen | None = None

    @property
    def held(self) -> bool:
        """Tell whether the pack knows its paragraphs."""
        return bool(self.paragraph_hashes)

    @property
    def verified(self) -> bool:
        """Tell whether anybody looked: its text is held, or it was seen, itself or on a secondary page."""
        return self.held or self.seen in ("primary", "secondary")


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
    reported there*. `ask` holds a question for each slot that has one; `labels`, for a slot
    that only these fill, its labels in the order in which they are always shown.
    """

    id: str
    about: str
    slots: Mapping[str, SlotType]
    determines: tuple[Determination, ...]
    closed_in: tuple[str, ...]
    ask: Mapping[str, str]
    sets: tuple[ClosedSet, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _closed(self) -> frozenset[str]:
        return frozenset(self.closed_in)

    def is_closed_in(self, sources: Iterable[str]) -> bool:
        """Tell whether each of these sources names every filler."""
        return self._closed.issuperset(sources)


@dataclass(frozen=True)
class Citation:
    """Paragraphs of a source, from 1, or its own `place` ("§ 2(b)").

    `context` names the paragraphs that the cited ones refer to.
    """

    source: str
    paragraphs: tuple[int, ...]
    context: tuple[int, ...] = ()
    place: str = ""


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
    phrases that carry the fact where no slot does; `loaded` is one by which the source, in
    telling the fact, also judges it. `not_asked` says why no question is made of it;
    `arguable` that its status is, so that none asks for it; `seen` how far a fact from a
    source known by reference was verified. `as_of_external` says where its date is known
    from, if not from the text.
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
    seen: Seen | None = None
    arguable: bool = False
    loaded: str | None = None

    @cached_property
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

    def clause_on(self, slot: str, words: str | None = None) -> str:
        """Return the clause without [segments], unless one holds the slot; `words` replaces its filler."""
        brief = slot in slots_in(_SEGMENT.sub("", self.says))
        return self.clause({} if words is None else {slot: words}, brief=brief)

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
        return sentence(clause if own_voice else f"the text itself says that {clause}")
    if speaker.type == "person":
        return sentence(f"{speaker.name} said that {clause}")
    return sentence(f"according to {speaker.name}, {clause}")


_SEGMENT = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


def render(template: str, words: Mapping[str, str], *, brief: bool = False) -> str:
    """Fill {slots} with words and keep, or for `brief` drop, [segments].

    Raises KeyError for a slot that has no words.
    """
    kept = _SEGMENT.sub("" if brief else r"\1", template)
    return " ".join(_SLOT.sub(lambda match: words[match[1]], kept).split())


def slots_in(template: str) -> list[str]:
    """Return the names of the {slots} in a template, in order."""
    return _SLOT.findall(template)
