"""The `quizapp` command: what it is called with, and where each command is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from quizapp import __version__
from quizapp.settings import SettingsError

# The name of a command is also the name it has in its module, unless another is given. Modules are
# imported when their command is asked for, so that `quizapp --version` need not wait for the database's.
COMMANDS = {
    "serve": "quizapp.commands.serve",
    "db": "quizapp.commands.db",
    "teacher": "quizapp.commands.teacher",
    "class": "quizapp.commands.classes:class_",
    "sources": "quizapp.commands.sources",
    "check": "quizapp.commands.packs",
    "facts": "quizapp.commands.packs",
    "generate": "quizapp.commands.packs",
    "forms": "quizapp.commands.forms",
    "fairness": "quizapp.commands.quality",
    "quality": "quizapp.commands.quality",
}


class Commands(click.Group):
    """The commands by name; a setting that cannot be used becomes one line for any of them."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute or name)
        return command

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except SettingsError as problem:
            raise click.ClickException(str(problem)) from problem


@click.command(
    cls=Commands,
    epilog="\b\nExamples:\n  quizapp db upgrade\n  quizapp serve\n  quizapp COMMAND --help",
)
@click.version_option(__version__, prog_name="quizapp")
def quizapp() -> None:
    """Says Who? A fact-check quiz whose every answer cites its source.

    Settings are the QUIZAPP_* environment variables that the README lists.
    """


def main() -> None:
    """Run the command line; the entry point of the installed `quizapp`."""
    quizapp(prog_name="quizapp")
