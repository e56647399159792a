"""The page of one question: as it was shown, how it was answered, and what was said against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.assessment.forms import LETTERS, Match
from quizapp.assessment.marks import Verdict
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.gradebook import AssignedItem, gradebook
from quizapp.classroom.mending.queries import history_of
from quizapp.classroom.mending.showing import past_words
from quizapp.classroom.moments import recent_words
from quizapp.classroom.results.counting import Answers, Picked, Typed, answers_to
from quizapp.classroom.results.known import pack_of
from quizapp.classroom.results.pages import Head, head_of
from quizapp.classroom.results.queries import reports_of
from quizapp.classroom.results.refusals import UnknownQuestion
from quizapp.classroom.results.shares import Facility, facility
from quizapp.classroom.results.wording import place_words, proof_words, skill_words
from quizapp.generation.question import Origin, Question, Reference
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import references_in
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import passages_for


@dataclass(frozen=True)
class OptionRow:
    """An option: how many chose it (None if told otherwise), why it is right or wrong, its notes."""

    text: str
    correct: bool
    picked: Picked | None
    feedback: str
    proof: str
    origin: Origin
    marks: tuple[int, ...]


@dataclass(frozen=True)
class TypedRow:
    """A typed answer, how many gave it, and the other statement that it belongs to, or ""."""

    words: str
    verdict: Verdict
    picked: Picked
    statement: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class PairRow:
    """A choice that a prompt was given."""

    text: str
    right: bool
    picked: Picked


@dataclass(frozen=True)
class PromptRow:
    """A prompt of a match with the choices it was given, the commonest first."""

    letter: str
    prompt: str
    right: str
    pairs: tuple[PairRow, ...]


@dataclass(frozen=True)
class SwapRow:
    """Two items of an order that stood the wrong way round."""

    first: str
    second: str
    picked: Picked


@dataclass(frozen=True)
class ReportRow:
    """What somebody said is wrong."""

    name: str
    at: str
    comment: str
    settled: bool


@dataclass(frozen=True)
class MendingRow:
    """A change of how the question is marked."""

    what: str
    reason: str
    teacher: str
    at: str


@dataclass(frozen=True)
class QuestionPage:
    """A question of an assignment, with its key: for its teacher alone."""

    head: Head
    id: int
    place: str
    forms: int
    kind: str
    skill: str
    standing: str
    asked: Asked
    answer: str
    statement: str
    marks: tuple[int, ...]
    facility: Facility
    answers: Answers
    options: tuple[OptionRow, ...]
    prompts: tuple[PromptRow, ...]
    swaps: tuple[SwapRow, ...]
    typed: tuple[TypedRow, ...]
    reports: tuple[ReportRow, ...]
    mendings: tuple[MendingRow, ...]
    notes: tuple[Note, ...]


def question_page(own: OwnAssignment, assigned_id: int, now: datetime) -> QuestionPage:
    """Return the page of a question; raise UnknownQuestion for one that is not the assignment's."""
    book = gradebook(own.assignment, now)
    item = next((one for one in book.items if one.id == assigned_id), None)
    if item is None:
        raise UnknownQuestion
    question, answers = item.question, answers_to(item, book, pack_of(own.assignment))
    notes = NoteBook(passages_for(own.assignment.pack, _cited(question, answers.typed)))
    marks = notes.cite(question.citations, question.explanation.evidence)
    return QuestionPage(
        head=head_of(own),
        id=item.id,
        place=place_words(item, own.assignment.forms),
        forms=own.assignment.forms,
        kind=question.kind,
        skill=skill_words(question.skill),
        standing=item.standing,
        asked=ask(question),
        answer=question.answer,
        statement=question.explanation.statement,
        marks=marks,
        facility=facility([item], book.first_attempts),
        answers=answers,
        options=_options(question, answers, notes),
        prompts=_prompts(question, answers),
        swaps=_swaps(question, answers),
        typed=tuple(_typed(one, notes) for one in answers.typed),
        reports=_reports(own, item, now),
        mendings=_mendings(own, item, now),
        notes=notes.notes,
    )


def _cited(question: Question, typed: Sequence[Typed]) -> list[Reference]:
    return [*references_in([question]), *(ref for one in typed if one.known for ref in one.known.citations)]


def _options(question: Question, answers: Answers, notes: NoteBook) -> tuple[OptionRow, ...]:
    picked: Sequence[Picked | None] = answers.options or [None] * len(question.options)
    return tuple(
        OptionRow(
            one.text,
            one.correct,
            count,
            one.feedback,
            proof_words(one.proof),
            one.origin,
            notes.cite(one.citations),
        )
        for one, count in zip(question.options, picked, strict=True)
    )


def _prompts(question: Question, answers: Answers) -> tuple[PromptRow, ...]:
    if not isinstance(question.form, Match):
        return ()
    texts = [option.text for option in question.options]
    rows = zip(question.prompts, question.form.key, answers.pairs, strict=True)
    return tuple(
        PromptRow(
            LETTERS[n],
            prompt,
            texts[key],
            tuple(PairRow(texts[choice], choice == key, picked) for choice, picked in pairs),
        )
        for n, (prompt, key, pairs) in enumerate(rows)
    )


def _swaps(question: Question, answers: Answers) -> tuple[SwapRow, ...]:
    texts = [option.text for option in question.options]
    return tuple(SwapRow(texts[one.first], texts[one.second], one.picked) for one in answers.swapped)


def _typed(one: Typed, notes: NoteBook) -> TypedRow:
    statement = one.known.statement if one.known else ""
    marks = notes.cite(one.known.citations) if one.known else ()
    return TypedRow(one.words, one.verdict, one.picked, statement, marks)


def _reports(own: OwnAssignment, item: AssignedItem, now: datetime) -> tuple[ReportRow, ...]:
    zone = own.school_class.time_zone
    return tuple(
        ReportRow(
            one.name,
            recent_words(one.report.reported_at, zone, now),
            one.report.comment,
            one.report.settled_at is not None,
        )
        for one in reports_of(item.id)
    )


def _mendings(own: OwnAssignment, item: AssignedItem, now: datetime) -> tuple[MendingRow, ...]:
    zone = own.school_class.time_zone
    return tuple(
        MendingRow(
            past_words(item.question, one),
            one.mending.reason,
            one.mending.teacher,
            recent_words(one.mending.mended_at, zone, now),
        )
        for one in reversed(history_of(item.id))
    )
