"""`quizapp fairness`: what it prints, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli import quizapp
from tests.pack_builders import full_tables, written


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(written(tmp_path / "bridges", full_tables()))


def test_prints_a_table_for_a_pack(home: str) -> None:
    done = CliRunner().invoke(quizapp, ["fairness", home])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "who speaks" in done.stdout
    assert "form of seed 1, " in done.stdout


def test_prints_one_json_object_for_the_seed_and_count_asked_for(home: str) -> None:
    done = CliRunner().invoke(quizapp, ["fairness", home, "--seed", "7", "--count", "3", "--json"])
    assert done.exit_code == 0
    forms = json.loads(done.stdout)["forms"]
    assert [(form["seed"], form["questions"]) for form in forms] == [("7", 3), ("7-2", 3), ("7-3", 3)]


def test_a_loaded_word_outside_quotation_marks_ends_with_status_1(tmp_path: Path) -> None:
    entries = full_tables()
    entries["pack"]["loaded_words"] = ["credited"]  # a word that only the stems of a kind have
    done = CliRunner().invoke(quizapp, ["fairness", str(written(tmp_path / "bridges", entries))])
    assert done.exit_code == 1
    assert "  credited: who-said " in done.stdout
    assert "outside quotation marks; quote, or say it neutrally" in done.stderr


def test_an_unknown_pack_names_those_there_are() -> None:
    done = CliRunner().invoke(quizapp, ["fairness", "nowhere"])
    assert done.exit_code == 1
    assert done.stderr.startswith('Error: no pack "nowhere"')
