"""Item analysis as a table for spreadsheets: a row a question, numbers as they are, 0 to 1."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.assessment.forms import LETTERS, Match
from quizapp.assessment.samples import Estimate, Silent
from quizapp.classroom.analysis.measuring import Analysis, MeasuredItem
from quizapp.classroom.analysis.wording import flag_words
from quizapp.exchange.spreadsheet import Cell
from quizapp.site.words import kind_words

_FIXED = (
    "Question",
    "Stem",
    "Kind",
    "First attempts",
    "Blank",
    "Facility",
    "Facility, low",
    "Facility, high",
    "Standard deviation",
    "Discrimination",
    "Discrimination, low",
    "Discrimination, high",
    "Discriminative efficiency",
    "Effective weight",
    "Random-guess score",
    "To look at",
    "Not told because",
)
_OF_OPTION = ("Option {}", "{} is right", "{} chosen", "{} share", "{} discrimination")


def header(analysis: Analysis) -> list[str]:
    """Return the names of the columns: as many options as the longest question has."""
    letters = LETTERS[: max((len(_lettered(item)) for item in analysis.items), default=0)]
    return [*_FIXED, *(name.format(letter) for letter in letters for name in _OF_OPTION)]


def rows(analysis: Analysis) -> Iterator[list[Cell]]:
    for item in analysis.items:
        yield [*_fixed(item), *(cell for place in _lettered(item) for cell in _option(item, place))]


def _fixed(item: MeasuredItem) -> list[Cell]:
    found, question = item.found, item.assigned.question
    told = (found.facility, found.deviation, found.discrimination, found.efficiency, found.weight)
    return [
        item.label,
        question.stem,
        kind_words(question.kind),
        found.n,
        found.blank,
        *_estimate(found.facility),
        _number(found.deviation),
        *_estimate(found.discrimination),
        _number(found.efficiency),
        _number(found.weight),
        found.item.chance,
        " ".join(flag_words(flag, item) for flag in item.flags),
        "; ".join(dict.fromkeys(one.why for one in told if isinstance(one, Silent))),
    ]


def _lettered(item: MeasuredItem) -> range:
    """Return the places of the options; the pairs of a match are too many for columns."""
    return range(0 if isinstance(item.assigned.question.form, Match) else len(item.choices))


def _option(item: MeasuredItem, place: int) -> list[Cell]:
    option = item.found.options[place]
    return [
        item.choices[place],
        "yes" if option.right else "no",
        option.count,
        _number(option.share),
        _estimate(option.discrimination)[0],
    ]


def _estimate(told: Estimate | Silent) -> list[Cell]:
    if isinstance(told, Silent):
        return [None, None, None]
    return [told.value, told.interval.low, told.interval.high]


def _number(told: float | Silent) -> Cell:
    return None if isinstance(told, Silent) else told
