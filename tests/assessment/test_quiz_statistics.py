"""The whole quiz is held against numpy and scipy, on simulated classes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from scipy import stats

from quizapp.assessment.moments import kurtosis, skewness
from quizapp.assessment.quiz_statistics import QuizStatistics, cronbach_alpha, histogram, quiz_statistics
from quizapp.assessment.samples import Script, Silent
from tests.assessment.simulating import Marks, a_class, partly, scripts_of

DIFFICULTIES = [-1.5, -0.8, -0.3, 0.0, 0.4, 0.9, 1.4]


def of_class(marks: Marks) -> QuizStatistics:
    scripts = scripts_of(marks)
    totals = [sum(script.credits.values(), Fraction(0)) / marks.shape[1] for script in scripts]
    return quiz_statistics(scripts, totals)


@pytest.mark.parametrize("marks", [a_class(34, DIFFICULTIES), partly(a_class(90, DIFFICULTIES, seed=2))])
def test_every_figure_is_numpy_s_and_scipy_s(marks: Marks) -> None:
    found, shares = of_class(marks), marks.mean(axis=1)
    covariances = np.cov(marks.T)
    alpha = 7 / 6 * (1 - np.trace(covariances) / covariances.sum())
    known = QuizStatistics(
        n=len(marks),
        mean=shares.mean(),
        median=float(np.median(shares)),
        deviation=shares.std(ddof=1),
        skewness=float(stats.skew(shares, bias=False)),
        kurtosis=float(stats.kurtosis(shares, bias=False)),
        alpha=alpha,
        error_ratio=np.sqrt(1 - alpha),
        standard_error=shares.std(ddof=1) * np.sqrt(1 - alpha),
    )
    for name, value in vars(known).items():
        assert getattr(found, name) == pytest.approx(value, abs=1e-9), name


def test_alpha_of_items_marked_0_or_1_is_kr_20() -> None:
    marks = a_class(45, DIFFICULTIES, seed=3)
    right = marks.mean(axis=0)
    kr20 = 7 / 6 * (1 - (right * (1 - right)).sum() / marks.sum(axis=1).var())
    assert of_class(marks).alpha == pytest.approx(kr20, abs=1e-9)


def test_learners_of_one_ability_have_an_alpha_about_0_and_sharp_questions_a_high_one() -> None:
    guesses = np.random.default_rng(1).integers(0, 2, (800, 10)).astype(float)
    alpha = cronbach_alpha(scripts_of(guesses))
    assert isinstance(alpha, float)
    assert abs(alpha) < 0.15
    sharp = cronbach_alpha(scripts_of(a_class(800, [0.0] * 10, slopes=[4.0] * 10)))
    assert isinstance(sharp, float)
    assert sharp > 0.85


def test_under_ten_first_attempts_there_is_only_their_number() -> None:
    found = of_class(a_class(9, DIFFICULTIES))
    assert found.n == 9
    assert found.mean == found.skewness == Silent("it takes 10 first attempts; there are 9")
    assert not isinstance(of_class(a_class(10, DIFFICULTIES)).median, Silent)


def test_alpha_takes_thirty_first_attempts_five_questions_and_identical_forms() -> None:
    scripts = scripts_of(a_class(30, DIFFICULTIES))
    shorter = [Script(dict(list(one.credits.items())[:4]), {}) for one in scripts]
    assert cronbach_alpha(scripts[:29]) == Silent("it takes 30 first attempts; there are 29")
    assert cronbach_alpha(shorter) == Silent("it takes 5 questions; 4 are measured")
    other = Script({9: Fraction(1)}, {})
    told = cronbach_alpha([*scripts, other])
    assert told == Silent("learners had different questions, and it is defined for identical forms only")
    assert isinstance(cronbach_alpha(scripts), float)


def test_marks_that_are_all_the_same_have_no_shape_and_no_alpha() -> None:
    found = of_class(np.ones((30, 7)))
    assert found.deviation == 0
    assert {found.skewness, found.kurtosis, found.alpha} == {Silent("all marks are the same")}
    assert skewness([1.0, 2.0]) is kurtosis([1.0, 2.0, 4.0]) is None


def test_a_histogram_has_ten_bins_and_full_marks_are_in_the_last() -> None:
    marks = [Fraction(0), Fraction(1, 10), Fraction(19, 100), Fraction(99, 100), Fraction(1)]
    assert histogram(marks) == (1, 2, 0, 0, 0, 0, 0, 0, 0, 2)
