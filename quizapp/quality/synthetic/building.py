"""A pack of invented facts, of any size, with the articles it could have been taken from.

What the quality figures are measured on: enough independent facts for every kind of
question, and none of the cues that real subjects bring along. See `synthetic_py`
for what is told, `synthetic_district.py` for how much of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.facts.assembling import assemble
from quizapp.facts.pack import Pack
from quizapp.facts.placing import Placed
from quizapp.facts.schema import TABLES
from quizapp.facts.texts import paragraph_hash
from quizapp.generation.draws import Draw
from quizapp.quality.synthetic.counts import COUNTS, MEASURES
from quizapp.quality.synthetic.district import PAPERS, District, Telling, district
from quizapp.quality.synthetic.life import DUTIES, SETS, TRAITS
from quizapp.quality.synthetic.matter import SORTS
from quizapp.quality.synthetic.naming import Names
from quizapp.quality.synthetic.past import EVENTS
from quizapp.quality.synthetic.talk import FILLER, JUDGING

ENOUGH = 20_000
"""From this many facts on, every kind of question can draw on a thousand of its own."""

MATTERS = (*EVENTS, *COUNTS, *MEASURES, *TRAITS, *SETS, *DUTIES)

TOPICS = {
    "past": ("What happened when", "Openings, plans and moves, each with its date."),
    "figures": ("Counts and measures", "How many, how long and how high."),
    "life": ("How things are", "Colours, lists, duties and who decides."),
    "talk": ("What people say", "Claims, opinions and predictions."),
}

_KINDS_OF_PAPER = ("Herald", "Courier", "Gazette", "Ledger", "Record", "Monitor", "Bulletin")


@dataclass(frozen=True)
class Synthetic:
    """The pack, and the article text of each source by its id (paragraphs are non-blank lines)."""

    pack: Pack
    texts: Mapping[str, str]


def synthesise(facts: int, seed: str = "1") -> Synthetic:
    """Return a pack of that many invented facts, from 20 to 100,000, the same for the same seed.

    Time and memory grow with the facts. Raises ValueError if the entries do not make a pack,
    which is a mistake in the templates.
    """
    names = Names(seed)
    homes: list[District] = []
    while sum(len(home.tellings) for home in homes) < facts:
        homes.append(district(len(homes), seed, names))
    last = homes[-1].tellings
    kept = len(last) - sum(len(home.tellings) for home in homes) + facts
    homes[-1].tellings = [last[place * len(last) // kept] for place in range(kept)]
    return _synthetic(homes, names, seed)


def _synthetic(homes: list[District], names: Names, seed: str) -> Synthetic:
    tables: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    texts: dict[str, str] = {}
    for home in homes:
        tables["entity"] += home.entities.values()
        for paper in range(PAPERS):
            lines, facts = _paged([one for one in home.tellings if one.paper == paper], home)
            source = _source(f"paper-{home.number}-{paper}", lines, names, home.draw)
            tables["source"].append(source)
            tables["fact"] += [_cited(fact, source["id"], number) for fact, number in facts]
            texts[source["id"]] = "\n\n".join(lines) + "\n"
        told = {one.fact["id"] for one in home.tellings}
        tables["link"] += [link for link in home.links if told.issuperset(link["facts"])]
    sources = [source["id"] for source in tables["source"]]
    tables["relation"] = list(_relations(sources))
    tables["topic"] = [{"id": k, "title": t, "about": about} for k, (t, about) in TOPICS.items()]
    tables["pack"] = [_head()]
    return Synthetic(_assembled(tables), texts)


def _head() -> dict[str, Any]:
    return {
        "id": "synthetic", "title": "Invented towns", "about": "Invented facts for measuring questions.",
        "loaded_words": list(JUDGING),
    }  # fmt: skip


def _paged(tellings: list[Telling], home: District) -> tuple[list[str], list[tuple[dict[str, Any], int]]]:
    """Return a paper's paragraphs, two to four tellings each, and the paragraph of each fact."""
    left, lines, facts = home.draw.shuffled(tellings), [home.draw.choice(FILLER)], []
    while left:
        size = home.draw.between(2, 4)
        group, left = left[:size], left[size:]
        told = [one.told for one in group]
        if home.draw.below(2):
            told.insert(home.draw.below(len(told) + 1), home.draw.choice(FILLER))
        lines.append(" ".join(told))
        facts += [(one.fact, len(lines)) for one in group]
    return lines, facts


def _cited(fact: dict[str, Any], source: str, paragraph: int) -> dict[str, Any]:
    return {**fact, "cites": [{"source": source, "paragraphs": [paragraph]}]}


def _source(name: str, lines: list[str], names: Names, draw: Draw) -> dict[str, Any]:
    title = f"{names.stem(6, 7)} {draw.choice(_KINDS_OF_PAPER)}"
    year = draw.between(2001, 2020)
    return {
        "id": name, "name": f"{title}, {year}", "label": f"the {title}", "about": "Notes from a town.",
        "text_kind": "report", "outlet": title, "as_of": f"{year}-{draw.between(1, 12):02}-15",
        "paragraphs": [paragraph_hash(line) for line in lines],
    }  # fmt: skip


def _relations(sources: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the relation of each matter; every source is closed in all of them."""
    for matter in MATTERS:
        sort = SORTS[matter.sort]
        yield {
            "id": matter.id, "about": f"What is told of a {sort.id}.", "closed_in": sources,
            "slots": {"thing": sort.type, **matter.slots}, "ask": dict(matter.ask),
            "determines": [{"given": list(g), "slot": slot} for slot, g in matter.determined.items()],
            "sets": [{"slot": "one", "given": ["thing"], "ask": matter.set_ask}] if matter.set_ask else [],
            "labels": {"level": list(matter.fillers)} if "level" in matter.slots else {},
        }  # fmt: skip
    yield {"id": "statement", "about": "What somebody says.", "closed_in": sources}


def _assembled(tables: Mapping[str, list[dict[str, Any]]]) -> Pack:
    placed = [
        Placed(f"synthetic/{table}.toml", table, TABLES[table].model_validate(entry))
        for table, entries in tables.items()
        for entry in entries
    ]
    pack, problems = assemble(placed)
    if pack is None or problems:
        raise ValueError("\n".join(problems[:20]))
    return pack
