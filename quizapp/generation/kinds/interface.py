"""What a kind of question is: a module with these names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from quizapp.facts.pack import Pack
from quizapp.generation.question import Question


class Kind(Protocol):
    """A kind of question.

    `NAME` is its id, `TITLE` what learners read, `TRAINS` one sentence on what it trains.
    `make` yields one question for every fact (and slot) that allows it, in the pack's
    order; the same pack and seed always give the same questions.
    """

    NAME: str
    TITLE: str
    TRAINS: str

    def make(self, pack: Pack, seed: str) -> Iterator[Question]: ...
