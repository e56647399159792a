"""Addresses for other devices: what is read from a screen, scanned or sent must lead here from there."""

from __future__ import annotations

from typing import Any

from flask import current_app, request, url_for

from quizapp.settings import LOOPBACK_HOSTS


def outside_url(endpoint: str, **values: Any) -> str:
    """Return a page's address for other devices: at QUIZAPP_PUBLIC_URL, else at the request's host."""
    public = current_app.config["PUBLIC_URL"]
    return f"{public}{url_for(endpoint, **values)}" if public else url_for(endpoint, **values, _external=True)


def only_here() -> bool:
    """Tell whether `outside_url` gives an address that only this computer can reach."""
    host = request.host.partition(":")[0]
    return not current_app.config["PUBLIC_URL"] and (host in LOOPBACK_HOSTS or host.startswith("127."))
