"""Which fact a typed wrong answer belongs to, where the pack that was asked from is still here."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.assessment.credit import Exactly, Marking
from quizapp.assessment.forms import AnswerForm, Number, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.values import QuantityValue, SlotValue
from quizapp.generation.citing import references
from quizapp.generation.question import Question, Reference
from quizapp.site.packs import find_pack
from quizapp.store.assignments import Assignment

_TO_THE_DIGIT = Marking(number=Exactly())
"""A figure near another one is not that one: 60 percent is not what "about 55 percent" gives."""


@dataclass(frozen=True)
class Known:
    """A fact that gives, for the slot that was asked, what somebody wrote."""

    fact: str
    statement: str
    citations: tuple[Reference, ...]


def pack_of(assignment: Assignment) -> Pack | None:
    """Return the pack that an assignment was made from, if it is here unchanged."""
    pack = find_pack(assignment.pack)
    return pack if pack and pack.hash == assignment.pack_hash else None


def known_value(pack: Pack | None, question: Question, typed: str) -> Known | None:
    """Return the other fact that gives a typed answer: of the same relation, else of the same source.

    The answer is held against its values as it would be marked, figures to the digit;
    None without the pack, or where none fits.
    """
    if pack is None or question.facts[0] not in pack.facts:
        return None
    asked = pack.facts[question.facts[0]]
    others = (fact for fact in pack.facts.values() if fact.id not in question.facts)
    giving = [fact for fact in others if _gives(fact, asked, question, typed)]
    fact = min(giving, key=lambda one: _distance(one, asked), default=None)
    return Known(fact.id, fact.statement, references(pack, fact)) if fact else None


def _distance(fact: Fact, asked: Fact) -> int:
    if fact.relation.id == asked.relation.id:
        return 0
    return 1 if set(fact.sources) & set(asked.sources) else 2


def _gives(fact: Fact, asked: Fact, question: Question, typed: str) -> bool:
    key = asked.slots.get(question.slot)
    forms = (_form_for(value, key, question.form) for value in fact.slots.values())
    return any(
        form is not None and grade(form, Answer((typed,)), _TO_THE_DIGIT).credit == 1 for form in forms
    )


def _form_for(value: SlotValue, key: SlotValue | None, asked: AnswerForm) -> AnswerForm | None:
    """Return the form in which a value would be asked for; None for another sort of value than the key."""
    if type(value) is not type(key):
        return None
    if isinstance(asked, Number) and isinstance(value, QuantityValue) and isinstance(key, QuantityValue):
        alike = value.unit == key.unit and parse_quantity(value.words)
        return Number(value.words, asked.unit) if alike else None
    if isinstance(asked, Text):
        return Text((value.words, *value.printed))
    return None
