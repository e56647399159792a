from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from quizapp.app import create_app
from quizapp.settings import read_settings
from quizapp.site import limits
from quizapp.store.base import db
from tests.builders import a_shown_pack
from tests.conftest import SECRET
from tests.support import redis_server

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@limits.failures_only("3 per hour", "doors in a test")
def door(what: str) -> str:
    if what == "gone":
        abort(404)
    if what == "wrong":
        limits.count_failure()
    return what


@contextmanager
def a_server(instance: Path, database_url: str, redis_url: str = "") -> Iterator[FlaskClient]:
    """Yield a browser at an app that has a door."""
    settings = {
        "QUIZAPP_INSTANCE": str(instance),
        "QUIZAPP_DATABASE_URL": database_url,
        "QUIZAPP_SECRET_KEY": SECRET,
        "QUIZAPP_REDIS_URL": redis_url,
    }
    app = create_app(read_settings(settings), packs={"harbour": a_shown_pack()})
    add_door(app)
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def add_door(app: Flask) -> None:
    app.add_url_rule("/test-door/<what>", view_func=door)
    app.add_url_rule("/test-gate/<what>", "gate", view_func=door)


@pytest.fixture
def visitor(database_url: str, tmp_path: Path) -> Iterator[FlaskClient]:
    with a_server(tmp_path, database_url) as client:
        yield client


def test_counts_only_what_failed_at_every_door_of_the_scope(visitor: FlaskClient) -> None:
    assert {visitor.get("/test-door/right").status_code for _ in range(20)} == {200}
    asked = (
        "/test-door/wrong",
        "/test-door/gone",
        "/test-gate/wrong",
        "/test-gate/right",
        "/test-door/right",
    )
    assert [visitor.get(url).status_code for url in asked] == [200, 404, 200, 429, 429]
    assert visitor.head("/test-door/right").status_code == 429


def test_says_when_to_try_again_and_keeps_other_addresses_out_of_it(visitor: FlaskClient) -> None:
    for _ in range(3):
        visitor.get("/test-door/wrong")
    refused = visitor.get("/test-door/right")
    assert "Try again in 60 minutes." in refused.text
    assert 3500 < int(refused.headers["Retry-After"]) <= 3601
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert visitor.get("/test-door/right", environ_overrides=elsewhere).status_code == 200


def test_servers_count_together_in_redis(database_url: str, tmp_path: Path) -> None:
    with redis_server.running_server() as redis:
        with a_server(tmp_path, database_url, redis.url) as one:
            assert [one.get("/test-door/wrong").status_code for _ in range(3)] == [200, 200, 200]
        with a_server(tmp_path, database_url, redis.url) as two:
            refused = two.get("/test-door/right")
    assert refused.status_code == 429
    assert "Try again in" in refused.text


def test_a_redis_that_went_down_takes_no_page_with_it(database_url: str, tmp_path: Path) -> None:
    with redis_server.running_server() as redis, a_server(tmp_path, database_url, redis.url) as visitor:
        assert visitor.get("/test-door/wrong").status_code == 200
        redis.stop()
        assert [visitor.get("/test-door/wrong").status_code for _ in range(4)] == [200, 200, 200, 429]
        assert visitor.get("/").status_code == 200
        redis.start()


def test_a_redis_that_was_never_there_takes_no_page_with_it(database_url: str, tmp_path: Path) -> None:
    with a_server(tmp_path, database_url, f"unix://{tmp_path}/none.sock") as visitor:
        assert [visitor.get("/test-door/wrong").status_code for _ in range(4)] == [200, 200, 200, 429]
