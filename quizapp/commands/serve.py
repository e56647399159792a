"""`quizapp serve`: check everything, then serve."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from quizapp import serving
from quizapp.classroom.accounts.operations import make_link
from quizapp.classroom.accounts.queries import SET_UP, any_teacher
from quizapp.commands.opening import open_app, open_database, require_current_database
from quizapp.commands.teacher import link_path
from quizapp.settings import read_settings


@click.command(
    epilog="\b\nExamples:\n  quizapp serve\n  QUIZAPP_BIND=127.0.0.1:8001 quizapp serve\n"
    "  QUIZAPP_BIND=0.0.0.0:8000 QUIZAPP_PUBLIC_URL=http://192.168.1.20:8000 quizapp serve"
)
def serve() -> None:
    """Serve the quiz until Ctrl-C.

    Prints a link that makes the first teacher's account, while there is none. Refuses to start
    while a pack has a problem or the database is not up to date. Errors go to standard error;
    requests are not logged.
    """
    settings = read_settings()
    app = open_app(settings)
    require_current_database(app)
    with open_database(app):
        path = None if any_teacher() else link_path(app, make_link(SET_UP, datetime.now(UTC)))
    try:
        listener = serving.listen(settings.host, settings.port)
    except serving.CannotListen as problem:
        raise click.ClickException(str(problem)) from problem
    serving.serve(app, listener, settings, path or "")
