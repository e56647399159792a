"""`quizapp forms`: what it prints, what it refuses, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from quizapp.cli import quizapp
from tests.pack_builders import full_tables, written
from tests.support.server import environment


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(written(tmp_path / "bridges", full_tables()))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizapp, ["forms", *arguments])


def report(*arguments: str) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_prints_a_form_in_brief_with_what_it_fulfils(home: str) -> None:
    done = run(home, "--length", "6", "--kind", "value=2", "--seed", "s")
    lines = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(r"Form A: 6 questions, mean difficulty \d+\.\d", lines[0])
    assert len([line for line in lines if re.match(r" +\d\. ", line)]) == 6
    assert "value 2" in next(line for line in lines if line.startswith("  kinds: "))
    assert lines[-3:] == ["  cues: 0", "  the blueprint is met", ""]


def test_prints_what_parallel_forms_have_in_common(home: str) -> None:
    shown = run(home, "--length", "4", "--forms", "3").stdout
    assert [line[:6] for line in shown.splitlines() if line.startswith("Form ")] == [
        "Form A",
        "Form B",
        "Form C",
    ]
    matrix = shown.split("In common, facts / questions:\n")[1].splitlines()
    assert matrix[0].split() == ["B", "C"]
    assert re.fullmatch(r"  A +\d+/\d+ +\d+/\d+", matrix[1])
    assert re.match(r"Mean difficulties lie within [012]\.\d points of each other\.", matrix[3])


def test_says_what_the_pack_forces_to_be_asked_again(home: str) -> None:
    shown = run(home, "--length", "4", "--forms", "6", "--kind", "what-kind=4").stdout
    assert re.search(r"^Facts asked again: \d+; the pack forces at least \d+\.$", shown, re.MULTILINE)
    assert "  kind what-kind: the forms need 24 questions, at most 8 share no fact" in shown


def test_says_what_cannot_be_met_and_prints_the_nearest_form(home: str) -> None:
    done = run(home, "--length", "5", "--kind", "wording=3")
    assert done.exit_code == 0
    assert "  not met: kind wording: 3 wanted, at most 1 can stand together" in done.stdout
    assert "Form A: 5 questions" in done.stdout
    assert "the blueprint is met" not in done.stdout


def test_one_json_object_holds_blueprint_forms_and_overlaps(home: str) -> None:
    found = report(home, "--length", "4", "--forms", "2", "--topic", "care=1+", "--without", "old-length")
    assert found["blueprint"] == {
        "length": 4, "difficulty": None, "within": 3, "without": ["old-length"],
        "counts": [{"of": "topic", "name": "care", "least": 1, "most": None}],
    }  # fmt: skip
    assert [(form["name"], len(form["questions"]), form["cues"]) for form in found["forms"]] == [
        ("A", 4, []), ("B", 4, [])
    ]  # fmt: skip
    assert [one["forms"] for one in found["overlaps"]] == ["AB"]


def test_its_questions_are_those_of_the_bank_of_the_same_seed(home: str) -> None:
    done = CliRunner().invoke(quizapp, ["generate", home, "--count", "0", "--seed", "s", "--json"])
    known = {json.loads(line)["id"] for line in done.stdout.splitlines()}
    asked = {
        question["id"] for form in report(home, "--seed", "s")["forms"] for question in form["questions"]
    }
    assert asked < known


def test_options_go_before_what_the_file_says(home: str, tmp_path: Path) -> None:
    file = tmp_path / "lesson.toml"
    file.write_text('length = 9\ndifficulty = 50\n[kind]\nvalue = 3\ncloze = "1+"\n', "utf-8")
    counts = report(home, "--blueprint", str(file), "--length", "5", "--kind", "value=1")["blueprint"]
    assert (counts["length"], counts["difficulty"]) == (5, 50)
    assert [(one["name"], one["least"], one["most"]) for one in counts["counts"]] == [
        ("value", 1, 1), ("cloze", 1, None)
    ]  # fmt: skip


def test_a_file_that_cannot_be_used_is_refused_with_every_problem(home: str, tmp_path: Path) -> None:
    file = tmp_path / "lesson.toml"
    file.write_text('length = 0\n[kind]\nvalue = "x"\n', "utf-8")
    done = run(home, "--blueprint", str(file))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: lesson.toml: length: 0 is not a whole number from 1 to 200")
    assert 'lesson.toml: kind.value: "x" is no count' in done.stderr


def test_a_file_that_is_no_text_is_refused(home: str, tmp_path: Path) -> None:
    file = tmp_path / "lesson.toml"
    file.write_bytes(b"\xff\xfe")
    done = run(home, "--blueprint", str(file))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "lesson.toml: not UTF-8 text" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("--kind", "value"), "write 3 for exactly 3"),
        (("--kind", "riddle=1"), 'no kind is called "riddle"; there are '),
        (("--topic", "cars=1"), "there are building, care"),
        (("--kind", "value=30"), "the length is 20; raise it"),
        (("--length", "0"), "is not in the range 1<=x<=200"),
        (("--forms", "27"), "is not in the range 1<=x<=26"),
        (("--blueprint", "/nowhere"), "does not exist"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_remedy(
    home: str, arguments: tuple[str, ...], remedy: str
) -> None:
    done = run(home, *arguments)
    assert done.exit_code in (1, 2)
    assert (remedy in done.stderr, done.stdout) == (True, "")


def test_two_processes_print_the_same_bytes_whatever_the_hash_seed(home: str) -> None:
    command = [sys.executable, "-m", "quizapp", "forms", home, "--forms", "3", "--length", "7", "--json"]
    command += ["--difficulty", "50", "--kind", "value=2", "--kind", "timeline=5"]
    printed = [
        subprocess.run(
            command, env=environment(PYTHONHASHSEED=seed), capture_output=True, check=True, timeout=60
        )
        for seed in ("1", "2")
    ]
    assert printed[0].stdout == printed[1].stdout != b""


def test_help_has_examples_and_explains_every_option() -> None:
    command = quizapp.get_command(click.Context(quizapp), "forms")
    assert command
    assert all(one.help for one in command.params if isinstance(one, click.Option))
    assert re.search(r"Examples:\n +quizapp forms", run("--help").stdout)
