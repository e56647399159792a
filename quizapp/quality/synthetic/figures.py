"""Invented figures: spread evenly over the powers of ten, some rounder than others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizapp.generation.draws import Draw
from quizapp.quality.synthetic.matter import Matter

STEPS = tuple(round(100 * 10 ** (step / 250)) for step in range(250))
"""Three-digit figures, 100 to 991, as many in each equal ratio."""

MEASURED = ("metres", "feet", "miles", "acres", "dollars")
"""Units that stand in the printed figure itself."""


@dataclass(frozen=True)
class Figure:
    """A figure and how it is printed."""

    value: int
    text: str
    unit: str

    @property
    def entry(self) -> dict[str, Any]:
        return {"value": self.value, "text": self.text, "unit": self.unit}


def drawn(draw: Draw, matter: Matter, *, hedged: bool = False) -> Figure:
    """Draw a figure of a matter's size; `hedged`: one in five is printed with "about"."""
    if matter.unit == "%":
        return _figure(draw.between(5, 95), matter)
    low, high = matter.sizes
    value = draw.choice(STEPS) * 10 ** draw.below(high - low) * 10**low // 100
    return _figure(_rounded(draw, value), matter, "about " if hedged and draw.below(5) == 0 else "")


def another(draw: Draw, matter: Matter, figure: Figure) -> Figure:
    """Draw a figure that is clearly not this one: at least a fifth, or five points, away."""
    while True:
        found = later(draw, matter, figure)
        if abs(found.value - figure.value) * 5 >= figure.value:
            return found


def later(draw: Draw, matter: Matter, figure: Figure) -> Figure:
    """Draw what a figure may have become: between a third and three times as much, and not the same."""
    if matter.unit == "%":
        step = draw.between(5, 30) * (1 if figure.value < 35 or (figure.value < 66 and draw.below(2)) else -1)
        return _figure(figure.value + step, matter)
    while True:
        parts = draw.between(4, 36)
        value = _rounded(draw, figure.value * parts // 12)
        if value > 2 and abs(value - figure.value) * 10 >= figure.value:
            return _figure(value, matter)


def _figure(value: int, matter: Matter, hedge: str = "") -> Figure:
    if matter.unit == "%":
        return Figure(value, f"{value} percent", "%")
    unit = f" {matter.unit}" if matter.unit in MEASURED else ""
    return Figure(value, f"{hedge}{value:,}{unit}", matter.unit)


def _rounded(draw: Draw, value: int) -> int:
    """Keep one, two, or most often three digits of a figure."""
    kept = (1, 2, 2, 3, 3, 3)[draw.below(6)]
    size = int(10 ** max(0, len(str(value)) - kept))
    return max(value // size, 1) * size
