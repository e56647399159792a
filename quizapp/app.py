"""The Flask app: settings, packs, database and pages put together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import Flask, current_app, request

from quizapp import classroom, paths, site, study, taking
from quizapp.facts.pack import Pack
from quizapp.facts.reading import read_packs
from quizapp.settings import Settings, read_settings, secret_key
from quizapp.site import limits
from quizapp.site.errors import Refusal
from quizapp.store import engine, migrations

LARGEST_REQUEST = 64 * 1024  # bytes


class NotMigrated(Refusal):
    """The database has not the tables of this version of the program."""

    status = 503
    title = "The database is not ready"
    advice = "If you run this server: stop it, run “quizapp db upgrade” and start it again. Nothing is lost."


def create_app(settings: Settings | None = None, packs: Mapping[str, Pack] | None = None) -> Flask:
    """Build the app from the settings (default: the environment's) and the packs they name.

    Reads the packs unless they are given; makes the secret key on first use; neither opens
    nor migrates the database. Raises SettingsError for a setting, PackError for a pack that
    cannot be used.
    """
    settings = settings or read_settings()
    app = Flask(
        "quizapp",
        template_folder=str(paths.templates()),
        static_folder=str(paths.static()),
        instance_path=str(settings.instance),
    )
    app.extensions["quizapp.packs"] = read_packs(settings.packs) if packs is None else packs
    app.config.from_mapping(flask_config(settings))
    engine.init_app(app)
    migrations.init_app(app)
    app.before_request(refuse_unless_migrated)
    for room in (site, taking, study, classroom):
        room.init_app(app)
    return app


def flask_config(settings: Settings) -> dict[str, Any]:
    """Return the settings in the names that Flask and its extensions use."""
    return {
        "SECRET_KEY": secret_key(settings),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        "PUBLIC_URL": settings.public_url,
        "PREFERRED_URL_SCHEME": "https" if settings.is_https else "http",
        "SESSION_COOKIE_NAME": "quizapp_session",
        "SESSION_COOKIE_SECURE": settings.is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": timedelta(days=365),
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "MAX_FORM_PARTS": 200,
        **limits.storage_config(settings.redis_url),
    }


def refuse_unless_migrated() -> None:
    """Raise NotMigrated until the database has this version's tables; ask it only until it has."""
    if request.endpoint == "static" or "quizapp.migrated" in current_app.extensions:
        return
    if not migrations.is_current():
        current_app.logger.error("the database is not ready: run quizapp db upgrade")
        raise NotMigrated
    current_app.extensions["quizapp.migrated"] = True
