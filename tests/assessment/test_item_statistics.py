"""Item analysis is held against numpy, on simulated classes whose parameters are known."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from quizapp.assessment.item_statistics import ItemStatistics, item_statistics
from quizapp.assessment.samples import Estimate, Item, Script, Silent
from tests.assessment.simulating import Marks, a_class, items_of, partly, scripts_of

DIFFICULTIES = [-2.0, -1.2, -0.6, -0.2, 0.0, 0.3, 0.7, 1.1, 1.6, 2.2]


def measured(marks: Marks) -> tuple[ItemStatistics, ...]:
    return item_statistics(items_of(marks), scripts_of(marks))


def value(told: Estimate | float | Silent) -> float:
    assert not isinstance(told, Silent), told
    return told.value if isinstance(told, Estimate) else told


def rest_of(marks: Marks, item: int) -> Marks:
    rest: Marks = np.delete(marks, item, axis=1).sum(axis=1)
    return rest


@pytest.mark.parametrize("marks", [a_class(40, DIFFICULTIES), partly(a_class(60, DIFFICULTIES, seed=3))])
def test_every_figure_is_numpy_s(marks: Marks) -> None:
    for n, one in enumerate(measured(marks)):
        item, rest = marks[:, n], rest_of(marks, n)
        most = np.cov(np.sort(item), np.sort(rest))[0, 1]
        assert value(one.facility) == pytest.approx(item.mean(), abs=1e-9)
        assert value(one.deviation) == pytest.approx(item.std(ddof=1), abs=1e-9)
        assert value(one.discrimination) == pytest.approx(np.corrcoef(item, rest)[0, 1], abs=1e-9)
        assert value(one.efficiency) == pytest.approx(np.cov(item, rest)[0, 1] / most, abs=1e-9)


def test_effective_weights_are_shares_of_the_roots_of_covariances() -> None:
    marks = a_class(50, DIFFICULTIES, seed=4)
    roots = [np.sqrt(np.cov(marks[:, n], marks.sum(axis=1))[0, 1]) for n in range(marks.shape[1])]
    found = [value(one.weight) for one in measured(marks)]
    assert found == pytest.approx(np.array(roots) / np.sum(roots), abs=1e-9)


def test_the_planted_difficulties_come_back_in_their_order() -> None:
    found = [value(one.facility) for one in measured(a_class(2000, DIFFICULTIES, seed=6))]
    assert found == sorted(found, reverse=True)


def test_the_facility_of_a_simulated_item_lies_in_its_interval_about_as_often_as_it_says() -> None:
    ability = np.random.default_rng(0).normal(size=200_000)
    truth = 1 / (1 + np.exp(-(ability - 0.7)))
    found = [measured(a_class(40, [0.7, 0.0], seed=seed))[0].facility for seed in range(200)]
    held = [isinstance(one, Estimate) and float(truth.mean()) in one.interval for one in found]
    assert np.mean(held) >= 0.9


def test_a_question_keyed_wrong_discriminates_below_0_and_has_no_weight() -> None:
    marks = a_class(200, DIFFICULTIES, seed=7, slopes=[1.5] * 9 + [-1.5])
    wrong = measured(marks)[-1]
    assert isinstance(wrong.discrimination, Estimate)
    assert wrong.discrimination.interval.high < 0
    assert wrong.weight == Silent("it works against the total, and its weight is undefined")
    assert sum(value(one.weight) for one in measured(marks)[:-1]) == pytest.approx(1)


def test_sharper_questions_discriminate_more() -> None:
    marks = a_class(1500, [0.0] * 6, seed=8, slopes=[0.2, 0.6, 1.0, 1.6, 2.4, 4.0])
    found = [value(one.discrimination) for one in measured(marks)]
    assert found == sorted(found)


@pytest.mark.parametrize(("learners", "silent"), [(9, True), (10, False)])
def test_under_ten_first_attempts_there_are_only_counts(learners: int, silent: bool) -> None:
    one = measured(a_class(learners, DIFFICULTIES))[4]
    assert one.n == learners
    assert [isinstance(told, Silent) for told in (one.facility, one.deviation)] == [silent, silent]


@pytest.mark.parametrize(("learners", "silent"), [(29, True), (30, False)])
def test_under_thirty_nothing_compares_learners(learners: int, silent: bool) -> None:
    one = measured(a_class(learners, DIFFICULTIES))[4]
    told = (one.discrimination, one.efficiency, one.weight)
    assert [isinstance(figure, Silent) for figure in told] == [silent] * 3
    if silent:
        assert one.discrimination == Silent("it takes 30 first attempts; there are 29")


def test_it_says_why_a_discrimination_cannot_be_had() -> None:
    marks = a_class(30, DIFFICULTIES)
    marks[:, 0] = 1
    assert measured(marks)[0].discrimination == Silent("everybody earned the same on it")
    assert measured(marks[:, :1])[0].discrimination == Silent("there is no other question to compare it with")
    flat = np.ones((30, 3))
    flat[:15, 0] = 0
    assert measured(flat)[0].discrimination == Silent("everybody did equally well on the rest")


def test_parallel_forms_pool_the_learners_who_had_the_question_and_compare_shares() -> None:
    marks = a_class(80, DIFFICULTIES, seed=9)
    scripts = scripts_of(marks)
    for number, script in enumerate(scripts):  # the first form lacks the last item, the second the first two
        left_out = (9,) if number < 40 else (0, 1)
        kept = {item: credit for item, credit in script.credits.items() if item not in left_out}
        scripts[number] = Script(kept, script.chosen)
    found = item_statistics(items_of(marks), scripts)
    shares = np.concatenate(
        [rest_of(marks[:40, :9], 4) / 8, rest_of(np.delete(marks[40:], (0, 1), axis=1), 2) / 7]
    )
    assert [one.n for one in found] == [40, 40, *[80] * 7, 40]
    assert value(found[4].discrimination) == pytest.approx(np.corrcoef(marks[:, 4], shares)[0, 1], abs=1e-9)
    assert isinstance(found[4].weight, Silent)


def test_an_option_s_discrimination_is_that_of_having_chosen_it() -> None:
    marks = a_class(60, DIFFICULTIES, seed=10)
    chosen = np.where(marks == 1, 0, np.random.default_rng(1).integers(1, 3, marks.shape))
    found = item_statistics(items_of(marks, (True, False, False)), scripts_of(marks, chosen))
    for n, one in enumerate(found):
        assert sum(option.count for option in one.options) == 60
        for place, option in enumerate(one.options):
            taken = (chosen[:, n] == place).astype(float)
            assert value(option.share) == pytest.approx(taken.mean(), abs=1e-9)
            assert value(option.discrimination) == pytest.approx(
                np.corrcoef(taken, rest_of(marks, n))[0, 1], abs=1e-9
            )


def test_a_blank_earns_nothing_and_chooses_nothing() -> None:
    scripts = [Script({1: Fraction(0), 2: Fraction(1)}, {2: frozenset({0})}) for _ in range(12)]
    one = item_statistics([Item(1, 0.5, (True, False), True)], scripts)[0]
    assert (one.blank, [option.count for option in one.options]) == (12, [0, 0])
    assert value(one.facility) == 0
