"""Where the shipped folders are: in the checkout if there is one, else in the installed package."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """Return the folder of the checkout that this package runs from, or None if it was installed."""
    root = PACKAGE.parent
    # Not just "is there a templates/ beside us": beside an installed package is all of
    # site-packages, where another project may have left a folder of that name.
    return root if (root / "pyproject.toml").is_file() and (root / "questions").is_dir() else None


def templates() -> Path:
    """Return the folder of page templates."""
    return _shipped("templates")


def packs() -> Path:
    """Return the folder of the packs that come with the program."""
    return _shipped("questions")


def static() -> Path:
    """Return the folder of style sheets, scripts and pictures."""
    return PACKAGE / "site" / "static"


def instance() -> Path:
    """Return the default folder for the database and the secret key, which may not exist yet.

    `instance/` in a checkout; for an installed package a folder of the user's own,
    `$XDG_DATA_HOME/quizapp`, else `~/.local/share/quizapp`.
    """
    root = checkout()
    if root is not None:
        return root / "instance"
    data_home = os.environ.get("XDG_DATA_HOME")
    return (Path(data_home) if data_home else Path.home() / ".local" / "share") / "quizapp"


def _shipped(name: str) -> Path:
    return (checkout() or PACKAGE) / name
