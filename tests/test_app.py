from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.app import create_app
from quizapp.facts.reading import PackError
from quizapp.settings import Settings, read_settings
from quizapp.store import migrations
from quizapp.store.base import db


def settings_with(instance: Path, **values: str) -> Settings:
    return read_settings({"QUIZAPP_INSTANCE": str(instance)} | values)


def test_making_the_app_neither_opens_nor_makes_the_database(tmp_path: Path) -> None:
    create_app(settings_with(tmp_path), packs={})
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_cookies_are_secure_exactly_when_the_public_url_is_https(tmp_path: Path) -> None:
    for url, secure in (("https://quiz.example", True), ("http://192.168.1.20:8000", False)):
        app = create_app(settings_with(tmp_path, QUIZAPP_PUBLIC_URL=url), packs={})
        assert app.config["SESSION_COOKIE_SECURE"] is secure
        assert app.config["SESSION_COOKIE_HTTPONLY"] is True
        assert app.config["SESSION_COOKIE_SAMESITE"] == "Lax"


def test_a_session_lasts_a_year(app: Flask) -> None:
    assert app.permanent_session_lifetime == timedelta(days=365)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no pack found"):
        create_app(settings_with(tmp_path, QUIZAPP_PACKS=str(tmp_path)))


def test_a_request_to_a_database_that_is_not_migrated_says_what_to_run(tmp_path: Path) -> None:
    app = create_app(settings_with(tmp_path), packs={})
    answer = app.test_client().get("/")
    assert answer.status_code == 503
    assert "quizapp db upgrade" in answer.text


def test_a_server_that_waited_for_the_migration_goes_on(tmp_path: Path) -> None:
    app = create_app(settings_with(tmp_path), packs={})
    client = app.test_client()
    assert client.get("/").status_code == 503
    with app.app_context():
        migrations.upgrade()
    assert client.get("/").status_code == 200
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000"])
def test_our_own_names_are_answered_at_any_port(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost:port"])
def test_another_name_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


def test_a_request_of_two_megabytes_is_too_much(client: FlaskClient) -> None:
    answer = client.post("/", data={"answer": "x" * 2_000_000})
    assert answer.status_code in {405, 413}
