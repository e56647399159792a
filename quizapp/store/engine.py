"""The database engine: how connections are made, and how transactions begin, on each database."""

from __future__ import annotations

from typing import Any

from flask import Flask, has_request_context, request
from sqlalchemy import Connection, event

from quizapp.store.base import db

SECONDS_TO_WAIT_FOR_A_LOCK = 15
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def engine_options(url: str) -> dict[str, Any]:
    """Return the options of the engine for a database URL."""
    if url.startswith("sqlite:"):
        return {"connect_args": {"timeout": SECONDS_TO_WAIT_FOR_A_LOCK}}
    # pre_ping: a database that restarted costs a reconnection, not an answer.
    return {"pool_pre_ping": True, "pool_recycle": 1800}


def init_app(app: Flask) -> None:
    """Connect the app to its database, without opening it. Expects SQLALCHEMY_DATABASE_URI."""
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", engine_options(app.config["SQLALCHEMY_DATABASE_URI"]))
    db.init_app(app)
    with app.app_context():  # where Flask-SQLAlchemy keeps the engine
        # On this engine only: a listener on the Engine class would reach every other one too.
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _prepare_sqlite)
            event.listen(db.engine, "begin", _begin_sqlite)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The sqlite3 module would begin transactions at a moment of its own choosing (never
    # before a SELECT or a CREATE TABLE); `_begin_sqlite` begins them instead.
    connection.isolation_level = None
    # secure_delete: what is deleted is overwritten, whatever the library was built with.
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if _only_reads() else "BEGIN IMMEDIATE")


def _only_reads() -> bool:
    # A transaction that reads and then writes fails at once, whatever the waiting time, when
    # another has written in between. One that will write therefore takes the lock first.
    return has_request_context() and request.method in READING_METHODS
