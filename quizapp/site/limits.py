"""How often something may fail: sign-ins, codes and links cannot be guessed at speed.

Only failures count, by the address they come from: a class of forty sits behind one address,
and what is right must never be held up by how often it is done.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from flask import Flask, Response, g, request, url_for
from flask.logging import default_handler
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter, RateLimitExceeded, RouteLimit
from limits.errors import StorageError

from quizapp.site.errors import ErrorPage, WayOut, render

SECONDS_TO_WAIT_FOR_REDIS = 1


def address() -> str:
    """Return the address that the request came from."""
    return request.remote_addr or "unknown"


# Each init_app gives it the storage of its app; a server without Redis counts for itself. A Redis
# that does not answer is replaced by the process's own memory until it does.
limiter = Limiter(
    address,
    strategy="moving-window",
    key_prefix="quizapp",
    storage_options={"wrap_exceptions": True},
    in_memory_fallback_enabled=True,
    swallow_errors=True,
)


def init_app(app: Flask) -> None:
    """Count failures where QUIZAPP_REDIS_URL says, else in this process's memory."""
    limiter.init_app(app)
    limiter.logger.addHandler(default_handler)
    app.register_error_handler(RateLimitExceeded, explain_waiting)


def storage_config(redis_url: str | None) -> dict[str, object]:
    """Return the limiter's settings of an app."""
    if redis_url is None:
        return {"RATELIMIT_STORAGE_URI": "memory://"}
    patience = {
        "socket_connect_timeout": SECONDS_TO_WAIT_FOR_REDIS,
        "socket_timeout": SECONDS_TO_WAIT_FOR_REDIS,
    }
    url = f"redis+{redis_url}" if redis_url.startswith("unix:") else redis_url
    return {"RATELIMIT_STORAGE_URI": url, "RATELIMIT_STORAGE_OPTIONS": patience}


def count_failure() -> None:
    """Say that this request failed; it counts for the limits of its view. A 404 counts without being told."""
    g.failure_counts = True


def _is_failure(response: Response) -> bool:
    return bool(response.status_code == 404 or g.get("failure_counts"))


def failures_only(
    limit: str, scope: str, key: Callable[[], str] = address, methods: list[str] | None = None
) -> RouteLimit:
    """Return a decorator for views (below `route`): so many failures, such as "10 per 15 minutes".

    Views that share a `scope` count together. Once the limit is reached, every request is
    refused with 429 until failures are old enough: a right guess must not be told from a wrong one.
    `methods`: those that are held to it, all by default.
    """
    return limiter.shared_limit(limit, scope, key_func=key, methods=methods, deduct_when=_is_failure)


wrong_codes = failures_only("60 per minute; 600 per hour", "wrong codes")
wrong_links = failures_only("30 per hour", "wrong links")


def explain_waiting(error: RateLimitExceeded) -> ResponseReturnValue:
    """Say that there were too many failures, and when to try again."""
    seconds = _seconds_to_wait(error)
    minutes = ceil(seconds / 60)
    advice = (
        "Too many tries from your network went wrong in a short time, so this is closed for a while. "
        f"Nothing is lost. Try again in {'a minute' if minutes == 1 else f'{minutes} minutes'}."
    )
    way_out = WayOut(url_for("study.home"), "Go to the front page")
    page, status = render(ErrorPage(429, "Too many tries that did not work", advice, way_out))
    return page, status, {"Retry-After": str(seconds)}


def _seconds_to_wait(error: RateLimitExceeded) -> int:
    reached = limiter.current_limit
    try:
        return (
            max(1, ceil(reached.window.reset_time - time.time()))
            if reached
            else error.limit.limit.get_expiry()
        )
    except StorageError:  # gone since it was asked
        return error.limit.limit.get_expiry()
