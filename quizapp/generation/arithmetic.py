"""What can be worked out from two figures, and the slips by which it is worked out wrong.

Everything is in integers and fractions; a result is rounded once, at the end, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from quizapp.facts.printing import nearest

Name = Literal["difference", "percent", "times", "share"]

WHOLE, TENTH = Fraction(1), Fraction(1, 10)
APART = Fraction(1, 20)
"""A slip's result differs from the right one by more than this share of it, or it is no other answer."""


@dataclass(frozen=True)
class Working:
    """A result: its value as rounded, how it is printed, and the calculation that gives it."""

    value: Fraction
    text: str
    shown: str


@dataclass(frozen=True)
class Slip:
    """A wrong result, and the mistake that leads to it, as "it takes …"."""

    working: Working
    mistake: str


@dataclass(frozen=True)
class Task:
    """Something to work out: its result, and the slips that give another one."""

    name: Name
    key: Working
    slips: tuple[Slip, ...]

    def below(self) -> list[Slip]:
        """Return the slips whose result is below the right one, the nearest first."""
        return [slip for slip in self.slips if slip.working.value < self.key.value]

    def above(self) -> list[Slip]:
        """Return the slips whose result is above the right one, the nearest first."""
        return [slip for slip in self.slips if slip.working.value > self.key.value]


def printed(value: Fraction) -> str:
    """Return a number with commas and at most two decimals: "2,500", "1.5"."""
    whole, rest = divmod(nearest(value, Fraction(1, 100)), 1)
    decimals = f"{int(rest * 100):02}".rstrip("0")
    return f"{int(whole):,}.{decimals}" if decimals else f"{int(whole):,}"


def difference(first: Fraction, second: Fraction) -> Task:
    """Return how far two figures above 0 lie apart, in their own unit."""
    high, low = max(first, second), min(first, second)
    key = _minus(high, low)
    return _task("difference", key, _slips_of_difference(first, high, low, key.value))


def percent(first: Fraction, second: Fraction) -> Task:
    """Return by how many percent the second figure lies above or below the first; both above 0."""
    change = abs(second - first)
    key = _percent(change, first, f"{_minus(max(first, second), min(first, second)).shown}; ")
    return _task(
        "percent", key, _slips_of_percent(first, second, change), most=100 if second < first else None
    )


def times(first: Fraction, second: Fraction) -> Task:
    """Return how many times the smaller figure the larger one is; both above 0."""
    high, low = max(first, second), min(first, second)
    key = _divided(high, low, f"{printed(high)} ÷ {printed(low)}")
    return _task("times", key, _slips_of_times(high, low))


def share(first: Fraction, second: Fraction) -> Task:
    """Return what percentage of the larger figure the smaller one is; both above 0."""
    high, low = max(first, second), min(first, second)
    return _task("share", _percent(low, high), _slips_of_share(high, low), most=100)


def _task(name: Name, key: Working, slips: Iterator[Slip], most: int | None = None) -> Task:
    """Keep the slips that give another, possible result, each once, the nearest first."""
    found: dict[str, Slip] = {}
    for slip in sorted(slips, key=lambda slip: abs(slip.working.value - key.value)):
        value = slip.working.value
        others = (key.value, *(kept.working.value for kept in found.values()))
        apart = all(abs(value - other) > max(value, other) * APART for other in others)
        if value > 0 and apart and (most is None or value < most):
            found[slip.working.text] = slip
    return Task(name, key, tuple(found.values()))


def _slips_of_difference(first: Fraction, high: Fraction, low: Fraction, change: Fraction) -> Iterator[Slip]:
    total = high + low
    yield Slip(_plain(total, f"{printed(high)} + {printed(low)}"), "it adds the two figures")
    yield Slip(_percent(change, first, bare=True), "it is the change in percent, not in numbers")
    yield Slip(_plain(low, "the smaller figure"), "it is one of the figures, not how far they lie apart")
    yield Slip(_plain(high, "the larger figure"), "it is one of the figures, not how far they lie apart")
    calculation = f"{printed(high)} − {printed(low)}"
    if all(value.denominator == 1 for value in (high, low)):
        unborrowed = _plain(_digit_by_digit(int(high), int(low)), calculation)
        yield Slip(unborrowed, "it takes the smaller digit from the larger in each place")
    for wrong in _borrowing(change):
        yield Slip(
            _plain(wrong, calculation), f"it is {printed(abs(wrong - change))} off: a slip in borrowing"
        )


def _slips_of_percent(first: Fraction, second: Fraction, change: Fraction) -> Iterator[Slip]:
    yield Slip(_percent(change, second), "it takes the later figure as the base")
    yield Slip(_percent(change, first + second), "it takes both figures together as the base")
    yield Slip(_percent(change, (first + second) / 2), "it takes the middle of the two figures as the base")
    yield Slip(
        _percent(second, first), "it is the later figure as a percentage of the earlier one, not the change"
    )
    yield Slip(_percent(first + second, first), "it adds the figures instead of subtracting them")
    yield Slip(_as_percent(change), "it is the change in numbers, not in percent")


def _slips_of_times(high: Fraction, low: Fraction) -> Iterator[Slip]:
    yield Slip(_divided(low, high, f"{printed(low)} ÷ {printed(high)}"), "it divides the wrong way round")
    more = f"({printed(high)} − {printed(low)}) ÷ {printed(low)}"
    yield Slip(_divided(high - low, low, more), "it says how many times more, not how many times as many")
    both = f"({printed(high)} + {printed(low)}) ÷ {printed(low)}"
    yield Slip(_divided(high + low, low, both), "it adds the smaller figure once too often")
    yield Slip(
        _divided(high * 10, low, f"{printed(high)} ÷ {printed(low)}"), "its decimal point is one place off"
    )


def _slips_of_share(high: Fraction, low: Fraction) -> Iterator[Slip]:
    yield Slip(_percent(high - low, high), "it is what is missing, not the share")
    yield Slip(_percent(low, high + low), "it takes both figures together as the base")
    yield Slip(_percent(low, (high + low) / 2), "it takes the middle of the two figures as the base")
    yield Slip(_percent(high - low, low), "it is by how much the larger figure exceeds the smaller one")
    yield Slip(_percent(low / 10, high), "its decimal point is one place off")


def _plain(value: Fraction, calculation: str) -> Working:
    return Working(value, printed(value), calculation)


def _minus(high: Fraction, low: Fraction) -> Working:
    value = high - low
    return Working(value, printed(value), f"{printed(high)} − {printed(low)} = {printed(value)}")


def _percent(part: Fraction, base: Fraction, before: str = "", *, bare: bool = False) -> Working:
    """Return a part of a base in percent, rounded to a whole one."""
    exact = 100 * part / base
    value = nearest(exact, WHOLE)
    text = printed(value) + ("" if bare else "%")
    return Working(
        value, text, f"{before}{printed(part)} ÷ {printed(base)} {_equals(exact, value)} {printed(value)}%"
    )


def _as_percent(value: Fraction) -> Working:
    rounded = nearest(value, WHOLE)
    return Working(rounded, f"{printed(rounded)}%", f"{printed(value)} as it stands")


def _divided(part: Fraction, base: Fraction, calculation: str) -> Working:
    """Return a ratio rounded to one decimal, which is always printed."""
    exact = part / base
    value = nearest(exact, TENTH)
    whole, rest = divmod(value, 1)
    text = f"{int(whole):,}.{int(rest * 10)}"
    return Working(value, text, f"{calculation} {_equals(exact, value)} {text}")


def _equals(exact: Fraction, rounded: Fraction) -> str:
    return "=" if exact == rounded else "≈"


def _digit_by_digit(high: int, low: int) -> Fraction:
    pairs = zip(str(high), str(low).zfill(len(str(high))), strict=True)
    return Fraction(int("".join(str(abs(int(a) - int(b))) for a, b in pairs)))


def _borrowing(change: Fraction) -> Iterator[Fraction]:
    """Yield what slips in borrowing make of a difference: once or twice too little, or once too much."""
    place = 1
    while place * 20 <= change:
        place *= 10
    yield from (change - place, change - 2 * place, change + place)
