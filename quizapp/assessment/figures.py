"""Marking a typed number against a figure as the source prints it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from rapidfuzz.distance import OSA

from quizapp.assessment.credit import AsReported, Exactly, InBands, NumberRule, Within, WithinShare
from quizapp.assessment.forms import Number
from quizapp.assessment.marks import RIGHT, WRONG, Mark
from quizapp.facts.numerals import find_numerals
from quizapp.facts.quantities import Quantity, parse_quantity, tolerance
from quizapp.facts.units import PERCENT, POINTS, comparable, measure

_CLOSE = Fraction(1, 20)
_MAGNITUDE_FROM = 100
_CREDIT_CLOSE, _CREDIT_MAGNITUDE = Fraction(1, 2), Fraction(1, 4)
_MISSPELT_FROM = 0.6
_SHOWN = 40


def mark_figure(form: Number, typed: str, rule: NumberRule) -> Mark:
    """Return the mark of a typed number: 1 within what the rule allows, else less, with a note.

    A number without a unit is read in the form's unit, scale word included: with the unit
    "million people", 22 and 22 million are the same answer. A bare share may be meant of
    the whole or of the unit: "half" is 50 percent, or half a percent. Raises ValueError
    when the key is no figure.
    """
    key, answer = parse_quantity(form.text), parse_quantity(typed)
    if key is None:
        raise ValueError(f"the key {form.text!r} is no figure")
    if answer is None:
        return WRONG
    asked = parse_quantity(f"1 {form.unit}") or replace(key, value=Fraction(1))
    key = replace(key, unit=_unit_of(key, asked))
    if not _measures_agree(form, answer, key):
        return _wrong(_unit_note(form, typed, answer.unit, key.unit))
    readings = _readings(answer, key, asked.value)
    if any(_fits(reading, key, rule) for reading in readings):
        return _right(form, key, readings)
    if answer not in readings and _fits(answer, key, rule):
        return _wrong(_unit_note(form, typed, answer.unit, key.unit))
    return _less(form, typed, key, min(readings, key=lambda reading: abs(reading.value - key.value)), rule)


def same_figure(form: Number, one: str, other: str) -> bool:
    """Tell whether two typed numbers are the same figure in a form's unit, however each is written."""
    # A number without a unit is read in the form's: with the unit "million people", 22 and
    # 22 million are the same, whichever of them is the key.
    return any(_is_exactly(replace(form, text=key), typed) for key, typed in ((one, other), (other, one)))


def _is_exactly(form: Number, typed: str) -> bool:
    key, answer = parse_quantity(form.text), parse_quantity(typed)
    if key is None or answer is None:
        return False
    asked = parse_quantity(f"1 {form.unit}") or replace(key, value=Fraction(1))
    key = replace(key, unit=_unit_of(key, asked))
    readings = _readings(answer, key, asked.value)
    return _measures_agree(form, answer, key) and any(_fits(one, key, Exactly()) for one in readings)


def _wrong(note: str) -> Mark:
    return replace(WRONG, note=note)


def _unit_of(key: Quantity, asked: Quantity) -> str:
    """Return the unit to read answers in: a measure of the key's own text, else what is asked for."""
    return key.unit if measure(key.unit) or _is_bare_share(key) else asked.unit or key.unit


def _is_bare_share(q: Quantity) -> bool:
    """Tell whether it is a share in words or as a fraction, of whatever it may be: "half", "1/3"."""
    return not q.unit and 0 < q.value < 1 and "." not in q.text


def _readings(answer: Quantity, key: Quantity, asked: Fraction) -> list[Quantity]:
    """Return what an answer may mean, in the key's unit: "2 days" is 48 for a key in hours."""
    if key.unit == PERCENT and _is_bare_share(answer):
        return [_times(answer, Fraction(100)), answer]
    if _is_bare_share(key) and answer.unit == PERCENT:
        return [_times(answer, Fraction(1, 100))]
    said, wanted = measure(answer.unit), measure(key.unit)
    converted = _times(answer, said.size / wanted.size) if said and wanted else answer
    return [converted, _times(converted, asked)] if asked >= 1000 else [converted]


def _times(q: Quantity, factor: Fraction) -> Quantity:
    ends = [None if end is None else end * factor for end in (q.low, q.high)]
    return replace(q, value=q.value * factor, low=ends[0], high=ends[1])


def _measures_agree(form: Number, answer: Quantity, key: Quantity) -> bool:
    """Tell whether the units allow comparing; another noun for what is counted is no mistake.

    It is one where the key is measured: 55 agencies are not 55 percent. A misspelt measure is none.
    """
    if answer.unit and measure(answer.unit) is None and measure(key.unit):
        wanted = f"{form.text} {form.unit}".casefold().split()
        alike = (OSA.normalized_similarity(said, word) for said in answer.unit.split() for word in wanted)
        return max(alike) >= _MISSPELT_FROM
    return measure(answer.unit) is None or comparable(answer.unit, key.unit)


def _fits(answer: Quantity, key: Quantity, rule: NumberRule) -> bool:
    """Tell whether the rule allows the answer; a range must be one, end for end."""
    if isinstance(rule, Exactly):
        return (answer.value, answer.low, answer.high) == (key.value, key.low, key.high)
    low, high = _allowed(key, rule)
    if answer.low is None or answer.high is None:
        return low <= answer.value <= high
    return key.low is not None and low <= answer.low and answer.high <= high


def _allowed(key: Quantity, rule: AsReported | InBands | Within | WithinShare) -> tuple[Fraction, Fraction]:
    low = key.value if key.low is None else key.low
    high = key.value if key.high is None else key.high
    match rule:
        case AsReported() | InBands():
            return tolerance(key)
        case Within(amount=amount):
            return low - amount, high + amount
        case WithinShare(share=share):
            return low - share * abs(low), high + share * abs(high)
        case _:
            assert_never(rule)


def _right(form: Number, key: Quantity, readings: list[Quantity]) -> Mark:
    if any(reading.value == key.value for reading in readings):
        return RIGHT
    return replace(RIGHT, note=f"Near enough: the source says {form.text}.")


def _less(form: Number, typed: str, key: Quantity, answer: Quantity, rule: NumberRule) -> Mark:
    """Return the mark of an answer that does not fit: what to check, or how near it comes."""
    if any(_near(answer.value * Fraction(10) ** power, key.value) for power in range(-12, 13) if power):
        size = _size_word(form, typed)
        return _wrong(f"You wrote {_short(typed)}; the source says {form.text}: check the {size}.")
    if answer.low is not None and key.low is None:
        return _wrong("The source gives one figure, not a range.")
    if _near(answer.value, key.value):
        note = "Within 5 percent of the source's figure, but not the figure it gives."
        return _in_band(_CREDIT_CLOSE, note, rule)
    if abs(key.value) >= _MAGNITUDE_FROM and _same_magnitude(answer.value / key.value):
        note = "The right order of magnitude, but not the figure the source gives."
        return _in_band(_CREDIT_MAGNITUDE, note, rule)
    return WRONG


def _in_band(credit: Fraction, note: str, rule: NumberRule) -> Mark:
    return Mark(credit, "partly right", note) if isinstance(rule, InBands) else _wrong(note)


def _near(value: Fraction, key: Fraction) -> bool:
    """Tell whether a value lies within 5 percent of a key that is not 0."""
    return key != 0 and abs(value - key) <= abs(key) * _CLOSE


def _same_magnitude(ratio: Fraction) -> bool:
    """Tell whether a ratio lies within half a power of ten of 1."""
    return ratio > 0 and Fraction(1, 10) <= ratio**2 <= 10


def _size_word(form: Number, typed: str) -> str:
    texts = (typed, form.text, f"1 {form.unit}")
    worded = any(numeral.scale != 1 for text in texts for numeral in find_numerals(text))
    return "scale word" if worded else "number of digits"


def _unit_note(form: Number, typed: str, said: str, wanted: str) -> str:
    if {said, wanted} == {PERCENT, POINTS}:
        given, asked = ("percent", POINTS) if said == PERCENT else (POINTS, "percent")
        return f"You wrote {given}; the source gives {asked}: the two are not the same."
    return f"You wrote {_short(typed)}; the source says {form.text}{_named(form, wanted)}: check the unit."


def _named(form: Number, wanted: str) -> str:
    """Return the unit to name after the key's text, unless the text has it: "48 hours", "55 percent"."""
    key = parse_quantity(form.text)
    said_already = form.unit.casefold() in form.text.casefold() or (key is not None and key.unit == wanted)
    return "" if said_already or not form.unit else f" {form.unit}"


def _short(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else typed[:_SHOWN].rstrip() + "…"
