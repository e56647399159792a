"""The context of the page of item analysis: all that its template gets, put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.assessment.forms import LETTERS, Match
from quizapp.assessment.item_flags import Flag, is_functional
from quizapp.assessment.item_statistics import OptionStatistics
from quizapp.assessment.quiz_statistics import QuizStatistics
from quizapp.assessment.samples import DISCRIMINATION_FROM, Silent
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.analysis.drawings import certainty_plot, items_plot, options_plot, scores_plot
from quizapp.classroom.analysis.measuring import Analysis, MeasuredItem, analyse
from quizapp.classroom.analysis.silences import Untold, silences
from quizapp.classroom.analysis.wording import Told, coefficient, flag_words, percent, told
from quizapp.classroom.gradebook import Gradebook
from quizapp.classroom.plots import Plot
from quizapp.site.words import counted, kind_words, listed


@dataclass(frozen=True)
class Figure:
    """A figure of the whole quiz, and in a line what it means."""

    name: str
    told: Told
    about: str


@dataclass(frozen=True)
class OptionRow:
    """An option in a question's table; `works` says whether enough chose it, "" where that is not said."""

    letter: str
    words: str
    right: bool
    count: int
    share: Told
    discrimination: Told
    works: str


@dataclass(frozen=True)
class ItemRow:
    """A question; `drawing` is None where it has no options, `why_none` says why where it is silent."""

    id: int
    label: str
    stem: str
    kind: str
    n: int
    blank: int
    facility: Told
    deviation: Told
    discrimination: Told
    efficiency: Told
    weight: Told
    chance: str
    signs: tuple[str, ...]
    flags: tuple[str, ...]
    options: tuple[OptionRow, ...]
    option_silences: tuple[str, ...]
    drawing: Plot | None
    why_none: str


@dataclass(frozen=True)
class Drawn:
    """A plot, or why there is none."""

    plot: Plot | None
    why_none: str


@dataclass(frozen=True)
class ItemsPage:
    """Item analysis. `notes` say what is left out, `silences` why a figure of a question is not told."""

    assignment_id: int
    title: str
    class_id: int
    class_title: str
    n: int
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]
    figure_silences: tuple[str, ...]
    items: tuple[ItemRow, ...]
    silences: tuple[str, ...]
    scores: Drawn
    spread: Drawn
    certainty: Drawn | None
    working_options: str


_FIGURES = {
    "facility": "facility",
    "deviation": "standard deviation",
    "discrimination": "discrimination",
    "efficiency": "efficiency",
    "weight": "weight",
}
_OPTION_FIGURES = {"share": "share", "discrimination": "correlation with the rest"}


def items_page(own: OwnAssignment, book: Gradebook) -> ItemsPage:
    """Return the page of an assignment that its teacher sees."""
    found = analyse(book)
    figures = _figures(found.whole)
    rows = tuple(_row(item) for item in found.items)
    return ItemsPage(
        assignment_id=own.assignment.id,
        title=own.assignment.title,
        class_id=own.school_class.id,
        class_title=own.school_class.title,
        n=found.whole.n,
        notes=tuple(_notes(found)),
        figures=figures,
        figure_silences=_figure_silences(figures),
        items=rows,
        silences=_item_silences(rows),
        scores=_drawn(scores_plot(found)),
        spread=_drawn(items_plot(found)),
        certainty=_certainty(found, own.assignment.with_certainty),
        working_options=_working(found),
    )


def _notes(found: Analysis) -> Iterator[str]:
    for labels, why in (
        (found.dropped, "dropped, and counts for nothing here"),
        (found.full, "left out, because everybody has full credit for it: it tells nobody apart"),
    ):
        if labels:
            many = "Questions" if len(labels) > 1 else "Question"
            yield f"{many} {listed(labels)}: {why}."
    if found.empty:
        yield f"First attempts without a single answer, which are left out here: {found.empty}."
    if found.forms > 1:
        yield (
            f"There are {found.forms} parallel forms. B4 is the fourth question of form B; a question that "
            "stands in several forms is named by the first. Each is measured by the learners who had it, and "
            "the rest score is a share of the points of their own form."
        )


def _figures(whole: QuizStatistics) -> tuple[Figure, ...]:
    return (
        Figure("Mean", told(whole.mean, percent), "the average mark"),
        Figure("Median", told(whole.median, percent), "half the class is above it"),
        Figure("Standard deviation", told(whole.deviation, percent), "how far marks are from the mean"),
        Figure("Skewness", told(whole.skewness, coefficient), "below 0: a tail of low marks"),
        Figure("Kurtosis", told(whole.kurtosis, coefficient), "above 0: heavier tails than a bell curve"),
        Figure(
            "Alpha (KR-20)",
            told(whole.alpha, coefficient),
            "how far the questions measure one thing: 0.75 and more will do",
        ),
        Figure("Error ratio", told(whole.error_ratio, percent), "the part of the spread that is chance"),
        Figure(
            "Standard error",
            told(whole.standard_error, _points),
            "how far a mark may be from what the learner knows",
        ),
    )


def _points(share: float) -> str:
    return f"{share * 100:.1f} points of 100"


def _row(item: MeasuredItem) -> ItemRow:
    found, question = item.found, item.assigned.question
    options = tuple(_options(item))
    drawn = _drawn(options_plot(item)) if _has_drawing(item) else Drawn(None, "")
    return ItemRow(
        id=item.assigned.id,
        label=item.label,
        stem=question.stem,
        kind=kind_words(question.kind),
        n=found.n,
        blank=found.blank,
        facility=told(found.facility, percent),
        deviation=told(found.deviation, coefficient),
        discrimination=told(found.discrimination, coefficient),
        efficiency=told(found.efficiency, percent),
        weight=told(found.weight, percent),
        chance=percent(found.item.chance),
        signs=_words([flag for flag in item.flags if not _is_small(flag)], item),
        flags=_words(item.flags, item),
        options=options,
        option_silences=_option_silences(options),
        drawing=drawn.plot,
        why_none=drawn.why_none,
    )


def _is_small(flag: Flag) -> bool:
    """Tell what is said of its question alone: most quizzes have some, and they would hide what matters."""
    return flag.sign == "hardly chosen" or (flag.sign == "below chance" and flag.by_chance)


def _words(flags: Sequence[Flag], item: MeasuredItem) -> tuple[str, ...]:
    return tuple(flag_words(flag, item) for flag in flags)


def _has_drawing(item: MeasuredItem) -> bool:
    return bool(item.choices) and not isinstance(item.assigned.question.form, Match)


def _options(item: MeasuredItem) -> Iterator[OptionRow]:
    """Yield the options; of a match, the wrong pairs only that somebody chose."""
    pairs = isinstance(item.assigned.question.form, Match)
    for place, (words, option) in enumerate(zip(item.choices, item.found.options, strict=True)):
        if pairs and not option.right and not option.count:
            continue
        yield OptionRow(
            letter="" if pairs else LETTERS[place],
            words=words,
            right=option.right,
            count=option.count,
            share=told(option.share, percent),
            discrimination=told(option.discrimination, coefficient),
            works=_works(item, option),
        )


def _works(item: MeasuredItem, option: OptionStatistics) -> str:
    if option.right or not item.found.item.one_of or item.found.n < DISCRIMINATION_FROM:
        return ""
    return "works" if is_functional(option) else "hardly chosen"


def _working(found: Analysis) -> str:
    """Return how many wrong options do their work, or "" where that cannot be said."""
    works = [
        _works(item, option) for item in found.items for option in item.found.options if _works(item, option)
    ]
    if not works:
        return ""
    return f"{works.count('works')} of {counted(len(works), 'wrong option')} were chosen by at least 1 in 20."


def _drawn(plot: Plot | Silent) -> Drawn:
    return Drawn(None, plot.why) if isinstance(plot, Silent) else Drawn(plot, "")


def _certainty(found: Analysis, asked: bool) -> Drawn | None:
    if found.sureness is None:
        return Drawn(None, "no first attempt with an answer is over") if asked else None
    return _drawn(certainty_plot(found.sureness))


def _untold(row: ItemRow | OptionRow, name: str, figures: Mapping[str, str]) -> Iterator[Untold]:
    for field, figure in figures.items():
        if why := getattr(row, field).why:
            yield Untold(name, figure, why)


def _figure_silences(figures: Sequence[Figure]) -> tuple[str, ...]:
    untold = (
        Untold("", one.name[:1].lower() + one.name[1:], one.told.why) for one in figures if one.told.why
    )
    return tuple(silences(untold, "", 1))


def _item_silences(rows: Sequence[ItemRow]) -> tuple[str, ...]:
    untold = (one for row in rows for one in _untold(row, row.label, _FIGURES))
    return tuple(silences(untold, "question", len(rows)))


def _option_silences(rows: Sequence[OptionRow]) -> tuple[str, ...]:
    untold = (one for row in rows for one in _untold(row, row.letter or row.words, _OPTION_FIGURES))
    return tuple(silences(untold, "option", len(rows)))
