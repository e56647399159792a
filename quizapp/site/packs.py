"""The packs that this server was started with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from flask import current_app

from quizapp.facts.pack import Pack


def all_packs() -> Mapping[str, Pack]:
    """Return every pack by its id, in the order they were read."""
    return cast(Mapping[str, Pack], current_app.extensions["quizapp.packs"])


def find_pack(pack_id: str | None) -> Pack | None:
    """Return the pack of that id, or None: packs come and go, attempts stay."""
    return all_packs().get(pack_id or "")
