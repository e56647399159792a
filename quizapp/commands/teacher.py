"""`quizapp teacher`: links for new teachers and for forgotten passwords, and who there is."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlencode

import click
from flask import Flask

from quizapp.classroom.accounts.names import what_is_wrong
from quizapp.classroom.accounts.operations import make_link
from quizapp.classroom.accounts.queries import INVITATION, RESET, all_teachers, teacher_named
from quizapp.commands.opening import open_app, open_database, require_current_database
from quizapp.facts.wording import nearest_name
from quizapp.settings import Settings, read_settings
from quizapp.store.names import clean_name, name_key


@click.group(
    epilog='\b\nExamples:\n  quizapp teacher add "Ms Rivera"\n  quizapp teacher reset "Ms Rivera"\n'
    "  quizapp teacher list"
)
def teacher() -> None:
    """Add teachers, and let them in again. It needs no e-mail: it prints links to pass on.

    The first teacher's link is printed by `quizapp serve`.
    """


@teacher.command(epilog='\b\nExample:\n  quizapp teacher add "Ms Rivera"')
@click.argument("name")
def add(name: str) -> None:
    """Print a link with which NAME makes an account. It works once, for seven days."""
    if problem := what_is_wrong(clean_name(name)):
        raise click.ClickException(problem)
    settings, app = _ready()
    with open_database(app):
        if teacher_named(name):
            raise click.ClickException(
                f'there is a teacher "{clean_name(name)}" already; '
                f'for a forgotten password: quizapp teacher reset "{clean_name(name)}"'
            )
        token = make_link(INVITATION, datetime.now(UTC))
    query = urlencode({"name": clean_name(name)})
    _print(f"For {clean_name(name)}, to make an account (once, for 7 days):", settings, app, token, query)


@teacher.command(epilog='\b\nExample:\n  quizapp teacher reset "Ms Rivera"')
@click.argument("name")
def reset(name: str) -> None:
    """Print a link with which NAME chooses a new password. It works once, for 24 hours."""
    settings, app = _ready()
    with open_database(app):
        found = teacher_named(name)
        if found is None:
            raise click.ClickException(_no_such_teacher(name))
        shown = found.name
        token = make_link(RESET, datetime.now(UTC), found.id)
    _print(f"For {shown}, to choose a new password (once, for 24 hours):", settings, app, token)


@teacher.command("list", epilog="\b\nExample:\n  quizapp teacher list")
def list_() -> None:
    """List the teachers, and since when they have an account."""
    _, app = _ready()
    with open_database(app):
        lines = [f"{one.name}: since {one.created_at:%Y-%m-%d}" for one in all_teachers()]
    click.echo("\n".join(lines) or "There is no teacher yet. Run quizapp serve, and open the link it prints.")


def link_path(app: Flask, token: str) -> str:
    """Return the path of a link's page."""
    return app.url_map.bind("").build("accounts.use_link", {"token": token})


def _ready() -> tuple[Settings, Flask]:
    settings = read_settings()
    app = open_app(settings, packs={})
    require_current_database(app)
    return settings, app


def _print(words: str, settings: Settings, app: Flask, token: str, query: str = "") -> None:
    address = settings.public_url or f"http://{settings.host}:{settings.port or 'PORT'}"
    click.echo(f"{words}\n{address}{link_path(app, token)}{'?' if query else ''}{query}")


def _no_such_teacher(name: str) -> str:
    names = {name_key(one.name): one.name for one in all_teachers()}
    near = nearest_name(name_key(name), names)
    hint = f'did you mean "{names[near]}"? All names' if near else "all names"
    return f'there is no teacher "{clean_name(name)}"; {hint}: quizapp teacher list'
