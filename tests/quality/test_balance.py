"""Where keys stand: even places pass, uneven ones do not, and a fact counts once."""

from __future__ import annotations

from quizapp.quality.balance import PLACED, RANKED, balances
from tests.quality.banks import a_bank, a_choice, figures


def test_even_places_have_a_high_p_and_uneven_ones_a_low_one() -> None:
    (even,) = balances(a_bank())
    (uneven,) = balances(a_bank(arrange=lambda texts, draw: (texts, min(draw.below(3), draw.below(3)))))
    assert (even.what, even.options, sum(even.counts)) == (PLACED, 3, 600)
    assert even.p > 0.05
    assert uneven.p < 1e-6


def test_figures_are_counted_by_rank() -> None:
    (found,) = balances(a_bank(figures, lambda texts, _: (texts, 1)))
    assert (found.what, found.counts) == (RANKED, (0, 600, 0))


def test_a_fact_counts_once_however_many_questions_it_has() -> None:
    (found,) = balances([a_choice("f", ["Ada Penn", "Ben Holt", "Eva Marsh"], place) for place in (1, 0, 0)])
    assert found.counts == (0, 1, 0)
