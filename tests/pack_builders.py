"""Builders of tiny packs about invented bridges: as entries, as TOML files, or put together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quizapp.facts.assembling import assemble
from quizapp.facts.checking import check
from quizapp.facts.pack import Pack
from quizapp.facts.placing import Placed
from quizapp.facts.reading import PackError
from quizapp.facts.schema import TABLES, PackFile
from quizapp.facts.texts import paragraph_hash

Entry = dict[str, Any]

SOURCES = ("herald", "courier", "mirror")
BRIDGES = {
    "old": "Old Bridge", "new": "New Bridge", "mill": "Mill Bridge", "king": "King Bridge",
    "rail": "Rail Bridge", "toll": "Toll Bridge", "foot": "Foot Bridge",
}  # fmt: skip
PEOPLE = {"penn": "Ada Penn", "holt": "Ben Holt", "marsh": "Eva Marsh", "stone": "Tom Stone"}

NAMED = "The report names Old Bridge, New Bridge, Mill Bridge, King Bridge, Rail Bridge and Foot Bridge."
LINES = (
    NAMED,
    "Advertisement: fine boots.",
    "It is 120 metres long, and it opened in 1954.",
    "She called it “a fine piece of work”.",
    *(f"Line {number} of the report." for number in range(5, 13)),
)
"""The paragraphs of the text that every source of a pack built here has; the second is boilerplate."""


def a_source(name: str, **changes: Any) -> Entry:
    return {
        "id": name,
        "name": f"Town {name.title()}, 2019",
        "label": f"the {name.title()}",
        "about": "A report on the town's bridges.",
        "text_kind": "report",
        "outlet": f"Town {name.title()}",
        "as_of": "2019-05-03",
        "boilerplate": [2],
        "paragraphs": [paragraph_hash(line) for line in LINES],
    } | changes


def a_bridge(name: str, **changes: Any) -> Entry:
    return {
        "id": name, "type": "place", "name": BRIDGES.get(name, f"{name.title()} Bridge"), "group": "bridge"
    } | changes  # fmt: skip


def a_person(name: str, **changes: Any) -> Entry:
    return {
        "id": name, "type": "person", "name": PEOPLE.get(name, name.title()), "group": "engineer"
    } | changes  # fmt: skip


def a_relation(name: str, slots: dict[str, str] | None = None, **changes: Any) -> Entry:
    return {"id": name, "about": f"What is said of {name}.", "slots": slots or {}} | changes


LENGTH = a_relation(
    "length", {"bridge": "place", "metres": "quantity"},
    determines=[{"given": ["bridge"], "slot": "metres"}], closed_in=list(SOURCES),
    ask={"metres": "how long is {bridge}?", "bridge": "which crossing is {metres} long?"},
)  # fmt: skip
OPENED = a_relation(
    "opened", {"bridge": "place", "when": "date"},
    determines=[{"given": ["bridge"], "slot": "when"}], closed_in=list(SOURCES),
    ask={"when": "in which year did {bridge} open?", "bridge": "which crossing opened in {when}?"},
)  # fmt: skip
TRAFFIC = a_relation(
    "traffic", {"bridge": "place", "when": "date", "count": "quantity"},
    determines=[{"given": ["bridge", "when"], "slot": "count"}],
    ask={"count": "how many vehicles crossed {bridge} in {when}?"},
)  # fmt: skip
DESIGNED = a_relation(
    "designed", {"bridge": "place", "who": "person"},
    determines=[{"given": ["bridge"], "slot": "who"}], closed_in=list(SOURCES),
    ask={"who": "who is named as having designed {bridge}?"},
)  # fmt: skip
TOLL = a_relation(
    "charge", {"bridge": "place", "fee": "quantity"}, ask={"fee": "what does it cost to cross {bridge}?"}
)
PAINTED = a_relation(
    "painted", {"bridge": "place"}, closed_in=["herald"],
    ask={"bridge": "which crossing is named as painted?"},
    sets=[{"slot": "bridge", "given": [], "ask": "which of these crossings are named as painted?"}],
)  # fmt: skip
UPKEEP = a_relation(
    "upkeep", {"bridge": "place", "level": "term"}, determines=[{"given": ["bridge"], "slot": "level"}],
    ask={"level": "whose duty is it to mend {bridge}?"},
    labels={"level": ["the town’s", "the county’s", "the state’s"]},
)  # fmt: skip
STATEMENT = a_relation("statement", closed_in=list(SOURCES))
RELATIONS = (LENGTH, OPENED, TRAFFIC, DESIGNED, TOLL, PAINTED, UPKEEP, STATEMENT)


def cited(source: str = "herald", *paragraphs: int, context: Iterable[int] = ()) -> list[Entry]:
    return [{"source": source, "paragraphs": list(paragraphs) or [3], "context": list(context)}]


def a_fact(name: str = "old-length", **changes: Any) -> Entry:
    """A reported fact of the Herald: Old Bridge is 120 metres long."""
    return {
        "id": name,
        "topic": "building",
        "kind": "statistic",
        "status": "reported",
        "relation": "length",
        "slots": {"bridge": "old", "metres": {"value": 120, "text": "120 metres", "unit": "metres"}},
        "says": "{bridge} is {metres} long",
        "asks": ["metres"],
        "cites": cited(),
    } | changes


def a_length(name: str, bridge: str, metres: float, **changes: Any) -> Entry:
    slot = {"value": metres, "text": f"{metres:,} metres", "unit": "metres"}
    return a_fact(name, slots={"bridge": bridge, "metres": slot}) | changes


def an_opening(name: str, bridge: str, when: str, **changes: Any) -> Entry:
    return a_fact(
        name, kind="event", relation="opened", slots={"bridge": bridge, "when": when},
        says="{bridge} opened in {when}", asks=["when"],
    ) | changes  # fmt: skip


def a_count(name: str, bridge: str, when: str, vehicles: float, **changes: Any) -> Entry:
    slots = {"bridge": bridge, "when": when, "count": {"value": vehicles, "unit": "vehicles"}}
    says = "in {when}, {count} vehicles crossed {bridge}"
    return a_fact(name, relation="traffic", slots=slots, says=says, asks=["count"], as_of=when) | changes


def a_design(name: str, bridge: str, who: str, **changes: Any) -> Entry:
    return a_fact(
        name, kind="event", relation="designed", slots={"bridge": bridge, "who": who},
        says="{who} designed {bridge}", asks=["who"],
    ) | changes  # fmt: skip


def a_painting(name: str, bridge: str, **changes: Any) -> Entry:
    return a_fact(
        name, kind="event", relation="painted", slots={"bridge": bridge}, says="{bridge} was painted",
        asks=["bridge"], topic="care",
    ) | changes  # fmt: skip


def a_duty(name: str, bridge: str, level: str, **changes: Any) -> Entry:
    return a_fact(
        name, kind="rule", relation="upkeep", slots={"bridge": bridge, "level": level},
        says="mending {bridge} is {level} duty", asks=["level"], topic="care",
    ) | changes  # fmt: skip


def a_position(name: str, status: str, speaker: str | None, says: str, **changes: Any) -> Entry:
    fact = a_fact(
        name, kind="position", status=status, relation="statement", slots={}, asks=[], says=says,
        topic="care", words=["a fine piece"], cites=cited("herald", 4),
    )  # fmt: skip
    return fact | ({"asserted_by": speaker} if speaker else {}) | changes


def a_link(kind: str, *facts: str, **changes: Any) -> Entry:
    return {"kind": kind, "facts": list(facts), "why": "One bears on the other."} | changes


def tables(*facts: Entry, **changes: Any) -> dict[str, Any]:
    """A pack's tables with these facts (default: one), the usual bridges, people, sources and relations."""
    return {
        "pack": {
            "id": "bridges", "title": "Bridges", "about": "Invented bridges.", "loaded_words": ["eyesore"]
        },
        "topic": [
            {"id": "building", "title": "Building", "about": "Years and lengths."},
            {"id": "care", "title": "Care", "about": "Paint and praise."},
        ],
        "source": [a_source(name) for name in SOURCES],
        "entity": [*map(a_bridge, BRIDGES), *map(a_person, PEOPLE)],
        "relation": list(RELATIONS),
        "fact": list(facts) or [a_fact()],
        "link": [],
    } | changes  # fmt: skip


def a_pack(*facts: Entry, **changes: Any) -> Pack:
    """The pack of these tables, put together and checked; raise PackError as reading it would."""
    return assembled(tables(*facts, **changes))


def assembled(entries: dict[str, Any]) -> Pack:
    pack, problems = unchecked(entries)
    problems += check(pack) if not problems else []
    if problems:
        raise PackError(problems)
    return pack


def unchecked(entries: dict[str, Any]) -> tuple[Pack, list[str]]:
    """The pack of these tables, put together only, and what is wrong with its shape."""
    file = PackFile.model_validate(entries)
    placed = [Placed("bridges/pack.toml", "pack", file.pack)]
    for table in TABLES.keys() - {"pack"}:
        placed += [Placed("bridges/all.toml", table, entry) for entry in getattr(file, table)]
    pack, problems = assemble(placed)
    if pack is None:
        raise PackError(problems)
    return pack, problems


def written(home: Path, entries: dict[str, Any], *, first_line: str = "") -> Path:
    """Write the tables as one `pack.toml` in a folder, made if need be; return the folder."""
    home.mkdir(parents=True, exist_ok=True)
    lines = [first_line] if first_line else []
    for table, found in entries.items():
        for entry in [found] if isinstance(found, dict) else found:
            lines += ["", f"[{table}]" if isinstance(found, dict) else f"[[{table}]]"]
            lines += [f"{key} = {toml(value)}" for key, value in entry.items() if value is not None]
    (home / "pack.toml").write_text("\n".join(lines) + "\n", "utf-8")
    return home


def toml(value: Any) -> str:
    """Return a plain value as TOML writes it in a line."""
    match value:
        case dict():
            return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def a_full_pack(**changes: Any) -> Pack:
    """A pack from which every kind of question can be made."""
    return assembled(full_tables(**changes))


def full_tables(**changes: Any) -> dict[str, Any]:
    facts = [
        a_length("old-length", "old", 120, asks=["metres", "bridge"]),
        a_length("new-length", "new", 640, cites=cited("courier")),
        a_length("mill-length", "mill", 44),
        a_length("mill-length-mirror", "mill", 44, cites=cited("mirror")),
        a_length("foot-length", "foot", 17, cites=cited("courier"), loaded="a mere ditch"),
        a_length("foot-length-mirror", "foot", 19, cites=cited("mirror")),
        a_duty("old-duty", "old", "the town’s"),
        a_duty("rail-duty", "rail", "the state’s"),
        an_opening("old-opened", "old", "1954"),
        an_opening("toll-opened", "toll", "1975", cites=cited("courier")),
        an_opening("new-opened", "new", "1998", asks=["when", "bridge"]),
        an_opening("king-opened", "king", "1931-05", cites=cited("mirror")),
        a_count("old-traffic", "old", "2011", 2500),
        a_count("old-traffic-2018", "old", "2018", 4200, status="attributed", asserted_by="stone"),
        a_design("old-design", "old", "penn"),
        a_design("new-design", "new", "holt"),
        a_design("king-design", "king", "marsh", cites=cited("mirror")),
        a_fact(
            "old-fee", relation="charge", says="crossing {bridge} costs {fee}", asks=["fee"],
            slots={"bridge": "old", "fee": {"value": 3, "text": "about $3", "unit": "$"}},
        ),
        *(a_painting(f"{name}-painted", name) for name in ("old", "mill", "king")),
        a_painting("rail-painted", "rail", relation="statement", slots={}, says="one was not", asks=[],
                   words=["one was not"]),
        a_position("penn-fine", "opinion", "penn", "the work is “a fine piece”"),
        a_position("holt-cost", "opinion", "holt", "it cost too much", topic="building"),
        a_position("text-worth", "opinion", None, "the town deserved it"),
        a_position("marsh-stands", "prediction", "marsh", "it will stand for a century"),
        a_position(
            "stone-repair", "prediction", "stone", "repairs will follow within ten years",
            cites=cited("herald", 5),
        ),
        a_position("penn-steel", "attributed", "penn", "the steel came by boat"),
        a_position("holt-crew", "attributed", "holt", "the crew slept on site", cites=cited("courier", 4)),
    ]  # fmt: skip
    links = [
        a_link("updates", "old-traffic", "old-traffic-2018"),
        a_link("agrees", "mill-length", "mill-length-mirror"),
        a_link("differs", "foot-length", "foot-length-mirror"),
    ]
    return tables(*facts, link=links) | changes
