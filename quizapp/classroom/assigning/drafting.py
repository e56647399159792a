"""The drafts of a pack, by number: a question is made when somebody looks at it, and only once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from threading import Lock

from flask import current_app

from quizapp.classroom.assigning.choices import Choices
from quizapp.facts.pack import Pack
from quizapp.generation.bank import drafts, sound
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.pool import Pool
from quizapp.generation.question import Question

KEPT = 4
"""So many packs' drafts a process keeps: they can always be made again from pack and seed."""


class DraftBank:
    """Every draft of a pack for a seed. Its number, from 0, is the same wherever it is made."""

    def __init__(self, pack: Pack, seed: str) -> None:
        self.pack, self.seed = pack, seed
        self._drafts = tuple(drafts(pack, seed))
        self._numbers = {id(draft): number for number, draft in enumerate(self._drafts)}
        self._made: dict[int, Question | None] = {}
        self._number_of: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._drafts)

    def question(self, number: int) -> Question | None:
        """Return the question of a draft; None where its facts allow none."""
        if number not in self._made:
            # Two threads may make it at once; one question is kept, and only that one's id.
            kept = self._made.setdefault(number, sound(self._drafts[number]))
            if kept:
                self._number_of[id(kept)] = number
        return self._made[number]

    def number_of(self, question: Question) -> int:
        """Return the number of a question that this bank made."""
        return self._number_of[id(question)]

    def draft_number(self, draft: Draft) -> int:
        return self._numbers[id(draft)]

    def pool(self, choices: Choices, left_out: Collection[str] = ()) -> Pool:
        """Return a fresh pool of the topics and kinds chosen, without the families left out."""

        def make(draft: Draft) -> Question | None:
            question = self.question(self.draft_number(draft))
            return question if question and question.family not in left_out else None

        topics, kinds = frozenset(choices.topics), frozenset(choices.kinds)
        found = (one for one in self._drafts if one.fact.topic in topics and one.kind in kinds)
        return Pool(self.pack, found, make)


class _Kept:
    """The banks used last. Threads share it; what it forgets costs time, nothing else."""

    def __init__(self) -> None:
        self._banks: OrderedDict[tuple[str, str, str], DraftBank] = OrderedDict()
        self._lock = Lock()

    def bank(self, pack: Pack, seed: str) -> DraftBank:
        name = (pack.id, pack.hash, seed)
        with self._lock:
            bank = self._banks.pop(name, None) or DraftBank(pack, seed)
            self._banks[name] = bank
            while len(self._banks) > KEPT:
                self._banks.popitem(last=False)
        return bank


def bank_of(pack: Pack, seed: str) -> DraftBank:
    """Return the drafts of a pack for a seed, as this process has them or made now."""
    kept: _Kept = current_app.extensions.setdefault("quizapp.draft_banks", _Kept())
    return kept.bank(pack, seed)
