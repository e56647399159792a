"""The page of one learner: each attempt, and one of them with every answer and what there is to say to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.assessment.marks import Verdict
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.gradebook import AssignedItem, Gradebook, gradebook
from quizapp.classroom.moments import recent_words
from quizapp.classroom.results.forms import ReopenForm
from quizapp.classroom.results.marks import LearnerMarks, Marked, marked
from quizapp.classroom.results.pages import Head, head_of, left_words
from quizapp.classroom.results.queries import OwnSitting, answers_in, sitting_of
from quizapp.classroom.results.refusals import UnknownSitting
from quizapp.classroom.results.wording import form_letter
from quizapp.classroom.times import ends_at, state_of
from quizapp.store.classes import Participant
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import Explained, explain, references_in
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import Item, passages_for


@dataclass(frozen=True)
class Answered:
    """A question of a sitting with what was answered; `explained` is None for a blank.

    A blank has the true statement with its notes all the same.
    """

    item_id: int
    position: int
    standing: str
    asked: Asked
    explained: Explained | None
    at: str
    answer: str
    statement: str
    marks: tuple[int, ...]
    notes: tuple[Note, ...]

    @property
    def verdict(self) -> Verdict | None:
        return self.explained.verdict if self.explained else None


@dataclass(frozen=True)
class AttemptTab:
    """An attempt in the list of a learner's attempts."""

    number: int
    mark: Marked
    counts: bool
    here: bool


@dataclass(frozen=True)
class SittingPart:
    """The attempt that is shown; `extra` minutes were given to it, None where more would change nothing."""

    id: int
    number: int
    form: str
    mark: Marked
    started: str
    submitted: str
    left: str
    extra: int | None
    may_reopen: bool
    answers: tuple[Answered, ...]


@dataclass(frozen=True)
class LearnerPage:
    """A learner's attempts at an assignment; `shown` is None before the first."""

    head: Head
    participant_id: int
    name: str
    with_certainty: bool
    attempts: tuple[AttemptTab, ...]
    shown: SittingPart | None
    reopen: ReopenForm
    done: str


def learner_page(
    own: OwnAssignment,
    participant: Participant,
    number: int | None,
    reopen: ReopenForm,
    now: datetime,
    done: str = "",
) -> LearnerPage:
    """Return the page with one attempt, by default the latest; raise UnknownSitting for no such number."""
    book = gradebook(own.assignment, now, participant.id)
    attempts = tuple(marked(book, sat) for sat in sorted(book.sittings, key=lambda sat: sat.number))
    shown = _shown(attempts, number)
    counts = LearnerMarks(participant, attempts).counts
    return LearnerPage(
        head=head_of(own),
        participant_id=participant.id,
        name=participant.name,
        with_certainty=own.assignment.with_certainty,
        attempts=tuple(AttemptTab(one.sat.number, one, one is counts, one is shown) for one in attempts),
        shown=_sitting_part(own, book, shown, shown is attempts[-1], now) if shown else None,
        reopen=reopen,
        done=done,
    )


def _shown(attempts: tuple[Marked, ...], number: int | None) -> Marked | None:
    if number is None:
        return attempts[-1] if attempts else None
    found = next((one for one in attempts if one.sat.number == number), None)
    if found is None:
        raise UnknownSitting
    return found


def _sitting_part(
    own: OwnAssignment, book: Gradebook, mark: Marked, is_latest: bool, now: datetime
) -> SittingPart:
    assignment, zone = own.assignment, own.school_class.time_zone
    one = sitting_of(assignment, mark.sat.id)
    ends = ends_at(assignment, one.sitting, one.participant)
    is_open = state_of(assignment, now) == "open"
    return SittingPart(
        id=mark.sat.id,
        number=mark.sat.number,
        form=form_letter(mark.sat.form) if assignment.forms > 1 else "",
        mark=mark,
        started=recent_words(mark.sat.started_at, zone, now),
        submitted=recent_words(mark.sat.submitted_at, zone, now) if mark.sat.submitted_at else "",
        left=left_words(ends - now) if ends and ends > now and not mark.sat.over else "",
        extra=_extra(own, one, now),
        may_reopen=is_open and is_latest and mark.sat.submitted_at is not None,
        answers=_answers(own, book, mark, now),
    )


def _extra(own: OwnAssignment, one: OwnSitting, now: datetime) -> int | None:
    limited = own.assignment.minutes is not None and not one.participant.untimed
    may = limited and one.sitting.submitted_at is None and state_of(own.assignment, now) != "closed"
    return one.sitting.extra_minutes if may else None


def _answers(own: OwnAssignment, book: Gradebook, mark: Marked, now: datetime) -> tuple[Answered, ...]:
    """Explain every answer; note numbers run on through the page, so that each is unique on it."""
    items = book.items_of(mark.sat.form)
    given = {item.assigned.id: item for item in answers_in(mark.sat.id).values() if item.assigned}
    passages = passages_for(own.assignment.pack, references_in(item.question for item in items))
    found: list[Answered] = []
    number = 1
    for item in items:
        notes = NoteBook(passages, number)
        found.append(_answer(own, item, mark.sat.form, given, notes, now))
        number = notes.next_number
    return tuple(found)


def _answer(
    own: OwnAssignment,
    item: AssignedItem,
    form: int,
    given: Mapping[int, Item],
    notes: NoteBook,
    now: datetime,
) -> Answered:
    answer = given.get(item.id)
    explained = explain(answer, notes) if answer else None
    question = item.question
    at = answer.response.answered_at if answer and answer.response else None
    return Answered(
        item_id=item.id,
        position=item.places[form],
        standing=item.standing,
        asked=ask(question),
        explained=explained,
        at=recent_words(at, own.school_class.time_zone, now) if at else "",
        answer=question.answer,
        statement=question.explanation.statement,
        marks=notes.cite(question.citations, question.explanation.evidence),
        notes=notes.notes,
    )
