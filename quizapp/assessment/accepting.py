"""Marking as a teacher mended it: further answers that are accepted, or full credit for everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from quizapp.assessment.credit import STANDARD, Exactly, Marking
from quizapp.assessment.figures import mark_figure
from quizapp.assessment.forms import AnswerForm, Number, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import RIGHT, WRONG, Answer, Mark
from quizapp.assessment.parsing import parse
from quizapp.assessment.spelling import mark_words, same_words

Standing = Literal["counts", "full", "dropped"]
"""What a question is worth: as it is marked, full credit for everybody, or nothing to anybody."""

ACCEPTED_NOTE = "Your teacher accepts this answer."
FULL_NOTE = "Your teacher gave everybody full credit for this question."


@dataclass(frozen=True)
class Rule:
    """How answers to one question of an assignment are marked.

    `accepted` holds the further answers that earn full credit, each as it would be sent. Of a
    question that is dropped, answers are marked as if it counted: its mark is left out elsewhere.
    """

    marking: Marking = STANDARD
    standing: Standing = "counts"
    accepted: tuple[tuple[str, ...], ...] = ()

    def accepting(self, answer: tuple[str, ...]) -> Rule:
        """Return the rule by which this answer is accepted too, and the question counts."""
        return replace(self, standing="counts", accepted=(*self.accepted, answer))


def mark_by(rule: Rule, form: AnswerForm, answer: Answer) -> Mark:
    """Return the mark of an answer by a rule: never less than the plain mark.

    Raises ValueError for a number form whose key is no figure, as `grade` does.
    """
    mark = grade(form, answer, rule.marking)
    if mark.credit == 1:
        return mark
    if rule.standing == "full":
        return replace(RIGHT, note=FULL_NOTE)
    marks = [mark, *(_mark_against(form, accepted, answer) for accepted in rule.accepted)]
    return max(marks, key=lambda one: (one.credit, one.verdict == "close"))


def same_answer(form: AnswerForm, one: Answer, other: Answer) -> bool:
    """Tell whether two answers to a form say the same: the same places, words or value."""
    match form:
        case Text():
            return same_words(one.raw[0], other.raw[0])
        case Number():
            return _same_value(form, one.raw[0], other.raw[0])
        case _:
            return one.chosen == other.chosen


def _mark_against(form: AnswerForm, accepted: tuple[str, ...], answer: Answer) -> Mark:
    """Return the mark of an answer if this accepted one were the whole key."""
    wanted = parse(form, accepted)
    if not isinstance(wanted, Answer):  # the form has changed since; nothing equals what is no answer
        return WRONG
    if isinstance(form, Text):
        mark = mark_words(Text((wanted.raw[0],), form.rivals), answer.raw[0])
        return replace(mark, note=ACCEPTED_NOTE) if mark.credit == 1 else mark
    return _ACCEPTED if same_answer(form, wanted, answer) else WRONG


def _same_value(form: Number, one: str, other: str) -> bool:
    # Without a unit a number is read in the form's: with the unit "million people", 22 and
    # 22 million are the same, whichever of them is the key.
    ways = ((one, other), (other, one))
    return any(mark_figure(Number(key, form.unit), typed, Exactly()).credit == 1 for key, typed in ways)


_ACCEPTED = replace(RIGHT, note=ACCEPTED_NOTE)
