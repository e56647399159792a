"""Simulated classes: learners of known ability answer questions of known difficulty (seeded)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizapp.assessment.samples import Item, Script

Marks = NDArray[np.float64]


def a_class(
    learners: int, difficulties: Sequence[float], seed: int = 1, slopes: Sequence[float] = ()
) -> Marks:
    """Return marks of 0 or 1, a row a learner: right with the chance of the logistic model.

    A slope says how sharply a question tells learners apart (1: the Rasch model); below 0 it is keyed wrong.
    """
    rng = np.random.default_rng(seed)
    ability = rng.normal(size=(learners, 1))
    slope = np.array(slopes or [1.0] * len(difficulties))
    chance = 1 / (1 + np.exp(-slope * (ability - np.array(difficulties))))
    marks: Marks = (rng.random(chance.shape) < chance).astype(float)
    return marks


def partly(marks: Marks, parts: int = 3, seed: int = 2) -> Marks:
    """Return marks of some parts each, the wholly right ones kept."""
    rng = np.random.default_rng(seed)
    return np.where(marks == 1, 1, rng.integers(0, parts, marks.shape) / parts)


def scripts_of(marks: Marks, chosen: NDArray[Any] | None = None) -> list[Script]:
    """Return the scripts of a table of marks: items are numbered from 0, `chosen` has a place for each."""
    places = np.zeros(marks.shape, int) if chosen is None else chosen
    return [
        Script(
            {n: Fraction(float(mark)).limit_denominator(1000) for n, mark in enumerate(row)},
            {n: frozenset({int(place)}) for n, place in enumerate(picks)},
        )
        for row, picks in zip(marks, places, strict=True)
    ]


def items_of(marks: Marks, right: tuple[bool, ...] = ()) -> list[Item]:
    return [Item(n, 1 / 3, right, bool(right)) for n in range(marks.shape[1])]
