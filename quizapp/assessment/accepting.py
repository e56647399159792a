"""Marking as a teacher mended it: further answers that are accepted, or full credit for everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from quizapp.assessment.credit import STANDARD, Marking
from quizapp.assessment.figures import same_figure
from quizapp.assessment.forms import AnswerForm, Number, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import RIGHT, WRONG, Answer, Mark
from quizapp.assessment.parsing import parse
from quizapp.assessment.spelling import mark_words, words_that_count

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
    mark = _graded(form, answer, rule.marking)
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
            return words_that_count(one.raw[0]) == words_that_count(other.raw[0])
        case Number():
            return same_figure(form, one.raw[0], other.raw[0])
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


# A page that says what each of many changes would do marks the same answers by each of them.
_graded = lru_cache(maxsize=4096)(grade)

_ACCEPTED = replace(RIGHT, note=ACCEPTED_NOTE)
