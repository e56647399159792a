"""Tests against chance: they are held against scipy, which only the tests use."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from quizapp.assessment.intervals import wilson
from quizapp.quality.bootstrap import bounds, clustered
from quizapp.quality.statistics import (
    bonferroni,
    chi_square_p,
    chi_square_tail,
    poisson_binomial_z,
    runs_z,
    two_sided_p,
)


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 40])
@pytest.mark.parametrize("statistic", [0.0, 0.2, 1.0, 3.9, 12.0, 90.0])
def test_the_chi_square_tail_is_scipy_s(statistic: float, freedom: int) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(stats.chi2.sf(statistic, freedom), rel=1e-9)


def test_chi_square_p_is_scipy_s_with_equal_and_with_given_counts() -> None:
    assert chi_square_p([30, 41, 35]) == pytest.approx(stats.chisquare([30, 41, 35]).pvalue)
    assert chi_square_p([5, 15], [10, 10]) == pytest.approx(stats.chisquare([5, 15]).pvalue)


def test_nothing_counted_is_no_finding() -> None:
    assert chi_square_p([]) == chi_square_p([0, 0]) == chi_square_p([4]) == 1.0


def test_z_against_several_chances_is_that_of_the_poisson_binomial() -> None:
    assert poisson_binomial_z(8, [0.25] * 16) == pytest.approx(4 / np.sqrt(3))
    assert poisson_binomial_z(1, [1.0]) == 0.0


def test_the_bonferroni_bounds_are_those_of_the_specification() -> None:
    assert round(bonferroni(18), 2) == 2.99
    assert round(bonferroni(18 * 16), 2) == 3.75
    assert two_sided_p(bonferroni(18)) == pytest.approx(0.05 / 18)


def test_runs_of_two_values_have_wald_and_wolfowitz_mean_and_variance() -> None:
    sequence = "aababbbaab"  # 5 a, 5 b: mean 6, variance 20/9, runs 6
    assert runs_z(sequence) == pytest.approx(0.0)
    assert runs_z("ab" * 5) == pytest.approx(4 / np.sqrt(20 / 9))


def test_runs_of_three_values_are_standard_normal_in_random_order() -> None:
    generator = np.random.Generator(np.random.PCG64(1))
    found = [runs_z(generator.permutation([0] * 30 + [1] * 20 + [2] * 10).tolist()) for _ in range(2000)]
    assert (np.mean(found), np.std(found)) == pytest.approx((0, 1), abs=0.06)


def test_clumps_have_too_few_runs_and_a_single_value_tells_nothing() -> None:
    assert runs_z([1] * 20 + [2] * 20) < -5
    assert runs_z([1] * 20) == 0.0


def test_the_bootstrap_agrees_with_wilson_where_trials_are_independent() -> None:
    credit = np.array([[1.0]] * 300 + [[0.0]] * 700)
    (found,) = bounds(clustered([str(n) for n in range(1000)], credit, np.ones((1000, 1))), seed=1)
    known = wilson(300, 1000)
    assert (found.interval.low, found.interval.high) == pytest.approx((known.low, known.high), abs=0.004)
    assert found.interval.low < found.upper < found.interval.high


def test_questions_of_one_fact_count_as_one_trial() -> None:
    credit = np.array([[1.0]] * 300 + [[0.0]] * 700)
    (alone,) = bounds(clustered([str(n) for n in range(1000)], credit, np.ones((1000, 1))), seed=1)
    (tied,) = bounds(clustered([str(n // 10) for n in range(1000)], credit, np.ones((1000, 1))), seed=1)
    assert tied.interval.high - tied.interval.low > 2.5 * (alone.interval.high - alone.interval.low)


def test_what_never_fires_is_bounded_by_nothing() -> None:
    (found,) = bounds(clustered(["a", "b"], np.zeros((2, 1)), np.zeros((2, 1))), seed=1)
    assert (found.interval.low, found.upper) == (0.0, 1.0)


def test_the_same_seed_gives_the_same_bounds() -> None:
    clusters = clustered(list("abcde"), np.array([[1.0], [0], [1], [0], [1]]), np.ones((5, 1)))
    assert bounds(clusters, seed=3) == bounds(clusters, seed=3)
