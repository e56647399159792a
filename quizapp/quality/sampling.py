"""A sample of a large bank: whole facts, drawn for each kind, so that nothing but size is different."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.facts.pack import Pack
from quizapp.generation.bank import drafts, sound
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question


def sampled_bank(pack: Pack, seed: str, most: int) -> tuple[Question, ...]:
    """Return the questions of a bank on drawn facts: up to about `most` of each kind, in the bank's order."""
    return tuple(question for draft in _sampled(pack, seed, most) if (question := sound(draft)))


def _sampled(pack: Pack, seed: str, most: int) -> Iterator[Draft]:
    by_kind: dict[str, dict[str, list[Draft]]] = {}
    for draft in drafts(pack, seed):
        by_kind.setdefault(draft.kind, {}).setdefault(draft.fact.id, []).append(draft)
    for kind, by_fact in by_kind.items():
        left = most
        for fact in Draw(seed, "sample", kind).shuffled(list(by_fact)):
            if left <= 0:
                break
            left -= len(by_fact[fact])
            yield from by_fact[fact]
