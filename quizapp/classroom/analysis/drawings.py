"""The plots of item analysis, each with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from quizapp.assessment.certainty import ENOUGH, STANDS_FOR, Level, Sureness
from quizapp.assessment.forms import LETTERS
from quizapp.assessment.samples import FACILITY_FROM, Estimate, Silent, too_few
from quizapp.assessment.score_bands import Band
from quizapp.classroom.analysis.measuring import Analysis, MeasuredItem
from quizapp.classroom.analysis.wording import coefficient, percent
from quizapp.classroom.plots import (
    Axes,
    Bars,
    Plot,
    Point,
    draw_bars,
    draw_histogram,
    draw_points,
    inline,
)
from quizapp.site.words import certainty_words, counted

_SHARES = (0, 20, 40, 60, 80, 100)
_THIRDS = ("Lower", "Middle", "Upper")


def scores_plot(analysis: Analysis) -> Plot | Silent:
    """Draw how many marks lie in each tenth of the scale."""
    if silent := too_few(analysis.whole.n, FACILITY_FROM):
        return silent
    edges = [10 * n for n in range(len(analysis.bins) + 1)]
    chart = draw_histogram(
        analysis.bins, edges, Axes("Mark, % of the points", "Learners", _counts(max(analysis.bins)))
    )
    rows = tuple(
        (f"{low}% to {'100%' if low == 90 else f'under {low + 10}%'}", str(count))
        for low, count in zip(edges, analysis.bins, strict=False)
    )
    return _plot(
        "scores",
        "How marks are spread",
        "Each bar counts the learners whose mark lies in ten points of the scale.",
        chart,
        ("Mark", "Learners"),
        rows,
    )


def items_plot(analysis: Analysis) -> Plot | Silent:
    """Draw each question by how easy it is and how well it tells learners apart."""
    points = [point for item in analysis.items if (point := _point(item))]
    if not points:
        return _why_no_points(analysis)
    low, high = min(point.up for point in points), max(point.up for point in points)
    beside = [n / 5 for n in range(min(0, floor(low * 5)), max(3, ceil(high * 5)) + 1)]
    chart = draw_points(points, _SHARES, Axes("Facility, %", "Discrimination", beside))
    return _plot(
        "items",
        "Facility against discrimination",
        "Each dot is a question, by its number. The further up, the better it tells learners apart; "
        "below 0 it works against the rest. Dots at either side are very hard or very easy.",
        chart,
        ("Question", "Facility", "Discrimination"),
        tuple((point.label, percent(point.across / 100), coefficient(point.up)) for point in points),
        labels=[point.label for point in points],
    )


def options_plot(item: MeasuredItem) -> Plot | Silent:
    """Draw what each third of the class chose."""
    if isinstance(item.bands, Silent):
        return item.bands
    letters = [
        f"{LETTERS[place]} (key)" if option.right else LETTERS[place]
        for place, option in enumerate(item.found.options)
    ]
    bars = [
        Bars(f"{name} ({band.n})", [share * 100 for share in band.shares])
        for name, band in zip(_THIRDS, item.bands, strict=True)
    ]
    return _plot(
        f"options-{item.label}",
        f"Who chose what in question {item.label}",
        "For each option, the percentage of the lower, middle and upper third of the class who chose it, "
        "by the score on the other questions. A good key rises from left to right; a wrong option falls.",
        draw_bars(letters, bars, Axes("", "Chose it, %", _SHARES)),
        ("Option", *(f"{bar.name}" for bar in bars)),
        tuple(_option_row(letter, place, item.bands) for place, letter in enumerate(letters)),
    )


def certainty_plot(found: Sureness) -> Plot | Silent:
    """Draw how often answers were right that learners were so sure of."""
    if not any(_told(level) for level in found.levels):
        return Silent(f"it takes {ENOUGH} answers at one level of certainty")
    rows = [
        Bars("Right", [_told(level) for level in found.levels]),
        Bars("What it stands for", [float(STANDS_FOR[level.certainty]) * 100 for level in found.levels]),
    ]
    words = [certainty_words(level.certainty) for level in found.levels]
    return _plot(
        "certainty",
        "Certainty against accuracy",
        "For each answer to “How sure are you?”, the percentage that was right, beside the chance of being "
        "right that it stands for. Lower than that: too sure. Higher: not sure enough.",
        draw_bars(words, rows, Axes("", "Right, %", _SHARES)),
        ("How sure", "Answers", "Right", "Stands for"),
        tuple(_level_row(level) for level in found.levels),
    )


def _plot(
    id: str,
    title: str,
    about: str,
    chart: Any,
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    labels: Sequence[str] = (),
) -> Plot:
    return Plot(id, title, about, inline(chart, id, title, about, labels), head, rows)


def _counts(most: int) -> list[int]:
    """Return whole numbers from 0 to the most, or a little above it, at most six."""
    step = ceil(most / 5) or 1
    return [step * n for n in range(ceil(most / step) + 1)] if most else [0, 1]


def _point(item: MeasuredItem) -> Point | None:
    across, up = item.found.facility, item.found.discrimination
    if isinstance(across, Estimate) and isinstance(up, Estimate):
        return Point(item.label, across.value * 100, up.value)
    return None


def _why_no_points(analysis: Analysis) -> Silent:
    reasons = [item.found.discrimination for item in analysis.items]
    return next((why for why in reasons if isinstance(why, Silent)), Silent("no question is measured"))


def _option_row(letter: str, place: int, bands: Sequence[Band]) -> tuple[str, ...]:
    return (letter, *(f"{band.counts[place]} ({percent(band.shares[place])})" for band in bands))


def _told(level: Level) -> float | None:
    return None if level.accuracy is None or level.answers < ENOUGH else float(level.accuracy) * 100


def _level_row(level: Level) -> tuple[str, ...]:
    right = _told(level)
    return (
        certainty_words(level.certainty),
        str(level.answers),
        f"not told under {counted(ENOUGH, 'answer')}" if right is None else percent(right / 100),
        percent(float(STANDS_FOR[level.certainty])),
    )
