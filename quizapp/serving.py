"""The production server: gunicorn with threads, on a socket that we bound ourselves."""

from __future__ import annotations

import errno
import os
import signal
import socket
from typing import Any, NoReturn

from flask import Flask
from gunicorn.app.base import BaseApplication

from quizapp.settings import Settings

BACKLOG = 512  # connections that may wait while all threads are busy
STOPPING = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)


class CannotListen(Exception):
    """The address cannot be served on; the message is one line that says what to do."""


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, set up from here alone: no configuration file and no command line."""

    def __init__(self, app: Flask, options: dict[str, Any]) -> None:
        self.flask_app = app
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self.flask_app


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the address. Raises CannotListen."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Without it a server that was just stopped would keep its port busy for a minute.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as problem:
        listener.close()
        raise CannotListen(_remedy(host, port, problem)) from problem
    return listener


def serve(app: Flask, listener: socket.socket, settings: Settings, set_up_path: str = "") -> NoReturn:
    """Serve the app in this process and its children until a signal ends it.

    Prints the address, and that of the set-up page if there is one, once the first worker takes
    requests. Exits with 0 after Ctrl-C or
    SIGTERM. The app must hold no open database connection: the workers are forks.
    """
    _, port = listener.getsockname()
    address = settings.public_url or f"http://{settings.host}:{port}"
    lines = [f"Says Who? is at {address} (stop with Ctrl-C)"]
    if set_up_path:
        lines.append(f"Set up your teacher account: {address}{set_up_path}")
    os.register_at_fork(after_in_parent=_heed_stopping)
    Server(app, options(listener.detach(), lines, settings)).run()
    raise AssertionError("gunicorn returned")


def options(descriptor: int, lines: list[str], settings: Settings) -> dict[str, Any]:
    """Return gunicorn's settings, for a socket that listens already; `lines` are printed at the start."""

    def hold_stopping(server: Any, worker: Any) -> None:
        # A worker that is told to stop before it has handlers of its own would forget it
        # (gunicorn's issue 1910) and be killed when its grace is over.
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)

    def announce(worker: Any) -> None:
        _heed_stopping()
        if worker.age == 1:
            print(*lines, sep="\n", flush=True)

    return {
        "bind": f"fd://{descriptor}",
        "backlog": BACKLOG,
        "worker_class": "gthread",
        "workers": settings.workers,
        "threads": settings.threads,
        "loglevel": "warning",
        "proc_name": "quizapp",
        "pre_fork": hold_stopping,
        "post_worker_init": announce,
        "graceful_timeout": 10,  # seconds
        # It would make a socket file in the home folder, for remote control nobody asked for.
        "control_socket_disable": True,
    }


def _heed_stopping() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


def _remedy(host: str, port: int, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        another = f"QUIZAPP_BIND={host}:{port + 1}"
        return f"port {port} on {host} is busy; stop what uses it, or take another: {another}"
    if problem.errno == errno.EACCES:
        return f"port {port} needs an administrator; take one above 1023: QUIZAPP_BIND={host}:8000"
    return (
        f"cannot listen on {host}:{port} ({problem.strerror}); "
        "give an address of this computer: QUIZAPP_BIND=127.0.0.1:8000"
    )
