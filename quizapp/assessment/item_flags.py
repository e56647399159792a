"""What in an item's statistics asks for a second look at the question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.assessment.item_statistics import ItemStatistics, OptionStatistics
from quizapp.assessment.samples import DISCRIMINATION_FROM, Estimate

LOW_EFFICIENCY = 0.15
"""Moodle marks a discriminative efficiency under this one."""

FUNCTIONAL = 0.05
"""A distractor works if at least this share chooses it."""

Sign = Literal["against the rest", "low efficiency", "below chance", "drew the stronger", "hardly chosen"]


@dataclass(frozen=True)
class Flag:
    """A sign, and of which option (by place; None: of the question itself).

    `by_chance` tells that the interval also holds what would be no sign.
    """

    sign: Sign
    option: int | None = None
    by_chance: bool = False


def flags_of(measured: ItemStatistics) -> tuple[Flag, ...]:
    return (*_of_question(measured), *_of_options(measured))


def _of_question(measured: ItemStatistics) -> Iterator[Flag]:
    found = measured.discrimination
    if isinstance(found, Estimate) and found.value < 0:
        yield Flag("against the rest", by_chance=0 in found.interval)
    elif isinstance(measured.efficiency, float) and measured.efficiency < LOW_EFFICIENCY:
        yield Flag("low efficiency")
    facility, chance = measured.facility, measured.item.chance
    if isinstance(facility, Estimate) and facility.value < chance:
        yield Flag("below chance", by_chance=chance in facility.interval)


def _of_options(measured: ItemStatistics) -> Iterator[Flag]:
    best_key = max((_drawn(one) for one in measured.options if one.right), default=0.0)
    for place, option in enumerate(measured.options):
        if option.right:
            continue
        if _drew_the_stronger(option, best_key):
            yield Flag("drew the stronger", place)
        if measured.item.one_of and measured.n >= DISCRIMINATION_FROM and not is_functional(option):
            yield Flag("hardly chosen", place)


def is_functional(option: OptionStatistics) -> bool:
    """Tell whether at least a twentieth chose it; a figure that is silent counts as not."""
    return isinstance(option.share, float) and option.share >= FUNCTIONAL


def _drew_the_stronger(option: OptionStatistics, best_key: float) -> bool:
    """Tell whether stronger learners chose it clearly more, or more than they chose the key.

    A correlation barely above 0 is not enough: among some dozens of distractors, a few have one by chance.
    """
    found = option.discrimination
    return (
        isinstance(found, Estimate) and found.value > 0 and (found.interval.low > 0 or found.value > best_key)
    )


def _drawn(option: OptionStatistics) -> float:
    return option.discrimination.value if isinstance(option.discrimination, Estimate) else 0.0
