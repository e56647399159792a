"""How an answer to an assigned question is marked: by the assignment's rules, and as it was mended."""

from __future__ import annotations

from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark
from quizapp.generation.question import Question
from quizapp.store.assignments import AssignedQuestion, Assignment


def mark_answer(
    question: Question, assigned: AssignedQuestion, assignment: Assignment, answer: Answer
) -> Mark:
    """Return the mark of an answer."""
    return grade(question.form, answer)
