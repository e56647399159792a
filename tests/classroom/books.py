"""A gradebook without a database: questions, and what each learner answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.gradebook import AssignedItem, Given, Gradebook, Sat
from quizapp.generation.question import Question
from tests.builders import a_choice

A_MOMENT = datetime(2026, 3, 5, 14, 5, tzinfo=UTC)

Answers = Mapping[int, Sequence[str]]


def a_book(
    forms: Sequence[Sequence[Question]],
    answers: Sequence[Answers],
    *,
    standings: Mapping[int, str] | None = None,
    accepted: Mapping[int, tuple[tuple[str, ...], ...]] | None = None,
    certainty: int | None = None,
    over: bool = True,
) -> Gradebook:
    """Return a gradebook: learners take the forms in turn; answers are by position, from 1.

    Items are numbered from 1, in the order of the first form, then of the others.
    """
    questions = list(dict.fromkeys(question for form in forms for question in form))
    items = tuple(
        AssignedItem(
            number,
            question,
            (standings or {}).get(number, "counts"),
            (accepted or {}).get(number, ()),
            {place: form.index(question) + 1 for place, form in enumerate(forms) if question in form},
        )
        for number, question in enumerate(questions, start=1)
    )
    sittings = []
    for learner, answered in enumerate(answers, start=1):
        form = (learner - 1) % len(forms)
        given = {
            questions.index(forms[form][position - 1]) + 1: _given(
                forms[form][position - 1], tuple(raw), certainty
            )
            for position, raw in answered.items()
        }
        sittings.append(Sat(learner, learner, f"Learner {learner}", form, 1, A_MOMENT, A_MOMENT, over, given))
    return Gradebook(items, (), tuple(sittings))


def some_choices(number: int, tag: str = "") -> list[Question]:
    return [a_choice(f"{tag}Pier {n}", "Quay", "Dock", stem=f"{tag}Which, {n}?") for n in range(number)]


def simulated_answers(learners: int, questions: int, seed: int = 1) -> list[Answers]:
    """Return answers to choices of three whose key comes first: by ability, and a few blanks."""
    rng = np.random.default_rng(seed)
    ability = rng.normal(size=(learners, 1))
    right = rng.random((learners, questions)) < 1 / (
        1 + np.exp(-1.5 * (ability - np.linspace(-1, 1, questions)))
    )
    wrong = rng.integers(1, 3, right.shape)
    asked = rng.random(right.shape) > 0.03
    return [
        {n + 1: ["0" if right[who, n] else str(wrong[who, n])] for n in range(questions) if asked[who, n]}
        for who in range(learners)
    ]


def _given(question: Question, raw: tuple[str, ...], certainty: int | None) -> Given:
    answer = parse(question.form, raw)
    assert isinstance(answer, Answer), answer
    return Given(1, raw, grade(question.form, answer).credit, certainty, A_MOMENT)
