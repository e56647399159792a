"""Parse: is what the browser sent an answer at all? (Whether it is right is grading's question.)"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import assert_never

from quizapp.assessment.forms import AnswerForm, Choice, Match, Number, Order, Select, Text, lettered
from quizapp.assessment.marks import Answer, NotAnAnswer
from quizapp.facts.quantities import parse_quantity

LONGEST_ANSWER = 200
"""The most characters an answer may have, and the most values one field may send."""

_TOO_LONG = NotAnAnswer(f"Your answer is too long: use at most {LONGEST_ANSWER} characters.")
_NO_SUCH_OPTION = NotAnAnswer("That is not one of the options: choose from those shown.")
# Control characters and lone surrogates: no keyboard sends them and PostgreSQL refuses them.
_REFUSED = ("Cc", "Cs")


def parse(form: AnswerForm, raw: Sequence[str]) -> Answer | NotAnAnswer:
    """Return the answer that the field's values hold, or why they hold none; never raises.

    `raw` is every value sent for the field, in order: 0-based places of options as
    decimal digits, one typed text, a rank from 1 for each item of an order, or the place of
    a choice for each prompt of a match. The answer keeps typed text without control
    characters, white space collapsed, and chosen places ascending, each once; of an order,
    the places from the first rank to the last; of a match, a place for each prompt.
    """
    if len(raw) > LONGEST_ANSWER or any(len(value) > LONGEST_ANSWER for value in raw):
        return _TOO_LONG
    match form:
        case Choice():
            return _choice(form, raw)
        case Select():
            return _select(form, raw)
        case Number():
            return _number(raw)
        case Text():
            return _text(raw)
        case Order():
            return _order(form, raw)
        case Match():
            return _match(form, raw)
        case _:
            assert_never(form)


def _choice(form: Choice, raw: Sequence[str]) -> Answer | NotAnAnswer:
    if not any(raw):
        return NotAnAnswer("Choose one of the options.")
    if len(raw) > 1:
        return NotAnAnswer("Choose only one of the options.")
    return _chosen(form.options, raw)


def _select(form: Select, raw: Sequence[str]) -> Answer | NotAnAnswer:
    if not any(raw):
        return NotAnAnswer("Tick at least one of the options.")
    return _chosen(form.options, raw)


def _chosen(options: int, raw: Sequence[str]) -> Answer | NotAnAnswer:
    places = {str(place): place for place in range(options)}
    if any(value not in places for value in raw):
        return _NO_SUCH_OPTION
    return Answer(tuple(raw), tuple(sorted({places[value] for value in raw})))


def _order(form: Order, raw: Sequence[str]) -> Answer | NotAnAnswer:
    ranks = [str(rank) for rank in range(1, form.items + 1)]
    if not any(raw):
        return NotAnAnswer("Give every item its place.")
    if len(raw) != form.items or any(value and value not in ranks for value in raw):
        return NotAnAnswer(f"Give each of the {form.items} items a place from 1 to {form.items}.")
    if not all(raw):
        return NotAnAnswer("Some items have no place yet: give every item its place.")
    if len(set(raw)) < form.items:
        return NotAnAnswer(f"Place {_repeated(raw)} is given twice: give every item a place of its own.")
    return Answer(tuple(raw), tuple(raw.index(rank) for rank in ranks))


def _match(form: Match, raw: Sequence[str]) -> Answer | NotAnAnswer:
    """Return a choice for each prompt; one may be given twice: each pair is right or wrong by itself."""
    places = {str(place): place for place in range(form.choices)}
    if not any(raw):
        return NotAnAnswer("Give every item its match.")
    if len(raw) != form.prompts or any(value and value not in places for value in raw):
        return NotAnAnswer(f"Choose a match from the list for each of the {form.prompts} items.")
    if not all(raw):
        blank = lettered([n for n, value in enumerate(raw) if not value])
        return NotAnAnswer(f"No match yet for {blank}: choose one for every item.")
    return Answer(tuple(raw), tuple(places[value] for value in raw))


def _repeated(raw: Sequence[str]) -> str:
    return min(value for value in raw if raw.count(value) > 1)


def _number(raw: Sequence[str]) -> Answer | NotAnAnswer:
    typed = _typed(raw)
    if typed is None or parse_quantity(typed) is None:
        return NotAnAnswer("Type a number, for example 1,200.")
    return Answer((typed,))


def _text(raw: Sequence[str]) -> Answer | NotAnAnswer:
    typed = _typed(raw)
    if typed is None or not any(character.isalnum() for character in typed):
        return NotAnAnswer("Type a word or a name.")
    return Answer((typed,))


def _typed(raw: Sequence[str]) -> str | None:
    """Return the one typed text, cleaned, or None when there is not exactly one."""
    if len(raw) != 1:
        return None
    spaced = re.sub(r"\s", " ", raw[0])
    kept = (character for character in spaced if unicodedata.category(character) not in _REFUSED)
    return " ".join("".join(kept).split())
