"""Draws: the same everywhere, and all results equally likely."""

from __future__ import annotations

from collections import Counter

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
