"""One district of the synthetic pack: a hundred and ten facts about invented things, told by three papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.facts.dates import MONTHS
from quizapp.facts.wording import sentence
from quizapp.generation.draws import Draw
from quizapp.quality.synthetic.counts import COUNTS, MEASURES
from quizapp.quality.synthetic.figures import Figure, another, drawn, later
from quizapp.quality.synthetic.life import DUTIES, SETS, TRAITS
from quizapp.quality.synthetic.matter import SORTS, Matter
from quizapp.quality.synthetic.naming import Names
from quizapp.quality.synthetic.past import EVENTS
from quizapp.quality.synthetic.talk import CLAIMS, CREDITS, FEATURES, GROUPS, JUDGING, PLAIN, REMARKS

PAPERS = 3
SPEAKERS = 5
VOCAL = 2
"""How many of the papers quote people."""

Entry = dict[str, Any]


@dataclass(frozen=True)
class Telling:
    """A fact as a pack writes it, without its citation, and how its paper words it."""

    fact: Entry
    paper: int
    told: str


@dataclass
class District:
    """What the facts of a district stand on, filled as they are drawn."""

    number: int
    draw: Draw
    names: Names
    entities: dict[str, Entry] = field(default_factory=dict)
    tellings: list[Telling] = field(default_factory=list)
    links: list[Entry] = field(default_factory=list)
    _things: dict[tuple[int, str], str] = field(default_factory=dict)
    _counted: set[tuple[int, str]] = field(default_factory=set)

    def entity(self, type_: str, group: str, name: str, aliases: Sequence[str] = ()) -> str:
        """Add an entity and return its id."""
        made = f"{group}-{self.number}-{len(self.entities)}"
        entry = {"id": made, "type": type_, "name": name, "group": group, "aliases": list(aliases)}
        self.entities[made] = entry
        return made

    def thing(self, paper: int, sort: str) -> str:
        """Return the id of the one thing of a sort that a paper writes about."""
        if (paper, sort) not in self._things:
            stem, kind = self.names.stem(), SORTS[sort]
            aliases = [stem] if self.draw.below(2) else []
            self._things[paper, sort] = self.entity(kind.type, sort, kind.name.format(stem), aliases)
        return self._things[paper, sort]

    def person(self, group: str) -> str:
        """Add a person, known by the family name too as often as not, and return the id."""
        full, family = self.names.person()
        return self.entity("person", group, full, [family] if self.draw.below(2) else [])

    def town(self) -> str:
        return self.entity("place", "town", self.names.stem(4, 10))

    def speaker(self, paper: int) -> str | None:
        """Draw a speaker of a paper and return the id; None for a paper that quotes nobody."""
        if paper >= VOCAL:
            return None
        return f"speaker-{self.number}-{paper}-{self.draw.below(SPEAKERS)}"

    def shared_out(self, matters: Sequence[Matter], count: int) -> list[tuple[int, Matter]]:
        """Draw `count` papers and matters, no figure twice in a paper.

        Each paper is drawn by itself: sizes that came out even would tell the last paper from the others.
        """
        free = {paper: self.draw.shuffled(matters) for paper in range(PAPERS)}
        found: list[tuple[int, Matter]] = []
        while len(found) < count:
            paper = self.draw.choice([paper for paper in free if free[paper]])
            matter = free[paper].pop()
            if (paper, matter.id) not in self._counted:
                self._counted.add((paper, matter.id))
                found.append((paper, matter))
        return found

    def printed(self, entity: str) -> str:
        """Return one of the names of an entity, as a paper may print it."""
        entry = self.entities[entity]
        names: list[str] = [entry["name"], *entry["aliases"]]
        return self.draw.choice(names)


def district(number: int, seed: str, names: Names) -> District:
    """Return a district's facts, entities and links; the same for the same number, seed and names so far."""
    home = District(number, Draw(seed, "district", str(number)), names)
    _add_speakers(home)
    for fill in (_events, _pairs, _compared, _measures, _traits, _sets, _duties, _claims):
        fill(home)
    return home


def _add_speakers(home: District) -> None:
    groups = home.draw.shuffled(GROUPS)
    for paper in range(VOCAL):
        for place in range(SPEAKERS):
            full, family = home.names.person()
            made = f"speaker-{home.number}-{paper}-{place}"
            home.entities[made] = {
                "id": made, "type": "person", "name": full, "group": groups[paper], "aliases": [family]
            }  # fmt: skip


def _tell(
    home: District, paper: int, matter: Matter, slots: Mapping[str, Any], asks: Sequence[str],
    *, kind: str, topic: str, says: str = "", speaker: str | None = None,
) -> str:  # fmt: skip
    """Add a fact on a matter, and the article's words for it; return the fact's id."""
    words = {name: _printed(home, value) for name, value in slots.items()}
    told = home.draw.choice(matter.told).format(**words)
    made = f"{matter.id}-{home.number}-{len(home.tellings)}"
    fact: Entry = {
        "id": made, "topic": topic, "kind": kind, "status": "attributed" if speaker else "reported",
        "relation": matter.id, "says": says or matter.says, "asks": list(asks),
        "slots": {name: value.entry if isinstance(value, Figure) else value for name, value in slots.items()},
    }  # fmt: skip
    _add(home, paper, fact, told, speaker)
    return made


def _add(home: District, paper: int, fact: Entry, told: str, speaker: str | None) -> None:
    """Add a fact with its article's sentences, among them a remark in plain or in loaded words."""
    if speaker:
        fact["asserted_by"] = speaker
        told = home.draw.choice(CREDITS).format(who=home.entities[speaker]["name"], told=told)
    sentences = [sentence(told)]
    remark = home.draw.below(3) if fact["slots"] else 2
    if remark < 2:
        word = home.draw.choice((JUDGING, PLAIN)[remark])
        phrase = f"{word} {home.draw.choice(FEATURES)}"
        sentences.append(sentence(home.draw.choice(REMARKS).format(phrase)))
        plain = {"words": [phrase], "says": f"{fact['says']}[, and has {phrase}]"}
        fact |= {"loaded": phrase} if remark == 0 else plain
    home.tellings.append(Telling(fact, paper, " ".join(sentences)))


def _printed(home: District, value: Any) -> str:
    if isinstance(value, Figure):
        return value.text
    if value in home.entities:
        return home.printed(value)
    year, _, month = str(value).partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month.isdigit() and year.isdigit() else str(value)


def _events(home: District) -> None:
    for place, (paper, matter) in enumerate(home.shared_out(EVENTS, 26)):
        year = home.draw.between(1701, 1990)
        when = str(year) if home.draw.below(4) else f"{year}-{home.draw.between(1, 12):02}"
        slots: dict[str, Any] = {"thing": home.thing(paper, matter.sort), "when": when}
        if "who" in matter.slots:
            slots["who"] = home.person("builder")
        says = (matter.says + " in {when}", "in {when}, " + matter.says)[home.draw.below(2)]
        asked = [name for name in matter.ask if name in slots]
        asks = [asked[home.draw.below(len(asked))]] if place % 4 else []
        _tell(home, paper, matter, slots, asks, kind="event", topic="past", says=says)


def _pairs(home: District) -> None:
    """Add figures at two dates, in one paper and by one speaker: what a change can be computed from."""
    for place, (paper, matter) in enumerate(home.shared_out(COUNTS, 8)):
        year = home.draw.between(1900, 1980)
        first = drawn(home.draw, matter)
        figures = (year, first), (year + home.draw.between(3, 18), later(home.draw, matter, first))
        speaker = home.speaker(paper) if home.draw.below(2) else None
        for nth, (when, figure) in enumerate(figures):
            slots = {"thing": home.thing(paper, matter.sort), "when": str(when), "n": figure}
            asks = ["n"] if nth == 0 or place % 2 else []
            _tell(home, paper, matter, slots, asks, kind="statistic", topic="figures", speaker=speaker)


RELATED: Mapping[str, str] = {
    "agrees": "Both give the same figure for the same year.",
    "differs": "They give two figures for one year.",
    "updates": "The second figure is of a later year.",
}


def _compared(home: District) -> None:
    """Add figures that a second paper repeats, contradicts, or brings up to date."""
    for place, (paper, matter) in enumerate(home.shared_out(COUNTS, 6)):
        link = tuple(RELATED)[place // 2]
        year, figure = home.draw.between(1930, 1980), drawn(home.draw, matter)
        second = figure if link == "agrees" else another(home.draw, matter, figure)
        when = year + home.draw.between(2, 15) if link == "updates" else year
        thing = home.thing(paper, matter.sort)
        names = []
        for where, at, n in ((paper, year, figure), ((paper + 1) % PAPERS, when, second)):
            slots = {"thing": thing, "when": str(at), "n": n}
            asks = ["n"] if where == paper else []
            speaker = home.speaker(where) if home.draw.below(2) else None
            names.append(
                _tell(home, where, matter, slots, asks, kind="statistic", topic="figures", speaker=speaker)
            )
        home.links.append({"kind": link, "facts": names, "why": RELATED[link]})


def _measures(home: District) -> None:
    for paper, matter in home.shared_out(MEASURES, 4):
        slots = {"thing": home.thing(paper, matter.sort), "n": drawn(home.draw, matter, hedged=True)}
        speaker = home.speaker(paper) if home.draw.below(2) else None
        _tell(home, paper, matter, slots, ["n"], kind="statistic", topic="figures", speaker=speaker)


def _traits(home: District) -> None:
    for paper, matter in home.shared_out(TRAITS, 6):
        slots = {"thing": home.thing(paper, matter.sort), "what": home.draw.choice(matter.fillers)}
        speaker = home.speaker(paper) if home.draw.below(2) else None
        _tell(home, paper, matter, slots, ["what"], kind="rule", topic="life", speaker=speaker)


def _sets(home: District) -> None:
    """Add lists of three, one of which is asked for by itself."""
    for paper, matter in home.shared_out(SETS, 6):
        ones = home.draw.shuffled(matter.fillers)[:3] if matter.fillers else [home.town() for _ in range(3)]
        for nth, one in enumerate(ones):
            slots = {"thing": home.thing(paper, matter.sort), "one": one}
            _tell(home, paper, matter, slots, ["one"] if nth == 0 else [], kind="rule", topic="life")


def _duties(home: District) -> None:
    for paper, matter in home.shared_out(DUTIES, 10):
        slots = {"thing": home.thing(paper, matter.sort), "level": home.draw.choice(matter.fillers)}
        speaker = home.speaker(paper) if home.draw.below(2) else None
        _tell(home, paper, matter, slots, ["level"], kind="rule", topic="life", speaker=speaker)


_STATUS = {"checkable": ("attributed", "position"), "opinion": ("opinion", "position"),
           "prediction": ("prediction", "position")}  # fmt: skip


def _claims(home: District) -> None:
    """Add claims, opinions and predictions of people, as many of each, and some in the papers' own voice."""
    for status in CLAIMS:
        for _ in range(4):
            paper = home.draw.below(VOCAL)
            _claim(home, paper, status, home.speaker(paper))
        for _ in range(2):
            _claim(home, home.draw.below(PAPERS), status, None)


def _claim(home: District, paper: int, sort: str, speaker: str | None) -> None:
    claim = home.draw.choice(CLAIMS[sort])
    thing = home.thing(paper, home.draw.choice(tuple(SORTS)))
    status, kind = _STATUS[sort] if speaker or sort != "checkable" else ("reported", "event")
    fact: Entry = {
        "id": f"statement-{home.number}-{len(home.tellings)}", "topic": "talk", "kind": kind,
        "status": status, "relation": "statement", "slots": {}, "asks": [], "words": [claim.words],
        "says": claim.says.format(thing=home.entities[thing]["name"]),
    }  # fmt: skip
    _add(home, paper, fact, claim.told.format(thing=home.printed(thing)), speaker)
