"""README is a promise: its settings, targets and commands exist, and its commands run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from quizapp.cli import COMMANDS
from quizapp.settings import SETTINGS
from tests.support import server

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARTICLES = ROOT.parent / "shared" / "articles"


def shell_block(heading: str) -> list[str]:
    """Return the commands of the first shell block under a heading, comments taken off."""
    block = README.split(f"## {heading}\n", 1)[1].split("```sh\n", 1)[1].split("```", 1)[0]
    return [line.split(" #")[0].strip() for line in block.splitlines() if line.strip()]


ENDING_COMMANDS = [
    line for part in ("Commands", "Forms") for line in shell_block(part) if line != "quizapp serve"
]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("instance")
    assert server.quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(folder)).returncode == 0
    return folder


@pytest.mark.parametrize("line", ENDING_COMMANDS)
def test_each_command_runs_as_written(line: str, instance: Path) -> None:
    if "~/articles" in line and not ARTICLES.is_dir():
        pytest.skip("the articles are not on this machine")
    program, *arguments = shlex.split(line.replace("~/articles", str(ARTICLES)))
    done = server.quizapp(*arguments, QUIZAPP_INSTANCE=str(instance))
    assert (program, done.returncode) == ("quizapp", 0), done.stderr
    if "--json" in arguments:
        json.loads(done.stdout.splitlines()[0] if "generate" in arguments else done.stdout)


def test_serve_runs_as_written(tmp_path: Path) -> None:
    assert "quizapp serve" in shell_block("Commands")
    with server.running(tmp_path) as running:
        assert running.url.startswith("http://127.0.0.1:")


def test_every_command_is_listed() -> None:
    listed = {shlex.split(line)[1] for line in shell_block("Commands")}
    assert listed == {*COMMANDS, "--version"}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_listed_with_its_default_and_meaning(setting: object) -> None:
    name, default, meaning = (getattr(setting, field) for field in ("name", "default", "meaning"))
    assert f"| `{name}` | {default} | {meaning} " in README


def test_names_no_setting_that_does_not_exist() -> None:
    assert set(re.findall(r"QUIZAPP_[A-Z_]+", README)) == {setting.name for setting in SETTINGS}


def test_every_make_target_is_described() -> None:
    targets = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split()
    missing = [name for name in targets if f"make {name}" not in README]
    assert missing == []


def test_every_linked_file_exists() -> None:
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []
