"""The program as its users run it: a `quizapp serve` process on a free port."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"http://\S+")


@dataclass(frozen=True)
class RunningServer:
    """A started program and the address it printed."""

    url: str
    process: subprocess.Popen[str]


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment with only these QUIZAPP_* settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
    return kept | settings


def quizapp(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a `quizapp` command to its end, with these settings."""
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        env=environment(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def running(instance: Path, **settings: str) -> Iterator[RunningServer]:
    """Yield a program that serves on a free port with the given instance folder, migrated before."""
    settings = {"QUIZAPP_BIND": "127.0.0.1:0", "QUIZAPP_INSTANCE": str(instance), **settings}
    upgraded = quizapp("db", "upgrade", **settings)
    assert upgraded.returncode == 0, upgraded.stderr
    with open(instance / "server-errors", "w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", "serve"],
            env=environment(**settings),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
    try:
        yield RunningServer(_printed_address(process, instance), process)
    finally:
        stop(process)


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a server that this test run started, workers and all, as a power cut would."""
    os.killpg(process.pid, signal.SIGKILL)
    stop(process)


def stop(process: subprocess.Popen[str], by: int = signal.SIGTERM) -> int:
    """End a server that this test run started and return its exit status."""
    if process.poll() is None:
        process.send_signal(by)
    try:
        return process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
    finally:
        if process.stdout:
            process.stdout.close()


def _printed_address(process: subprocess.Popen[str], instance: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return found[0]
    raise AssertionError(f"the server did not start: {(instance / 'server-errors').read_text()}")
