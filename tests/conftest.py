"""What every test may ask for: an app on a fresh migrated database, a server, a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from sqlalchemy import URL, make_url

from quizapp import paths
from quizapp.app import create_app
from quizapp.facts.pack import Pack
from quizapp.facts.reading import read_packs
from quizapp.settings import Settings, read_settings
from quizapp.store import migrations
from quizapp.store.base import db
from tests.support import browser as chromium
from tests.support import postgresql, server

SECRET = "a key for tests only, longer than it needs to be"
LONGEST = (
    "tests/browser/",
    "tests/test_readme.py",
    "tests/test_make.py",
    "tests/test_cli_",
    "tests/quality/",
)
"""The files that take longest begin first: one that is begun last would leave all other cores idle."""

SMALL_PACK = '[pack]\nid = "small"\ntitle = "A small pack"\nabout = "It holds nothing."\n'


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


def settings_for(instance: Path, database_url: str) -> Settings:
    """Return the settings of an app under test, whatever the environment says."""
    return read_settings(
        {
            "QUIZAPP_INSTANCE": str(instance),
            "QUIZAPP_DATABASE_URL": database_url,
            "QUIZAPP_SECRET_KEY": SECRET,
        }
    )


def migrated(instance: Path, database_url: str) -> None:
    """Make the tables in an empty database."""
    app = create_app(settings_for(instance, database_url), packs={})
    with app.app_context():
        migrations.upgrade()
        db.engine.dispose()


@pytest.fixture(scope="session")
def shipped_packs() -> Mapping[str, Pack]:
    """The packs that come with the program, read once."""
    return read_packs(paths.packs())


@pytest.fixture(scope="session")
def small_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one valid pack that holds next to nothing: quick to read."""
    folder = tmp_path_factory.mktemp("packs")
    (folder / "small").mkdir()
    (folder / "small" / "pack.toml").write_text(SMALL_PACK, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    with postgresql.running_server() as running:
        yield running


@pytest.fixture(scope="session")
def postgresql_template(
    postgresql_server: postgresql.Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The name of a migrated database, to be copied."""
    with postgresql_server.database() as url:
        migrated(tmp_path_factory.mktemp("instance"), url)
        yield str(make_url(url).database)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file, to be copied."""
    folder = tmp_path_factory.mktemp("instance")
    migrated(folder, f"sqlite:///{folder / 'template.sqlite3'}")
    return folder / "template.sqlite3"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh migrated database; a test that asks for it runs once for each kind."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "test.sqlite3")
        yield f"sqlite:///{tmp_path / 'test.sqlite3'}"
    else:
        template = request.getfixturevalue("postgresql_template")
        with request.getfixturevalue("postgresql_server").database(template) as url:
            yield url


@pytest.fixture
def empty_database_url(request: pytest.FixtureRequest, database_url: str) -> Iterator[str]:
    """The URL of a database without any table, of each kind."""
    url: URL = make_url(database_url)
    if url.drivername == "sqlite":
        yield f"{database_url}.empty"
    else:
        with request.getfixturevalue("postgresql_server").database() as empty:
            yield empty


@pytest.fixture
def app(database_url: str, tmp_path: Path, shipped_packs: Mapping[str, Pack]) -> Iterator[Flask]:
    """The whole program, with the shipped packs, on a fresh database of each kind."""
    made = create_app(settings_for(tmp_path, database_url), packs=shipped_packs)
    made.testing = True
    yield made
    with made.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run; make a new context for each test."""
    with chromium.running_browser() as running:
        yield running


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program as it is really served, on SQLite, for the whole run."""
    with server.running(tmp_path_factory.mktemp("live")) as running:
        yield running.url
