"""The rules of credit: each has its text, each form its rule, and a teacher may choose."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.assessment.credit import (
    DEFAULT_RULES,
    CreditRule,
    Exactly,
    InBands,
    Marking,
    NumberRule,
    Within,
    WithinShare,
)
from quizapp.assessment.forms import FORMS, Choice, Number, Select
from quizapp.assessment.marks import Mark
from tests.assessment.answering import marked


@pytest.mark.parametrize("rule", CreditRule)
def test_every_rule_says_in_sentences_what_it_does(rule: CreditRule) -> None:
    assert rule.__doc__ not in (None, CreditRule.__doc__)
    assert rule.text[0].isupper()
    assert rule.text.endswith(".")
    assert "  " not in rule.text


def test_no_two_rules_have_one_title_or_one_text() -> None:
    assert len({rule.title for rule in CreditRule}) == len({rule.text for rule in CreditRule})
    assert len({rule.text for rule in CreditRule}) == len(CreditRule)


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_form_has_a_rule(name: str) -> None:
    assert name in DEFAULT_RULES


def test_the_rule_of_a_form_follows_what_was_chosen() -> None:
    chosen = Marking(select=CreditRule.ALL_OR_NOTHING, number=Exactly())
    forms = (Choice(3, 0), Select(3, (0,)), Number("72", ""))
    assert [Marking().rule_of(form) for form in forms] == [
        CreditRule.ONE_OF_N,
        CreditRule.PLUS_MINUS,
        CreditRule.AS_REPORTED,
    ]
    assert [chosen.rule_of(form) for form in forms] == [
        CreditRule.ONE_OF_N,
        CreditRule.ALL_OR_NOTHING,
        CreditRule.EXACT,
    ]


def test_all_or_nothing_takes_what_is_partly_right_and_still_says_what_is_missing() -> None:
    mark = marked(Select(4, (0, 1)), "0", marking=Marking(select=CreditRule.ALL_OR_NOTHING))
    assert mark == Mark(Fraction(0), "wrong", "You ticked 1 of the 2 right options.")


@pytest.mark.parametrize(
    ("rule", "text", "typed", "credit"),
    [
        (Exactly(), "1.2 million", "1,200,000", 1),
        (Exactly(), "1.2 million", "1.24 million", 0),
        (Exactly(), "about 500", "500", 1),
        (Exactly(), "about 500", "480", 0),
        (Exactly(), "200 to 300", "200-300", 1),
        (Exactly(), "200 to 300", "250", 0),
        (Exactly(), "200 to 300", "210 to 290", 0),
        (Within(Fraction(2)), "72", "74", 1),
        (Within(Fraction(2)), "72", "70", 1),
        (Within(Fraction(2)), "72", "74.1", 0),
        (Within(Fraction(0)), "72", "72.4", 0),
        (Within(Fraction(10_000)), "1.2 million", "1.21m", 1),
        (Within(Fraction(10_000)), "1.2 million", "1.22m", 0),
        (Within(Fraction(5)), "200 to 300", "305", 1),
        (WithinShare(Fraction(1, 10)), "72", "79", 1),
        (WithinShare(Fraction(1, 10)), "72", "80", 0),
        (WithinShare(Fraction(1, 10)), "-72", "-79", 1),
        (InBands(), "1.2 million", "1.24 million", 1),
        (InBands(), "142", "140", Fraction(1, 2)),
        (InBands(), "142", "149.1", Fraction(1, 2)),
        (InBands(), "142", "150", Fraction(1, 4)),
        (InBands(), "142", "400", Fraction(1, 4)),
        (InBands(), "142", "450", 0),
        (InBands(), "142", "1,420", 0),
        (InBands(), "72", "60", 0),
    ],
)
def test_a_number_is_marked_by_the_rule_that_was_chosen(
    rule: NumberRule, text: str, typed: str, credit: Fraction
) -> None:
    assert marked(Number(text, "people"), typed, marking=Marking(number=rule)).credit == credit


def test_a_wrong_unit_earns_nothing_by_any_rule() -> None:
    for rule in (Within(Fraction(10**6)), WithinShare(Fraction(5)), InBands()):
        assert marked(Number("48", "hours"), "$48", marking=Marking(number=rule)).credit == 0


@pytest.mark.parametrize("made", [Within, WithinShare])
def test_a_tolerance_below_nothing_is_refused(made: type[Within] | type[WithinShare]) -> None:
    with pytest.raises(ValueError, match="below 0"):
        made(Fraction(-1))
