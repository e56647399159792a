"""What all pages share: accounts, security headers, errors, limits, filters, static files."""

from __future__ import annotations

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from quizapp.site import accounts, errors, headers, limits, static_files, words


def init_app(app: Flask) -> None:
    """Add what every page needs: CSRF tokens, headers, errors, limits, filters, static addresses.

    A token has no time limit, for a lesson is longer than an hour. The session cookie is
    sent when it changes, not with every response: answers to requests for static files
    may be kept by caches, and must carry no cookie.
    """
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False
    CSRFProtect(app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(words.FILTERS)
    static_files.init_app(app)
    headers.init_app(app)
    accounts.init_app(app)
    errors.init_app(app)
    limits.init_app(app)
