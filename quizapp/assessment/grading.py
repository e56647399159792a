"""Grade: how right is an answer? Credit from 0 to 1, a verdict, and a note that helps."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import assert_never

from quizapp.assessment.credit import STANDARD, CreditRule, Marking
from quizapp.assessment.figures import mark_figure
from quizapp.assessment.forms import LETTERS, AnswerForm, Choice, Match, Number, Order, Select, Text
from quizapp.assessment.marks import RIGHT, WRONG, Answer, Mark
from quizapp.assessment.matching import mark_pairs
from quizapp.assessment.spelling import mark_words


def grade(form: AnswerForm, answer: Answer, marking: Marking = STANDARD) -> Mark:
    """Return the mark of an answer that `parse` accepted for the same form.

    `marking` chooses the rule of credit where there is a choice. The verdict "close" is for
    a spelling that may be mended (see `marks.is_final`); its credit is 0.

    Raises ValueError for a number form whose key is no figure: a defect of the question.
    """
    match form:
        case Choice():
            return RIGHT if answer.chosen == (form.key,) else WRONG
        case Select():
            return _select(form, answer, marking)
        case Number():
            return mark_figure(form, answer.raw[0], marking.number)
        case Text():
            return mark_words(form, answer.raw[0])
        case Order():
            return _order(form, answer)
        case Match():
            return mark_pairs(form, answer)
        case _:
            assert_never(form)


def _select(form: Select, answer: Answer, marking: Marking) -> Mark:
    """Plus/minus, floored at 0: right ticks less wrong ticks, as a share of the right options.

    Under all-or-nothing, what is not wholly right earns nothing.
    """
    hits = len(set(answer.chosen) & set(form.key))
    extra = len(set(answer.chosen) - set(form.key))
    credit = max(Fraction(0), Fraction(hits - extra, len(form.key)))
    if credit == 1:
        return RIGHT
    if marking.select is CreditRule.ALL_OR_NOTHING:
        credit = Fraction(0)
    return Mark(credit, "partly right" if credit else "wrong", _tally(hits, len(form.key), extra))


def _tally(hits: int, keys: int, extra: int) -> str:
    found = f"You ticked {hits} of the {keys} right options"
    if keys == 1:
        found = "You ticked the right option" if hits else "You did not tick the right option"
    if not extra:
        return found + "."
    return f"{found}, and {extra} that {'does' if extra == 1 else 'do'} not belong."


def _order(form: Order, answer: Answer) -> Mark:
    """Kendall's tau, floored at 0: pairs in order less pairs swapped, as a share of all pairs.

    M. G. Kendall, "A new measure of rank correlation", Biometrika 30 (1938), without ties.
    """
    swapped = [pair for pair in combinations(answer.chosen, 2) if form.key[pair[0]] > form.key[pair[1]]]
    pairs = form.items * (form.items - 1) // 2
    if not swapped:
        return RIGHT
    credit = max(Fraction(0), Fraction(pairs - 2 * len(swapped), pairs))
    return Mark(credit, "partly right" if credit else "wrong", _swaps(swapped))


def _swaps(swapped: list[tuple[int, int]]) -> str:
    """Name the swapped pairs by the letters of their items, as they should stand."""
    named = [f"{LETTERS[second]} before {LETTERS[first]}" for first, second in swapped]
    return f"In the right order: {', '.join(named)}."
