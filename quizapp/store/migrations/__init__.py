"""How the tables change from one version to the next, and whether a database has followed.

Everything here but `newest_revision` needs an application context.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate

from quizapp.store.base import db

FOLDER = Path(__file__).resolve().parent
migrate = Migrate(directory=str(FOLDER), compare_server_default=True)


def init_app(app: Flask) -> None:
    """Make the migrations known to the app; runs none."""
    migrate.init_app(app, db)


def newest_revision() -> str:
    """Return the revision that this version of the program needs."""
    head = ScriptDirectory(str(FOLDER)).get_current_head()
    assert head is not None, "the package holds no migration"
    return head


def current_revision() -> str | None:
    """Return the revision that the database has, None for an empty one."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current() -> bool:
    """Tell whether the database has the tables that this version needs."""
    return current_revision() == newest_revision()


def upgrade(revision: str = "head") -> None:
    """Bring the database up to `revision`: all the way or not at all."""
    command.upgrade(migrate.get_config(), revision)


def downgrade(revision: str) -> None:
    """Take the database back to `revision`, "base" for none; the rows of dropped tables are lost."""
    command.downgrade(migrate.get_config(), revision)
