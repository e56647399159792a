"""Alembic's entry: run the migrations over the app's own engine, in one transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.util import CommandError
from flask import current_app
from sqlalchemy import Connection, text

from quizapp.store import models
from quizapp.store.base import UtcTime

# Any number, the same in every version: who migrates holds it, the next one waits.
MIGRATION_LOCK = 287_001


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    # A migration must not change its meaning when our column type does.
    if kind == "type" and isinstance(item, UtcTime):
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations(connection: Connection) -> None:
    options = current_app.extensions["migrate"].configure_args
    context.configure(
        connection=connection,
        target_metadata=models.Base.metadata,
        render_item=render_item,
        # Alembic takes SQLite for a database that cannot roll back a CREATE TABLE. It can,
        # when the transaction is begun properly, as `quizapp.store.engine` does.
        transactional_ddl=True,
        **options,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        context.run_migrations()
        check_foreign_keys(connection)


def check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise CommandError(f"the migration would leave rows without their parent: {orphans[:5]}")


def run_on_sqlite(connection: Connection) -> None:
    # A batch migration copies a table and drops the old one. With foreign keys on, the drop
    # would delete the rows that refer to it. The PRAGMA does nothing inside a transaction,
    # so it goes past SQLAlchemy, which would begin one.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        run_migrations(connection)
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys = ON")


def run() -> None:
    with current_app.extensions["migrate"].db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            run_on_sqlite(connection)
        else:
            run_migrations(connection)


run()
