"""Assembling a form: which questions may stand together, and a fair mix of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import same_value
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question


@dataclass(frozen=True)
class Form:
    """An assembled quiz, in order; `asked_for` is how many questions were wanted."""

    questions: tuple[Question, ...]
    asked_for: int

    @property
    def short_by(self) -> int:
        """How many questions the pool could not give without breaking a rule."""
        return self.asked_for - len(self.questions)


def assemble(pack: Pack, pool: Sequence[Question], count: int, draw: Draw) -> Form:
    """Choose up to `count` questions of a pool that may stand together, kinds and topics mixed.

    Kinds take turns in a drawn order; within a kind, the topic and then the source used
    least goes first. No two questions share a fact, and none shows what another asks.
    """
    shelves: dict[str, list[Question]] = {}
    for question in draw.shuffled(pool):
        shelves.setdefault(question.kind, []).append(question)
    turns = draw.shuffled(sorted(shelves))
    chosen: list[Question] = []
    table = _Table(pack)
    while len(chosen) < count and shelves:
        for kind in turns:
            if kind in shelves and len(chosen) < count:
                _take_turn(shelves, kind, chosen, table)
    return Form(tuple(draw.shuffled(chosen)), count)


def _take_turn(shelves: dict[str, list[Question]], kind: str, chosen: list[Question], table: _Table) -> None:
    fitting = [question for question in shelves[kind] if table.fits(question)]
    if not fitting:
        del shelves[kind]
        return
    best = min(fitting, key=table.usage)  # the first of equals: the shelf is in a drawn order
    chosen.append(best)
    table.seat(best)
    shelves[kind] = [question for question in fitting if question is not best]


class _Table:
    """What the questions chosen so far ask and show, and how often each topic and source came up."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._asked: set[str] = set()
        self._shown: set[str] = set()
        self._used: Counter[tuple[str, str]] = Counter()

    def fits(self, question: Question) -> bool:
        """Tell whether a question asks nothing that is shown, and shows nothing that is asked."""
        return self._shown.isdisjoint(question.facts) and self._asked.isdisjoint(question.shows)

    def usage(self, question: Question) -> tuple[int, int, int]:
        return (
            self._used["topic", question.topic],
            self._used["source", question.citations[0].source],
            self._used["answer", f"{question.kind} {question.answer}"],
        )

    def seat(self, question: Question) -> None:
        self._asked |= gives_away(self._pack, question.facts)
        self._shown |= gives_away(self._pack, question.shows)
        self._used["topic", question.topic] += 1
        self._used["source", question.citations[0].source] += 1
        self._used["answer", f"{question.kind} {question.answer}"] += 1


def gives_away(pack: Pack, facts: Iterable[str]) -> set[str]:
    """Return the facts that these give away: they, those that agree with them, those filled alike."""
    known = set(facts)
    for name in tuple(known):
        known.update(pack.agreeing(name))
        fact = pack.facts[name]
        known.update(other.id for other in pack.by_relation[fact.relation.id] if same_content(fact, other))
    return known


def same_content(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts of one relation fill their common slots alike."""
    shared = fact.slots.keys() & other.slots.keys()
    return bool(shared) and all(same_value(fact.slots[name], other.slots[name]) for name in shared)
