from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest

from quizapp import serving
from tests.support import server
from tests.support.ordinary_user import as_ordinary_user
from tests.support.server import quizapp


@pytest.fixture
def settings(tmp_path: Path, small_packs: Path) -> Mapping[str, str]:
    """The settings of a program that is ready to be served."""
    settings = {"QUIZAPP_INSTANCE": str(tmp_path / "instance"), "QUIZAPP_PACKS": str(small_packs)}
    assert quizapp("db", "upgrade", **settings).returncode == 0
    return settings


@contextmanager
def busy_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def status_of(url: str, host: str | None = None) -> int:
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, headers={"Host": host} if host else {})
        ) as got:
            return int(got.status)
    except HTTPError as error:
        with error:
            return error.code


def test_prints_its_address_once_it_answers(tmp_path: Path, small_packs: Path) -> None:
    with server.running(tmp_path, QUIZAPP_PACKS=str(small_packs)) as running:
        assert status_of(running.url) == 200


def test_answers_only_to_its_own_name(tmp_path: Path, small_packs: Path) -> None:
    with server.running(tmp_path, QUIZAPP_PACKS=str(small_packs)) as running:
        port = running.url.rpartition(":")[2]
        assert status_of(running.url, f"localhost:{port}") == 200
        assert status_of(running.url, "elsewhere.example") == 400


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_stops_clean_and_leaves_nothing_behind(by: signal.Signals, tmp_path: Path, small_packs: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    instance = tmp_path / "instance"
    with server.running(instance, QUIZAPP_PACKS=str(small_packs), HOME=str(home)) as running:
        assert status_of(running.url) == 200
        assert server.stop(running.process, by) == 0
    assert (instance / "server-errors").read_text() == ""
    assert list(home.iterdir()) == []
    assert {path.name for path in instance.iterdir()} == {"quizapp.sqlite3", "secret_key", "server-errors"}


SLOW_TO_START = """
import time
from flask import Flask
from quizapp import serving
from quizapp.settings import read_settings

def slow(descriptor, lines, settings, usual=serving.options):
    return usual(descriptor, lines, settings) | {"post_fork": lambda _, worker: time.sleep(worker.age - 1)}

serving.options = slow
settings = read_settings()
serving.serve(Flask("slow"), serving.listen("127.0.0.1", 0), settings)
"""


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_stops_a_worker_that_has_only_just_begun(by: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_TO_START],
        env=server.environment(QUIZAPP_WORKERS="2"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "Says Who?" in process.stdout.readline()
        status = server.stop(process, by)
        assert (status, process.stderr.read()) == (0, "")


def test_names_a_busy_port_and_another_one(settings: Mapping[str, str]) -> None:
    with busy_port() as port:
        done = quizapp("serve", **settings, QUIZAPP_BIND=f"127.0.0.1:{port}")
    assert done.returncode == 1
    assert done.stderr == (
        f"Error: port {port} on 127.0.0.1 is busy; stop what uses it, "
        f"or take another: QUIZAPP_BIND=127.0.0.1:{port + 1}\n"
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_refuses_an_address_that_is_not_this_computers(host: str) -> None:
    with pytest.raises(serving.CannotListen, match="give an address of this computer"):
        serving.listen(host, 8000)


def test_says_that_a_low_port_needs_an_administrator() -> None:
    limit = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    first_free = int(limit.read_text()) if limit.is_file() else 1024
    if first_free == 0:
        pytest.skip("on this machine anybody may listen on any port")
    script = f"from quizapp.serving import listen; listen('127.0.0.1', {first_free - 1})"
    done = as_ordinary_user("-c", script)
    assert f"port {first_free - 1} needs an administrator" in done.stderr


def test_refuses_a_database_that_is_not_migrated(tmp_path: Path, small_packs: Path) -> None:
    done = quizapp("serve", QUIZAPP_INSTANCE=str(tmp_path), QUIZAPP_PACKS=str(small_packs))
    assert done.returncode == 1
    assert done.stderr == "Error: the database is not ready for this version; run: quizapp db upgrade\n"


def test_prints_every_problem_of_every_pack_and_serves_nothing(
    settings: Mapping[str, str], tmp_path: Path
) -> None:
    for name, text in (("one", "[pack]\nid = one"), ("two", '[pack]\nid = "two"\ntitel = "Two"')):
        (tmp_path / "broken" / name).mkdir(parents=True)
        (tmp_path / "broken" / name / "pack.toml").write_text(text)
    done = quizapp("serve", **{**settings, "QUIZAPP_PACKS": str(tmp_path / "broken")})
    assert done.returncode == 1
    assert "one/pack.toml: line 2: not valid TOML" in done.stderr
    assert "two/pack.toml" in done.stderr
    assert "titel" in done.stderr
    assert "Traceback" not in done.stderr


def test_tells_an_open_network_to_name_its_public_address(settings: Mapping[str, str]) -> None:
    done = quizapp("serve", **settings, QUIZAPP_BIND="0.0.0.0:8000")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "also set QUIZAPP_PUBLIC_URL" in done.stderr


def test_a_worker_that_dies_is_replaced(tmp_path: Path, small_packs: Path) -> None:
    with server.running(tmp_path, QUIZAPP_PACKS=str(small_packs), QUIZAPP_WORKERS="1") as running:
        found = subprocess.run(["pgrep", "-P", str(running.process.pid)], capture_output=True, check=True)
        (worker,) = map(int, found.stdout.split())
        os.kill(worker, signal.SIGKILL)
        assert status_of(running.url) == 200
