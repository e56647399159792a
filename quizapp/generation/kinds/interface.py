"""What a kind of question is: a module with these names, which drafts questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question


@dataclass(frozen=True)
class Draft:
    """A question that could be made: cheap to list, so that a form makes only what it takes.

    `fact` is the one that it asks (the first of several), `label` the key where the kind
    has fixed ones, else "". `make` returns the question, or None where the facts allow none.
    """

    kind: str
    fact: Fact
    make: Callable[[], Question | None]
    label: str = ""


class Kind(Protocol):
    """A kind of question.

    `NAME` is its id, `TITLE` what learners read, `TRAINS` one sentence on what it trains.
    `drafts` yields a draft for every fact (and slot) that may allow a question, in the
    pack's order; the same pack and seed always give the same questions.
    """

    NAME: str
    TITLE: str
    TRAINS: str

    def drafts(self, pack: Pack, seed: str) -> Iterator[Draft]: ...
