"""A throwaway Redis server: in a temporary folder, on a Unix socket, no network, nothing kept."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.absent import lacking


class Server:
    """A Redis that can be stopped and started again, empty, at the same address."""

    def __init__(self, executable: str, home: Path) -> None:
        self.command = (executable, "--port", "0", "--save", "", "--dir", str(home))
        self.socket = home / "redis.sock"
        self.url = f"unix://{self.socket}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            (*self.command, "--unixsocket", str(self.socket)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        for _ in range(500):
            if self.socket.exists():
                return
            time.sleep(0.01)
        raise AssertionError("the Redis server did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.socket.unlink(missing_ok=True)


@contextmanager
def running_server() -> Iterator[Server]:
    """Yield a server that was started for this test, or skip the test."""
    executable = shutil.which("redis-server")
    if executable is None:
        lacking("Redis server (Debian: redis-server)")
    home = Path(tempfile.mkdtemp(prefix="quizapp-redis-"))
    server = Server(executable, home)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
