"""Opening the program from a command: whatever stands in the way becomes words and exit status 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from alembic.util import CommandError
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from quizapp.app import create_app
from quizapp.facts.pack import Pack
from quizapp.facts.reading import PackError
from quizapp.settings import Settings, make_instance
from quizapp.store import migrations
from quizapp.store.base import db


class PacksRefused(click.ClickException):
    """Packs with problems: all of them are printed, a line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))

    def format_message(self) -> str:
        return f"the packs have problems, so nothing was done:\n{self.message}"


def open_app(settings: Settings, packs: Mapping[str, Pack] | None = None) -> Flask:
    """Return the app, with the packs given or those that the settings name.

    Raises SettingsError, or PacksRefused with every problem of every pack.
    """
    make_instance(settings)
    try:
        return create_app(settings, packs)
    except PackError as error:
        raise PacksRefused(error.problems) from error


@contextmanager
def open_database(app: Flask) -> Iterator[None]:
    """Push the app's context for work on its database, and close its connections afterwards.

    A database that cannot be opened or refuses the work becomes one line.
    """
    with app.app_context():
        try:
            yield
        except SQLAlchemyError as error:
            raise click.ClickException(_database_problem(error)) from error
        except CommandError as error:
            raise click.ClickException(
                f"the database cannot be changed: {error}; is it from a newer version of the program?"
            ) from error
        finally:
            db.session.remove()
            db.engine.dispose()


def _database_problem(error: SQLAlchemyError) -> str:
    shown = db.engine.url.render_as_string(hide_password=True)
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return f"cannot use the database {shown}: {reason}; check QUIZAPP_DATABASE_URL"


def require_current_database(app: Flask) -> None:
    """Raise ClickException unless the database has this version's tables."""
    with open_database(app):
        if not migrations.is_current():
            raise click.ClickException("the database is not ready for this version; run: quizapp db upgrade")
