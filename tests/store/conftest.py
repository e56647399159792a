from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizapp.store import engine, migrations
from quizapp.store.base import db


def store_app(url: str, folder: Path) -> Flask:
    app = Flask("store", instance_path=str(folder))
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    engine.init_app(app)
    migrations.init_app(app)
    return app


@pytest.fixture
def store(database_url: str, tmp_path: Path) -> Iterator[None]:
    """The context of an app with a fresh migrated database of each kind, and no pages."""
    with store_app(database_url, tmp_path).app_context():
        yield
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def empty_store(empty_database_url: str, tmp_path: Path) -> Iterator[None]:
    """The same, before any migration."""
    with store_app(empty_database_url, tmp_path).app_context():
        yield
        db.session.remove()
        db.engine.dispose()
