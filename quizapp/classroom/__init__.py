"""Pages for a teacher and a class: a folder for each thing that they do, with the same names in each."""

from __future__ import annotations

from flask import Flask

from quizapp.classroom.accounts.views import pages as accounts
from quizapp.classroom.analysis.views import pages as analysis
from quizapp.classroom.assigning.views import pages as assigning
from quizapp.classroom.classes.views import pages as classes
from quizapp.classroom.joining.views import pages as joining
from quizapp.classroom.mending.views import pages as mending
from quizapp.classroom.results.views import pages as results
from quizapp.classroom.sharing.views import pages as sharing
from quizapp.classroom.sitting.views import pages as sitting


def init_app(app: Flask) -> None:
    """Add the pages of teachers and classes."""
    for blueprint in (accounts, classes, assigning, sharing, joining, sitting, results, analysis, mending):
        app.register_blueprint(blueprint)
