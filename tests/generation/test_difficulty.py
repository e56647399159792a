"""Difficulty is a sum of three signals: the kind, how alike the options look, how abstract the key is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.facts.values import SlotValue
from quizapp.generation.difficulty import (
    ABSTRACT,
    BASE_DIFFICULTY,
    SIMILAR,
    abstraction,
    difficulty,
    likeness,
)
from quizapp.generation.question import Option
from tests.builders import an_option
from tests.generation.making import made
from tests.pack_builders import Entry, a_duty, a_fact, a_full_pack, a_pack


def key(slots: Entry, slot: str, relation: str, says: str) -> SlotValue:
    return a_pack(a_fact("a", relation=relation, slots=slots, says=says, asks=[])).facts["a"].slots[slot]


def metres(**figure: object) -> SlotValue:
    slots = {"bridge": "old", "metres": {"value": 120, "unit": "metres", **figure}}
    return key(slots, "metres", "length", "{bridge} is {metres} long")


PRINTED, SHOWN = metres(text="120 metres"), metres(text="120", shows="120 metres")
OURS = key({"bridge": "old", "level": {"value": "the town’s", "text": "the council pays"}}, "level", "upkeep",
           "it is {level}")  # fmt: skip


def test_a_key_adds_by_how_far_it_is_from_a_word_in_print() -> None:
    assert abstraction("value", PRINTED) == "as printed"
    assert abstraction("value", SHOWN) == "in other words"
    assert abstraction("value", OURS) == "a term of ours"
    assert abstraction("who-said", None) == "as printed"
    assert abstraction("verdict", PRINTED) == "a judgement"


@pytest.mark.parametrize(("value", "points"), [(PRINTED, 0), (SHOWN, 5), (OURS, 10)])
def test_abstraction_is_added_to_the_base(value: SlotValue, points: int) -> None:
    assert difficulty("number", [], value) == BASE_DIFFICULTY["number"] + points


def test_options_that_look_the_same_add_all_points_and_fixed_labels_none() -> None:
    same = [an_option("Old Bridge"), an_option("Old Bridge", correct=True)]
    assert difficulty("value", same) == BASE_DIFFICULTY["value"] + SIMILAR
    assert likeness([replace(option, origin="answer-form") for option in same]) == 0


def test_likeness_is_the_mean_share_of_trigrams_in_common() -> None:
    assert likeness([an_option("abc"), an_option("abd")]) == 1000 * 2 // 6  # "  a" and " ab", of six
    assert likeness([an_option("abc"), an_option("xyz")]) == 0


@given(st.sampled_from(sorted(BASE_DIFFICULTY)), st.lists(st.text(max_size=20), max_size=6))
def test_it_lies_between_0_and_100(kind: str, texts: list[str]) -> None:
    options: list[Option] = [an_option(text) for text in texts]
    assert all(0 <= difficulty(kind, options, value) <= 100 for value in (None, PRINTED, SHOWN, OURS))


def test_a_question_s_difficulty_follows_from_its_key() -> None:
    numbers = made("number", a_full_pack())
    assert {question.difficulty for question in numbers} == {BASE_DIFFICULTY["number"]}
    (duty, *_) = made("level-of-government", a_pack(a_duty("a", "old", "the town’s")))
    assert duty.difficulty == BASE_DIFFICULTY["level-of-government"] + ABSTRACT["a judgement"]


def test_names_that_look_alike_are_harder_to_tell_apart() -> None:
    near, far = (["Ada Penn", "Ada Pens"], ["Ada Penn", "Tom Stone"])
    assert difficulty("value", [*map(an_option, near)]) > difficulty("value", [*map(an_option, far)])
