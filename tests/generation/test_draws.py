"""Draws: the same everywhere, and all results equally likely."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.draws import Draw

LABELS = st.lists(st.text(max_size=5), max_size=3)


def test_the_first_draws_of_a_seed_never_change() -> None:
    draw = Draw("seed", "value", "old-length")
    assert [draw.below(100) for _ in range(10)] == [7, 50, 3, 98, 31, 17, 46, 61, 16, 38]
    assert Draw("seed").shuffled("abcdefgh") == list("dagfchbe")


@given(LABELS, st.integers(1, 1000))
def test_the_same_labels_give_the_same_draws(labels: list[str], limit: int) -> None:
    first, second = Draw(*labels), Draw(*labels)
    assert [first.below(limit) for _ in range(5)] == [second.below(limit) for _ in range(5)]


def test_other_labels_give_other_draws() -> None:
    streams = [Draw("a", "bc"), Draw("ab", "c"), Draw("abc"), Draw("a", "b", "c")]
    assert len({tuple(draw.below(1000) for _ in range(5)) for draw in streams}) == 4


@given(LABELS, st.integers(1, 2**64))
def test_a_draw_lies_below_its_limit(labels: list[str], limit: int) -> None:
    assert 0 <= Draw(*labels).below(limit) < limit


def test_every_result_is_equally_likely() -> None:
    draw = Draw("uniform")
    counts = Counter(draw.below(6) for _ in range(6000))
    assert sum((counts[face] - 1000) ** 2 / 1000 for face in range(6)) < 20.5  # chi-square, 5 df, p = 0.001


def test_every_order_is_equally_likely() -> None:
    draw = Draw("orders")
    counts = Counter("".join(draw.shuffled("abc")) for _ in range(6000))
    assert len(counts) == 6
    assert sum((count - 1000) ** 2 / 1000 for count in counts.values()) < 20.5


def test_both_ends_of_a_range_are_drawn() -> None:
    draw = Draw("ends")
    assert {draw.between(3, 5) for _ in range(100)} == {3, 4, 5}


def test_shuffling_leaves_the_input_as_it_was() -> None:
    items = [1, 2, 3, 4, 5]
    assert sorted(Draw("x").shuffled(items)) == items == [1, 2, 3, 4, 5]


def test_a_choice_is_one_of_the_items() -> None:
    draw = Draw("x")
    assert {draw.choice("ab") for _ in range(50)} == {"a", "b"}


@pytest.mark.parametrize("size", [0, 1, 2, 32, 33, 100, 128])
def test_a_stroll_meets_each_item_once(size: int) -> None:
    assert sorted(Draw("walk").strolled(range(size))) == list(range(size))


def test_a_stroll_starts_anywhere_and_goes_on_anywhere() -> None:
    strolls = [list(Draw("walk", str(seed)).strolled(range(50))) for seed in range(1000)]
    for place in (0, 1, 49):
        counts = Counter(stroll[place] for stroll in strolls)
        assert sum((counts[item] - 20) ** 2 / 20 for item in range(50)) < 85  # 49 degrees, 0.1 percent


def test_a_stroll_takes_no_draw_for_what_is_not_taken() -> None:
    draw = Draw("walk")
    stroll = draw.strolled(range(10_000))
    assert len({next(stroll) for _ in range(9)}) == 9
    after_nine = draw.below(1 << 32)
    again = Draw("walk")
    list(again.strolled(range(10_000)))
    assert again.below(1 << 32) == after_nine
