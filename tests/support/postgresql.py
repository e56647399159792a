"""A throwaway PostgreSQL server: in a temporary folder, on a Unix socket, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

from tests.support.absent import lacking

# A server for a test run may forget everything when the power fails, so it need not wait.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Server:
    """A running server; `socket` is the folder of its Unix socket."""

    socket: Path

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://quizapp@/{database}?host={self.socket}"

    def execute(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self.socket), user="quizapp", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Yield the URL of a new database, a copy of `template`, and drop it afterwards."""
        name = f"quizapp_{next(_numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")


_numbers = count(1)


def binaries() -> Path | None:
    """Return the folder that holds `initdb` and `postgres`, or None."""
    candidates = [Path(found).parent for found in [shutil.which("postgres")] if found]
    if pg_config := shutil.which("pg_config"):
        shown = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        candidates.append(Path(shown.stdout.strip()))
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in candidates if (folder / "initdb").is_file()), None)


@contextmanager
def running_server() -> Iterator[Server]:
    """Yield a server that was started for this run, or skip the test."""
    folder = binaries()
    if folder is None:
        lacking("PostgreSQL server (Debian: postgresql)")
    home = Path(tempfile.mkdtemp(prefix="quizapp-pg-"))
    try:
        _own_by_ordinary_user(home)
        _run(
            folder / "initdb", "-D", home / "data", "-U", "quizapp", "-A", "trust", "-E", "UTF8", "--no-sync"
        )
        options = " ".join(f"-c {option}" for option in (*FORGETFUL, f"unix_socket_directories={home}"))
        pg_ctl = (folder / "pg_ctl", "-D", home / "data", "-w", "-s")
        _run(*pg_ctl, "-l", home / "log", "-o", f"-c listen_addresses='' {options}", "start")
        try:
            yield Server(home)
        finally:
            _run(*pg_ctl, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _own_by_ordinary_user(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")


def _run(*arguments: object) -> None:
    # PostgreSQL refuses to run as root.
    prefix = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*prefix, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        check=False,
    )
    assert done.returncode == 0, done.stdout
