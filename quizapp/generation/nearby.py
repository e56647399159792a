"""Values computed near a key: figures as round as it is, dates no later than their source."""

from __future__ import annotations

from collections.abc import Container, Iterator
from fractions import Fraction
from itertools import islice
from math import ceil, floor

from quizapp.facts.dates import DateSpan, shifted
from quizapp.facts.quantities import Quantity, parse_quantity, say
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.generation.draws import Draw
from quizapp.generation.practices import Practice, is_on

NEAREST, FARTHEST = Fraction(115, 100), Fraction(250, 100)
"""A computed figure lies between these ratios of the key, above or below it."""

POINTS = range(3, 21)
"""A computed percentage lies this many percentage points from the key."""

YEARS, MONTHS = range(1, 9), range(2, 25)
MANY = 8

FAR_YEARS, FAR_MONTHS = 25, 60
"""A lent date lies no further from the key than these: years, or months where it tells a month."""


def lies_near(key: SlotValue, value: SlotValue) -> bool:
    """Tell whether a figure or date of a fact is near enough to a key to stand beside it.

    Far ones would come from the ends of what a pack tells, where few keys lie: they would be known for wrong.
    """
    match key, value:
        case QuantityValue(quantity=a), QuantityValue(quantity=b) if a.unit == "%":
            return abs(a.value - b.value) <= POINTS[-1]
        case QuantityValue(quantity=a), QuantityValue(quantity=b):
            return max(a.value, b.value) <= FARTHEST * min(a.value, b.value)
        case DateValue(span=a), DateValue(span=b) if a.start and b.start:
            months = FAR_MONTHS if a.precision == "month" else 12 * FAR_YEARS
            return abs(12 * (a.start.year - b.start.year) + a.start.month - b.start.month) <= months
    return True


def style(key: QuantityValue) -> Quantity:
    """Return the figure as our own sentence shows it, which is how options are printed."""
    return parse_quantity(key.words) or key.quantity


def figure(value: Fraction, key: QuantityValue) -> QuantityValue:
    """Return another figure in the style of the key."""
    words = say(value, style(key))
    parsed = parse_quantity(words)
    assert parsed is not None, words
    return QuantityValue(parsed, words, words, key.unit)


def near_figures(
    key: QuantityValue, draw: Draw, *, below: bool, taken: Container[Fraction] = ()
) -> Iterator[QuantityValue]:
    """Yield up to 8 figures on one side of the key, in a drawn order; none where none fits.

    They lie in the band of ratios (percentages: of points) and are as round as the key:
    multiples of the largest step for which both sides of the key hold at least three. Those
    in `taken` are left out.
    """
    value = key.quantity.value
    for step in _steps(value):
        lower, upper = _multiples(key, step, below=True), _multiples(key, step, below=False)
        if len(lower) >= 3 and len(upper) >= 3:
            chosen = lower if below else upper
            picks = (
                draw.shuffled(chosen) if len(chosen) <= MANY else [draw.choice(chosen) for _ in range(MANY)]
            )
            values = (multiple * step for multiple in dict.fromkeys(picks))
            yield from (figure(value, key) for value in values if value not in taken)
            return


def near_dates(key: DateValue, draw: Draw, latest: DateSpan, *, below: bool) -> Iterator[DateValue]:
    """Yield dates of the key's precision on one side of it, in a drawn order, none after `latest`."""
    if key.span.start is None or key.span.start.year <= YEARS[-1]:
        return  # before it lies the edge of the calendar
    sign = -1 if below else 1
    steps = YEARS if key.span.precision == "year" else MONTHS
    spans = (shifted(key.span, sign * step) for step in draw.shuffled(steps))
    kept = (span for span in spans if not is_later(span, latest))
    yield from (DateValue(span, span.words(), span.words()) for span in islice(kept, MANY))


def is_later(span: DateSpan, latest: DateSpan) -> bool:
    """Tell whether a date begins after the last day that `latest` may mean; an unknown one has none."""
    return latest.end is not None and span.start is not None and span.start > latest.end


def _steps(value: Fraction) -> list[Fraction]:
    """Return the steps that a figure's roundness allows, largest first: 700 → 100, 50, 20, 10."""
    step = Fraction(1)
    if not is_on(Practice.ROUNDNESS):
        return [step]
    if value.denominator != 1:
        return [Fraction(1, value.denominator)]
    while value % (step * 10) == 0 and value:
        step *= 10
    return [step, step / 2, step / 5, step / 10] if step > 1 else [step]


def _multiples(key: QuantityValue, step: Fraction, *, below: bool) -> range:
    value = key.quantity.value
    if key.quantity.unit == "%":
        ends = sorted(
            (value - POINTS[0], value - POINTS[-1]) if below else (value + POINTS[0], value + POINTS[-1])
        )
        low, high = max(ends[0], Fraction(1)), min(ends[1], Fraction(99))
    elif below:
        low, high = value / FARTHEST, value / NEAREST
    else:
        low, high = value * NEAREST, value * FARTHEST
    return range(max(ceil(low / step), 1), floor(high / step) + 1)
