"""The program with the hand-made pack about a harbour: for pages that must know no subject."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizapp.app import create_app
from quizapp.store.base import db
from tests.builders import a_shown_pack
from tests.conftest import settings_for
from tests.visiting import Visitor

LEARNER = "a-learner-in-a-test"


@pytest.fixture
def harbour_app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The whole program with one small pack, on a fresh database of each kind."""
    app = create_app(settings_for(tmp_path, database_url), packs={"harbour": a_shown_pack()})
    app.testing = True
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def visitor(harbour_app: Flask) -> Visitor:
    """Somebody who has started a quiz before."""
    return Visitor(harbour_app, LEARNER)
