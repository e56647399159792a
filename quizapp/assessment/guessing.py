"""What guessing adds to a score. For a teacher's statistics; no learner's mark is corrected by it."""

from __future__ import annotations

from fractions import Fraction


def estimated_known(right: Fraction, options: int) -> Fraction:
    """Return the share of answers that were known, from the share right among `options` options.

    (p - 1/k) / (1 - 1/k), as if whoever does not know guesses blindly (the correction for
    guessing in its oldest form, R - W/(k - 1), as a share). 1 where all is right, 0 at
    chance, below 0 under it; with few answers it is mostly noise. Raises ValueError for a
    share outside 0 to 1 and for fewer than two options.
    """
    if options < 2 or not 0 <= right <= 1:
        raise ValueError(f"a share of {right} right among {options} options says nothing of guessing")
    chance = Fraction(1, options)
    return (right - chance) / (1 - chance)
