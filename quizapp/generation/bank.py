"""The bank: every question a pack gives for a seed; and the forms dealt from it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form, assemble
from quizapp.generation.draws import Draw
from quizapp.generation.kinds import (
    cloze,
    number,
    select_all,
    value,
    verdict,
    what_kind,
    which_source,
    who_said,
)
from quizapp.generation.kinds.interface import Kind
from quizapp.generation.question import Question
from quizapp.generation.rules import flaws

KINDS: tuple[Kind, ...] = (value, verdict, number, who_said, what_kind, which_source, cloze, select_all)

BANKS_KEPT = 8
"""How many banks a process keeps: starting a quiz and showing its results use the same one."""


def bank(pack: Pack, seed: str) -> tuple[Question, ...]:
    """Return every question that a pack gives for a seed, in the order of kinds and facts.

    A question that breaks an item-writing rule is left out. Same pack, seed and version:
    the same questions, byte for byte.
    """
    return _kept_bank(_Keyed(pack), seed)


def deal(pack: Pack, seed: str, count: int, topics: Collection[str] = ()) -> tuple[Question, ...]:
    """Return a form of up to `count` questions on some topics (none named: all).

    No two ask the same fact, none gives away another's key, and kinds, topics and
    sources are mixed. Fewer come back when the pack cannot give more.
    """
    return deal_form(pack, seed, count, topics).questions


def deal_form(
    pack: Pack, seed: str, count: int, topics: Collection[str] = (), kinds: Collection[str] = ()
) -> Form:
    """Return the form with what it could not fit, of some kinds only if any are named: see `deal`."""
    pool = [
        question
        for question in bank(pack, seed)
        if (not topics or question.topic in topics) and (not kinds or question.kind in kinds)
    ]
    return assemble(pack, pool, count, Draw(seed, "form"))


def deal_again(pack: Pack, seed: str, facts: Collection[str]) -> tuple[Question, ...]:
    """Return fresh questions on the given facts, each fact once, in a drawn order.

    Facts that the pack no longer has, or that no question asks, are left out.
    """
    wanted, dealt = set(facts), []
    for question in Draw(seed, "again").shuffled(bank(pack, seed)):
        if wanted.intersection(question.facts):
            dealt.append(question)
            wanted.difference_update(question.facts)
    return tuple(dealt)


class _Keyed:
    """A pack that is compared by its content, so that a bank can be kept for it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and other.pack.hash == self.pack.hash

    def __hash__(self) -> int:
        return hash(self.pack.hash)


@lru_cache(maxsize=BANKS_KEPT)
def _kept_bank(keyed: _Keyed, seed: str) -> tuple[Question, ...]:
    made = (question for kind in KINDS for question in kind.make(keyed.pack, seed))
    return tuple(question for question in made if not flaws(question))
