"""An answer as it was sent, in words: what a table or a heading says of it."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.assessment.forms import Match
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.generation.question import Question

GAP = "_____"


def answer_words(question: Question, raw: Sequence[str]) -> str:
    """Return an answer as the key is told: options by their texts, pairs with their prompts."""
    answer = parse(question.form, raw)
    if not isinstance(answer, Answer) or not answer.chosen:
        return ", ".join(raw)
    texts = [question.options[place].text for place in answer.chosen]
    if isinstance(question.form, Match):
        return " · ".join(_pair(*pair) for pair in zip(question.prompts, texts, strict=True))
    return " · ".join(texts)


def _pair(prompt: str, choice: str) -> str:
    return prompt.replace(GAP, choice) if GAP in prompt else f"{prompt}: {choice}"
