"""What the lower, middle and upper third of a class chose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.assessment.item_statistics import NO_REST
from quizapp.assessment.samples import DISCRIMINATION_FROM, Item, Script, Silent, too_few

BANDS = 3


@dataclass(frozen=True)
class Band:
    """A third of the learners by rest score; `shares` of them chose each option, blanks counted in `n`."""

    n: int
    counts: tuple[int, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        return tuple(count / self.n if self.n else 0.0 for count in self.counts)


def score_bands(item: Item, scripts: Sequence[Script]) -> tuple[Band, ...] | Silent:
    """Return the choices of each third by the score on the other items, the lowest first.

    Learners with equal scores stay together, so thirds may be uneven, and one may even be empty.
    """
    had = [script for script in scripts if item.id in script.credits]
    if silent := too_few(len(had), DISCRIMINATION_FROM):
        return silent
    rests = [rest for script in had if (rest := script.rest(item.id)) is not None]
    if not rests:
        return NO_REST
    places = thirds(rests)
    return tuple(
        _band(item, [script for script, place in zip(had, places, strict=True) if place == band])
        for band in range(BANDS)
    )


def thirds(scores: Sequence[float]) -> list[int]:
    """Return the third that each score lies in, 0 for the lowest: by the middle of its rank among equals."""
    ranked = sorted(scores)
    below = [(bisect_left(ranked, one) + bisect_right(ranked, one)) / 2 for one in scores]
    return [min(int(BANDS * rank / len(ranked)), BANDS - 1) for rank in below]


def _band(item: Item, scripts: Sequence[Script]) -> Band:
    counts = (
        sum(place in script.chosen.get(item.id, ()) for script in scripts) for place in range(len(item.right))
    )
    return Band(len(scripts), tuple(counts))
