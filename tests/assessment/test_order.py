"""The answer form `order`: a rank for each item, marked by Kendall's tau."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest

from quizapp.assessment.forms import Order
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark, NotAnAnswer
from quizapp.assessment.parsing import parse

FORM = Order(4, (2, 0, 3, 1))
"""The items are shown as B, D, A, C of the true order: B first, then D, A, C."""


def marked(*ranks: str, form: Order = FORM) -> Mark:
    answer = parse(form, ranks)
    assert isinstance(answer, Answer), answer
    return grade(form, answer)


def reason(*raw: str) -> str:
    parsed = parse(FORM, raw)
    assert isinstance(parsed, NotAnAnswer)
    return parsed.reason


def test_a_rank_for_each_item_is_read_as_the_order_of_the_items() -> None:
    assert parse(FORM, ("3", "1", "4", "2")) == Answer(("3", "1", "4", "2"), (1, 3, 0, 2))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ((), "Give every item its place."),
        (("", "", "", ""), "Give every item its place."),
        (("1", "", "3", "4"), "Some items have no place yet"),
        (("1", "2", "2", "4"), "Place 2 is given twice"),
        (("1", "2", "3"), "Give each of the 4 items a place from 1 to 4."),
        (("0", "1", "2", "3"), "from 1 to 4"),
        (("1", "2", "3", "five"), "from 1 to 4"),
        (("01", "2", "3", "4"), "from 1 to 4"),
    ],
)
def test_what_is_no_order_is_no_answer_and_says_why(raw: tuple[str, ...], words: str) -> None:
    assert words in reason(*raw)


def test_the_right_order_earns_all_and_the_reverse_nothing() -> None:
    assert marked("3", "1", "4", "2") == Mark(Fraction(1), "right")
    assert marked("2", "4", "1", "3").credit == 0


def test_one_swapped_pair_of_six_costs_a_third_and_is_named() -> None:
    mark = marked("3", "2", "4", "1")
    assert (mark.credit, mark.verdict) == (Fraction(2, 3), "partly right")
    assert mark.note == "In the right order: B before D."


def test_more_swapped_pairs_than_ordered_ones_earn_nothing_rather_than_less() -> None:
    mark = marked("1", "4", "2", "3")
    assert mark.credit == 0
    assert mark.verdict == "wrong"


def test_guessing_earns_what_the_formula_says() -> None:
    """E[max(0, tau)] over all orders: 0.278 for three items, 0.194 for four."""
    for items, expected in ((3, 0.278), (4, 0.194)):
        form = Order(items, tuple(range(items)))
        orders = list(permutations(str(rank) for rank in range(1, items + 1)))
        mean = sum(marked(*ranks, form=form).credit for ranks in orders) / len(orders)
        assert round(float(mean), 3) == expected
