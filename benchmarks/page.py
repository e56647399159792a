"""The page `docs/performance.md`: the tables, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.measuring import BANK, DEALT, Measured
from benchmarks.summary import Reading, Size, exponent

INTRODUCTION = """\
# How fast questions are made

`make bench` measures this page and writes it anew. It makes the whole bank of synthetic packs of growing
size (`quizapp/quality/synthetic`) and holds every question to all item-writing rules; then it assembles forms
of {dealt} from up to {bank:,} of the questions. Every run is a fresh process, and the sizes take turns, so
that a busy minute does not fall on one size alone. Figures are medians, with the lowest and highest run in
brackets. Time is processor time of one process: what one core spends, whatever else the machine does. Memory
is resident size, as the operating system counts it.

Measured on {date} with version {version} on Python {python}, {machine}, seed "{seed}". Runs: {repeats}.
"""

MEANING = """
"Questions a second" counts the questions that broke none of the rules that keep one out of a bank (the errors
that can be told from a question alone), over the time of all that were tried. The other rules for a question,
warnings and those that read the pack again, are a report on a bank: their time stands apart. The exponent of
growth is the slope of a figure against the facts, both as logarithms: 1 means that twice the facts take twice
the time, 2 that they take four times as long. "–" stands where nothing was measured.
"""

KINDS = """\
## Which kinds take the time

Seconds of making the bank, without linting, by kind.
"""


@dataclass(frozen=True)
class Setting:
    """When, with what and on what the runs were made."""

    date: str
    version: str
    python: str
    machine: str
    seed: str


def page(sizes: Sequence[Size], setting: Setting) -> str:
    """Return the page as Markdown."""
    repeats = ", ".join(f"{len(size.runs)} with {size.facts:,} facts" for size in sizes)
    words = INTRODUCTION.format(dealt=DEALT, bank=BANK, repeats=repeats, **vars(setting))
    return "\n".join([words, *_table(_rows(sizes)), MEANING, KINDS, *_table(_kind_rows(sizes))]) + "\n"


def _rows(sizes: Sequence[Size]) -> Iterator[list[str]]:
    yield ["", *(f"{size.facts:,} facts" for size in sizes), "exponent"]
    yield ["questions", *(f"{size.middle(lambda run: run.questions):,.0f}" for size in sizes), ""]
    yield ["**questions a second, on one core**", *(f"**{_spread(size, _rate)}**" for size in sizes), ""]
    yield ["seconds to make them", *_line(sizes, lambda run: run.making)]
    yield ["seconds to lint them", *_line(sizes, lambda run: run.linting)]
    yield ["seconds to hold those kept to every rule", *_line(sizes, lambda run: run.auditing)]
    yield ["milliseconds per question", *_line(sizes, lambda run: 1000 / run.a_second)]
    yield [f"seconds to assemble a form of {DEALT}", *_line(sizes, lambda run: run.dealing)]
    yield ["kibibytes per question kept", *_line(sizes, lambda run: 1024 * run.held / run.questions)]
    yield ["mebibytes of the process at most", *_line(sizes, lambda run: run.peak)]
    yield ["seconds to make and check the pack", *_line(sizes, lambda run: run.building)]


def _rate(run: Measured) -> float:
    return run.a_second


def _line(sizes: Sequence[Size], reading: Reading) -> list[str]:
    """Return the median of each size ("–" where nothing was read), and the exponent."""
    grown = exponent(sizes, reading)
    return [*(_spread(size, reading) for size in sizes), f"{grown:.2f}" if grown is not None else ""]


def _spread(size: Size, reading: Reading) -> str:
    middle, (low, high) = size.middle(reading), size.spread(reading)
    if not middle:
        return "–"
    return _figure(middle) if low == high else f"{_figure(middle)} ({_figure(low)} to {_figure(high)})"


def _figure(value: float) -> str:
    """Return a figure to three digits, none of them lost before the point."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{places}f}"


def _kind_rows(sizes: Sequence[Size]) -> Iterator[list[str]]:
    yield ["kind", *(f"{size.facts:,} facts" for size in sizes), "exponent"]
    for kind in sizes[0].runs[0].kinds:
        yield [kind, *_line(sizes, _seconds_of(kind))]


def _seconds_of(kind: str) -> Reading:
    return lambda run: run.kinds[kind]


def _table(rows: Iterator[list[str]]) -> Iterator[str]:
    head = next(rows)
    yield f"| {' | '.join(head)} |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"
