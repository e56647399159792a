"""A wrong option is dropped for every reason why it might be right after all."""

from __future__ import annotations

from typing import Any

import pytest

from quizapp.facts.pack import Pack
from quizapp.generation.distractors import candidates
from quizapp.generation.falsity import Basis, basis, may_be_true
from tests.pack_builders import (
    BRIDGES,
    DESIGNED,
    LENGTH,
    OPENED,
    PEOPLE,
    TRAFFIC,
    Entry,
    a_bridge,
    a_count,
    a_design,
    a_fact,
    a_length,
    a_link,
    a_pack,
    a_person,
    a_position,
    an_opening,
    cited,
)


def reason(pack: Pack, fact: str, slot: str, lender: str, lent: str = "") -> str | None:
    """Return why the value that another fact gives might be true of this one, if anything says so."""
    proof = basis(pack.facts[fact], slot)
    assert proof is not None
    value = pack.facts[lender].slots[lent or slot]
    return may_be_true(pack, pack.facts[fact], slot, value, proof.given)


def lent(pack: Pack, fact: str, slot: str) -> list[str]:
    return [distractor.words for distractor in candidates(pack, pack.facts[fact], slot)]


def people(**changes: Any) -> list[Entry]:
    """The entities of a pack in which Ben Holt has these changes."""
    return [
        *map(a_bridge, BRIDGES),
        *(a_person(name, **(changes if name == "holt" else {})) for name in PEOPLE),
    ]


DESIGNS = [a_design("a", "old", "penn"), a_design("b", "new", "holt")]


def test_a_plain_other_value_is_kept() -> None:
    pack = a_pack(*DESIGNS)
    assert reason(pack, "a", "who", "b") is None
    assert lent(pack, "a", "who") == ["Ben Holt"]


def test_another_name_of_the_key_is_dropped() -> None:
    assert lent(a_pack(*DESIGNS, entity=people(aliases=["ADA  Penn"])), "a", "who") == []


@pytest.mark.parametrize(("part", "whole"), [("old", "new"), ("new", "old")])
def test_a_part_or_a_whole_of_the_key_is_dropped(part: str, whole: str) -> None:
    bridges = [a_bridge(name, part_of=[whole] if name == part else []) for name in BRIDGES]
    pack = a_pack(a_length("a", "old", 120, asks=["bridge"]), a_length("b", "new", 640), entity=bridges)
    assert reason(pack, "a", "bridge", "b") == "it is the key"
    assert lent(pack, "a", "bridge") == []


def test_what_a_linked_fact_gives_is_dropped_however_far_the_links_go() -> None:
    third = a_design("c", "mill", "marsh")
    links = [a_link("qualifies", "a", "c"), a_link("differs", "c", "b")]
    pack = a_pack(*DESIGNS, third, link=links)
    assert reason(pack, "a", "who", "b") == "the linked fact b gives it"
    assert lent(pack, "a", "who") == []


def test_what_a_linked_fact_gives_in_another_slot_is_dropped() -> None:
    facts = [a_length("a", "old", 120), a_count("n", "old", "2011", 640), a_length("b", "new", 640)]
    facts[1]["slots"]["count"] = {"value": 640, "text": "640 metres", "unit": "metres"}
    assert lent(a_pack(*facts), "a", "metres") == ["640 metres"]
    assert lent(a_pack(*facts, link=[a_link("qualifies", "a", "n")]), "a", "metres") == []


def test_what_another_source_gives_for_the_same_given_slots_is_dropped() -> None:
    other = a_design("other", "old", "marsh", cites=cited("courier"))
    pack = a_pack(*DESIGNS, other, a_design("d", "mill", "marsh"))
    assert reason(pack, "a", "who", "d") == "the fact other gives it for the same bridge"
    assert lent(pack, "a", "who") == ["Ben Holt"]


def test_what_another_speaker_gives_for_the_same_given_slots_is_dropped() -> None:
    other = a_design("other", "old", "holt", status="attributed", asserted_by="stone")
    assert lent(a_pack(*DESIGNS, other), "a", "who") == []


def test_what_a_fact_not_to_be_asked_gives_is_dropped_too() -> None:
    other = a_design("other", "old", "holt", cites=cited("courier"), not_asked="Loose.")
    assert lent(a_pack(*DESIGNS, other), "a", "who") == []


@pytest.mark.parametrize(
    ("when", "kept"),
    [("2012", True), ("2011", False), ("2011-05", False), ("2009/2011", False), ("unknown", False)],
)
def test_a_figure_for_an_overlapping_or_unknown_date_is_dropped(when: str, kept: bool) -> None:
    pack = a_pack(a_count("a", "old", "2011", 900), a_count("b", "old", when, 1500, cites=cited("courier")))
    assert lent(pack, "a", "count") == (["1,500"] if kept else [])


@pytest.mark.parametrize(
    ("when", "kept"), [("1954-03", False), ("1954", False), ("1950/1960", False), ("1956", True)]
)
def test_a_date_that_overlaps_the_key_is_dropped(when: str, kept: bool) -> None:
    pack = a_pack(an_opening("a", "old", "1954"), an_opening("b", "new", when))
    assert (reason(pack, "a", "when", "b") is None) == kept


def metres(name: str, bridge: str, value: float, text: str, unit: str = "metres", **more: Any) -> Entry:
    figure = {"value": value, "text": text, "unit": unit}
    return a_length(name, bridge, 1, slots={"bridge": bridge, "metres": figure}, **more)


@pytest.mark.parametrize(
    ("value", "text", "kept"),
    [(125, "125 metres", False), (111, "about 111 metres", False), (200, "200 metres", True)],
)
def test_a_figure_within_what_was_reported_is_dropped(value: float, text: str, kept: bool) -> None:
    pack = a_pack(metres("a", "old", 120, "about 120 metres"), metres("b", "new", value, text))
    assert (reason(pack, "a", "metres", "b") is None) == kept


def test_the_same_figure_in_another_unit_is_dropped() -> None:
    facts = [metres("a", "old", 48, "48 hours", "hours"), metres("b", "new", 2, "two days", "days"),
             metres("c", "mill", 3, "three days", "days")]  # fmt: skip
    pack = a_pack(*facts)
    assert reason(pack, "a", "metres", "b") == "it is the key"
    assert reason(pack, "a", "metres", "c") is None


def test_a_figure_that_a_linked_fact_gives_in_another_unit_is_dropped() -> None:
    facts = [metres("a", "old", 72, "72 hours", "hours"), metres("b", "new", 2, "two", "days"),
             metres("c", "mill", 48, "48", "hours")]  # fmt: skip
    assert reason(a_pack(*facts), "a", "metres", "c") is None
    pack = a_pack(*facts, link=[a_link("differs", "a", "b")])
    assert reason(pack, "a", "metres", "c") == "the linked fact b gives it"


def test_a_figure_that_the_key_s_way_of_printing_would_change_is_not_lent() -> None:
    facts = [
        metres("a", "old", 22_000_000, "22 million people", "people"),
        metres("b", "new", 300, "300", "people"),
        metres("c", "mill", 5_000_000, "5,000,000 people", "people"),
    ]
    assert lent(a_pack(*facts), "a", "metres") == ["5 million people"]


def test_without_determination_or_closure_nothing_is_false() -> None:
    fee = {"value": 3, "text": "$3", "unit": "$"}
    pack = a_pack(
        a_fact("a", relation="charge", slots={"bridge": "old", "fee": fee}, asks=[], says="{bridge} {fee}")
    )
    assert basis(pack.facts["a"], "fee") is None
    assert candidates(pack, pack.facts["a"], "fee") == []


def test_a_determined_slot_is_contradicted_and_a_closed_one_not_reported() -> None:
    pack = a_pack(a_fact(asks=["bridge", "metres"]))
    fact = pack.facts["old-length"]
    assert basis(fact, "metres") == Basis("contradicted", ("bridge",))
    assert basis(fact, "bridge") == Basis("not reported", ("metres",))


def test_a_relation_must_be_closed_in_every_source_that_a_fact_cites() -> None:
    relation = LENGTH | {"closed_in": ["herald"], "determines": []}
    both = [*cited("herald"), *cited("courier")]
    pack = a_pack(a_fact(), a_length("b", "new", 640, cites=both), relation=[relation])
    assert basis(pack.facts["old-length"], "metres") is not None
    assert basis(pack.facts["b"], "metres") is None


def test_a_fact_that_lacks_a_given_slot_contradicts_nothing() -> None:
    relation = TRAFFIC | {"closed_in": []}
    count = a_count("a", "old", "2011", 900, says="{count} vehicles crossed {bridge}")
    del count["slots"]["when"]
    assert basis(a_pack(count, relation=[relation]).facts["a"], "count") is None


def test_names_come_from_the_same_type_and_group_only() -> None:
    pack = a_pack(*DESIGNS, a_design("c", "mill", "marsh"), entity=people(group="mayor"))
    assert lent(pack, "a", "who") == ["Eva Marsh"]


def test_names_come_from_other_relations_as_well() -> None:
    pack = a_pack(a_length("a", "old", 120, asks=["bridge"]), an_opening("b", "king", "1931"))
    assert lent(pack, "a", "bridge") == ["King Bridge"]


def test_speakers_of_no_slot_and_facts_of_no_text_held_lend_nothing() -> None:
    pack = a_pack(DESIGNS[0], a_design("b", "new", "holt", not_asked="Loose."),
                  a_position("c", "opinion", "marsh", "it is fine"), relation=[DESIGNED, OPENED, LENGTH,
                  {"id": "statement", "about": "x"}])  # fmt: skip
    assert lent(pack, "a", "who") == []
