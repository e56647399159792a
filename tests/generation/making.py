"""Questions of one kind, made from a pack, and what a test looks at in them."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS
from quizapp.generation.question import Question
from tests.pack_builders import a_fact, a_position

JUDGED = [
    a_position("penn-fine", "opinion", "penn", "it is fine"),
    a_position("holt-falls", "prediction", "holt", "it will fall"),
    a_position("marsh-steel", "attributed", "marsh", "steel was used"),
    a_position("own-voice", "opinion", None, "the town deserved it"),
    a_fact(),
]


def made(kind: str, pack: Pack, seed: str = "s") -> list[Question]:
    (module,) = (module for module in KINDS if kind == module.NAME)
    return [question for draft in module.drafts(pack, seed) if (question := draft.make())]


def facts_of(questions: Iterable[Question]) -> list[str]:
    return [name for question in questions for name in question.facts]


def key(question: Question) -> str:
    (right,) = (option.text for option in question.options if option.correct)
    return right


def wrong(question: Question) -> set[str]:
    return {option.text for option in question.options if not option.correct}
