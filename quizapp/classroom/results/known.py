"""Which fact a typed wrong answer belongs to, where the pack that was asked from is still here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    """Return the first other fact of the same relation that gives a typed answer for the same slot.

    The answer is held against it as it would be marked; None without the pack, or where it does not fit.
    """
    if pack is None or question.facts[0] not in pack.facts:
        return None
    asked = pack.facts[question.facts[0]]
    fact = next((one for one in _others(pack, asked, question) if _gives(one, question, typed)), None)
    return Known(fact.id, fact.statement, references(pack, fact)) if fact else None


def _others(pack: Pack, asked: Fact, question: Question) -> Iterator[Fact]:
    for fact in pack.facts.values():
        alike = fact.relation.id == asked.relation.id and question.slot in fact.slots
        if alike and fact.id not in question.facts:
            yield fact


def _gives(fact: Fact, question: Question, typed: str) -> bool:
    form = _form_for(fact.slots[question.slot], question.form)
    return form is not None and grade(form, Answer((typed,))).credit == 1


def _form_for(value: SlotValue, asked: AnswerForm) -> AnswerForm | None:
    """Return the form in which this value would be asked for."""
    if isinstance(asked, Number) and isinstance(value, QuantityValue):
        return Number(value.words, asked.unit) if parse_quantity(value.words) else None
    if isinstance(asked, Text):
        return Text((value.words, *value.printed))
    return None
