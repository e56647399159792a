"""`docs/questions.md` tells what the generator does: kinds, rules and difficulty are held to the code."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.generation.bank import KINDS
from quizapp.generation.difficulty import ABSTRACT, BASE_DIFFICULTY, SIMILAR
from quizapp.generation.practices import Practice
from quizapp.quality.rules import RULES

DOC = (Path(__file__).parents[1] / "docs" / "questions.md").read_text("utf-8")


def section(title: str) -> str:
    return DOC.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_lists_every_kind_and_no_other() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", section("The kinds"), re.MULTILINE)
    assert listed == [kind.NAME for kind in KINDS]


def test_lists_every_rule_as_the_code_has_it() -> None:
    table = section("Rules every question is held to")
    listed = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+) \|$", table, re.MULTILINE)
    made = [(str(rule.number), rule.name, rule.scope, rule.severity, rule.broken) for rule in RULES]
    assert listed == made


def test_has_a_rule_for_every_number_of_the_list() -> None:
    assert sorted({rule.number for rule in RULES}) == list(range(1, 27))


def test_gives_the_base_difficulty_of_every_kind() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", section("Difficulty"), re.MULTILINE)
    assert {kind: int(base) for kind, base in listed} == BASE_DIFFICULTY


def test_gives_the_points_for_likeness_and_abstraction() -> None:
    listed = re.findall(r"^\| ([a-z ]+) \| (\d+) \| ", section("Difficulty"), re.MULTILINE)
    assert {name: int(points) for name, points in listed} == ABSTRACT
    assert f"**Likeness of the options.** {SIMILAR} times the mean Jaccard index" in section("Difficulty")


def test_lists_every_practice_with_what_it_sees_to() -> None:
    table = section("What each practice is worth").split("| --- | --- |\n", 1)[1]
    listed = re.findall(r"^\| (.+?) \| (.+) \|$", table, re.MULTILINE)
    assert listed == [(one.title, one.about) for one in Practice]
