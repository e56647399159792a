"""Wrong options, each with the proof that it is wrong.

A distractor is *from a fact* of the pack or *computed* near the key. It exists only if
`falsity` proves it false; it remembers why, and that is its feedback and its citation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.facts.wording import folded, sentence
from quizapp.generation.citing import latest_of, references, source_of
from quizapp.generation.falsity import Basis, basis, may_be_true
from quizapp.generation.nearby import figure, is_later
from quizapp.generation.question import Option

ROUNDING = Fraction(1, 20)
"""A lent figure may be rounded by this share of it, to be printed like the key."""


@dataclass(frozen=True)
class Distractor:
    """A value that is provably false of a slot; `fact` lent it, or None where it was computed."""

    value: SlotValue
    words: str
    fact: Fact | None
    basis: Basis


def candidates(pack: Pack, fact: Fact, slot: str) -> list[Distractor]:
    """Return every value that facts of the pack lend to this slot and that is provably false of it.

    Entities come from the same type and group, figures and terms from the same relation
    and slot; [] where nothing proves another value false.
    """
    proof = basis(fact, slot)
    if proof is None:
        return []
    found: dict[str, Distractor] = {}
    for value, lender in _pool(pack, fact, slot):
        words = value_words(value, fact.slots[slot])
        if folded(words) not in found and may_be_true(pack, fact, slot, value, proof.given) is None:
            found[folded(words)] = Distractor(value, words, lender, proof)
    return list(found.values())


def value_words(value: SlotValue, like: SlotValue) -> str:
    """Return a value as an option beside `like`: figures are printed in its style."""
    if isinstance(value, QuantityValue) and isinstance(like, QuantityValue):
        return figure(value.quantity.value, like).words
    return value.words


def _pool(pack: Pack, fact: Fact, slot: str) -> Iterator[tuple[SlotValue, Fact]]:
    key = fact.slots[slot]
    for other in pack.by_relation[fact.relation.id]:
        if (
            other.id != fact.id
            and pack.may_ask(other)
            and slot in other.slots
            and _same_sort(key, other.slots[slot])
            and _could_be_printed(pack, fact, slot, other.slots[slot])
        ):
            yield other.slots[slot], other
    if isinstance(key, EntityValue):
        for value, other in pack.by_entity_group[key.entity.type, key.entity.group]:
            if other.relation.id != fact.relation.id:
                yield value, other


def _same_sort(key: SlotValue, value: SlotValue) -> bool:
    match key, value:
        case EntityValue(), EntityValue():
            return key.entity.type == value.entity.type and key.entity.group == value.entity.group
        case QuantityValue(), QuantityValue():
            return key.unit == value.unit and value.quantity.low is None
        case DateValue(), DateValue():
            return key.span.precision == value.span.precision and value.words == value.span.words()
        case TermValue(), TermValue():
            return True
    return False


def _could_be_printed(pack: Pack, fact: Fact, slot: str, value: SlotValue) -> bool:
    """Tell whether the fact's text could print a value: no later date, no figure lost in its rounding."""
    match fact.slots[slot], value:
        case _, DateValue(span=span):
            return not is_later(span, latest_of(pack, fact))
        case QuantityValue() as key, QuantityValue(quantity=quantity):
            printed = figure(quantity.value, key).quantity.value
            return abs(printed - quantity.value) <= abs(quantity.value) * ROUNDING
    return True


def wrong_option(pack: Pack, fact: Fact, distractor: Distractor) -> Option:
    """Return a distractor as an option: why it is false, where it comes from, and the citations."""
    lender = distractor.fact
    kept = () if lender is None else (lender,)
    return Option(
        text=distractor.words,
        correct=False,
        feedback=_why_false(pack, fact, distractor),
        origin="computed" if lender is None else "from-fact",
        proof=distractor.basis.words,
        citations=references(pack, *kept, fact),
    )


def _why_false(pack: Pack, fact: Fact, distractor: Distractor) -> str:
    lender = distractor.fact
    if lender is None:
        what = "date" if isinstance(distractor.value, DateValue) else "figure"
        return f"No source here gives this {what}; it was computed near the one in print."
    if distractor.basis.rule == "contradicted":
        return f"This belongs to another statement: {lender.statement}"
    label = source_of(pack, fact).label
    return sentence(f"{label} does not give this here. It belongs to another statement: {lender.statement}")
