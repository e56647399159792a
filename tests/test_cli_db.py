from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quizapp import __version__
from quizapp.cli import quizapp as cli
from quizapp.store import migrations
from tests.support.server import environment, quizapp

VERSIONS = Path(migrations.__file__).parent / "versions"
NEWEST = max(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))
"""The migration that a database is current with."""


def test_prints_its_version_without_loading_the_database() -> None:
    script = "import sys; from quizapp.cli import quizapp; quizapp(['--version'], standalone_mode=False); "
    heavy = "print([name for name in ('flask', 'sqlalchemy', 'pydantic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script + heavy], capture_output=True, text=True, check=True)
    assert done.stdout == f"quizapp, version {__version__}\n[]\n"


def every_command(command: click.Command = cli, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that call each command and group, the outermost first."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from every_command(command.get_command(context, name) or cli, *path, name)


@pytest.mark.parametrize("path", list(every_command()), ids=" ".join)
def test_every_command_shows_an_example_in_its_help(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(cli, [*path, "--help"], prog_name="quizapp")
    assert shown.exit_code == 0
    assert " ".join(("quizapp", *path)) in shown.output.split("Example")[1]


def test_an_unknown_command_is_named() -> None:
    done = quizapp("upgrade")
    assert done.returncode == 2
    assert "No such command 'upgrade'" in done.stderr


def test_upgrade_makes_the_instance_folder_and_the_database(tmp_path: Path) -> None:
    instance = tmp_path / "new" / "instance"
    done = quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(instance))
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"The database went from empty to {NEWEST}.\n",
        "",
    )
    assert {path.name for path in instance.iterdir()} == {"quizapp.sqlite3", "secret_key"}


def test_upgrade_says_when_there_is_nothing_to_do(database_url: str, tmp_path: Path) -> None:
    done = quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(tmp_path), QUIZAPP_DATABASE_URL=database_url)
    assert done.stdout == f"The database is current ({NEWEST}).\n"


def test_upgrade_can_be_run_twice_at_once(empty_database_url: str, tmp_path: Path) -> None:
    settings = environment(QUIZAPP_INSTANCE=str(tmp_path), QUIZAPP_DATABASE_URL=empty_database_url)
    command = [sys.executable, "-m", "quizapp", "db", "upgrade"]
    both = [subprocess.Popen(command, env=settings, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    errors = [process.communicate(timeout=60)[1] for process in both]
    assert errors == [""] * 3


def test_current_tells_an_empty_database_from_a_migrated_one(tmp_path: Path) -> None:
    instance = {"QUIZAPP_INSTANCE": str(tmp_path)}
    before = quizapp("db", "current", **instance)
    assert (before.returncode, before.stdout) == (1, "empty\n")
    assert "run: quizapp db upgrade" in before.stderr
    quizapp("db", "upgrade", **instance)
    after = quizapp("db", "current", **instance)
    assert (after.returncode, after.stdout, after.stderr) == (0, f"{NEWEST}\n", "")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////no/such/folder/quiz.sqlite3",
        "postgresql+psycopg://quiz:hunter2@/quiz?host=/no/such/folder",
    ],
)
def test_a_database_that_cannot_be_opened_is_one_line(url: str, tmp_path: Path) -> None:
    done = quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(tmp_path), QUIZAPP_DATABASE_URL=url)
    assert done.returncode == 1
    assert "cannot use the database" in done.stderr
    assert "check QUIZAPP_DATABASE_URL" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "hunter2" not in done.stderr


def test_a_wrong_setting_is_one_line_for_every_command(tmp_path: Path) -> None:
    done = quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(tmp_path), QUIZAPP_BIND="nonsense")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: QUIZAPP_BIND=nonsense: give ADDRESS:PORT")
    assert len(done.stderr.splitlines()) == 1


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path, sqlite_template: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "quizapp.sqlite3")
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    done = quizapp("db", "upgrade", QUIZAPP_INSTANCE=str(tmp_path))
    assert done.returncode == 1
    assert "is it from a newer version of the program?" in done.stderr
    assert len(done.stderr.splitlines()) == 1
