"""A wrong option that a new fact makes right is dropped, whichever way the fact makes it so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quizapp.facts.pack import Pack
from tests.generation.making import made
from tests.generation.rules.linting import broken_in
from tests.pack_builders import (
    BRIDGES,
    PAINTED,
    PEOPLE,
    RELATIONS,
    Entry,
    a_bridge,
    a_count,
    a_design,
    a_duty,
    a_fact,
    a_length,
    a_link,
    a_pack,
    a_painting,
    a_person,
    a_position,
    a_relation,
    an_opening,
    cited,
)

SEEDS = [str(number) for number in range(15)]
LINKS = ("agrees", "differs", "updates", "answers", "qualifies")


def offers(kind: str, pack: Pack, text: str, fact: str = "a") -> bool:
    """Tell whether any seed gives a question of a fact in which a text is offered as wrong."""
    questions = [q for seed in SEEDS for q in made(kind, pack, seed) if fact in q.facts]
    if kind == "verdict":
        return any(text in q.quote for q in questions if not q.answer.startswith("Supported"))
    mine = kind == "matching"  # there a filler is wrong in every gap but its own
    return any(
        text == option.text and (mine or not option.correct) for q in questions for option in q.options
    )


def entities(**changes: Entry) -> list[Entry]:
    """The usual bridges and people, of whom the named ones have these changes."""
    bridges = [a_bridge(name) | changes.get(name, {}) for name in (*BRIDGES, "span")]
    return [*bridges, *(a_person(name) | changes.get(name, {}) for name in PEOPLE)]


def packed(facts: list[Entry], *more: Entry, **changes: Any) -> Pack:
    return a_pack(*facts, *more, **({"entity": entities()} | changes))


Change = Callable[[list[Entry]], Pack]


def with_facts(*more: Entry) -> Change:
    return lambda facts: packed(facts, *more)


def with_entities(**changes: Entry) -> Change:
    return lambda facts: packed(facts, entity=entities(**changes))


def with_link(kind: str, *names: str) -> Change:
    return lambda facts: packed(facts, link=[a_link(kind, *names)])


def with_links(*links: Entry) -> Change:
    return lambda facts: packed(facts, link=list(links))


def with_fact_and_link(more: Entry, *names: str) -> Change:
    return lambda facts: packed(facts, more, link=[a_link("qualifies", *names)])


DESIGNS = [
    a_design("a", "old", "penn"), a_design("b", "new", "holt"), a_design("c", "mill", "marsh"),
    a_design("d", "rail", "stone"),
]  # fmt: skip
HOLT: dict[str, Change] = {
    "an alias of the key": with_entities(holt={"aliases": ["Ada Penn"]}),
    "an alias of the key in other letters": with_entities(holt={"aliases": ["ADA  PENN"]}),
    "an alias that both have": with_entities(
        holt={"aliases": ["the firm"]}, penn={"aliases": ["The Firm"]}
    ),
    "the whole of which the key is a part": with_entities(penn={"part_of": ["holt"]}),
    "a part of the key": with_entities(holt={"part_of": ["penn"]}),
    "the whole of a whole": with_entities(penn={"part_of": ["stone"]}, stone={"part_of": ["holt"]}),
    "another source gives it": with_facts(a_design("x", "old", "holt", cites=cited("courier"))),
    "another speaker gives it": with_facts(
        a_design("x", "old", "holt", status="attributed", asserted_by="stone")
    ),
    "a fact that is not to be asked gives it": with_facts(
        a_design("x", "old", "holt", cites=cited("mirror"), not_asked="Loose.")
    ),
    "a newer fact gives it": with_facts(
        a_design("x", "old", "holt", cites=cited("courier"), as_of="2024")
    ),
    "the given thing has another name": lambda facts: packed(
        facts, a_design("x", "span", "holt", cites=cited("courier")),
        entity=entities(span={"aliases": ["Old Bridge"]}),
    ),
    "a part of the given thing has it": lambda facts: packed(
        facts, a_design("x", "span", "holt"), entity=entities(span={"part_of": ["old"]})
    ),
    "a whole of it is given for the same": lambda facts: packed(
        facts, a_design("x", "old", "stone", cites=cited("courier")),
        entity=entities(holt={"part_of": ["stone"]}),
    ),
    **{f"a link that {kind} leads to who lent it": with_link(kind, "a", "b") for kind in LINKS},
    "links lead to who lent it by way of another": with_links(
        a_link("qualifies", "a", "d"), a_link("differs", "d", "b")
    ),
    "a linked fact gives it in another relation": with_fact_and_link(
        a_design("x", "king", "holt", cites=cited("courier")), "a", "x"
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["value", "verdict", "matching"])
@pytest.mark.parametrize("way", HOLT)
def test_a_name_is_dropped_when_it_may_be_right(kind: str, way: str) -> None:
    assert offers(kind, packed(DESIGNS), "Ben Holt")
    assert not offers(kind, HOLT[way](DESIGNS), "Ben Holt")


def metres(name: str, bridge: str, value: float, text: str, unit: str = "metres", **more: Any) -> Entry:
    figure = {"value": value, "text": text, "unit": unit or None}
    return a_length(name, bridge, 1, slots={"bridge": bridge, "metres": figure}, **more)


def courier(value: float, text: str, unit: str = "metres") -> Entry:
    return metres("x", "old", value, text, unit, cites=cited("courier"))


LENGTHS = [metres("a", "old", 420, "420 metres"), metres("b", "new", 640, "640 metres")]
PEOPLE_CARRIED = [
    metres("a", "old", 700_000, "700,000 people", "people"),
    metres("b", "new", 1_200_000, "1,200,000 people", "people"),
]
SHARES = [metres("a", "old", 30, "30%", "%"), metres("b", "new", 49, "49%", "%")]
FIGURES = {
    "as it is": (LENGTHS, "640 metres", courier(640, "640 metres")),
    "in other units": (LENGTHS, "640 metres", courier(0.64, "0.64 km", "km")),
    "in units of another system": (LENGTHS, "640 metres", courier(2100, "2,100 feet", "feet")),
    "in words": (LENGTHS, "640 metres", courier(640, "six hundred and forty metres")),
    "more coarsely rounded": (LENGTHS, "640 metres", courier(0.6, "0.6 km", "km")),
    "within what a hedge allows": (LENGTHS, "640 metres", courier(600, "about 600 metres")),
    "just above what it is said to exceed": (LENGTHS, "640 metres", courier(620, "more than 620 metres")),
    "in a range": (LENGTHS, "640 metres", courier(650, "between 600 and 700 metres")),
    "without its unit": (LENGTHS, "640 metres", courier(640, "640", "")),
    "in millions": (PEOPLE_CARRIED, "1,200,000 people", courier(1_200_000, "1.2 million people", "people")),
    "as about half": (SHARES, "49%", courier(0.5, "about half", "")),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["value", "verdict", "matching"])
@pytest.mark.parametrize("way", FIGURES)
def test_a_figure_is_dropped_when_another_source_gives_it(kind: str, way: str) -> None:
    facts, text, new = FIGURES[way]
    facts = [*facts, *([metres("c", "mill", 57, "57 metres")] if kind == "matching" else [])]
    if kind != "matching" or facts[0] is LENGTHS[0]:
        assert offers(kind, packed(facts), text)
    assert not offers(kind, packed(facts, new), text)
    assert not offers(kind, packed(facts, new | {"slots": {**new["slots"], "bridge": "king"}},
                                   link=[a_link("differs", "a", "x")]), text)  # fmt: skip


@pytest.mark.parametrize("when", ["2011", "2011-05", "2009/2011", "unknown"])
@pytest.mark.parametrize("kind", ["value", "verdict"])
def test_a_figure_is_dropped_when_it_is_given_for_a_date_that_may_be_the_same(kind: str, when: str) -> None:
    facts = [a_count("a", "old", "2011", 2500), a_count("b", "old", "2018", 4200)]
    assert offers(kind, packed(facts), "4,200")
    assert not offers(kind, packed(facts, a_count("x", "old", when, 4200, cites=cited("courier"))), "4,200")


@pytest.mark.parametrize("when", ["1975", "1975-06", "1970/1980", "unknown"])
@pytest.mark.parametrize("kind", ["value", "verdict"])
def test_a_date_is_dropped_when_another_source_gives_one_that_overlaps_it(kind: str, when: str) -> None:
    facts = [an_opening("a", "old", "1954"), an_opening("b", "toll", "1975")]
    assert offers(kind, packed(facts), "1975")
    assert not offers(kind, packed(facts, an_opening("x", "old", when, cites=cited("courier"))), "1975")


BUILT = a_relation(
    "built", {"bridge": "place", "of": "term"}, determines=[{"given": ["bridge"], "slot": "of"}],
    ask={"of": "what is {bridge} built of?"},
)  # fmt: skip


def a_material(name: str, bridge: str, of: str | Entry, **changes: Any) -> Entry:
    return a_fact(
        name, relation="built", slots={"bridge": bridge, "of": of}, says="{bridge} is built of {of}",
        asks=["of"], **changes,
    )  # fmt: skip


MATERIALS = [
    a_material("a", "old", "brick"),
    a_material("b", "new", "stone"),
    a_material("c", "mill", "steel"),
]
TERMS: dict[str, str | Entry] = {
    "itself": "stone",
    "a narrower term": "grey stone",
    "the same in other letters": "Stone",
    "the same in print": {"value": "granite", "text": "stone"},
}


@pytest.mark.parametrize("kind", ["value", "verdict"])
@pytest.mark.parametrize("way", TERMS)
def test_a_term_is_dropped_when_another_source_gives_it(kind: str, way: str) -> None:
    relations = [*RELATIONS, BUILT]
    new = a_material("x", "old", TERMS[way], cites=cited("courier"))
    assert offers(kind, packed(MATERIALS, relation=relations), "stone")
    assert not offers(kind, packed(MATERIALS, new, relation=relations), "stone")


def test_a_wider_term_than_the_key_is_no_option() -> None:
    facts = [a_material("a", "old", "grey stone"), MATERIALS[1],
             a_material("c", "mill", "red brick"), a_material("d", "rail", "cast iron"),
             a_material("e", "king", "grey steel")]  # fmt: skip
    pack = packed(facts, relation=[*RELATIONS, BUILT])
    assert offers("verdict", pack, "cast iron")
    assert not offers("verdict", pack, "of stone")


def test_fixed_labels_are_not_asked_for_when_two_may_hold() -> None:
    duty = a_duty("a", "old", "the town’s")
    assert offers("level-of-government", packed([duty]), "the county’s")
    both = packed([duty], a_duty("x", "old", "the county’s", cites=cited("courier")))
    assert not offers("level-of-government", both, "the county’s")


PAINTINGS = [
    a_painting("a", "old"), a_painting("b", "mill"), a_length("c", "king", 99), a_length("d", "rail", 77),
    a_length("e", "toll", 55),
]  # fmt: skip
SETS: dict[str, Change] = {
    "another speaker names it": with_facts(a_painting("x", "king", status="attributed", asserted_by="stone")),
    "another source names it": with_facts(a_painting("x", "king", cites=cited("courier"))),
    "a part of it is named": lambda facts: packed(
        facts, a_painting("x", "span"), entity=entities(span={"part_of": ["king"]})
    ),
    "it is a part of one that is named": with_entities(king={"part_of": ["mill"]}),
    "it is another name of one that is named": with_entities(king={"aliases": ["Mill Bridge"]}),
    "a link leads to it": with_link("qualifies", "b", "c"),
}


@pytest.mark.parametrize("way", SETS)
def test_what_a_source_may_name_is_no_wrong_answer_to_what_it_names(way: str) -> None:
    assert offers("select-all", packed(PAINTINGS), "King Bridge")
    assert not offers("select-all", SETS[way](PAINTINGS), "King Bridge")


def test_what_is_named_for_another_date_is_no_wrong_answer_where_no_date_is_given() -> None:
    dated = PAINTED | {"slots": {"bridge": "place", "when": "date"}}

    def painted(name: str, bridge: str, when: str, **changes: Any) -> Entry:
        return a_painting(name, bridge, **changes) | {"slots": {"bridge": bridge, "when": when}}

    facts = [painted("a", "old", "1954"), painted("b", "mill", "1954"), *PAINTINGS[2:]]
    relations = [*(one for one in RELATIONS if one["id"] != "painted"), dated]
    assert offers("select-all", packed(facts, relation=relations), "King Bridge")
    later = painted("x", "king", "1990", status="attributed", asserted_by="stone")
    assert not offers("select-all", packed(facts, later, relation=relations), "King Bridge")


CLAIMS = [
    a_position("a", "opinion", "penn", "the paint was badly chosen"),
    a_position("b", "opinion", "holt", "the toll is too high"),
    a_position("c", "opinion", "marsh", "the lamps are too dim"),
    a_position("d", "opinion", "stone", "the railing is rusty"),
]
SAYERS: dict[str, Change] = {
    "he says the same": with_facts(a_position("x", "opinion", "holt", "the paint was badly chosen")),
    "he says it elsewhere, and more": with_facts(
        a_position("x", "opinion", "holt", "the blue paint was badly chosen", cites=cited("courier"))
    ),
    "he says a part of it": with_facts(a_position("x", "opinion", "holt", "paint was chosen badly")),
    "a link leads to what he says": with_link("answers", "a", "b"),
    "he is another name of the speaker": with_entities(holt={"aliases": ["Ada Penn"]}),
    "he is whom the speaker is a part of": with_entities(penn={"part_of": ["holt"]}),
    "one who is a part of him says the same": lambda facts: packed(
        facts, a_position("x", "opinion", "stone", "the paint was badly chosen"),
        entity=entities(stone={"part_of": ["holt"]}),
    ),
    "he passes it on": lambda facts: packed([facts[0] | {"through": ["holt"]}, *facts[1:]]),
}  # fmt: skip


@pytest.mark.parametrize("way", SAYERS)
def test_who_may_have_said_it_too_is_no_option(way: str) -> None:
    assert offers("who-said", packed(CLAIMS), "Ben Holt")
    assert not offers("who-said", SAYERS[way](CLAIMS), "Ben Holt")


SAID = [a_length("a", "old", 120), an_opening("b", "mill", "1954", cites=cited("courier"))]
REPORTS: dict[str, Change] = {
    "it gives the same": with_facts(a_length("x", "old", 120, cites=cited("courier"))),
    "it gives the same in other units": with_facts(courier(0.12, "0.12 km", "km")),
    "it gives it of a part": lambda facts: packed(
        facts, a_length("x", "span", 120, cites=cited("courier")), entity=entities(span={"part_of": ["old"]})
    ),
    "it says the same words": with_facts(
        a_position("x", "attributed", "penn", "Old Bridge is 120 metres long", cites=cited("courier", 4))
    ),
    "it speaks of the same thing": with_facts(a_design("x", "old", "penn", cites=cited("courier"))),
    "a link leads to it": with_link("agrees", "a", "b"),
}  # fmt: skip


@pytest.mark.parametrize("way", REPORTS)
def test_a_source_that_may_report_it_too_is_no_option(way: str) -> None:
    assert offers("which-source", packed(SAID), "Town Courier, 2019")
    assert not offers("which-source", REPORTS[way](SAID), "Town Courier, 2019")


PASSAGES = [
    a_length("a", "old", 120), a_design("key", "mill", "penn", cites=cited("herald", 3)),
    an_opening("b", "king", "1931", cites=cited("herald", 5)),
    an_opening("c", "rail", "1902", cites=cited("herald", 6)),
    an_opening("d", "toll", "1975-05", cites=cited("herald", 7)),
]  # fmt: skip
THERE = "King Bridge opened in 1931"
IN_5: dict[str, Change] = {
    "a fact linked to it stands there": with_fact_and_link(
        a_design("x", "rail", "holt", cites=cited("herald", 5)), "a", "x"
    ),
    "the same stands there": with_facts(a_length("x", "old", 120, cites=cited("herald", 5))),
    "the same stands there in other units": with_facts(
        metres("x", "old", 0.12, "0.12 km", "km", cites=cited("herald", 5))
    ),
    "it is said there in the same words": with_facts(
        a_position("x", "attributed", "penn", "Old Bridge is 120 metres long", cites=cited("herald", 5))
    ),
    "the statement refers to that passage": lambda facts: packed(
        [facts[0] | {"cites": cited("herald", 3, context=[5])}, *facts[1:]]
    ),
    "it is linked to the statement": with_link("qualifies", "a", "b"),
}


@pytest.mark.parametrize("way", IN_5)
def test_a_passage_that_may_hold_evidence_is_no_wrong_one(way: str) -> None:
    assert offers("evidence", packed(PASSAGES), THERE)
    assert not offers("evidence", IN_5[way](PASSAGES), THERE)


def test_a_phrase_that_another_fact_finds_loaded_is_not_called_plain() -> None:
    facts = [
        a_length("a", "old", 120, loaded="a mere ditch"), an_opening("b", "king", "1931"),
        an_opening("c", "rail", "1902"), an_opening("d", "toll", "1975"),
    ]  # fmt: skip
    assert offers("wording", packed(facts), "“120 metres”")
    assert not offers(
        "wording", packed(facts, an_opening("x", "mill", "1850", loaded="120 metres")), "“120 metres”"
    )


@pytest.mark.parametrize(
    ("kind", "facts", "text", "change"),
    [
        *(("who-said", CLAIMS, "Ben Holt", change) for change in SAYERS.values()),
        *(("which-source", SAID, "Town Courier, 2019", change) for change in REPORTS.values()),
        *(("evidence", PASSAGES, THERE, change) for change in IN_5.values()),
    ],
)
def test_a_question_made_before_is_reported_by_rule_17(
    kind: str, facts: list[Entry], text: str, change: Change
) -> None:
    question = next(
        one
        for seed in SEEDS
        for one in made(kind, packed(facts), seed)
        if "a" in one.facts and any(text == option.text and not option.correct for option in one.options)
    )
    assert 17 not in broken_in(packed(facts), question)
    assert 17 in broken_in(change(facts), question)
