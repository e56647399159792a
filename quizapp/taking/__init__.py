"""An attempt: show a question, take its answer once, mark it, explain it."""

from __future__ import annotations

from flask import Flask

from quizapp.taking.views import pages


def init_app(app: Flask) -> None:
    """Add the pages of an attempt under /attempts."""
    app.register_blueprint(pages)
