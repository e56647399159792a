"""The contexts of the pages of mending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.assessment.accepting import Standing
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.answered import answer_words
from quizapp.classroom.gradebook import AssignedItem, gradebook
from quizapp.classroom.marking import rule_of
from quizapp.classroom.mending.effects import Foresight
from quizapp.classroom.mending.forms import MendForm
from quizapp.classroom.mending.queries import (
    Mended,
    Reported,
    history_of,
    open_reports_on,
    responses_to,
    tried,
)
from quizapp.classroom.mending.showing import (
    GivenAnswer,
    Keyed,
    given_answers,
    keyed,
    past_words,
    places_words,
)
from quizapp.classroom.mending.ways import Ways, ways_of
from quizapp.classroom.moments import short_words
from quizapp.generation.question import Question, question_from_json
from quizapp.store.assignments import AssignedQuestion
from quizapp.taking.asking import Asked
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import passages_for


@dataclass(frozen=True)
class Past:
    """A mending that was done: in words, at a time of the class's zone, and how many marks it changed."""

    words: str
    reason: str
    teacher: str
    at: str
    changed: int


@dataclass(frozen=True)
class MendPage:
    """A question to mend. `done` is what the form led to: "mended", "same" or "" before it was sent."""

    own: OwnAssignment
    assigned_id: int
    standing: Standing
    places: str
    question: Keyed
    statement: str
    marks: tuple[int, ...]
    notes: tuple[Note, ...]
    given: tuple[GivenAnswer, ...]
    ways: Ways
    history: tuple[Past, ...]
    reports: int
    form: MendForm
    done: str

    @property
    def asked(self) -> Asked:
        """The question, for the partials that show its answer's fields."""
        return self.question.asked

    @property
    def sent(self) -> tuple[str, ...]:
        """What the field of another answer holds."""
        return tuple(self.form.answer.data or ())

    @property
    def error(self) -> str:
        """What is wrong with it."""
        return next(iter(self.form.answer.errors), "")


@dataclass(frozen=True)
class ReportShown:
    """A report beside the question as its learner saw it; `answer` is theirs, "" for a blank.

    `credit` is None of a blank; `same_question` counts all reports of this question.
    """

    id: int
    comment: str
    name: str
    at: str
    place: str
    assigned_id: int
    question: Keyed
    answer: str
    credit: float | None
    standing: str
    same_question: int


@dataclass(frozen=True)
class ReportsPage:
    """The reports of an assignment: those to look at, and those that are settled; the newest first."""

    own: OwnAssignment
    fresh: tuple[ReportShown, ...]
    settled: tuple[ReportShown, ...]
    done: str


def mend_page(
    own: OwnAssignment, assigned: AssignedQuestion, form: MendForm, now: datetime, done: str
) -> MendPage:
    book = gradebook(own.assignment, now)
    item = next(one for one in book.items if one.id == assigned.id)
    question, rule = item.question, rule_of(assigned, own.assignment)
    tries = {
        sitting_id: [tried(one) for one in rows] for sitting_id, rows in responses_to(assigned.id).items()
    }
    given = given_answers(question, rule, [one.raw for rows in tries.values() for one in rows])
    notes = NoteBook(passages_for(question.pack, question.citations))
    return MendPage(
        own=own,
        assigned_id=assigned.id,
        standing=rule.standing,
        places=_places(own, item),
        question=keyed(question),
        statement=question.explanation.statement,
        marks=notes.cite(question.citations, question.explanation.evidence),
        notes=notes.notes,
        given=given,
        ways=ways_of(question, rule, given, Foresight(book, item, tries, rule)),
        history=_history(own, question, history_of(assigned.id)),
        reports=open_reports_on(assigned.id),
        form=form,
        done=done,
    )


def reports_page(own: OwnAssignment, rows: Sequence[Reported], done: str) -> ReportsPage:
    counts = Counter(row.assigned.id for row in rows)
    fresh = [row for row in rows if row.report.settled_at is None]
    settled = [row for row in rows if row.report.settled_at is not None]
    return ReportsPage(
        own,
        tuple(_report(own, row, counts[row.assigned.id]) for row in fresh),
        tuple(_report(own, row, counts[row.assigned.id]) for row in settled),
        done,
    )


def _report(own: OwnAssignment, row: Reported, same_question: int) -> ReportShown:
    question = question_from_json(row.assigned.snapshot)
    return ReportShown(
        id=row.report.id,
        comment=row.report.comment,
        name=row.participant.name,
        at=short_words(row.report.reported_at, own.school_class.time_zone),
        place=places_words({row.sitting.form: row.position}, own.assignment.forms),
        assigned_id=row.assigned.id,
        question=keyed(question),
        answer=answer_words(question, row.response.answer) if row.response else "",
        credit=row.response.credit if row.response else None,
        standing=row.assigned.standing,
        same_question=same_question,
    )


def _places(own: OwnAssignment, item: AssignedItem) -> str:
    return places_words(dict(sorted(item.places.items())), own.assignment.forms)


def _history(own: OwnAssignment, question: Question, rows: Sequence[Mended]) -> tuple[Past, ...]:
    """Return the mendings in words, the newest first."""
    return tuple(
        Past(
            past_words(question, row),
            row.mending.reason,
            row.mending.teacher,
            short_words(row.mending.mended_at, own.school_class.time_zone),
            row.changed,
        )
        for row in rows
    )
