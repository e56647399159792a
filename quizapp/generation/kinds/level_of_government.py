"""`level-of-government`: which of a relation's fixed labels fits?

The relation lists the labels of a slot (such as the levels of government); they are
shown all, in the relation's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizapp.assessment.forms import Choice
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import TermValue
from quizapp.generation.citing import references
from quizapp.generation.composing import asked_slots, compose, skill_of, stem_for
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Basis, basis, may_be_true
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question

NAME = "level-of-government"
TITLE = "Which level decides"
TRAINS = "Keeping apart what is laid down or decided at one level from what is at another."


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each asked slot that has fixed labels; the others must be provably false.

    Of each relation, every label that is right at all is so as often as the rarest: none is the better guess.
    """
    asked: dict[tuple[str, str], dict[str, list[tuple[Fact, str]]]] = {}
    for fact, slot, ask in asked_slots(pack, labelled=True):
        by_label = asked.setdefault((fact.relation.id, slot), {})
        by_label.setdefault(fact.slots[slot].words, []).append((fact, ask))
    for (relation, slot), by_label in asked.items():
        each = min(len(facts) for facts in by_label.values())
        for label, facts in by_label.items():
            for fact, ask in Draw(seed, NAME, relation, slot, label).shuffled(facts)[:each]:
                yield Draft(NAME, fact, partial(_question, pack, seed, fact, slot, ask), label)


def _question(pack: Pack, seed: str, fact: Fact, slot: str, ask: str) -> Question | None:
    labels = fact.relation.labels[slot]
    key = fact.slots[slot].words
    proof = basis(fact, slot)
    if proof is None or any(_may_fit(pack, fact, slot, label, proof) for label in labels if label != key):
        return None
    return compose(
        pack, fact, kind=NAME, seed=seed, form=Choice(len(labels), labels.index(key)),
        skill=skill_of(fact, slot), stem=stem_for(pack, fact, slot, ask), answer=key, slot=slot,
        options=tuple(_option(pack, fact, label, key, proof) for label in labels),
    )  # fmt: skip


def _may_fit(pack: Pack, fact: Fact, slot: str, label: str, proof: Basis) -> bool:
    return may_be_true(pack, fact, slot, TermValue(label, label), proof.given) is not None


def _option(pack: Pack, fact: Fact, label: str, key: str, proof: Basis) -> Option:
    right = label == key
    why = f"Right: {fact.statement}" if right else f"Not {label}: {fact.statement}"
    return Option(
        label, right, why, "answer-form", "" if right else proof.words, references(pack, fact)
    )  # fmt: skip
