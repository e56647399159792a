"""`quizapp quality`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizapp.cli import quizapp
from quizapp.commands import quality as command
from tests.pack_builders import full_tables, written


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(written(tmp_path / "bridges", full_tables()))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizapp, ["quality", *arguments])


def test_prints_the_tables_of_a_pack(home: str) -> None:
    done = run(home)
    assert (done.exit_code, done.stderr) == (0, "")
    for title in ("Targets", "Figures", "Worst guesser of each kind", "Flaws", "Where keys stand"):
        assert f"\n{title}\n" in done.stdout


def test_prints_one_json_object_for_the_seed_and_day_asked_for(home: str) -> None:
    done = run(home, "--seed", "7", "--date", "2026-01-31", "--json")
    assert done.exit_code == 0
    data = json.loads(done.stdout)
    assert (data["seed"], data["date"], data["packs"][0]["pack"]) == ("7", "2026-01-31", "bridges")
    assert {"lifts", "probes", "flaws", "skills", "targets", "speed"} <= data["packs"][0].keys()


def test_the_same_seed_gives_the_same_figures(home: str) -> None:
    first, second = (json.loads(run(home, "--json").stdout)["packs"][0] for _ in range(2))
    for one in (first, second):
        del one["speed"]
    assert first == second


def test_writes_the_report_as_a_page(home: str, tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    assert run(home, "--date", "2026-01-31", "--write", str(page)).exit_code == 0
    assert "Measured on 2026-01-31, version " in page.read_text("utf-8")
    assert "## Bridges (`bridges`)" in page.read_text("utf-8")


def test_the_gate_names_what_is_missed_and_ends_with_status_1(tmp_path: Path) -> None:
    entries = full_tables()
    entries["pack"]["loaded_words"] = ["statement"]  # a word of our stems: a question with it is a warning
    done = run(str(written(tmp_path / "bridges", entries)), "--gate")
    assert done.exit_code == 1
    assert "bridges: questions with a warning: " in done.stderr
    assert "below 5 % is wanted" in done.stderr


def test_without_a_gate_nothing_fails(tmp_path: Path) -> None:
    entries = full_tables()
    entries["pack"]["loaded_words"] = ["statement"]
    assert run(str(written(tmp_path / "bridges", entries))).exit_code == 0


def test_something_must_be_measured() -> None:
    done = run()
    assert done.exit_code == 2
    assert "name a pack, or ask for --synthetic FACTS" in done.stderr


def test_what_is_not_installed_is_named_in_one_line(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name="sklearn")

    monkeypatch.setattr(command, "import_module", lacking)
    done = run(home)
    assert done.exit_code == 1
    assert done.stderr == f"Error: {command._NEEDS}\n"
