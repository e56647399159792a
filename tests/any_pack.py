"""`packs()`: any valid pack, for tests of what must hold whatever a pack says."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from quizapp.facts.pack import Pack
from tests.pack_builders import (
    BRIDGES,
    DESIGNED,
    LENGTH,
    OPENED,
    PAINTED,
    PEOPLE,
    SOURCES,
    STATEMENT,
    TRAFFIC,
    UPKEEP,
    Entry,
    a_bridge,
    a_duty,
    a_fact,
    a_link,
    a_person,
    a_position,
    a_source,
    assembled,
    cited,
    tables,
    unchecked,
)

YEARS = st.integers(1850, 2024).map(str)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.builds("{}-{:02}".format, MONTHS, st.integers(1, 28))
SPANS = st.builds("{}/{}".format, st.integers(1850, 1900), st.integers(1901, 2024))
DATES = st.one_of(YEARS, MONTHS, DAYS, SPANS, st.just("unknown"))
FIGURES = st.one_of(st.integers(0, 30), st.integers(31, 3000), st.integers(1, 900).map(lambda n: n * 1000))
PRINTED = ("{:,} {}", "about {:,} {}", "more than {:,} {}", "at least {:,} {}")
UNITS = ("metres", "km", "hours", "days", "vehicles", "boats", "%")
STATUSES = ("reported", "attributed")
SPEAKERS = st.sampled_from([None, *PEOPLE])


@st.composite
def packs(draw: st.DrawFn, *, contradicting: bool = False) -> Pack:
    """Draw a pack: other facts, figures, dates, speakers, links, and more or less that can be proven.

    A `contradicting` one is left unchecked: a speaker may give two values for one thing.
    """
    distinct = id if contradicting else _what_determines
    facts = draw(st.lists(_facts(), min_size=draw(st.integers(0, 12)), max_size=20, unique_by=distinct))
    facts = [fact | {"id": f"fact-{number}"} for number, fact in enumerate(facts)]
    ids = st.sampled_from([fact["id"] for fact in facts]) if len(facts) > 1 else st.nothing()
    pairs = st.lists(ids, min_size=2, max_size=3, unique=True)
    links = draw(st.lists(st.builds(_link, st.sampled_from(LINKS), pairs), max_size=3)) if facts[1:] else []
    changes = {"fact": facts, "link": links, "relation": [draw(_provable(one)) for one in RELATIONS]}
    entries = tables(**changes, source=_sources(draw), entity=_entities(draw))
    return unchecked(entries)[0] if contradicting else assembled(entries)


KINDS_OF_FACT = (
    "length",
    "opened",
    "traffic",
    "designed",
    "painted",
    "painted",
    "duty",
    "said",
    "said",
    "said",
)
RELATIONS = (LENGTH, OPENED, TRAFFIC, DESIGNED, PAINTED, UPKEEP, STATEMENT)
LINKS = ("agrees", "differs", "updates", "answers", "qualifies")


def _link(kind: str, facts: list[str]) -> Entry:
    return a_link(kind, *facts)


def _what_determines(fact: Entry) -> str:
    """Return what no two facts share, so that no speaker contradicts himself in one source."""
    slots = fact["slots"]
    if not slots:
        return str(fact["says"])
    bridge = {"king": "mill"}.get(slots["bridge"], slots["bridge"])  # they may share a name
    return str([fact["relation"], bridge, slots.get("when") if "count" in slots else ""])


@st.composite
def _provable(draw: st.DrawFn, relation: Entry) -> Entry:
    closed = draw(st.sampled_from([[], ["herald"], ["herald", "courier"], list(SOURCES), list(SOURCES)]))
    determines = relation.get("determines", []) if draw(st.integers(0, 2)) else []
    return relation | {"closed_in": closed, "determines": determines}


@st.composite
def _facts(draw: st.DrawFn) -> Entry:
    kind = draw(st.sampled_from(KINDS_OF_FACT))
    bridge = draw(st.sampled_from(list(BRIDGES)))
    shared = {
        "cites": cited(draw(st.sampled_from(("herald", *SOURCES))), draw(st.integers(3, 7))),
        "topic": draw(st.sampled_from(("building", "care"))),
        "as_of": draw(DATES),
        "loaded": draw(st.sampled_from([None, None, "a mere ditch", "vain"])),
    }
    if kind == "said":
        return draw(_positions()) | shared
    return _stated(draw, kind, bridge) | shared | draw(_backing())


@st.composite
def _backing(draw: st.DrawFn) -> Entry:
    """Draw who stands behind a fact: the text, or somebody whom it passes on."""
    speaker = draw(SPEAKERS)
    not_asked = {"not_asked": "Loose."} if draw(st.integers(0, 9)) == 9 else {}
    return ({"status": "attributed", "asserted_by": speaker} if speaker else {}) | not_asked


@st.composite
def _positions(draw: st.DrawFn) -> Entry:
    status = draw(st.sampled_from(("opinion", "prediction", "attributed", "reported")))
    speaker = draw(st.sampled_from(list(PEOPLE)) if status == "attributed" else SPEAKERS)
    what = draw(st.text("abcdefghij", min_size=3, max_size=9))
    return a_position("x", status, speaker, f"the matter of {what} was settled")


def _stated(draw: st.DrawFn, kind: str, bridge: str) -> Entry:
    match kind:
        case "length":
            slots = {"bridge": bridge, "metres": draw(_figure())}
            return a_fact(slots=slots, asks=draw(_some("bridge", "metres")))
        case "opened":
            slots = {"bridge": bridge, "when": draw(DATES)}
            says, asks = "{bridge} opened in {when}", draw(_some("bridge", "when"))
            return a_fact(relation="opened", kind="event", slots=slots, says=says, asks=asks)
        case "traffic":
            slots = {"bridge": bridge, "when": draw(DATES), "count": draw(_figure())}
            says = "in {when}, {count} crossed {bridge}"
            return a_fact(relation="traffic", slots=slots, says=says, asks=draw(_some("count", "when")))
        case "designed":
            slots = {"bridge": bridge, "who": draw(st.sampled_from(list(PEOPLE)))}
            says = "{who} designed {bridge}"
            return a_fact(relation="designed", slots=slots, says=says, asks=draw(_some("who")))
        case "duty":
            return a_duty("x", bridge, draw(st.sampled_from(UPKEEP["labels"]["level"])))
        case _:
            slots, says = {"bridge": bridge}, "{bridge} was painted"
            return a_fact(relation="painted", slots=slots, says=says, asks=draw(_some("bridge")))


@st.composite
def _figure(draw: st.DrawFn) -> Entry:
    value, unit = draw(FIGURES), draw(st.sampled_from(UNITS))
    value = value % 101 if unit == "%" else value
    text = draw(st.sampled_from(PRINTED)).format(value, unit).replace(" %", "%")
    return {"value": value, "text": text, "unit": unit}


def _some(*slots: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(slots), unique=True).map(sorted)


def _sources(draw: st.DrawFn) -> list[Entry]:
    return [a_source(name, as_of=draw(st.one_of(st.just("2024"), DATES))) for name in SOURCES]


def _entities(draw: st.DrawFn) -> list[Entry]:
    """Draw bridges of which some are parts of others, or share a name, and people of two trades."""
    town: dict[str, Any] = {"id": "town", "type": "place", "name": "Aldmouth", "group": "town"}
    bridges = [a_bridge(name) for name in BRIDGES]
    bridges[1]["part_of"] = draw(st.sampled_from([[], ["old"], ["town"]]))
    bridges[2]["aliases"] = draw(st.sampled_from([[], ["the crossing"], ["King Bridge"]]))
    trades = st.sampled_from(("engineer", "mayor"))
    return [town, *bridges, *(a_person(name, group=draw(trades)) for name in PEOPLE)]
