"""A pack put together: what links join, what is part of what, and its hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.facts.pack import Pack
from quizapp.facts.reading import read_pack
from quizapp.facts.schema import SlotEntry
from quizapp.facts.slots import slot_value
from quizapp.facts.values import QuantityValue
from tests.pack_builders import (
    a_bridge,
    a_fact,
    a_length,
    a_link,
    a_pack,
    a_position,
    a_source,
    cited,
    tables,
    written,
)

LENGTHS = [
    a_length(name, name, 10 * (place + 1)) for place, name in enumerate(("old", "new", "mill", "king"))
]


def linked_pack() -> Pack:
    links = [a_link("agrees", "old", "new"), a_link("differs", "new", "mill")]
    return a_pack(*LENGTHS, link=links)


def figure(value: float, unit: str | None, text: str | None = None) -> QuantityValue:
    made = slot_value("quantity", SlotEntry(value=value, unit=unit, text=text), {})
    assert isinstance(made, QuantityValue)
    return made


def test_links_of_any_kind_join_facts_and_go_on() -> None:
    pack = linked_pack()
    assert pack.linked("old") == {"new", "mill"}
    assert pack.linked("mill") == {"old", "new"}
    assert pack.linked("king") == frozenset()


def test_only_links_that_agree_make_facts_say_the_same() -> None:
    pack = linked_pack()
    assert pack.agreeing("old") == {"new"}
    assert pack.agreeing("mill") == frozenset()


def test_two_links_that_share_a_fact_are_one_group_in_any_order() -> None:
    links = [
        a_link("agrees", "old", "new"),
        a_link("agrees", "mill", "king"),
        a_link("agrees", "new", "king"),
    ]
    pack = a_pack(*LENGTHS, link=links)
    assert all(len(pack.agreeing(name)) == 3 for name in ("old", "new", "mill", "king"))


def test_wholes_go_all_the_way_up_even_round_a_circle() -> None:
    parts = {"old": ["new"], "new": ["mill"], "mill": ["old"], "king": []}
    pack = a_pack(a_fact(), entity=[a_bridge(name, part_of=wholes) for name, wholes in parts.items()])
    assert pack.wholes("old") == {"new", "mill", "old"}
    assert pack.wholes("king") == frozenset()


def test_entities_overlap_as_part_and_whole_or_by_a_shared_name() -> None:
    bridges = [a_bridge("old", aliases=["the Crossing"]), a_bridge("new", part_of=["mill"]),
               a_bridge("mill"), a_bridge("king", aliases=["The  crossing"])]  # fmt: skip
    pack = a_pack(a_fact(), entity=bridges)
    old, new, mill, king = pack.entities.values()
    assert pack.overlap(old, king)
    assert pack.overlap(new, mill)
    assert pack.overlap(mill, new)
    assert not pack.overlap(old, new)


def test_a_figure_is_given_in_whatever_unit_it_stands() -> None:
    pack = a_pack(a_length("x", "old", 2, slots={"bridge": "old", "metres": {"value": 2, "unit": "days"}}))
    assert pack.gives(figure(2, "days"))
    assert pack.gives(figure(48, "hours"))
    assert pack.gives(figure(48, None, "48 hours"))
    assert not pack.gives(figure(72, "hours"))
    assert pack.gives(figure(2, "weeks"))  # 2 is 2, whatever it counts
    assert not pack.gives(figure(3, "weeks"))


@pytest.mark.parametrize(
    ("seen", "asked"),
    [("primary", ["old-length", "c"]), ("secondary", ["old-length", "c"]), ("memory", ["old-length"])],
)
def test_what_is_marked_so_or_known_from_memory_alone_is_not_askable(seen: str, asked: list[str]) -> None:
    courier = a_source("courier", paragraphs=[], boilerplate=[], seen=seen)
    sources = [a_source("herald"), courier, a_source("mirror")]
    facts = [
        a_fact(),
        a_length("b", "new", 1, not_asked="Loose."),
        a_length("c", "mill", 1, cites=cited("courier")),
    ]
    assert [fact.id for fact in a_pack(*facts, source=sources).askable] == asked


def test_facts_are_found_by_relation_source_and_speaker() -> None:
    said = a_position("x", "opinion", "penn", "it is fine", cites=cited("courier", 4))
    pack = a_pack(a_fact(), said)
    assert [fact.id for fact in pack.by_relation["length"]] == ["old-length"]
    assert {name: [fact.id for fact in facts] for name, facts in pack.by_source.items()} == {
        "herald": ["old-length"], "courier": ["x"], "mirror": []
    }  # fmt: skip
    assert [fact.id for fact in pack.by_speaker["penn"]] == ["x"]


def test_the_hash_ignores_comments_order_and_files(tmp_path: Path) -> None:
    entries = tables(*LENGTHS)
    whole = read_pack(written(tmp_path / "one", entries))
    turned = {name: found[::-1] if isinstance(found, list) else found for name, found in entries.items()}
    again = read_pack(written(tmp_path / "two", turned, first_line="# a comment"))
    head = {"pack": entries.pop("pack")}
    apart = written(tmp_path / "three", entries)
    (apart / "pack.toml").rename(apart / "rest.toml")
    assert whole.hash == again.hash == read_pack(written(apart, head)).hash


def test_the_hash_changes_with_any_content() -> None:
    hashes = {
        a_pack(*LENGTHS).hash,
        a_pack(*LENGTHS[1:]).hash,
        a_pack(*LENGTHS, link=[a_link("agrees", "old", "new")]).hash,
        a_pack(
            *LENGTHS, entity=[a_bridge(name, group="ford") for name in ("old", "new", "mill", "king")]
        ).hash,
        a_pack(a_length("old", "old", 11), *LENGTHS[1:]).hash,
    }
    assert len(hashes) == 5
