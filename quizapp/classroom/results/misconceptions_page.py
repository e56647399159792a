"""The misconceptions of a class: a list for its teacher, or one at a time for the wall. Without any name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask import url_for

from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.gradebook import gradebook
from quizapp.classroom.results.known import pack_of
from quizapp.classroom.results.mistakes import Mistake, mistakes
from quizapp.classroom.results.pages import Head, head_of
from quizapp.classroom.results.telling import (
    Source,
    came_from,
    reason,
    reason_citations,
    reason_label,
    told,
    truth,
)
from quizapp.classroom.results.wording import place_words
from quizapp.generation.question import Reference
from quizapp.taking.asking import Asked, ask
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import Passages, passages_for

COMMON = 12
"""So many wrong ideas are shown at once: more than a lesson has time for."""


@dataclass(frozen=True)
class Misconception:
    """A wrong idea ready to print: "11 of 28 took the 2020 figure …", why it is wrong, and what is true.

    `rank` counts from 1; `where` has the question's place, `questions` in how many it was met.
    """

    rank: int
    item_id: int
    where: str
    questions: int
    had: int
    answered: int
    blank: int
    sure: int | None
    share: Fraction | None
    told: str
    came_from: Source
    reason_label: str
    asked: Asked
    reason: str
    reason_marks: tuple[int, ...]
    truth: str
    truth_marks: tuple[int, ...]
    notes: tuple[Note, ...]

    @property
    def width(self) -> str:
        """How long its bar is, of 100."""
        return f"{100 * self.had / self.answered:.1f}" if self.answered else "0"

    @property
    def printed(self) -> tuple[int, ...]:
        """The notes whose passages belong beside it."""
        return tuple(sorted({*self.truth_marks, *self.reason_marks}))


@dataclass(frozen=True)
class MisconceptionsPage:
    """The wrong ideas of first attempts, the commonest first; the `rest` is rarer, or one learner's alone.

    `waiting`: attempts that are not over and so are not counted yet. `left_out` are questions
    that were dropped or for which everybody has full credit.
    """

    head: Head
    first_attempts: int
    waiting: int
    left_out: int
    common: tuple[Misconception, ...]
    rest: tuple[Misconception, ...]
    shared: int


@dataclass(frozen=True)
class ProjectedPage:
    """One wrong idea for the wall, or all in a list (`one` is None); the ways to the others."""

    head: Head
    first_attempts: int
    total: int
    one: Misconception | None
    listed: tuple[Misconception, ...]
    before_url: str | None
    after_url: str | None
    list_url: str


def misconceptions_page(own: OwnAssignment, now: datetime) -> MisconceptionsPage:
    book = gradebook(own.assignment, now)
    found = mistakes(book, pack_of(own.assignment))
    ready, shared = _ready(own, found), sum(one.had > 1 for one in found)
    return MisconceptionsPage(
        head=head_of(own),
        first_attempts=len(book.first_attempts),
        waiting=sum(sat.number == 1 and not sat.over for sat in book.sittings),
        left_out=sum(item.standing != "counts" for item in book.items),
        common=ready[: min(shared, COMMON)],
        rest=ready[min(shared, COMMON) :],
        shared=shared,
    )


def projected_page(own: OwnAssignment, at: int | None, now: datetime) -> ProjectedPage:
    """Return the wrong ideas that several had, for the wall: all, or the one at place `at`, from 1."""
    book = gradebook(own.assignment, now)
    found = [one for one in mistakes(book, pack_of(own.assignment)) if one.had > 1]
    place = None if at is None or not found else min(max(at, 1), len(found))
    return ProjectedPage(
        head=head_of(own),
        first_attempts=len(book.first_attempts),
        total=len(found),
        one=_ready(own, found[place - 1 : place], place)[0] if place else None,
        listed=() if place else _ready(own, found[:COMMON]),
        before_url=_url(own, place - 1) if place and place > 1 else None,
        after_url=_url(own, (place or 0) + 1) if (place or 0) < len(found) else None,
        list_url=_url(own, None),
    )


def _url(own: OwnAssignment, at: int | None) -> str:
    return url_for("results.misconceptions", assignment_id=own.assignment.id, project=1, at=at)


def _ready(own: OwnAssignment, found: Sequence[Mistake], first: int = 1) -> tuple[Misconception, ...]:
    """Put wrong ideas into words; note numbers run on, so that each is unique on a page."""
    passages = passages_for(own.assignment.pack, _references(found))
    made: list[Misconception] = []
    number = 1
    for rank, one in enumerate(found, start=first):
        made.append(_misconception(own, one, rank, number, passages))
        number += len(made[-1].notes)
    return tuple(made)


def _references(found: Iterable[Mistake]) -> list[Reference]:
    return [
        reference
        for one in found
        for group in (
            truth(one.item.question, one.slip)[1],
            reason_citations(one.item.question, one.slip, one.known),
        )
        for reference in group
    ]


def _misconception(
    own: OwnAssignment, one: Mistake, rank: int, number: int, passages: Passages
) -> Misconception:
    question, slip = one.item.question, one.slip
    source = came_from(question, slip, one.known)
    book = NoteBook(passages, number)
    statement, cited = truth(question, slip)
    truth_marks = book.cite(cited, question.explanation.evidence)
    return Misconception(
        rank=rank,
        item_id=one.item.id,
        where=place_words(one.item, own.assignment.forms),
        questions=one.questions,
        had=one.had,
        answered=one.answered,
        blank=one.blank,
        sure=one.sure,
        share=one.share,
        told=told(question, slip, one.written, one.known),
        came_from=source,
        reason_label=reason_label(slip, source),
        asked=ask(question),
        reason=reason(question, slip, one.written, one.known),
        reason_marks=book.cite(reason_citations(question, slip, one.known)),
        truth=statement,
        truth_marks=truth_marks,
        notes=book.notes,
    )
