"""What is read of mendings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MendedNote:
    """What a learner is told of a mending."""


def mendings_of(attempt_id: str) -> Mapping[int, tuple[MendedNote, ...]]:
    """Return the mendings of an attempt's questions, by the assigned question's id."""
    return {}
