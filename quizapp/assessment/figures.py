"""Marking a typed number against a figure as the source prints it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.assessment.forms import Number
from quizapp.assessment.marks import RIGHT, WRONG, Mark
from quizapp.facts.numerals import find_numerals
from quizapp.facts.quantities import Quantity, parse_quantity, tolerance
from quizapp.facts.units import PERCENT, POINTS, comparable, measure

_CLOSE = Fraction(1, 20)
_MAGNITUDE_FROM = 100
_SHOWN = 40


def mark_figure(form: Number, typed: str) -> Mark:
    """Return the mark of a typed number: 1 within the tolerance of the key, else 0 with a note.

    The tolerance follows from the key's text (see `tolerance`). A number without a unit
    is read in the form's unit, scale word included: with the unit "million people", 22
    and 22 million are the same answer. Raises ValueError when the key is no figure.
    """
    key, answer = parse_quantity(form.text), parse_quantity(typed)
    if key is None:
        raise ValueError(f"the key {form.text!r} is no figure")
    if answer is None:
        return WRONG
    asked = parse_quantity(f"1 {form.unit}") or replace(key, value=Fraction(1))
    key = replace(key, unit=_unit_of(key, asked))
    said, answer = answer, _in_unit(answer, key)
    if not _measures_agree(answer.unit, key.unit):
        return _wrong(_unit_note(form, typed, answer.unit, key.unit))
    scaled = _times(answer, asked.value) if asked.value >= 1000 else answer
    if _fits(answer, key) or _fits(scaled, key):
        return _right(form, key, answer, scaled)
    if said.value != answer.value and _fits(said, key):
        return _wrong(_unit_note(form, typed, answer.unit, key.unit))
    return _wrong(_note(form, typed, key, answer))


def _wrong(note: str) -> Mark:
    return replace(WRONG, note=note)


def _unit_of(key: Quantity, asked: Quantity) -> str:
    """Return the unit to read answers in: a measure of the key's own text, else what is asked for."""
    return key.unit if measure(key.unit) else asked.unit or key.unit


def _in_unit(answer: Quantity, key: Quantity) -> Quantity:
    """Read the answer in the key's unit: "2 days" for hours is 48, "half" for percent is 50."""
    if key.unit == PERCENT and not answer.unit and 0 < answer.value < 1 and "." not in answer.text:
        return replace(_times(answer, Fraction(100)), unit=PERCENT)
    said, wanted = measure(answer.unit), measure(key.unit)
    if said is None or wanted is None or said.kind != wanted.kind:
        return answer
    return _times(answer, said.size / wanted.size)


def _times(q: Quantity, factor: Fraction) -> Quantity:
    ends = [None if end is None else end * factor for end in (q.low, q.high)]
    return replace(q, value=q.value * factor, low=ends[0], high=ends[1])


def _measures_agree(said: str, wanted: str) -> bool:
    """Tell whether the units allow comparing; another noun for what is counted is no mistake."""
    return measure(said) is None or comparable(said, wanted)


def _fits(answer: Quantity, key: Quantity) -> bool:
    """Tell whether the answer lies within the key's tolerance; a range must be one, end for end."""
    low, high = tolerance(key)
    if answer.low is None or answer.high is None:
        return low <= answer.value <= high
    return key.low is not None and low <= answer.low and answer.high <= high


def _right(form: Number, key: Quantity, *readings: Quantity) -> Mark:
    if any(reading.value == key.value for reading in readings):
        return RIGHT
    return replace(RIGHT, note=f"Near enough: the source says {form.text}.")


def _note(form: Number, typed: str, key: Quantity, answer: Quantity) -> str:
    if any(_near(answer.value * Fraction(10) ** power, key.value) for power in range(-12, 13) if power):
        return f"You wrote {_short(typed)}; the source says {form.text}: check the {_size_word(form, typed)}."
    if answer.low is not None and key.low is None:
        return "The source gives one figure, not a range."
    if _near(answer.value, key.value):
        return "Within 5 percent of the source's figure, but not the figure it gives."
    if abs(key.value) >= _MAGNITUDE_FROM and _same_magnitude(answer.value / key.value):
        return "The right order of magnitude, but not the figure the source gives."
    return ""


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
    return f"You wrote {_short(typed)}; the source says {form.text}{_named(form)}: check the unit."


def _named(form: Number) -> str:
    return f" {form.unit}" if form.unit and form.unit.casefold() not in form.text.casefold() else ""


def _short(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else typed[:_SHOWN].rstrip() + "…"
