"""`quizapp serve`: check everything, then serve."""

from __future__ import annotations

import click

from quizapp import serving
from quizapp.commands.opening import open_app, require_current_database
from quizapp.settings import read_settings


@click.command(
    epilog="\b\nExamples:\n  quizapp serve\n  QUIZAPP_BIND=127.0.0.1:8001 quizapp serve\n"
    "  QUIZAPP_BIND=0.0.0.0:8000 QUIZAPP_PUBLIC_URL=http://192.168.1.20:8000 quizapp serve"
)
def serve() -> None:
    """Serve the quiz until Ctrl-C.

    Refuses to start while a pack has a problem or the database is not up to date. Errors
    go to standard error; requests are not logged.
    """
    settings = read_settings()
    app = open_app(settings)
    require_current_database(app)
    try:
        listener = serving.listen(settings.host, settings.port)
    except serving.CannotListen as problem:
        raise click.ClickException(str(problem)) from problem
    serving.serve(app, listener, settings)
