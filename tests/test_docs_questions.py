"""`docs/questions.md` tells what the generator does: kinds, rules and difficulty are held to the code."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from quizapp.generation import rules
from quizapp.generation.bank import KINDS
from quizapp.generation.composing import BASE_DIFFICULTY

DOC = (Path(__file__).parents[1] / "docs" / "questions.md").read_text("utf-8")


def section(title: str) -> str:
    return DOC.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_lists_every_kind_and_no_other() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", section("The kinds"), re.MULTILINE)
    assert listed == [kind.NAME for kind in KINDS]


def test_lists_every_rule_with_its_name() -> None:
    table = section("Rules every question is held to")
    listed = re.findall(r"^\| (\d+) \| ([a-z ]+) \|", table, re.MULTILINE)
    made = re.findall(r'Flaw\((\d+), "([a-z -]+)"', inspect.getsource(rules))
    assert sorted(listed) == sorted((number, name.replace("-", " ")) for number, name in made)


def test_gives_the_base_difficulty_of_every_kind() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", section("Difficulty"), re.MULTILINE)
    assert {kind: int(base) for kind, base in listed} == BASE_DIFFICULTY
