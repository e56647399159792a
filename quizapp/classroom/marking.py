"""How an answer to an assigned question is marked: by the assignment's rules, and as it was mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError

from quizapp.assessment.accepting import Rule, Standing, mark_by
from quizapp.assessment.credit import STANDARD, AsReported, CreditRule, Exactly, InBands, Marking, SelectRule
from quizapp.assessment.marks import Answer, Mark
from quizapp.classroom.refusals import UnknownAssignment
from quizapp.generation.question import Question
from quizapp.store.assignments import AssignedQuestion, Assignment
from quizapp.store.base import db

_SELECT_RULES: Mapping[str, SelectRule] = {
    "PLUS_MINUS": CreditRule.PLUS_MINUS,
    "ALL_OR_NOTHING": CreditRule.ALL_OR_NOTHING,
}
_NUMBER_RULES = {rule.rule.name: rule for rule in (AsReported(), Exactly(), InBands())}


def mark_answer(
    question: Question, assigned: AssignedQuestion, assignment: Assignment, answer: Answer
) -> Mark:
    """Return the mark of an answer that has just arrived, and keep the rule as it is until the commit.

    Only for answers about to be stored: a mending waits until they are. To mark an answer again,
    `mark_by(rule_of(…), …)` asks the database nothing.
    """
    keep_rule(assigned)
    return mark_by(rule_of(assigned, assignment), question.form, answer)


def rule_of(assigned: AssignedQuestion, assignment: Assignment) -> Rule:
    """Return the rule by which answers to a question of an assignment are marked now."""
    accepted = tuple(tuple(answer) for answer in assigned.accepted)
    return Rule(marking_of(assignment), cast(Standing, assigned.standing), accepted)


def marking_of(assignment: Assignment) -> Marking:
    """Return how an assignment is marked; what it does not name, or nobody knows, is as usual."""
    named = assignment.marking
    return Marking(
        select=_SELECT_RULES.get(str(named.get("select")), STANDARD.select),
        number=_NUMBER_RULES.get(str(named.get("number")), STANDARD.number),
    )


def keep_rule(assigned: AssignedQuestion) -> None:
    """Read the standing and the accepted answers anew, and let no mending change them before the commit.

    Otherwise an answer could be marked by the old rule and stored just after a mending has
    marked all the others again. On PostgreSQL the row is locked: answers share the lock, a mending
    has it for itself (`change_rule`). On SQLite every POST has the whole database for itself anyhow.
    """
    try:
        db.session.refresh(assigned, with_for_update={"read": True})
    except InvalidRequestError:  # deleted since it was read, with its whole assignment
        raise UnknownAssignment from None


def change_rule(assigned_id: int) -> AssignedQuestion:
    """Return a question whose rule is about to be changed, once no answer is being marked by it."""
    return db.session.execute(
        select(AssignedQuestion)
        .where(AssignedQuestion.id == assigned_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one()
