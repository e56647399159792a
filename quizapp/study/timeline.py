"""The timeline page: a pack's dated events in a table, and drawn along an axis that runs down."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.facts.model import attributed
from quizapp.facts.pack import Pack
from quizapp.facts.timeline import Event, events
from quizapp.study.axis import Axis, Tick, axis_for
from quizapp.study.compared import Side, side

LINE = 18  # height of a line of a label, in units of the drawing
GAP = 12  # between two labels
LETTERS = 38  # in a line of a label
LINES = 4  # of words in a label, at most
WIDTH = 340


@dataclass(frozen=True)
class Dated:
    """An event in the table: its date, where that is known from if not from the text, what, and where."""

    date: str
    known_from: str | None
    side: Side


@dataclass(frozen=True)
class Drawn:
    """An event in the drawing: its days from `top` to `bottom` on the axis, and the words beside them."""

    top: int
    bottom: int
    date: str
    lines: tuple[str, ...]
    known_from_elsewhere: bool


@dataclass(frozen=True)
class Drawing:
    """The axis down to `bottom`, and all on it, in whole units of the drawing from its top left."""

    width: int
    height: int
    bottom: int
    line: int
    drawn: tuple[Drawn, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class TimelinePage:
    """A pack's dated events, the earliest first; `drawing` is None where there are none."""

    pack_id: str
    pack_title: str
    first: str
    last: str
    dated: tuple[Dated, ...]
    drawing: Drawing | None


def timeline_page(pack: Pack) -> TimelinePage:
    found = events(pack)
    return TimelinePage(
        pack_id=pack.id,
        pack_title=pack.title,
        first=found[0].words if found else "",
        last=found[-1].words if found else "",
        dated=tuple(_dated(pack, event) for event in found),
        drawing=_drawing(found) if found else None,
    )


def _dated(pack: Pack, event: Event) -> Dated:
    elsewhere = pack.sources.get(event.known_from or "")
    return Dated(event.words, elsewhere.name if elsewhere else event.known_from, side(pack, event.fact))


def _drawing(found: Sequence[Event]) -> Drawing:
    labels = [tuple(_label(event)) for event in found]
    heights = [LINE * (1 + len(lines)) + GAP for lines in labels]
    axis = axis_for([event.start for event in found], max(event.end for event in found), heights, LINE)
    drawn = tuple(
        _drawn(event, lines, n, axis) for n, (event, lines) in enumerate(zip(found, labels, strict=True))
    )
    return Drawing(
        width=WIDTH,
        height=max(drawn[-1].top + heights[-1], axis.bottom + LINE),
        bottom=axis.bottom,
        line=LINE,
        drawn=drawn,
        ticks=axis.ticks(),
        breaks=axis.breaks,
    )


def _drawn(event: Event, lines: tuple[str, ...], number: int, axis: Axis) -> Drawn:
    top = axis.knots[number][1]
    return Drawn(top, max(top, axis.at(event.end)), event.words, lines, event.known_from is not None)


def _label(event: Event) -> Iterator[str]:
    fact = event.fact
    brief = attributed(fact.asserted_by, fact.clause(brief=True), own_voice=fact.status == "reported")
    yield from textwrap.wrap(brief, LETTERS, max_lines=LINES, placeholder=" …")
