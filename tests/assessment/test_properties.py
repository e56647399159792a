"""What holds for every answer form, every key and every answer."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.assessment.credit import (
    AsReported,
    CreditRule,
    Exactly,
    InBands,
    Marking,
    NumberRule,
    Within,
    WithinShare,
)
from quizapp.assessment.forms import FORMS, AnswerForm, Match, Number, Order, Select
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, NotAnAnswer
from quizapp.assessment.parsing import parse
from quizapp.assessment.self_test import self_test
from quizapp.facts.quantities import parse_quantity
from tests.assessment.answering import forms, marked, matches, numbers, orders, selects, sent

NUMBER_RULES: list[NumberRule] = [
    AsReported(),
    Exactly(),
    InBands(),
    Within(Fraction(3, 2)),
    WithinShare(Fraction(1, 10)),
]
MARKINGS = [
    Marking(select, number)
    for select in (CreditRule.PLUS_MINUS, CreditRule.ALL_OR_NOTHING)
    for number in NUMBER_RULES
]
markings = st.sampled_from(MARKINGS)


@st.composite
def tried(draw: st.DrawFn) -> tuple[AnswerForm, tuple[str, ...]]:
    form = draw(forms())
    return form, draw(sent(form))


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_form_is_tried(name: str) -> None:
    @given(forms())
    def never_this_one(form: AnswerForm) -> None:
        assert form.name != name

    with pytest.raises(AssertionError):
        never_this_one()


@given(tried(), markings)
def test_parsing_and_grading_never_raise_and_credit_runs_from_0_to_1(
    case: tuple[AnswerForm, tuple[str, ...]], marking: Marking
) -> None:
    form, raw = case
    answer = parse(form, raw)
    if isinstance(answer, NotAnAnswer):
        return
    mark = grade(form, answer, marking)
    whole = {Fraction(0): {"wrong", "close"}, Fraction(1): {"right"}}
    assert 0 <= mark.credit <= 1
    assert mark.verdict in whole.get(mark.credit, {"partly right"})


@given(forms(), markings)
def test_the_key_earns_1(form: AnswerForm, marking: Marking) -> None:
    for raw in self_test(form).right:
        answer = parse(form, raw)
        if isinstance(answer, Answer):  # an accepted spelling may be made of signs alone
            assert grade(form, answer, marking).credit == 1


@given(tried(), markings)
def test_the_same_answer_has_the_same_mark_twice(
    case: tuple[AnswerForm, tuple[str, ...]], marking: Marking
) -> None:
    answers = [parse(*case), parse(*case)]
    assume(isinstance(answers[0], Answer))
    first, second = (grade(case[0], one, marking) for one in answers if isinstance(one, Answer))
    assert first == second


@given(st.data(), selects(), markings)
def test_one_more_right_tick_never_lowers_credit_and_one_more_wrong_one_never_raises_it(
    data: st.DataObject, form: Select, marking: Marking
) -> None:
    places = data.draw(st.sets(st.integers(0, form.options - 1), min_size=1, max_size=form.options - 1))
    other = data.draw(st.sampled_from(sorted(set(range(form.options)) - places)))
    before = marked(form, *map(str, places), marking=marking).credit
    after = marked(form, *map(str, places | {other}), marking=marking).credit
    assert after >= before if other in form.key else after <= before


@given(st.data(), selects(), markings)
def test_the_order_of_ticking_does_not_matter(data: st.DataObject, form: Select, marking: Marking) -> None:
    ticks = data.draw(st.lists(st.integers(0, form.options - 1).map(str), min_size=1, unique=True))
    again = data.draw(st.permutations(ticks))
    assert marked(form, *ticks, marking=marking) == marked(form, *again, marking=marking)


@given(st.data(), orders())
def test_mending_one_swapped_pair_of_neighbours_never_lowers_credit(data: st.DataObject, form: Order) -> None:
    placed = list(data.draw(st.permutations(range(form.items))))
    at = data.draw(st.integers(0, form.items - 2))
    assume(form.key[placed[at]] > form.key[placed[at + 1]])
    before = of_order(form, placed)
    placed[at], placed[at + 1] = placed[at + 1], placed[at]
    assert of_order(form, placed) >= before


def of_order(form: Order, placed: list[int]) -> Fraction:
    """Return the credit of items put in this order, the first first."""
    return marked(form, *(str(placed.index(item) + 1) for item in range(form.items))).credit


@given(st.data(), matches())
def test_one_more_right_pair_raises_credit_by_its_share(data: st.DataObject, form: Match) -> None:
    given = [data.draw(st.integers(0, form.choices - 1)) for _ in form.key]
    before = marked(form, *map(str, given)).credit
    at = data.draw(st.integers(0, form.prompts - 1))
    assume(given[at] != form.key[at])
    given[at] = form.key[at]
    assert marked(form, *map(str, given)).credit - before == Fraction(1, form.prompts)


@given(st.data(), numbers(), st.sampled_from(NUMBER_RULES))
def test_a_nearer_number_on_the_same_side_never_earns_less(
    data: st.DataObject, form: Number, rule: NumberRule
) -> None:
    form = Number(form.text, "")
    key = parse_quantity(form.text)
    assert key is not None
    assume("." not in form.text or "million" in form.text)  # typed whole, a share is not
    middle = int(key.value)
    near, far = sorted((data.draw(st.integers(0, 10**6)), data.draw(st.integers(0, 10**6))))
    for side in (1, -1):
        nearer, further = (
            marked(form, str(middle + side * distance), marking=Marking(number=rule)).credit
            for distance in (near, far)
        )
        assert key.value != middle or nearer >= further


def mean_credit_of_selects(options: int, keys: int, marking: Marking) -> float:
    """Return what somebody earns who ticks any set but the empty one, each as often as the other.

    The specification counts the empty set too, which earns nothing.
    """
    form = Select(options, tuple(range(keys)))
    sets = [ticks for size in range(1, options + 1) for ticks in combinations(range(options), size)]
    credits = [marked(form, *map(str, ticks), marking=marking).credit for ticks in sets]
    return float(sum(credits) / (len(sets) + 1))


@pytest.mark.parametrize(("options", "keys", "chance"), [(4, 2, 0.188), (5, 3, 0.240)])
def test_blind_ticking_earns_what_the_specification_says(options: int, keys: int, chance: float) -> None:
    assert mean_credit_of_selects(options, keys, Marking()) == pytest.approx(chance, abs=0.0006)


def test_matching_blindly_earns_one_in_as_many_as_there_are_choices() -> None:
    form = Match(3, 4, (2, 0, 1))
    credits = [marked(form, *map(str, given)).credit for given in product(range(4), repeat=3)]
    assert sum(credits) / len(credits) == Fraction(1, 4)


def test_ticking_everything_earns_a_third_of_three_keys_in_five() -> None:
    assert marked(Select(5, (0, 1, 2)), "0", "1", "2", "3", "4").credit == Fraction(1, 3)


def test_all_or_nothing_leaves_one_set_of_ticks_of_sixteen() -> None:
    all_or_nothing = Marking(select=CreditRule.ALL_OR_NOTHING)
    assert mean_credit_of_selects(4, 2, all_or_nothing) == 1 / 16


@pytest.mark.parametrize(("items", "chance"), [(3, 0.278), (4, 0.194), (5, 0.163)])
def test_ordering_blindly_earns_what_the_specification_says(items: int, chance: float) -> None:
    form = Order(items, tuple(range(items)))
    credits = [of_order(form, list(order)) for order in permutations(range(items))]
    assert round(float(sum(credits) / len(credits)), 3) == chance
