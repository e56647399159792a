"""`docs/kinds.md`: every kind has its section, and every example there still comes out of its pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.facts.reading import read_pack
from quizapp.generation.bank import KINDS
from quizapp.generation.kinds.interface import Kind
from quizapp.paths import packs
from tests.kinds_page import example, questions_of

DOC = (Path(__file__).parents[1] / "docs" / "kinds.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## `([a-z-]+)`(.*?)(?=^## |\Z)", DOC, re.MULTILINE | re.DOTALL))

GROUPED = ("timeline", "matching")
"""Kinds that a seed draws facts together for: of their examples every part must come out, not the group."""


def shown(section: str, pattern: str) -> str:
    found = re.search(pattern, section)
    assert found, pattern
    return found[1]


def parts(answer: str) -> set[str]:
    """Return the parts of an answer, whose order a seed may draw."""
    return set(answer.split(" · "))


def test_every_kind_has_a_section_in_order_and_no_other() -> None:
    assert list(SECTIONS) == [kind.NAME for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.NAME)
def test_a_section_says_what_the_kind_trains_and_when_it_is_not_asked(kind: Kind) -> None:
    section = " ".join(SECTIONS[kind.NAME].split())
    assert kind.TRAINS in section
    assert "**Answered.**" in section
    assert "**Not asked where**" in section


@pytest.mark.parametrize("kind", [kind.NAME for kind in KINDS])
def test_an_example_still_comes_out_of_its_pack(kind: str) -> None:
    section = SECTIONS[kind]
    pack = read_pack(packs() / shown(section, r"From `([a-z0-9]+)`:"))
    stem, key = shown(section, r"> \*\*(.+)\*\*\n"), parts(shown(section, r"> Key: (.+)"))
    made = list(questions_of(pack, kind))
    again = any(question.stem == stem and parts(question.answer) == key for question in made)
    if kind in GROUPED:
        again = key <= {part for question in made for part in parts(question.answer)}
    assert again, f"write another example, such as:\n\n{example(made[0])}"


@pytest.mark.parametrize("kind", [kind.NAME for kind in KINDS])
def test_a_section_names_the_skills_that_its_questions_train(kind: str) -> None:
    section = SECTIONS[kind]
    pack = read_pack(packs() / "287g")
    named = set(re.findall(r"S\d+", section.split("**Answered.**")[0]))
    assert {question.skill for question in questions_of(pack, kind)} <= named


def test_every_skill_is_trained_by_some_kind() -> None:
    named = {
        skill
        for section in SECTIONS.values()
        for skill in re.findall(r"S\d+", section.split("**Answered.**")[0])
    }
    assert named == {f"S{number}" for number in range(1, 11)}
