"""Each practice is there for a figure: without it, the figure is worse."""

from __future__ import annotations

import pytest

from quizapp.generation.bank import bank
from quizapp.generation.practices import Practice, is_on
from quizapp.quality.ablations import (
    TRIALS,
    Ablation,
    Comparison,
    ablation_lines,
    ablations,
    beside_naive,
    comparison_lines,
    talkative,
)
from quizapp.quality.synthetic import Synthetic, synthesise

HIGHER_IS_BETTER = "wrong names from the key’s own relation"


@pytest.fixture(scope="module")
def synthetic() -> Synthetic:
    return synthesise(330)


@pytest.fixture(scope="module")
def rows(synthetic: Synthetic) -> tuple[Ablation, ...]:
    return ablations(synthetic, "s")


@pytest.fixture(scope="module")
def compared(synthetic: Synthetic) -> dict[str, Comparison]:
    return {row.figure: row for row in beside_naive(synthetic, "s")}


def test_every_practice_is_tried() -> None:
    assert {practice for practice, _ in TRIALS} == set(Practice)


@pytest.mark.parametrize("place", range(len(TRIALS)), ids=[figure.words for _, figure in TRIALS])
def test_without_a_practice_its_figure_is_worse(rows: tuple[Ablation, ...], place: int) -> None:
    row = rows[place]
    if row.practice is Practice.GATE:  # a second net: the kinds may have left it nothing to catch
        assert (row.before, row.moved >= 0) == (0, True)
    else:
        assert row.moved < 0 if row.figure == HIGHER_IS_BETTER else row.moved > 0


def test_afterwards_all_is_as_it_was(synthetic: Synthetic, rows: tuple[Ablation, ...]) -> None:
    assert rows[-1].items[0] == len(bank(synthetic.pack, "s"))
    assert all(is_on(practice) for practice in Practice)


@pytest.mark.parametrize(
    "figure", ["a wrong option may be true (rule 17)", "questions that break a rule",
               "lead of the middle number", "share of the commonest label"],
)  # fmt: skip
def test_a_naive_generator_is_worse(compared: dict[str, Comparison], figure: str) -> None:
    row = compared[figure]
    assert row.ours is not None
    assert row.naive is not None
    assert row.ours < row.naive


def test_one_speaker_of_each_source_may_be_made_to_say_most(synthetic: Synthetic) -> None:
    before, after = ({len(said) for said in pack.by_speaker.values()} for pack in (
        synthetic.pack, talkative(synthetic.pack)))  # fmt: skip
    assert max(after) > 1.5 * max(before)


def test_the_lines_name_every_figure(rows: tuple[Ablation, ...], compared: dict[str, Comparison]) -> None:
    printed = "\n".join([*ablation_lines(rows), *comparison_lines(compared.values())])
    assert [figure for figure in (*(row.figure for row in rows), *compared) if figure not in printed] == []
