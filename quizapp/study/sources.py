"""The sources: the list of them, and the page of each, with every fact taken from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flask import current_app

from quizapp.facts.model import Citation, Fact, Source, Stated
from quizapp.facts.pack import Pack
from quizapp.facts.timeline import events
from quizapp.generation.tallying import Tally, tallies
from quizapp.site.words import paragraph_words
from quizapp.study.compared import Comparison, Side, comparisons, crosses

COUNTED_WITH = "sources"
"""The seed of the bank whose questions are counted; another gives about as many."""

PARTS = (
    ("reports", "What it reports", "Stated in the text’s own voice.", ("reported",)),
    ("claims", "What it passes on", "Claims: the text names who makes them.", ("attributed",)),
    ("opines", "What is opinion or prediction", "Never marked true or false.", ("opinion", "prediction")),
)  # fmt: skip


@dataclass(frozen=True)
class SourceCard:
    """A source in the list of sources; `asked` tells whether questions may be made of any of its facts."""

    id: str
    name: str
    text_kind: str
    about: str
    facts: int
    asked: bool
    seen: str | None


@dataclass(frozen=True)
class PackSources:
    """The sources of one pack: texts cited by paragraph, and by kind those known by reference."""

    pack_id: str
    title: str
    texts: tuple[SourceCard, ...]
    by_reference: Mapping[str, tuple[SourceCard, ...]]
    has_dates: bool
    has_links: bool


@dataclass(frozen=True)
class Particular:
    """What a source's text says of itself, under a name such as "Author"."""

    name: str
    stated: Stated


@dataclass(frozen=True)
class TakenFact:
    """A fact as a source's page lists it.

    `anchor` is its id on the page, or "" where it was listed before; `as_of` is None where it
    is the source's own; `places` are in words;
    `bearings` number the links by which other sources bear on it.
    """

    anchor: str
    statement: str
    status: str
    as_of: str | None
    as_of_external: str | None
    speaker: str | None
    through: tuple[str, ...]
    not_asked: str | None
    seen: str | None
    places: tuple[str, ...]
    bearings: tuple[int, ...]


@dataclass(frozen=True)
class FactGroup:
    """Facts of one speaker, or of one place in the text; `title` is "" for the text's own voice."""

    title: str
    facts: tuple[TakenFact, ...]


@dataclass(frozen=True)
class Part:
    """What a source reports, claims or opines."""

    id: str
    title: str
    lead: str
    groups: tuple[FactGroup, ...]

    @property
    def facts(self) -> int:
        return sum(len(group.facts) for group in self.groups)


@dataclass(frozen=True)
class Bearing:
    """How other sources bear on statements of this one: its own sides of a link, and the others."""

    comparison: Comparison
    here: tuple[Side, ...]
    elsewhere: tuple[Side, ...]


@dataclass(frozen=True)
class SourcePage:
    """A source: what it is, what it says of itself, every fact taken from it, and what is made of them.

    The facts are in `parts`, by who stands behind them, or in `places`, in the order of the text;
    the other one is empty.
    """

    pack_id: str
    pack_title: str
    source: Source
    particulars: tuple[Particular, ...]
    address: str | None
    as_of: str
    parts: tuple[Part, ...]
    places: tuple[FactGroup, ...]
    facts: int
    has_order: bool
    bearings: tuple[Bearing, ...]
    tally: Tally


def pack_sources(pack: Pack) -> PackSources:
    cards = [_source_card(pack, source) for source in pack.sources.values()]
    kinds = dict.fromkeys(card.text_kind for card in cards if card.seen)
    return PackSources(
        pack_id=pack.id,
        title=pack.title,
        texts=tuple(card for card in cards if not card.seen),
        by_reference={
            kind: tuple(card for card in cards if card.seen and card.text_kind == kind) for kind in kinds
        },
        has_dates=bool(events(pack)),
        has_links=bool(pack.links),
    )


def source_page(pack: Pack, source: Source, in_text_order: bool = False) -> SourcePage:
    facts = _facts_of(pack, source)
    bearings = tuple(_bearings(pack, source))
    taken = {fact.id: _taken(source, fact, bearings) for fact in facts}
    return SourcePage(
        pack_id=pack.id,
        pack_title=pack.title,
        source=source,
        particulars=tuple(_particulars(source)),
        address=source.url if (source.url or "").startswith(("https://", "http://")) else None,
        as_of=source.as_of.words(),
        parts=tuple(_parts(taken)) if not in_text_order else (),
        places=_by_place(source, facts, taken) if in_text_order else (),
        facts=len(taken),
        has_order=len({place for one in taken.values() for place in one.places}) > 1,
        bearings=bearings,
        tally=_tallies(pack)[source.id],
    )


def _source_card(pack: Pack, source: Source) -> SourceCard:
    facts = _facts_of(pack, source)
    asked = any(pack.may_ask(fact) for fact in facts)
    return SourceCard(source.id, source.name, source.text_kind, source.about, len(facts), asked, source.seen)


def _facts_of(pack: Pack, source: Source) -> list[Fact]:
    """Return the facts taken from a source, each once, by where they first stand in it."""
    facts = {fact.id: fact for fact in pack.by_source[source.id]}.values()
    return sorted(facts, key=lambda fact: next(_cites(fact, source)).paragraphs)


def _cites(fact: Fact, source: Source) -> Iterator[Citation]:
    return (cite for cite in fact.citations if cite.source == source.id)


def _particulars(source: Source) -> Iterator[Particular]:
    """Yield what a text says of itself; of one known by reference, only what is known."""
    stated = {
        "Outlet": source.outlet,
        "Title": source.title,
        "Author": source.author,
        "Issued by": Stated(source.body),
        "Citation": Stated(source.citation),
        "Date": source.date,
    }
    for name, value in stated.items():
        known = value.value or value.external
        if known or name == "Date" or (not source.seen and name in ("Outlet", "Title", "Author")):
            yield Particular(name, value)


def _taken(source: Source, fact: Fact, bearings: Iterable[Bearing]) -> TakenFact:
    return TakenFact(
        anchor=f"fact-{fact.id}",
        statement=fact.statement,
        status=fact.status,
        as_of=fact.as_of.words() if fact.as_of != source.as_of else None,
        as_of_external=fact.as_of_external,
        speaker=fact.asserted_by.name if fact.asserted_by else None,
        through=tuple(entity.name for entity in fact.through),
        not_asked=fact.not_asked,
        seen=fact.seen if fact.seen != source.seen else None,
        places=tuple(_place(cite) for cite in _cites(fact, source)),
        bearings=tuple(
            one.comparison.number for one in bearings if fact.id in {side.fact for side in one.here}
        ),
    )


def _place(cite: Citation) -> str:
    return paragraph_words(cite.paragraphs) if cite.paragraphs else cite.place


def _parts(taken: Mapping[str, TakenFact]) -> Iterator[Part]:
    for name, title, lead, statuses in PARTS:
        facts = [fact for fact in taken.values() if fact.status in statuses]
        if facts:
            yield Part(name, title, lead, _by_speaker(facts))


def _by_speaker(facts: Iterable[TakenFact]) -> tuple[FactGroup, ...]:
    groups: dict[str, list[TakenFact]] = {}
    for fact in facts:
        own_voice = "" if fact.status == "reported" else "The text itself"
        groups.setdefault(fact.speaker or own_voice, []).append(fact)
    return tuple(FactGroup(speaker, tuple(said)) for speaker, said in groups.items())


def _by_place(source: Source, facts: Iterable[Fact], taken: Mapping[str, TakenFact]) -> tuple[FactGroup, ...]:
    """Return the facts by where they stand, in the order of the text; each has its anchor once."""
    groups: dict[tuple[tuple[int, ...], str], list[TakenFact]] = {}
    for fact in facts:
        for number, cite in enumerate(_cites(fact, source)):
            listed = taken[fact.id] if number == 0 else replace(taken[fact.id], anchor="")
            groups.setdefault((cite.paragraphs, _place(cite)), []).append(listed)
    return tuple(FactGroup(place, tuple(found)) for (_, place), found in sorted(groups.items(), key=_first))


def _first(group: tuple[tuple[tuple[int, ...], str], list[TakenFact]]) -> tuple[tuple[int, ...], str]:
    return group[0]


def _tallies(pack: Pack) -> Mapping[str, Tally]:
    """Return the tallies of a pack, made when they are first needed: a whole bank takes a second or two."""
    kept: dict[str, Mapping[str, Tally]] = current_app.extensions.setdefault("quizapp.tallies", {})
    name = f"{pack.id} {pack.hash}"
    if name not in kept:
        kept[name] = tallies(pack, COUNTED_WITH)
    return kept[name]


def _bearings(pack: Pack, source: Source) -> Iterator[Bearing]:
    for link, comparison in comparisons(pack):
        here = tuple(one for one in comparison.sides if source.id in {home.id for home in one.homes})
        if link.kind != "agrees" and here and crosses(pack, link):
            elsewhere = tuple(one for one in comparison.sides if one not in here)
            yield Bearing(comparison, here, elsewhere)
