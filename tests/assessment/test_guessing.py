from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.assessment.guessing import estimated_known


@pytest.mark.parametrize(
    ("right", "options", "known"),
    [("1", 3, "1"), ("1/3", 3, "0"), ("2/3", 3, "1/2"), ("0", 3, "-1/2"), ("5/8", 4, "1/2"), ("1/2", 2, "0")],
)
def test_what_blind_guessing_gives_is_taken_off(right: str, options: int, known: str) -> None:
    assert estimated_known(Fraction(right), options) == Fraction(known)


def test_it_is_the_old_correction_for_guessing_as_a_share() -> None:
    right, wrong, options = 14, 6, 4
    corrected = right - Fraction(wrong, options - 1)
    assert estimated_known(Fraction(right, right + wrong), options) == corrected / (right + wrong)


@pytest.mark.parametrize(("right", "options"), [("1/2", 1), ("-1/10", 3), ("11/10", 3)])
def test_shares_and_options_that_cannot_be_are_refused(right: str, options: int) -> None:
    with pytest.raises(ValueError, match="says nothing of guessing"):
        estimated_known(Fraction(right), options)
