"""The page that sets linked facts beside each other: what agrees, differs, and qualifies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.model import Fact, Link
from quizapp.facts.pack import Pack

HEADINGS = {
    "differs": ("Sources that differ", "Two figures, or two views, of one matter. None is called wrong."),
    "qualifies": ("Statements that another qualifies", "What one leaves out, or says more broadly."),
    "updates": ("Later figures and events", "The same thing at a later date: no disagreement."),
    "answers": ("Statements that answer each other", "One speaker on what another holds."),
    "agrees": ("Sources that agree", "The same said twice, or parts of one statement."),
}


@dataclass(frozen=True)
class Home:
    """A source that a fact stands in."""

    id: str
    name: str


@dataclass(frozen=True)
class Side:
    """One of the statements that a link sets beside each other, and where it stands."""

    fact: str
    statement: str
    status: str
    as_of: str
    as_of_external: str | None
    seen: str | None
    homes: tuple[Home, ...]


@dataclass(frozen=True)
class Comparison:
    """A link, ready to print; `number` counts the pack's links from 1 and names its anchor."""

    number: int
    kind: str
    why: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class ComparisonGroup:
    """The links of one kind: between different texts, and between statements of one text."""

    kind: str
    title: str
    lead: str
    across: tuple[Comparison, ...]
    within: tuple[Comparison, ...]

    @property
    def size(self) -> int:
        return len(self.across) + len(self.within)


@dataclass(frozen=True)
class ComparePage:
    """Every link of a pack, by kind; kinds that no link is of are left out."""

    pack_id: str
    pack_title: str
    groups: tuple[ComparisonGroup, ...]
    total: int


def compare_page(pack: Pack) -> ComparePage:
    groups = (_group(pack, kind) for kind in HEADINGS)
    return ComparePage(pack.id, pack.title, tuple(one for one in groups if one.size), len(pack.links))


def comparisons(pack: Pack) -> Iterator[tuple[Link, Comparison]]:
    """Yield each link with its comparison, in the pack's order."""
    for number, link in enumerate(pack.links, start=1):
        sides = tuple(side(pack, pack.facts[name]) for name in link.facts)
        yield link, Comparison(number, link.kind, link.why, sides)


def crosses(pack: Pack, link: Link) -> bool:
    """Tell whether a link leads from one text to another: no source has all of its facts."""
    return not set.intersection(*(set(pack.facts[name].sources) for name in link.facts))


def side(pack: Pack, fact: Fact) -> Side:
    return Side(
        fact=fact.id,
        statement=fact.statement,
        status=fact.status,
        as_of=fact.as_of.words(),
        as_of_external=fact.as_of_external,
        seen=fact.seen,
        homes=tuple(Home(name, pack.sources[name].name) for name in dict.fromkeys(fact.sources)),
    )


def _group(pack: Pack, kind: str) -> ComparisonGroup:
    found = [(link, one) for link, one in comparisons(pack) if link.kind == kind]
    across = tuple(one for link, one in found if crosses(pack, link))
    within = tuple(one for link, one in found if not crosses(pack, link))
    return ComparisonGroup(kind, *HEADINGS[kind], across, within)
