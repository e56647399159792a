"""From a gradebook to what item analysis measures: first attempts, without questions that tell nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.certainty import Certainty, Judged, Sureness, sureness
from quizapp.assessment.chances import chance_of
from quizapp.assessment.forms import LETTERS, Choice, Match, Select
from quizapp.assessment.item_flags import Flag, flags_of
from quizapp.assessment.item_statistics import ItemStatistics, item_statistics
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.assessment.quiz_statistics import QuizStatistics, histogram, quiz_statistics
from quizapp.assessment.samples import Item, Script, Silent
from quizapp.assessment.score_bands import Band, score_bands
from quizapp.classroom.gradebook import AssignedItem, Gradebook, Sat, credit_of
from quizapp.generation.question import Question


@dataclass(frozen=True)
class MeasuredItem:
    """A question and what is known of it; `label` is where it stands ("4", or "B4" in the second form).

    `choices` are the words of what could be chosen, in the order of `found.options`.
    """

    assigned: AssignedItem
    label: str
    choices: tuple[str, ...]
    found: ItemStatistics
    bands: tuple[Band, ...] | Silent
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class Analysis:
    """An assignment measured.

    `dropped` and `full` are the labels of the questions that are left out; `empty` counts the
    first attempts that are: without a single answer.
    """

    whole: QuizStatistics
    bins: tuple[int, ...]
    items: tuple[MeasuredItem, ...]
    dropped: tuple[str, ...]
    full: tuple[str, ...]
    empty: int
    forms: int
    sureness: Sureness | None


def analyse(book: Gradebook) -> Analysis:
    """Measure an assignment by its first attempts.

    One without any answer says nothing of the questions, and a few of them would make all questions
    look as if they went together: a row of noughts agrees with itself.
    """
    forms = len({form for item in book.items for form in item.places})
    labels = {item.id: _label(item, forms) for item in book.items}
    sittings = [sat for sat in book.first_attempts if sat.given]
    marks = [book.score(sat).share for sat in sittings]
    scripts = [_script(book, sat) for sat in sittings]
    return Analysis(
        whole=quiz_statistics(scripts, marks),
        bins=histogram(marks),
        items=_items([item for item in book.items if _is_measured(item)], scripts, labels),
        dropped=tuple(labels[item.id] for item in book.items if item.standing == "dropped"),
        full=tuple(labels[item.id] for item in book.items if item.standing == "full"),
        empty=len(book.first_attempts) - len(sittings),
        forms=forms,
        sureness=_sureness(book),
    )


def _is_measured(item: AssignedItem) -> bool:
    """A dropped question has no marks, and one that gives everybody full credit tells nobody apart."""
    return item.standing == "counts"


def _label(item: AssignedItem, forms: int) -> str:
    form, position = min(item.places.items(), default=(0, item.id))
    return f"{LETTERS[form]}{position}" if forms > 1 else str(position)


def _items(
    assigned: Sequence[AssignedItem], scripts: Sequence[Script], labels: Mapping[int, str]
) -> tuple[MeasuredItem, ...]:
    items = [_item(one) for one in assigned]
    return tuple(
        MeasuredItem(
            one,
            labels[one.id],
            choices_of(one.question),
            found,
            score_bands(found.item, scripts),
            flags_of(found),
        )
        for one, found in zip(assigned, item_statistics(items, scripts), strict=True)
    )


def _item(assigned: AssignedItem) -> Item:
    form = assigned.question.form
    right = _right(assigned)
    if isinstance(form, Choice):
        return Item(assigned.id, sum(right) / form.options, right, one_of=True)
    return Item(assigned.id, chance_of(form).mean, right)


def _right(assigned: AssignedItem) -> tuple[bool, ...]:
    """Tell of each thing that can be chosen whether it is right: by the key, or as the teacher mended it."""
    match assigned.question.form:
        case Choice(options=options, key=key):
            return tuple(place == key or (str(place),) in assigned.accepted for place in range(options))
        case Select(options=options, key=keys):
            return tuple(place in keys for place in range(options))
        case Match(prompts=prompts, choices=choices, key=keys):
            return tuple(keys[prompt] == choice for prompt in range(prompts) for choice in range(choices))
        case _:
            return ()


def choices_of(question: Question) -> tuple[str, ...]:
    """Return the words of what can be chosen: the options, of a match the pairs, and none where one types."""
    texts = tuple(option.text for option in question.options)
    match question.form:
        case Choice() | Select():
            return texts
        case Match():
            return tuple(f"{prompt} → {text}" for prompt in question.prompts for text in texts)
        case _:
            return ()


def _script(book: Gradebook, sat: Sat) -> Script:
    items = [item for item in book.items_of(sat.form) if _is_measured(item)]
    return Script(
        credits={item.id: credit_of(item, sat) for item in items},
        chosen={
            item.id: _chosen(item.question, sat.given[item.id].answer)
            for item in items
            if item.id in sat.given
        },
    )


def _chosen(question: Question, raw: Sequence[str]) -> frozenset[int]:
    answer = parse(question.form, raw)
    if not isinstance(answer, Answer):
        return frozenset()
    match question.form:
        case Choice() | Select():
            return frozenset(answer.chosen)
        case Match(choices=choices):
            return frozenset(prompt * choices + choice for prompt, choice in enumerate(answer.chosen))
        case _:
            return frozenset()


def _sureness(book: Gradebook) -> Sureness | None:
    measured = {item.id for item in book.items if _is_measured(item)}
    judged = [
        Judged(Fraction(given.credit), Certainty(given.certainty))
        for sat in book.first_attempts
        for item_id, given in sat.given.items()
        if given.certainty is not None and item_id in measured
    ]
    return sureness(judged) if judged else None
