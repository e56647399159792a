"""What a mending does to marks: pure, so that a preview and the mending itself cannot differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.assessment.accepting import Rule, mark_by
from quizapp.assessment.forms import AnswerForm
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse

Action = Literal["accept", "full", "drop"]


@dataclass(frozen=True)
class Change:
    """What a teacher decides; `accepted` is the further answer, as it would be sent, of an "accept"."""

    action: Action
    accepted: tuple[str, ...] | None = None

    def after(self, form: AnswerForm, rule: Rule) -> Rule:
        """Return the rule that follows; the same one where there is nothing to change."""
        match self.action:
            case "full":
                return replace(rule, standing="full")
            case "drop":
                return replace(rule, standing="dropped")
            case "accept":
                return self._accepting(form, rule)

    def _accepting(self, form: AnswerForm, rule: Rule) -> Rule:
        assert self.accepted is not None
        answer = parse(form, self.accepted)
        earns = isinstance(answer, Answer) and mark_by(rule, form, answer).credit == 1
        if rule.standing == "full" or (earns and rule.standing == "counts"):
            return rule
        return replace(rule, standing="counts") if earns else rule.accepting(self.accepted)


@dataclass(frozen=True)
class Tried:
    """An answer as it is stored: which try, as it was sent, its credit (0 to 1), whether it counts."""

    response_id: int
    try_number: int
    raw: tuple[str, ...]
    credit: float
    final: bool


def regrade(form: AnswerForm, tries: Sequence[Tried], before: Rule, after: Rule) -> tuple[Tried, ...]:
    """Return the tries of one learner at a question as they stand after a change of the rule.

    Accepting an answer and full credit for everybody take nothing from anybody. Where a close try
    is right now, it counts, in place of what was sent after it, unless that is right too.
    """
    if after == before or (after.standing == "dropped" and before.standing != "full"):
        return tuple(tries)
    marked = [_marked(form, one, before, after) for one in tries]
    counting = next((one for one in marked if one.final), None)
    earlier = next((one for one in marked if not one.final and _is_right(form, one, after)), None)
    if earlier is None or (counting is not None and counting.credit == 1):
        return tuple(marked)
    return tuple(
        replace(one, credit=1.0, final=True) if one is earlier else replace(one, credit=0.0, final=False)
        for one in marked
    )


def _marked(form: AnswerForm, one: Tried, before: Rule, after: Rule) -> Tried:
    if not one.final:
        return one
    credit = _credit(form, one, after)
    falls = before.standing == "full" and after.standing == "dropped"
    return replace(one, credit=credit if falls else max(one.credit, credit))


def _is_right(form: AnswerForm, one: Tried, rule: Rule) -> bool:
    # Full credit for everybody reaches a question that is still open without an answer.
    return rule.standing != "full" and _credit(form, one, rule) == 1


def _credit(form: AnswerForm, one: Tried, rule: Rule) -> float:
    answer = parse(form, one.raw)
    return float(mark_by(rule, form, answer).credit) if isinstance(answer, Answer) else 0.0
