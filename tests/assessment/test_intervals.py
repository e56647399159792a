"""Intervals are held against scipy, which only the tests use."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from quizapp.assessment.intervals import fisher_z, wilson


@pytest.mark.parametrize(("hits", "trials"), [(0, 9), (3, 10), (331, 1000), (50, 50)])
def test_wilson_s_interval_is_scipy_s(hits: int, trials: int) -> None:
    known = stats.binomtest(hits, trials).proportion_ci(0.95, "wilson")
    found = wilson(hits, trials)
    assert (found.low, found.high) == pytest.approx((known.low, known.high), abs=1e-9)


def test_no_trial_tells_nothing() -> None:
    assert 0.0 in wilson(0, 0)
    assert 1.0 in wilson(0, 0)


def test_of_partial_credit_wilson_s_interval_holds_the_mean_at_least_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    classes = rng.choice([0, 1 / 3, 2 / 3, 1], p=[0.2, 0.2, 0.3, 0.3], size=(2000, 25))
    held = [1.7 / 3 in wilson(float(marks.sum()), 25) for marks in classes]
    assert np.mean(held) >= 0.95


@pytest.mark.parametrize("seed", range(4))
def test_fisher_s_interval_is_scipy_s(seed: int) -> None:
    rng = np.random.default_rng(seed)
    first = rng.normal(size=35)
    second = first * seed + rng.normal(size=35)
    known = stats.pearsonr(first, second).confidence_interval(0.95)
    found = fisher_z(float(np.corrcoef(first, second)[0, 1]), 35)
    assert (found.low, found.high) == pytest.approx((known.low, known.high), abs=1e-9)


def test_a_perfect_correlation_has_no_width_and_three_pairs_have_no_interval() -> None:
    assert (fisher_z(-1.0, 30).low, fisher_z(-1.0, 30).high) == (-1.0, -1.0)
    with pytest.raises(ValueError, match="it takes 4"):
        fisher_z(0.2, 3)
