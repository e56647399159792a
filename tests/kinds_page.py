"""The examples of `docs/kinds.md`: how a question is shown there, and where to look for it."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.assessment.forms import LETTERS, Match
from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS
from quizapp.generation.question import Question

SEEDS = tuple(map(str, range(12)))
"""Kinds that draw among many facts do not ask each of them for each seed."""


def questions_of(pack: Pack, kind: str) -> Iterator[Question]:
    """Yield the questions of a kind that a pack gives for some seeds."""
    (module,) = (module for module in KINDS if kind == module.NAME)
    for seed in SEEDS:
        yield from (question for draft in module.drafts(pack, seed) if (question := draft.make()))


def example(question: Question) -> str:
    """Return a question as the page shows it: stem, passage, prompts, options, key."""
    lines = [f"> **{question.stem}**", *(f"> *{line}*" for line in question.quote.splitlines())]
    lines += [f"> {LETTERS[n]}. {prompt}" for n, prompt in enumerate(question.prompts)]
    shown = " · ".join(option.text for option in question.options)
    lines += [f"> {'Choices' if isinstance(question.form, Match) else 'Options'}: {shown}"] if shown else []
    return "\n>\n".join([*lines, f"> Key: {question.answer}"])
