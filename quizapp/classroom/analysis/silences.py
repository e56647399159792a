"""Why figures are not told, each reason once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.site.words import listed


@dataclass(frozen=True)
class Untold:
    """A figure of a row of a table that is not told, and why."""

    row: str
    figure: str
    why: str


def silences(untold: Iterable[Untold], noun: str, rows: int) -> Iterator[str]:
    """Yield a sentence for each reason: which figures of which of the table's rows it silences.

    Without a noun, the figures are those of one thing, and stand alone.
    """
    reasons: dict[str, list[Untold]] = defaultdict(list)
    for one in untold:
        reasons[one.why].append(one)
    for why, those in reasons.items():
        figures = list(dict.fromkeys(one.figure for one in those))
        names = list(dict.fromkeys(one.row for one in those))
        of_which = f" of {_which(noun, names, rows)}" if noun else ""
        yield f"Not told: {listed(figures)}{of_which}, because {why}."


def _which(noun: str, names: Sequence[str], rows: int) -> str:
    if len(names) == rows > 1:
        return f"every {noun}"
    return f"{noun} {names[0]}" if len(names) == 1 else f"{noun}s {listed(names)}"
