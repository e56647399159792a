"""Certainty marks: what they earn, that honesty pays, and how they are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.certainty import (
    PAYS_FROM,
    Certainty,
    Judged,
    Leaning,
    best_certainty,
    certainty_mark,
    sureness,
)

NOT_SURE, FAIRLY_SURE, SURE = Certainty
ONE, ZERO = Fraction(1), Fraction(0)

chances = st.fractions(0, 1, max_denominator=60)
judgements = st.lists(st.builds(Judged, chances, st.sampled_from(Certainty)), min_size=1, max_size=30)


def answers(right: int, wrong: int, certainty: Certainty) -> list[Judged]:
    return [Judged(ONE, certainty)] * right + [Judged(ZERO, certainty)] * wrong


@pytest.mark.parametrize(
    ("certainty", "if_right", "if_wrong"), [(NOT_SURE, 1, 0), (FAIRLY_SURE, 2, -2), (SURE, 3, -6)]
)
def test_certainty_raises_what_is_won_and_what_is_lost(
    certainty: Certainty, if_right: int, if_wrong: int
) -> None:
    assert certainty_mark(ONE, certainty) == if_right
    assert certainty_mark(ZERO, certainty) == if_wrong
    assert certainty_mark(Fraction(1, 2), certainty) == Fraction(if_right + if_wrong, 2)


@given(chances)
def test_saying_what_one_believes_pays_best(chance: Fraction) -> None:
    honest = max(certainty for certainty in Certainty if chance >= PAYS_FROM[certainty])
    assert best_certainty(chance) is honest


@pytest.mark.parametrize(
    ("lower", "higher", "chance"), [(NOT_SURE, FAIRLY_SURE, (2, 3)), (FAIRLY_SURE, SURE, (4, 5))]
)
def test_at_a_threshold_two_levels_earn_the_same(
    lower: Certainty, higher: Certainty, chance: tuple[int, int]
) -> None:
    threshold = Fraction(*chance)
    assert PAYS_FROM[higher] == threshold
    assert certainty_mark(threshold, lower) == certainty_mark(threshold, higher)


def test_being_sure_of_what_is_right_and_not_of_what_is_wrong_earns_a_bonus() -> None:
    told = sureness(answers(8, 0, SURE) + answers(0, 2, NOT_SURE))
    assert (told.accuracy, told.bonus) == (Fraction(4, 5), Fraction(12, 100))
    assert told.total == Fraction(92, 100)


@given(st.integers(0, 12), st.integers(0, 12), st.sampled_from(Certainty))
def test_one_certainty_for_everything_never_earns_a_bonus(
    right: int, wrong: int, certainty: Certainty
) -> None:
    if right + wrong:
        told = sureness(answers(right, wrong, certainty))
        assert told.bonus <= 0
        assert (told.bonus == 0) == (certainty_mark(told.accuracy, certainty) == best_mark(told.accuracy))


def best_mark(accuracy: Fraction) -> Fraction:
    return certainty_mark(accuracy, best_certainty(accuracy))


@given(judgements)
def test_accuracy_and_bonus_together_never_pass_1(judged: list[Judged]) -> None:
    assert sureness(judged).total <= 1


@given(judgements)
def test_the_brier_score_runs_from_0_to_1_and_the_levels_hold_every_answer(judged: list[Judged]) -> None:
    told = sureness(judged)
    assert 0 <= told.brier <= 1
    assert sum(level.answers for level in told.levels) == len(judged)


def test_never_being_sure_has_a_brier_score_of_a_quarter() -> None:
    assert sureness(answers(3, 5, NOT_SURE)).brier == Fraction(1, 4)


def test_being_sure_and_right_is_the_better_forecast() -> None:
    assert sureness(answers(4, 0, SURE)).brier < sureness(answers(4, 0, FAIRLY_SURE)).brier


@pytest.mark.parametrize(
    ("right", "wrong", "certainty", "leaning"),
    [
        (9, 0, NOT_SURE, ""),
        (10, 0, NOT_SURE, "not sure enough"),
        (5, 5, NOT_SURE, "about right"),
        (5, 5, FAIRLY_SURE, "too sure"),
        (7, 3, FAIRLY_SURE, "about right"),
        (9, 1, FAIRLY_SURE, "not sure enough"),
        (7, 3, SURE, "too sure"),
        (8, 2, SURE, "about right"),
        (0, 0, SURE, ""),
    ],
)
def test_from_ten_answers_on_a_level_tells_whether_it_was_judged_well(
    right: int, wrong: int, certainty: Certainty, leaning: Leaning
) -> None:
    told = sureness([*answers(right, wrong, certainty), Judged(ONE, Certainty(certainty % 3 + 1))])
    assert told.levels[certainty - 1].leaning == leaning


def test_a_level_without_answers_has_no_accuracy() -> None:
    assert [level.accuracy for level in sureness(answers(1, 1, SURE)).levels] == [None, None, Fraction(1, 2)]


def test_without_answers_there_is_nothing_to_tell() -> None:
    with pytest.raises(ValueError, match="no answers"):
        sureness([])
