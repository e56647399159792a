"""The contexts of the study pages: all that a template gets, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp import __version__
from quizapp.facts.model import Fact, Source, Stated
from quizapp.facts.pack import Pack
from quizapp.site.packs import all_packs, find_pack
from quizapp.study.forms import QuizLink
from quizapp.taking.forms import all_topics, split_ids
from quizapp.taking.pages import StartCard, start_card
from quizapp.taking.plans import Plan
from quizapp.taking.queries import Unfinished


@dataclass(frozen=True)
class Unended:
    """A quiz of this browser that has open questions."""

    title: str
    unfinished: Unfinished


@dataclass(frozen=True)
class HomePage:
    """The front page: a start form for each pack, and what may be gone on with."""

    cards: tuple[StartCard, ...]
    unended: tuple[Unended, ...]


@dataclass(frozen=True)
class QuizPage:
    """A quiz that a link describes; `changes` says why its questions may differ now."""

    pack_id: str
    title: str
    about: str
    plan: Plan
    topic_titles: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True)
class SourceCard:
    """A source in the list of sources."""

    id: str
    name: str
    text_kind: str
    about: str
    facts: int
    held: bool


@dataclass(frozen=True)
class PackSources:
    """The sources of one pack: those that are asked about, and those for background (not `held`)."""

    pack_id: str
    title: str
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True)
class Particular:
    """What a source's text says of itself, under a name such as "Author"."""

    name: str
    stated: Stated


@dataclass(frozen=True)
class TakenFact:
    """A fact as the sources page lists it."""

    statement: str
    status: str
    as_of: str
    as_of_external: str | None
    speaker: str | None
    through: tuple[str, ...]
    not_asked: str | None


@dataclass(frozen=True)
class ParagraphFacts:
    """The facts taken from the same paragraphs of a source."""

    paragraphs: tuple[int, ...]
    facts: tuple[TakenFact, ...]


@dataclass(frozen=True)
class SourcePage:
    """A source: what it is, what it says of itself, and every fact taken from it."""

    pack_title: str
    name: str
    text_kind: str
    about: str
    particulars: tuple[Particular, ...]
    as_of: str
    as_of_external: str | None
    taken: tuple[ParagraphFacts, ...]
    facts: int
    boilerplate: tuple[int, ...]


def home_page(unfinished: list[Unfinished]) -> HomePage:
    return HomePage(
        cards=tuple(start_card(pack) for pack in all_packs().values()),
        unended=tuple(Unended(_title(one.attempt.pack), one) for one in unfinished),
    )


def quiz_page(pack: Pack, link: QuizLink) -> QuizPage:
    plan = Plan(
        link.seed.data,
        link.count.data,
        split_ids(link.topics.data) or all_topics(pack),
        split_ids(link.facts.data),
    )
    titles = tuple(topic.title for topic in pack.topics if topic.id in plan.topics)
    return QuizPage(pack.id, pack.title, pack.about, plan, titles, tuple(_changes(pack, plan, link)))


def pack_sources(pack: Pack) -> PackSources:
    cards = tuple(_source_card(pack, source) for source in pack.sources.values())
    return PackSources(pack.id, pack.title, cards)


def source_page(pack: Pack, source: Source) -> SourcePage:
    names = {"Outlet": source.outlet, "Title": source.title, "Author": source.author, "Date": source.date}
    return SourcePage(
        pack_title=pack.title,
        name=source.name,
        text_kind=source.text_kind,
        about=source.about,
        particulars=tuple(Particular(name, stated) for name, stated in names.items()),
        as_of=source.as_of.words(),
        as_of_external=source.as_of_external,
        taken=_by_paragraph(pack, source),
        facts=len(_facts_of(pack, source)),
        boilerplate=source.boilerplate,
    )


def _source_card(pack: Pack, source: Source) -> SourceCard:
    facts = len(_facts_of(pack, source))
    return SourceCard(source.id, source.name, source.text_kind, source.about, facts, source.held)


def _title(pack_id: str) -> str:
    pack = find_pack(pack_id)
    return pack.title if pack else pack_id


def _changes(pack: Pack, plan: Plan, link: QuizLink) -> Iterator[str]:
    if link.hash.data and link.hash.data != pack.hash:
        yield "The sources’ facts have been edited since this link was made."
    if link.version.data and link.version.data != __version__:
        yield "The program has been updated since this link was made."
    if set(plan.topics) - set(all_topics(pack)) or set(plan.facts) - set(pack.facts):
        yield "Some of what it asked about is no longer there, and is left out."


def _facts_of(pack: Pack, source: Source) -> list[Fact]:
    return [fact for fact in pack.facts.values() if source.id in fact.sources]


def _by_paragraph(pack: Pack, source: Source) -> tuple[ParagraphFacts, ...]:
    groups: dict[tuple[int, ...], list[TakenFact]] = {}
    for fact in _facts_of(pack, source):
        for citation in fact.citations:
            if citation.source == source.id:
                groups.setdefault(citation.paragraphs, []).append(_taken(fact))
    return tuple(ParagraphFacts(paragraphs, tuple(groups[paragraphs])) for paragraphs in sorted(groups))


def _taken(fact: Fact) -> TakenFact:
    speaker = fact.asserted_by.name if fact.asserted_by else None
    return TakenFact(
        statement=fact.statement,
        status=fact.status,
        as_of=fact.as_of.words(),
        as_of_external=fact.as_of_external,
        speaker=speaker,
        through=tuple(entity.name for entity in fact.through),
        not_asked=fact.not_asked,
    )
