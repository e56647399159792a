from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from quizapp.store import engine
from quizapp.store.base import db


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Flask]:
    """An app with nothing but a new SQLite database with one table."""
    app = Flask("bare")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path / 'bare.sqlite3'}"
    engine.init_app(app)
    with app.app_context():
        with db.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
            connection.exec_driver_sql("CREATE TABLE child (id INTEGER REFERENCES parent)")
        yield app
        db.engine.dispose()


def pragma(name: str) -> object:
    with db.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.usefixtures("bare")
def test_sqlite_keeps_what_it_said_it_kept() -> None:
    assert pragma("journal_mode") == "wal"
    assert pragma("foreign_keys") == 1
    assert pragma("synchronous") == 2  # FULL
    assert pragma("secure_delete") == 1  # a deleted class is not left in the file
    assert pragma("busy_timeout") == 15_000  # milliseconds


@pytest.mark.usefixtures("bare")
def test_sqlite_refuses_a_child_without_a_parent() -> None:
    with db.engine.begin() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql("INSERT INTO child VALUES (1)")


@pytest.mark.usefixtures("bare")
def test_other_engines_are_left_alone(tmp_path: Path) -> None:
    other: Engine = create_engine(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    with other.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
    other.dispose()


@pytest.mark.usefixtures("bare")
def test_a_rolled_back_table_was_never_there() -> None:
    with db.engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE gone (id INTEGER)")
        connection.rollback()
        with pytest.raises(OperationalError, match="no such table"):
            connection.exec_driver_sql("SELECT * FROM gone")


def test_a_request_that_only_reads_does_not_wait_for_one_that_writes(bare: Flask) -> None:
    with db.engine.begin() as writing:
        writing.exec_driver_sql("INSERT INTO parent VALUES (1)")
        with bare.test_request_context(method="GET"), db.engine.connect() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM parent").scalar() == 0


def test_requests_that_read_and_then_write_wait_their_turn(bare: Flask) -> None:
    both_have_read = threading.Barrier(2)

    def count_up() -> None:
        with bare.test_request_context(method="POST"), db.engine.begin() as connection:
            highest = connection.execute(text("SELECT coalesce(max(id), 0) FROM parent")).scalar_one()
            with suppress(threading.BrokenBarrierError):  # as the other one must wait, this never happens
                both_have_read.wait(timeout=0.3)
            connection.execute(text("INSERT INTO parent VALUES (:id)"), {"id": highest + 1})

    threads = [threading.Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM parent").scalar() == 2


def test_postgresql_connections_are_tried_before_use() -> None:
    assert engine.engine_options("postgresql+psycopg://quiz@/quiz")["pool_pre_ping"] is True
