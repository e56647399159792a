"""Assembling a form: which questions may stand together, and a fair mix of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.generation.cueing import GivenAway
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question

Trait = tuple[str, str]


@dataclass(frozen=True)
class Form:
    """An assembled quiz, in order; `asked_for` is how many questions were wanted."""

    questions: tuple[Question, ...]
    asked_for: int

    @property
    def short_by(self) -> int:
        """How many questions the pool could not give without breaking a rule."""
        return self.asked_for - len(self.questions)


def assemble(
    pack: Pack, pool: Sequence[Draft], make: Callable[[Draft], Question | None], count: int, draw: Draw
) -> Form:
    """Choose up to `count` questions of a pool that may stand together, kinds and topics mixed.

    Kinds take turns in a drawn order; within a kind, the topic, source and label used
    least goes first. No two questions share a fact, and none shows what another asks.
    Only drafts whose turn comes are made into questions.
    """
    shelves: dict[str, list[Draft]] = {}
    for draft in draw.shuffled(pool):
        shelves.setdefault(draft.kind, []).append(draft)
    turns = draw.shuffled(sorted(shelves))
    chosen: list[Question] = []
    table = _Table(pack)
    while len(chosen) < count and any(shelves.values()):
        for kind in turns:
            if len(chosen) < count and (question := _next(shelves[kind], make, table)):
                chosen.append(question)
    return Form(tuple(draw.shuffled(chosen)), count)


def _next(shelf: list[Draft], make: Callable[[Draft], Question | None], table: _Table) -> Question | None:
    """Take from a shelf until a question fits, and seat it; None when the shelf is empty."""
    while shelf:
        draft = min(shelf, key=table.usage)  # the first of equals: the shelf is in a drawn order
        shelf.remove(draft)
        question = make(draft) if table.is_free(draft.fact) else None
        if question and table.fits(question):
            table.seat(draft, question)
            return question
    return None


class _Table:
    """What the questions chosen so far ask and show, and how often each topic and source came up."""

    def __init__(self, pack: Pack) -> None:
        self._away = GivenAway(pack)
        self._asked: set[str] = set()
        self._shown: set[str] = set()
        self._used: Counter[Trait] = Counter()

    def fits(self, question: Question) -> bool:
        """Tell whether a question asks nothing that is shown, and shows nothing that is asked."""
        return self._shown.isdisjoint(question.facts) and self._asked.isdisjoint(question.shows)

    def is_free(self, fact: Fact) -> bool:
        """Tell whether a fact may still be asked; cheaper than making the question first."""
        return fact.id not in self._asked and fact.id not in self._shown

    def usage(self, draft: Draft) -> tuple[int, int, int]:
        """Return how often a draft's topic, source and label came up already."""
        topic, source, label = _traits(draft)
        return self._used[topic], self._used[source], self._used[label]

    def seat(self, draft: Draft, question: Question) -> None:
        self._asked |= self._away.by(question.facts)
        self._shown |= self._away.by(question.shows)
        self._used.update(_traits(draft))


def _traits(draft: Draft) -> tuple[Trait, Trait, Trait]:
    fact = draft.fact
    return ("topic", fact.topic), ("source", fact.sources[0]), ("label", f"{draft.kind} {draft.label}")
