"""Static files: their addresses carry a hash of their content, so browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

A_YEAR = 365 * 24 * 60 * 60  # seconds


def init_app(app: Flask) -> None:
    app.url_defaults(add_content_hash)
    app.after_request(allow_keeping)


def add_content_hash(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint == "static" and "v" not in values and (digest := content_hash(values["filename"])):
        values["v"] = digest


def content_hash(filename: str) -> str | None:
    """Return 12 hexadecimal digits of a static file's SHA-256, or None if there is no such file."""
    path = Path(current_app.static_folder or "") / filename
    return _hash_of(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=64)
def _hash_of(path: Path, changed_ns: int) -> str:
    """Hash a file; `changed_ns` is there so that an edited file is hashed again."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def allow_keeping(response: Response) -> Response:
    """Let a static file be kept for a year when its address names its content."""
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    named = request.args.get("v") == content_hash((request.view_args or {})["filename"])
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if named else "no-cache"
    return response
