"""What asks for a second look: found where it was planted, and not where it was not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quizapp.assessment.item_flags import Flag, flags_of
from quizapp.assessment.item_statistics import ItemStatistics, item_statistics
from quizapp.assessment.samples import Silent
from quizapp.assessment.score_bands import score_bands, thirds
from tests.assessment.simulating import Marks, a_class, items_of, scripts_of

RIGHT = (True, False, False)


def answered(marks: Marks) -> NDArray[np.int64]:
    """Choose the key where it is right, else one of two distractors."""
    return np.where(marks == 1, 0, np.random.default_rng(3).integers(1, 3, marks.shape))


def first_item(marks: Marks, chosen: NDArray[np.int64] | None = None) -> ItemStatistics:
    chosen = answered(marks) if chosen is None else chosen
    return item_statistics(items_of(marks, RIGHT), scripts_of(marks, chosen))[0]


def test_a_sound_question_has_no_flag() -> None:
    assert flags_of(first_item(a_class(200, [0.0] * 8, slopes=[1.5] * 8))) == ()


def test_a_question_keyed_wrong_is_found_and_so_is_the_option_that_should_be_the_key() -> None:
    marks = a_class(200, [0.0] * 8, slopes=[1.5] * 8)
    chosen = answered(marks)
    chosen[:, 0] = np.where(marks[:, 0] == 1, 2, chosen[:, 0] % 2)  # the last option is the true key
    marks[:, 0] = chosen[:, 0] == 0
    signs = flags_of(first_item(marks, chosen))
    assert Flag("against the rest") in signs
    assert Flag("drew the stronger", 2) in signs


def test_a_distractor_that_nobody_takes_is_named_from_thirty_first_attempts_on() -> None:
    marks = a_class(30, [0.0] * 8, slopes=[2.0] * 8)
    chosen = np.where(marks == 1, 0, 1)
    assert Flag("hardly chosen", 2) in flags_of(first_item(marks, chosen))
    assert Flag("hardly chosen", 2) not in flags_of(first_item(marks[:29], chosen[:29]))


def test_a_facility_below_chance_is_told_and_whether_chance_may_have_made_it() -> None:
    marks = a_class(40, [0.0] * 8)
    marks[:, 0] = 0
    assert Flag("below chance") in flags_of(first_item(marks))
    marks[:13, 0] = 1
    assert Flag("below chance", by_chance=True) in flags_of(first_item(marks))


def test_a_question_that_hardly_tells_learners_apart_has_a_low_efficiency() -> None:
    marks = a_class(2000, [0.0] * 8, slopes=[0.1, *[1.5] * 7])
    assert Flag("low efficiency") in flags_of(first_item(marks))


def test_thirds_keep_equal_scores_together() -> None:
    assert thirds([1, 2, 3, 4, 5, 6]) == [0, 0, 1, 1, 2, 2]
    assert thirds([5, 5, 5, 5]) == [1, 1, 1, 1]
    assert thirds([0, 0, 0, 1, 1, 1]) == [0, 0, 0, 2, 2, 2]


def test_bands_show_the_key_rise_from_third_to_third() -> None:
    marks = a_class(300, [0.0] * 8, slopes=[2.0] * 8)
    bands = score_bands(items_of(marks, RIGHT)[0], scripts_of(marks, answered(marks)))
    assert not isinstance(bands, Silent)
    assert [band.shares[0] for band in bands] == sorted(band.shares[0] for band in bands)
    assert sum(band.n for band in bands) == 300
    assert all(sum(band.counts) == band.n for band in bands)


def test_bands_are_silent_under_thirty_and_without_other_questions() -> None:
    marks = a_class(29, [0.0] * 3)
    assert isinstance(score_bands(items_of(marks, RIGHT)[0], scripts_of(marks)), Silent)
    alone = a_class(40, [0.0])
    assert isinstance(score_bands(items_of(alone, RIGHT)[0], scripts_of(alone)), Silent)
