"""`docs/marking.md` and *How this works* print the rules of credit as the code has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.assessment.credit import RULES_IN_FORCE, CreditRule
from quizapp.site.words import certainty_pays, certainty_span, certainty_words
from tests.harbour import harbour_app, visitor
from tests.visiting import Visitor, words_of

__all__ = ["harbour_app", "visitor"]

DOC = " ".join((Path(__file__).parents[1] / "docs" / "marking.md").read_text("utf-8").split())


@pytest.mark.parametrize("rule", CreditRule)
def test_the_docs_hold_every_rule_in_the_words_of_the_code(rule: CreditRule) -> None:
    assert f"- **{rule.title}.** {rule.text}" in DOC


def test_how_this_works_prints_every_rule_in_force(visitor: Visitor) -> None:
    words = words_of(visitor.get("/how-it-works"))
    assert [rule for rule in RULES_IN_FORCE if f"{rule.title} {rule.text}" not in words] == []


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_docs_hold_the_table_of_certainty(level: int) -> None:
    right, wrong = certainty_pays(level).replace(" if right", "").replace(" if wrong", "").split(", ")
    assert f"| {certainty_words(level)} | {right} | {wrong} | {certainty_span(level)} |" in DOC
