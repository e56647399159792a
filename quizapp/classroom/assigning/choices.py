"""What a teacher chooses of a quiz before its questions are made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from quizapp import __version__
from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS
from quizapp.generation.blueprint import Blueprint

LENGTHS = (5, 10, 20)
"""The lengths offered; another one may be typed."""

LONGEST = 50
MOST_FORMS = 6
ALL_KINDS = tuple(kind.NAME for kind in KINDS)

LEVELS: Mapping[str, int | None] = {"any": None, "easier": 40, "middle": 50, "harder": 65}
"""The mean difficulty, 0 to 100, that each choice aims at; None for whatever comes."""


@dataclass(frozen=True)
class Choices:
    """What a quiz should hold: topics and kinds by id, a number of questions, a level, and so many forms."""

    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    length: int = LENGTHS[1]
    level: str = "any"
    forms: int = 1

    @property
    def blueprint(self) -> Blueprint:
        return Blueprint(self.length, difficulty=LEVELS[self.level])

    def mark(self, pack: Pack, seed: str) -> str:
        """Return a short hash: questions made for other choices, another seed or pack have another."""
        made_from = [pack.id, pack.hash, __version__, seed, asdict(self)]
        return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()[:12]

    def to_json(self, left_out: tuple[str, ...]) -> dict[str, Any]:
        """Return what an assignment keeps of its blueprint: the choices, and the families left out."""
        return {**asdict(self), "left_out": list(left_out)}


def usual_choices(pack: Pack) -> Choices:
    return Choices(tuple(topic.id for topic in pack.topics), ALL_KINDS)
