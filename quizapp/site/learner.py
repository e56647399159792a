"""The learner: a random token in the browser's signed session, and nothing else.

No name, no account, no e-mail. The token is made when a quiz is started, not before.
"""

from __future__ import annotations

import secrets
from typing import cast

from flask import session

KEY = "learner"


def current_learner() -> str | None:
    """Return this browser's token, or None if it never started a quiz."""
    return cast("str | None", session.get(KEY))


def ensure_learner() -> str:
    """Return this browser's token, made now if need be, and keep it from now for another year."""
    token = session.setdefault(KEY, secrets.token_urlsafe(32))
    session.permanent = True
    session.modified = True
    return cast(str, token)
