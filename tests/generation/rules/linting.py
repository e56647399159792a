"""What tests of rules look at: the numbers of the rules that a question breaks."""

from __future__ import annotations

from datetime import date

from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.lint import ITEM_RULES, lint

TODAY = date(2019, 6, 1)


def broken(question: Question) -> list[int]:
    """The rules that need nothing but the question."""
    item = Item(question)
    return [flaw.rule for rule in ITEM_RULES for flaw in rule.flaws(item)]


def broken_in(pack: Pack, question: Question, today: date = TODAY) -> set[int]:
    """All item rules, the facts at hand."""
    return {flaw.rule for flaw in lint(question, pack, today)}
