from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect, select, text

from quizapp.store import migrations
from quizapp.store.base import db
from quizapp.store.models import Attempt, Base, Response, SchoolClass
from tests.store.rows import a_row_for_every_table

REVISIONS = [
    script.revision for script in reversed(list(ScriptDirectory(str(migrations.FOLDER)).walk_revisions()))
]

REMAKES_A_PARENT = """
from alembic import op

revision = "remake"
down_revision = "{newest}"


def upgrade() -> None:
    with op.batch_alter_table("attempt", recreate="auto") as batch:
        batch.alter_column("seed", nullable=True)
"""


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def shape() -> dict[str, Any]:
    """Return what the database says of every table, named constraints and all."""
    seen = inspect(db.engine)
    found: dict[str, Any] = {}
    for table in sorted(tables()):
        found[table] = {
            "columns": [(c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)],
            "checks": sorted((c["name"], c["sqltext"]) for c in seen.get_check_constraints(table)),
            "foreign keys": sorted(
                (c["name"], c["constrained_columns"], c["options"]) for c in seen.get_foreign_keys(table)
            ),
            "unique": sorted((c["name"], c["column_names"]) for c in seen.get_unique_constraints(table)),
            "indexes": sorted((str(c["name"]), c["column_names"]) for c in seen.get_indexes(table)),
            "key": seen.get_pk_constraint(table),
        }
    return found


def count_rows() -> dict[str, int]:
    with db.engine.connect() as connection:
        return {
            name: len(connection.execute(select(table)).all()) for name, table in Base.metadata.tables.items()
        }


def fill() -> None:
    for row in a_row_for_every_table():
        db.session.add(row)
        db.session.flush()
    db.session.commit()
    assert all(count_rows().values()), "a table has no row: add one to tests/store/rows.py"


@pytest.mark.usefixtures("empty_store")
def test_an_empty_database_has_no_revision() -> None:
    assert migrations.current_revision() is None
    assert not migrations.is_current()


@pytest.mark.usefixtures("empty_store")
def test_migrating_makes_every_table() -> None:
    migrations.upgrade()
    assert migrations.is_current()
    assert tables() == set(Base.metadata.tables)


@pytest.mark.usefixtures("store")
def test_models_and_migrations_do_not_differ() -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.usefixtures("empty_store")
def test_migrations_make_the_constraints_of_the_models() -> None:
    migrations.upgrade()
    migrated = shape()
    migrations.downgrade("base")
    Base.metadata.create_all(db.engine)
    assert migrated == shape()


@pytest.mark.usefixtures("store")
def test_migrating_again_changes_nothing() -> None:
    fill()
    before = count_rows()
    migrations.upgrade()
    assert count_rows() == before


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("revision", REVISIONS)
def test_each_migration_keeps_the_rows_that_are_there(revision: str) -> None:
    migrations.upgrade()
    fill()
    migrations.downgrade(revision)
    kept = tables()
    migrations.upgrade()
    assert {name for name, rows in count_rows().items() if rows} == kept


@pytest.mark.usefixtures("store")
def test_going_back_before_classes_keeps_every_quiz_of_ones_own() -> None:
    fill()
    migrations.downgrade("0002")
    with db.engine.connect() as connection:
        kept = connection.execute(text("SELECT id FROM attempt ORDER BY id")).scalars().all()
    assert kept == ["a" * 43, "b" * 43]


@pytest.mark.usefixtures("store")
def test_a_class_takes_everything_of_it_along() -> None:
    fill()
    db.session.delete(db.session.get_one(SchoolClass, 1))
    db.session.commit()
    left = {name for name, rows in count_rows().items() if rows}
    own = {"attempt", "dealt_question", "response", "attached_paragraph"}
    assert left == own | {"teacher", "invitation"}


@pytest.mark.usefixtures("store")
def test_going_back_to_first_tries_keeps_the_answers_that_stand() -> None:
    fill()
    migrations.downgrade("0001")
    with db.engine.connect() as connection:
        kept = connection.execute(text("SELECT try_number, credit FROM response")).all()
    assert [tuple(row) for row in kept] == [(1, 0.5)]


@pytest.mark.usefixtures("store")
def test_answers_from_before_certainty_stand_and_were_not_asked_for_it() -> None:
    fill()
    migrations.downgrade("0001")
    migrations.upgrade()
    with db.engine.connect() as connection:
        answers = connection.execute(select(Response.final, Response.certainty)).all()
        attempts = connection.execute(select(Attempt.with_certainty)).scalars()
        assert [tuple(row) for row in answers] == [(True, None)]
        assert set(attempts) == {False}


@pytest.mark.usefixtures("store")
def test_going_back_to_the_start_leaves_no_table() -> None:
    fill()
    migrations.downgrade("base")
    assert tables() == set()


@pytest.mark.usefixtures("store")
def test_foreign_keys_are_on_again_after_a_migration() -> None:
    migrations.downgrade("base")
    migrations.upgrade()
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


@pytest.mark.usefixtures("store")
def test_remaking_a_table_keeps_the_rows_that_refer_to_it(tmp_path: Path) -> None:
    fill()
    before = count_rows()
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder)
    script = REMAKES_A_PARENT.format(newest=migrations.newest_revision())
    (folder / "versions" / "remake.py").write_text(script)
    command.upgrade(migrations.migrate.get_config(str(folder)), "head")
    assert migrations.current_revision() == "remake"
    assert count_rows() == before


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # PostgreSQL's keys are never off
def test_a_migration_that_would_leave_orphans_changes_nothing() -> None:
    with db.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.executescript(
            "PRAGMA foreign_keys = OFF; CREATE TABLE parent (id INTEGER PRIMARY KEY);"
            "CREATE TABLE child (id INTEGER REFERENCES parent); INSERT INTO child VALUES (1);"
            "PRAGMA foreign_keys = ON"
        )
    with pytest.raises(CommandError, match="rows without their parent"):
        migrations.upgrade()
    assert tables() == {"parent", "child"}
    assert migrations.current_revision() is None
