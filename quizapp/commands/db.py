"""`quizapp db`: make the database, and bring it up to the program's version."""

from __future__ import annotations

import click

from quizapp.commands.opening import open_app, open_database
from quizapp.settings import read_settings
from quizapp.store import migrations


@click.group(epilog="\b\nExamples:\n  quizapp db upgrade\n  quizapp db current")
def db() -> None:
    """Make the database, and bring it up to this version.

    Which one QUIZAPP_DATABASE_URL says: the default is SQLite in the instance folder.
    """


@db.command(
    epilog="\b\nExamples:\n  quizapp db upgrade\n"
    "  QUIZAPP_DATABASE_URL=postgresql+psycopg://quiz@/quiz quizapp db upgrade"
)
def upgrade() -> None:
    """Make or change the tables as this version needs them; rows stay.

    Stop the servers and keep a copy of the database first when there is anything in it.
    """
    app = open_app(read_settings(), packs={})
    with open_database(app):
        before = migrations.current_revision()
        migrations.upgrade()
        after = migrations.current_revision()
    changed = f"went from {before or 'empty'} to {after}" if before != after else f"is current ({after})"
    click.echo(f"The database {changed}.")


@db.command(epilog="\b\nExample:\n  quizapp db current")
def current() -> None:
    """Print the database's revision; exit with 1 if this version needs a newer one."""
    app = open_app(read_settings(), packs={})
    with open_database(app):
        revision = migrations.current_revision()
    click.echo(revision or "empty")
    if revision != migrations.newest_revision():
        raise click.ClickException(
            f"this version needs {migrations.newest_revision()}; run: quizapp db upgrade"
        )
