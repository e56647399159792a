"""Leaving a question out, and swapping one for another that can stand beside the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.classroom.assigning.choices import Choices
from quizapp.classroom.assigning.drafting import DraftBank
from quizapp.classroom.assigning.selection import Selection, questions_in
from quizapp.generation.blueprint import Blueprint
from quizapp.generation.draws import Draw
from quizapp.generation.ordering import ordered
from quizapp.generation.parallel import NAMES
from quizapp.generation.pool import Entry, Pool
from quizapp.generation.question import Question
from quizapp.generation.seats import Seats, must_follow

SAME = "Swapped for another question of the same topic and kind."
NO_OTHER = "There is no other question of this topic and kind that can stand beside the rest."
NONE_FITS = (
    "No other question can stand beside the rest without giving away an answer, so this one stays. "
    "Leave it out, or tick more topics or kinds."
)
REORDERED = " The order changed, so that no explanation gives away a later answer."


@dataclass(frozen=True)
class Spot:
    """A question's place on the page: its form and its position in it, both from 0."""

    form: int
    position: int


@dataclass(frozen=True)
class Rearranged:
    """A changed selection, and a sentence on what was done."""

    selection: Selection
    note: str


def leave_out(bank: DraftBank, selection: Selection, spot: Spot) -> Rearranged:
    """Take a question out of every form; a form without it loses its nearest, so that forms stay equal."""
    forms = questions_in(bank, selection) or ()
    leaving = forms[spot.form][spot.position]
    gone = [_counterpart(form, leaving) for form in forms]
    left = tuple(
        tuple(number for number, one in zip(numbers, form, strict=True) if one is not out)
        for numbers, form, out in zip(selection.forms, forms, gone, strict=True)
    )
    note = "The question was left out."
    also = [
        NAMES[place]
        for place, out in enumerate(gone)
        if out is not None and place != spot.form and out.family != leaving.family
    ]
    if also:
        note += (
            f" So that the forms stay equal, the nearest one went with it in form {' and form '.join(also)}."
        )
    return Rearranged(replace(selection.without(leaving.family), forms=tuple(filter(None, left))), note)


def _counterpart(form: Sequence[Question], leaving: Question) -> Question | None:
    """Return the question itself, or the one of a form that is most like it."""
    return min(
        form,
        key=lambda one: (
            one.family != leaving.family,
            (one.topic, one.kind) != (leaving.topic, leaving.kind),
            one.topic != leaving.topic,
            abs(one.difficulty - leaving.difficulty),
        ),
        default=None,
    )


def swap(bank: DraftBank, choices: Choices, selection: Selection, spot: Spot) -> Rearranged:
    """Put another question in a place: of the same topic and kind if one fits there, or the nearest."""
    forms = questions_in(bank, selection) or ()
    leaving = forms[spot.form][spot.position]
    pool = bank.pool(choices)
    entries = {bank.draft_number(entry.draft): entry for entry in pool.entries}
    staying = [entries[number] for number in selection.forms[spot.form]]
    own = staying.pop(spot.position)
    for entry in staying:
        pool.ready(entry)
    avoided = {*selection.left_out, *selection.passed, leaving.family}
    seats = Seats(Blueprint(len(staying) + 1), staying)
    for note, entry in _candidates(pool, leaving, _asked_elsewhere(forms, spot), Draw(bank.seed, "swap")):
        if entry is own or entry.question is None or entry.question.family in avoided:
            continue
        if pool.ready(entry) and seats.fits(entry):
            staying.insert(spot.position, entry)
            return _swapped(bank, selection.past(leaving.family), spot, staying, note)
    return Rearranged(selection, NONE_FITS)


def _asked_elsewhere(forms: Sequence[Sequence[Question]], spot: Spot) -> Counter[str]:
    """Return how often the other forms ask each fact."""
    others = (form for place, form in enumerate(forms) if place != spot.form)
    return Counter(name for form in others for one in form for name in one.facts)


def _candidates(
    pool: Pool, leaving: Question, elsewhere: Counter[str], draw: Draw
) -> Iterator[tuple[str, Entry]]:
    """Yield every entry, the nearest first, with what is to be said of it; makes no more than it takes."""
    for note, ring in _rings(pool, leaving):
        for entry in _nearest_first(pool, ring, leaving, elsewhere, draw):
            yield note, entry


def _rings(pool: Pool, leaving: Question) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the entries by how near they are to a question, the nearest first, with what to say of them."""
    rings: list[tuple[str, Callable[[bool, bool], bool]]] = [
        (SAME, lambda topic, kind: topic and kind),
        (
            f"{NO_OTHER} This one is on the same topic, of another kind.",
            lambda topic, kind: topic and not kind,
        ),
        (
            f"{NO_OTHER} This one is of the same kind, on another topic.",
            lambda topic, kind: kind and not topic,
        ),
        (f"{NO_OTHER} This one is of another topic and kind.", lambda topic, kind: not topic and not kind),
    ]
    for note, belongs in rings:
        yield (
            note,
            [
                entry
                for entry in pool.entries
                if belongs(entry.draft.fact.topic == leaving.topic, entry.draft.kind == leaving.kind)
            ],
        )


def _nearest_first(
    pool: Pool, ring: Sequence[Entry], leaving: Question, elsewhere: Counter[str], draw: Draw
) -> list[Entry]:
    """Return a ring's entries: those that ask nothing of other forms first, by nearness in difficulty."""
    made = [entry for entry in draw.shuffled(ring) if pool.question(entry)]
    return sorted(
        made,
        key=lambda entry: (
            sum(elsewhere[name] for name in entry.facts),
            abs(entry.points - leaving.difficulty),
        ),
    )


def _swapped(
    bank: DraftBank, selection: Selection, spot: Spot, entries: Sequence[Entry], note: str
) -> Rearranged:
    numbers = tuple(bank.draft_number(entry.draft) for entry in entries)
    before = must_follow([entry.reach for entry in entries])
    if any(earlier > place for place, needed in enumerate(before) for earlier in needed):
        numbers = tuple(map(bank.number_of, ordered(entries, Draw(bank.seed, "swap"))))
        note += REORDERED
    forms = (*selection.forms[: spot.form], numbers, *selection.forms[spot.form + 1 :])
    return Rearranged(replace(selection, forms=forms), note)
