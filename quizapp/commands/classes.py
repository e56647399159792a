"""`quizapp class`: list the classes, and delete what is no longer needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import click
from flask import Flask

from quizapp.classroom.classes.operations import purge_classes
from quizapp.classroom.classes.queries import Contents, Listed, all_listed, contents_of_class
from quizapp.commands.opening import open_app, open_database, require_current_database
from quizapp.settings import read_settings
from quizapp.site.words import counted


@click.group(
    "class",
    epilog="\b\nExamples:\n  quizapp class list\n  quizapp class purge 3\n"
    "  quizapp class purge --older-than 365",
)
def class_() -> None:
    """List the classes on this server, and delete those that are no longer needed."""


@class_.command("list", epilog="\b\nExample:\n  quizapp class list")
def list_() -> None:
    """List every class: its id, its teacher, how much there is of it, and when it was last used."""
    with open_database(_ready_app()):
        rows = all_listed()
    now = datetime.now(UTC)
    for one in rows:
        used = "last used" if one.used_at <= now else "in use until"
        click.echo(f"{_named(one)}; {used} {one.used_at:%Y-%m-%d}")
    if not rows:
        click.echo("There is no class.")


@class_.command(epilog="\b\nExamples:\n  quizapp class purge 3\n  quizapp class purge --older-than 365 --yes")
@click.argument("class_id", metavar="[ID]", type=click.IntRange(1), required=False)
@click.option(
    "--older-than",
    metavar="DAYS",
    type=click.IntRange(1, 36500),
    help="Every class in which nothing was made, due, answered or joined for so many days.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(class_id: int | None, older_than: int | None, yes: bool) -> None:
    """Delete class ID, or all unused ones, with learners, assignments, answers and reports.

    Says what goes and asks before it does. It cannot be undone.
    """
    if (class_id is None) == (older_than is None):
        raise click.UsageError("Name one class by its ID, or say --older-than DAYS; see: quizapp class list")
    with open_database(_ready_app()):
        found = _one(class_id) if class_id else _unused(datetime.now(UTC) - timedelta(days=older_than or 0))
        if not found:
            click.echo(f"No class was unused for {counted(older_than or 0, 'day')}; nothing was deleted.")
            return
        _purge(found, yes)


def _purge(found: Sequence[Listed], yes: bool) -> None:
    for one in found:
        click.echo(f"{_named(one)}: {_words(contents_of_class(one.school_class.id))}")
    many = counted(len(found), "class", "classes")
    if not yes:
        click.confirm(f"Delete {many} with all of this? It cannot be undone", abort=True)
    purge_classes([one.school_class.id for one in found])
    click.echo(f"Deleted {many}.")


def _one(class_id: int) -> list[Listed]:
    found = [one for one in all_listed() if one.school_class.id == class_id]
    if not found:
        raise click.ClickException(f"there is no class {class_id}; see: quizapp class list")
    return found


def _unused(since: datetime) -> list[Listed]:
    return [one for one in all_listed() if one.used_at < since]


def _named(one: Listed) -> str:
    return (
        f"{one.school_class.id} “{one.school_class.title}” of {one.teacher}, "
        f"{counted(one.learners, 'learner')}, {counted(one.assignments, 'assignment')}"
    )


def _words(contents: Contents) -> str:
    return (
        f"{counted(contents.sittings, 'attempt')}, {counted(contents.answers, 'answer')}, "
        f"{counted(contents.reports, 'report')}"
    )


def _ready_app() -> Flask:
    app = open_app(read_settings(), packs={})
    require_current_database(app)
    return app
