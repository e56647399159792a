"""`docs/item_analysis.md`: its example runs, and its numbers are those of the code."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import get_args

import pytest

from quizapp.assessment.item_flags import FUNCTIONAL, LOW_EFFICIENCY, Sign
from quizapp.assessment.samples import ALPHA_ITEMS_FROM, DISCRIMINATION_FROM, FACILITY_FROM

PATH = Path(__file__).parents[1] / "docs" / "item_analysis.md"
DOC = PATH.read_text("utf-8")


def test_the_example_runs() -> None:
    assert doctest.testfile(str(PATH), module_relative=False) == (0, 15)


@pytest.mark.parametrize("sign", get_args(Sign))
def test_every_sign_is_explained(sign: str) -> None:
    assert f"| {sign} | " in DOC


def test_the_thresholds_are_those_of_the_code() -> None:
    assert f"| under {FACILITY_FROM} | counts only |" in DOC
    assert f"| from {DISCRIMINATION_FROM} | discrimination, efficiency, weight;" in DOC
    assert f"| from {DISCRIMINATION_FROM}, identical forms, {ALPHA_ITEMS_FROM} questions or more |" in DOC
    assert f"discriminative efficiency under {LOW_EFFICIENCY:.0%}" in DOC
    assert f"at least 1 in {1 / FUNCTIONAL:.0f} chose it" in DOC
