"""Whose names a typed answer might mean: those close to the key's, and a few that are simply wrong."""

from __future__ import annotations

from quizapp.facts.pack import Pack
from quizapp.generation.rivals import MOST, OTHERS, rivals
from tests.pack_builders import a_bridge, a_pack, a_person


def people(*names: str) -> Pack:
    named = [a_person(f"p{place}") | {"name": name} for place, name in enumerate(names)]
    return a_pack(entity=[a_bridge("old"), *named])


def rivals_of_the_first(*names: str) -> tuple[str, ...]:
    pack = people(*names)
    return rivals(pack, pack.entities["p0"])


def test_names_that_a_slip_may_turn_into_each_other_are_rivals_the_closest_first() -> None:
    found = rivals_of_the_first("Ada Penn", "Tom Stone", "Adam Penn", "Ida Pens", "Eva Marsh", "Ben Holt")
    assert found[:2] == ("Adam Penn", "Ida Pens")
    assert len(found) == OTHERS


def test_no_more_than_enough_are_kept() -> None:
    names = [f"Ada Pen{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert len(rivals_of_the_first("Ada Penn", *(name for name in names if name != "Ada Penn"))) == MOST


def test_one_s_own_names_are_no_rivals() -> None:
    assert "ada penn" not in rivals_of_the_first("Ada Penn", "ada penn", "Ben Holt")


def test_a_close_name_is_found_among_many() -> None:
    crowd = [f"{first}{second}a Lind" for first in "BCDFGHKLMNPRST" for second in "aeiou" for _ in "x"]
    assert rivals_of_the_first("Ada Penn", *crowd, "Eda Penn", "Ada Penk")[:2] == ("Ada Penk", "Eda Penn")
