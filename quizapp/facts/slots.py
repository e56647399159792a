"""The second pass over slots: what a pack wrote becomes a value of the type its relation names."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from quizapp.facts.dates import parse_date
from quizapp.facts.quantities import parse_quantity, tolerance
from quizapp.facts.schema import SlotEntry, SlotType
from quizapp.facts.values import DateValue, Entity, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.facts.wording import nearest_name


class SlotProblem(ValueError):
    """What is wrong with a slot, and what to do."""


def slot_value(kind: SlotType, raw: SlotEntry | float | str, entities: Mapping[str, Entity]) -> SlotValue:
    """Return the slot as its type; raise SlotProblem with the remedy when it is not of that type."""
    entry = raw if isinstance(raw, SlotEntry) else SlotEntry(value=raw)
    match kind:
        case "quantity":
            return _quantity(entry)
        case "date":
            return _date(entry)
        case "term":
            return _term(entry)
        case _:
            return _entity(kind, entry, entities)


def _quantity(entry: SlotEntry) -> QuantityValue:
    if isinstance(entry.value, str):
        raise SlotProblem(
            f'"{entry.value}" is not a number; write {{ value = 72, text = "72", unit = "agencies" }}'
        )
    text = entry.text or f"{entry.value:,}"
    parsed = parse_quantity(text)
    if parsed is None:
        raise SlotProblem(
            f'no figure can be read from text "{text}"; write the words as printed, figure included'
        )
    low, high = tolerance(parsed)
    if not low <= Fraction(str(entry.value)) <= high:
        raise SlotProblem(f'value {entry.value} and text "{text}" are different figures; mend one of them')
    return QuantityValue(parsed, text, entry.shows or text, entry.unit or "", entry.external)


def _date(entry: SlotEntry) -> DateValue:
    try:
        span = parse_date(str(entry.value))
    except ValueError as error:
        raise SlotProblem(str(error)) from error
    text = entry.text or ("" if entry.external else span.words())
    return DateValue(span, text, entry.shows or span.words(), entry.external)


def _term(entry: SlotEntry) -> TermValue:
    if not isinstance(entry.value, str):
        raise SlotProblem(
            f"{entry.value!r} is not text; put it in quotation marks, or make the slot a quantity"
        )
    return TermValue(entry.value, entry.text or entry.value, entry.external)


def _entity(kind: SlotType, entry: SlotEntry, entities: Mapping[str, Entity]) -> EntityValue:
    entity = entities.get(str(entry.value))
    if entity is None:
        near = nearest_name(str(entry.value), entities)
        remedy = f'did you mean "{near}"? Or add it' if near else "add it"
        raise SlotProblem(f'no entity is called "{entry.value}"; {remedy} to entities.toml')
    if entity.type != kind:
        raise SlotProblem(f'"{entity.id}" is a {entity.type}, but the relation wants a {kind} here')
    return EntityValue(entity, entry.text, entry.external)
