"""`quizapp check`, `facts` and `generate`: what they print, where, and how they end."""

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
from quizapp.generation.bank import KINDS
from tests.pack_builders import LENGTH, LINES, a_fact, a_length, a_source, cited, full_tables, tables, written
from tests.support.server import environment


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "bridges"


@pytest.fixture
def full(home: Path) -> str:
    """The folder of a pack of which every kind of question can be made."""
    return str(written(home, full_tables()))


@pytest.fixture
def proven(home: Path) -> str:
    """The folder of a pack with one source and one fact, which the lines of its text bear out."""
    relation = [{"id": "length", "about": "x", "slots": {"bridge": "place", "metres": "quantity"}}]
    fact = a_fact(cites=cited("herald", 3, context=[1]))
    return str(written(home, tables(fact, source=[a_source("herald")], relation=relation)))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizapp, list(arguments))


def questions(*arguments: str) -> list[dict[str, Any]]:
    done = run("generate", *arguments, "--json")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_check_of_a_sound_pack_says_nothing_and_succeeds(full: str) -> None:
    done = run("check", full)
    assert (done.exit_code, done.output) == (0, "")


def test_check_of_the_shipped_packs_needs_no_name() -> None:
    assert run("check").exit_code == 0
    assert run("check", "287g").exit_code == 0


def test_check_prints_every_problem_and_fails(home: Path) -> None:
    written(
        home,
        tables(
            a_fact(topic="x"),
            a_length("b", "new", 1, asserted_by="x"),
            a_length("c", "mill", 3, says="{bridge} is {metres} long."),
        ),
    )
    done = run("check", str(home))
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith('bridges/pack.toml: fact "') for line in lines)
    assert done.stderr == "Error: 3 problems found\n"


def test_check_tells_of_the_problems_of_all_packs_named(tmp_path: Path) -> None:
    homes = [str(written(tmp_path / name, tables(a_fact(topic="x")))) for name in ("one", "two")]
    done = run("check", *homes)
    assert [line.split("/")[0] for line in done.stdout.splitlines()] == ["one", "two"]


def test_check_names_the_line_of_a_syntax_error(home: Path) -> None:
    home.mkdir()
    (home / "pack.toml").write_text('[pack]\nid = "bridges\n', "utf-8")
    done = run("check", str(home))
    assert (done.exit_code, done.stderr) == (1, "Error: 1 problem found\n")
    assert done.stdout.startswith("bridges/pack.toml: line 2: not valid TOML")


def test_check_with_the_right_texts_succeeds(proven: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "saved page.txt").write_text("Menu\n" + "\n\n".join(LINES), "utf-8")
    done = run("check", proven, "--texts", str(tmp_path / "texts"))
    assert (done.exit_code, done.output) == (0, "")


def test_check_with_texts_prints_what_a_reader_finds(home: Path, tmp_path: Path) -> None:
    written(home, tables(a_fact(cites=cited("herald", 3, context=[1])), source=[a_source("herald")],
                         relation=[LENGTH | {"closed_in": ["herald"]}]))  # fmt: skip
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "herald.txt").write_text("\n".join(LINES), "utf-8")
    done = run("check", str(home), "--texts", str(tmp_path / "texts"))
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[-1].split() == ["all", "2", "100.0", "%", "0.0", "%", "0.0", "%"]


def test_check_with_a_folder_that_holds_other_texts_fails(proven: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    done = run("check", proven, "--texts", str(tmp_path / "texts"))
    assert done.exit_code == 1
    assert 'source "herald": no text has all its cited paragraphs; add its file' in done.stdout


def test_check_with_a_folder_that_is_not_there_is_one_clear_line(proven: str) -> None:
    done = run("check", proven, "--texts", "/nowhere")
    assert done.exit_code == 2
    assert "Directory '/nowhere' does not exist" in done.stderr


@pytest.mark.parametrize("command", ["check", "facts", "generate"])
def test_an_unknown_pack_names_those_there_are(command: str) -> None:
    done = run(command, "nowhere")
    assert done.exit_code == 1
    assert done.stderr == 'Error: no pack "nowhere"; name a folder, or one of: 287g, branches\n'
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["facts", "generate"])
def test_a_broken_pack_gives_its_problems_and_no_json(command: str, home: Path) -> None:
    done = run(command, str(written(home, tables(a_fact(topic="x")))), "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert 'topic: no topic is called "x"' in done.stderr


def test_facts_gives_one_object(full: str) -> None:
    done = run("facts", full, "--json")
    data = json.loads(done.stdout)
    assert (done.exit_code, done.stderr) == (0, "")
    assert data.keys() >= {"sources", "facts"}
    assert data["sources"][0].keys() >= {
        "id",
        "outlet",
        "title",
        "author",
        "date",
        "text_kind",
        "sha256",
        "paragraphs",
    }
    assert len(data["facts"]) == len(full_tables()["fact"])


def test_facts_without_json_gives_a_line_for_each(full: str) -> None:
    lines = run("facts", full).stdout.splitlines()
    assert lines[0] == "old-length: Old Bridge is 120 metres long. [reported; herald ¶3]"
    assert len(lines) == len(full_tables()["fact"])


def test_facts_of_a_text_without_paragraphs_name_their_own_place() -> None:
    lines = run("facts", "branches").stdout.splitlines()
    assert lines[0].endswith("[reported; article-i Section 2]")


def test_generate_gives_as_many_as_are_wanted_one_a_line(full: str) -> None:
    found = questions(full, "--count", "7", "--seed", "s")
    assert len(found) == 7
    assert {question["seed"] for question in found} == {"s"}
    assert all(question["citations"] and question["explanation"] for question in found)


def test_generate_gives_the_whole_bank_for_count_0(full: str) -> None:
    found = questions(full, "--count", "0")
    assert {question["kind"] for question in found} == {kind.NAME for kind in KINDS}
    assert len({question["id"] for question in found}) == len(found) > 60


def test_generate_says_where_questions_no_longer_form_a_quiz(full: str) -> None:
    done = run("generate", full, "--count", "60", "--json")
    lines = done.stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 60
    assert re.fullmatch(
        r"\d+ questions form a quiz; those after them share facts with others\.\n", done.stderr
    )


def test_generate_prints_the_proof_of_each_wrong_option(full: str) -> None:
    lines = run("generate", full, "--kind", "value", "--count", "0", "--proofs").output.splitlines()
    wrong = [place for place, line in enumerate(lines) if line.startswith("  - ")]
    assert wrong
    assert all("; searched " in lines[place + 1] for place in wrong)


def test_generate_adds_proofs_to_its_json(full: str) -> None:
    options = [option for question in questions(full, "--proofs") for option in question["options"]]
    assert any("proven" in option for option in options)
    assert all(("proven" in option) != option["correct"] for option in options)


def test_generate_keeps_to_topics_and_kinds(full: str) -> None:
    found = questions(full, "--count", "0", "--topic", "care", "--kind", "who-said", "--kind", "verdict")
    assert {question["kind"] for question in found} == {"who-said", "verdict"}
    assert {question["topic"] for question in found} == {"care"}
    few = questions(full, "--count", "3", "--kind", "number")
    assert [question["kind"] for question in few] == ["number"] * 3


def test_generate_names_the_topics_there_are(full: str) -> None:
    done = run("generate", full, "--topic", "bilding")
    assert (done.exit_code, done.stdout) == (2, "")
    assert 'no topic is called "bilding"; the topics are building, care' in done.stderr


def test_generate_names_the_kinds_there_are(full: str) -> None:
    done = run("generate", full, "--kind", "riddle")
    assert (done.exit_code, done.stdout) == (2, "")
    assert all(kind in done.stderr for kind in ("'riddle' is not one of", "'which-source'", "'cloze'"))


@pytest.mark.parametrize("count", ["-1", "many"])
def test_generate_wants_a_count(full: str, count: str) -> None:
    done = run("generate", full, "--count", count)
    assert (done.exit_code, done.stdout) == (2, "")


def test_generate_without_json_marks_the_key(full: str) -> None:
    shown = run("generate", full, "--count", "0", "--kind", "value").stdout
    first = shown.split("\n\n")[0].splitlines()
    assert first[0].endswith("how long is Old Bridge?  [value]")
    assert [line[:4] for line in first[1:4]].count("  * ") == 1
    assert first[4] == "  = 120 metres. Old Bridge is 120 metres long."


def test_another_seed_gives_other_questions(full: str) -> None:
    first, other = (questions(full, "--count", "5", "--seed", seed) for seed in ("1", "2"))
    assert [question["id"] for question in first] != [question["id"] for question in other]


def test_two_processes_print_the_same_bytes_whatever_the_hash_seed(full: str) -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-m", "quizapp", "generate", full, "--count", "0", "--seed", "s", "--json"],
            env=environment(PYTHONHASHSEED=hash_seed),
            capture_output=True,
            check=True,
            timeout=60,
        )
        for hash_seed in ("1", "2")
    ]
    assert printed[0].stdout == printed[1].stdout != b""
    assert printed[0].stderr == printed[1].stderr == b""


@pytest.mark.parametrize("command", ["check", "facts", "generate"])
def test_help_has_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert re.search(rf"Examples?:\n +quizapp {command}", done.stdout)


def test_every_option_is_explained() -> None:
    for name in ("check", "facts", "generate"):
        command = quizapp.get_command(click.Context(quizapp), name)
        assert command
        assert all(one.help for one in command.params if isinstance(one, click.Option)), name
