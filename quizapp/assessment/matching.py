"""Marking pairs: which prompts were given the choice that belongs to them."""

from __future__ import annotations

from fractions import Fraction

from quizapp.assessment.forms import Match, lettered
from quizapp.assessment.marks import RIGHT, Answer, Mark


def mark_pairs(form: Match, answer: Answer) -> Mark:
    """Return the mark of a match: the share of right pairs; a note names the wrong ones by letter."""
    wrong = [n for n, (given, key) in enumerate(zip(answer.chosen, form.key, strict=True)) if given != key]
    right = form.prompts - len(wrong)
    if not wrong:
        return RIGHT
    if not right:
        return Mark(Fraction(0), "wrong", "None of the pairs is right.")
    note = f"{right} of {form.prompts} pairs right; not {lettered(wrong)}."
    return Mark(Fraction(right, form.prompts), "partly right", note)
