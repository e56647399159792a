"""Results worked out from two figures, and the slips that give others."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.arithmetic import Task, difference, percent, printed, share, times

FIGURES = st.one_of(st.integers(1, 5000), st.fractions(Fraction(1, 4), 200, max_denominator=4)).map(Fraction)
TASKS = st.sampled_from([difference, percent, times, share])


def of(work: Callable[[Fraction, Fraction], Task], first: int, second: int) -> Task:
    return work(Fraction(first), Fraction(second))


@pytest.mark.parametrize(
    ("task", "text", "shown"),
    [
        (of(difference, 72, 36), "36", "72 − 36 = 36"),
        (of(difference, 1200, 4200), "3,000", "4,200 − 1,200 = 3,000"),
        (of(percent, 72, 36), "50%", "72 − 36 = 36; 36 ÷ 72 = 50%"),
        (of(percent, 36, 72), "100%", "72 − 36 = 36; 36 ÷ 36 = 100%"),
        (of(percent, 72, 37), "49%", "72 − 37 = 35; 35 ÷ 72 ≈ 49%"),
        (of(times, 36, 142), "3.9", "142 ÷ 36 ≈ 3.9"),
        (of(times, 36, 72), "2.0", "72 ÷ 36 = 2.0"),
        (of(share, 6, 2), "33%", "2 ÷ 6 ≈ 33%"),
    ],
)
def test_a_result_is_shown_with_its_calculation_and_its_rounding(task: Task, text: str, shown: str) -> None:
    assert (task.key.text, task.key.shown) == (text, shown)


def test_a_percentage_has_the_earlier_figure_as_its_base_and_a_slip_takes_the_later() -> None:
    slips = {slip.mistake: slip.working.text for slip in of(percent, 37, 72).slips}
    assert slips["it takes the later figure as the base"] == "49%"
    assert of(percent, 37, 72).key.text == "95%"


def test_a_fall_is_never_offered_as_more_than_a_hundred_percent() -> None:
    assert all(slip.working.value < 100 for slip in of(percent, 900, 100).slips)


def test_points_and_percent_are_told_apart_by_a_slip() -> None:
    slips = {slip.mistake: slip.working.text for slip in of(difference, 40, 50).slips}
    assert slips["it is the change in percent, not in numbers"] == "25"


@given(TASKS, FIGURES, FIGURES)
def test_no_slip_gives_the_right_result_nor_two_the_same(
    work: Callable[[Fraction, Fraction], Task], first: Fraction, second: Fraction
) -> None:
    if first != second:
        task = work(first, second)
        texts = [task.key.text, *(slip.working.text for slip in task.slips)]
        assert len(set(texts)) == len(texts)
        assert all(slip.working.value > 0 and slip.working.value != task.key.value for slip in task.slips)


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction(2500), "2,500"), (Fraction(3, 2), "1.5"), (Fraction(1, 4), "0.25")]
)
def test_a_number_is_printed_with_commas_and_no_idle_zeros(value: Fraction, text: str) -> None:
    assert printed(value) == text
