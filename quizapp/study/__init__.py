"""Pages for one learner: the front page, starting a quiz, the sources."""

from __future__ import annotations

from flask import Flask

from quizapp.study.views import pages


def init_app(app: Flask) -> None:
    """Add the front page, the quiz links, the sources and how it works."""
    app.register_blueprint(pages)
