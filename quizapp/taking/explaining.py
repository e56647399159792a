"""What an answer is met with: the verdict, the true statement first, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from quizapp.assessment.certainty import Judged
from quizapp.assessment.forms import LETTERS, Match, Order
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Verdict
from quizapp.assessment.parsing import parse
from quizapp.generation.question import Explanation, Option, Origin, Question, Reference
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import Item, judged_answer


@dataclass(frozen=True)
class Remark:
    """An option after the answer: why it is right or wrong, where it comes from, its notes."""

    text: str
    correct: bool
    feedback: str
    origin: Origin
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Placing:
    """An item of an order after the answer: its letter as shown, and the place, from 1, it was given."""

    letter: str
    given: int
    remark: Remark

    def is_right(self, place: int) -> bool:
        """Tell whether the item was given the place that it has."""
        return self.given == place


@dataclass(frozen=True)
class Matched:
    """A prompt after the answer: its letter as shown, the choice it was given, and the right one."""

    letter: str
    prompt: str
    given: str
    right: Remark

    @property
    def is_right(self) -> bool:
        """Tell whether the prompt was given the choice that belongs to it."""
        return self.given == self.right.text


@dataclass(frozen=True)
class Looked:
    """What a linked fact adds, ready to print: why it bears on the key, what it says, its notes.

    `places` are the facts where their sources' pages list them.
    """

    why: str
    statements: tuple[str, ...]
    marks: tuple[int, ...]
    places: tuple[Reference, ...]


@dataclass(frozen=True)
class Explained:
    """An answered question, ready to print.

    `yours` is the answer in words, `on_yours` what there is to say on each chosen option
    or on what was typed (`note`), `others` the options left alone. `placings` holds the
    items of an order, the first first, `matched` the prompts of a match, as shown; both are
    empty for other forms. `judged` is the answer with how sure its learner was, None where
    the quiz does not ask. `marks` number the notes of the true statement; `notes` holds
    them and all others of this question.
    """

    whole: ClassVar[bool] = True

    pack: str
    verdict: Verdict
    credit: float
    judged: Judged | None
    answer: str
    explanation: Explanation
    marks: tuple[int, ...]
    yours: tuple[str, ...]
    on_yours: tuple[Remark, ...]
    others: tuple[Remark, ...]
    placings: tuple[Placing, ...]
    matched: tuple[Matched, ...]
    second_look: tuple[Looked, ...]
    quote_note: str
    note: str
    notes: tuple[Note, ...]

    @property
    def has_passages(self) -> bool:
        """Tell whether a paragraph that the true statement rests on is at hand."""
        return any(note.passages for note in self.notes if note.number in self.marks)


def explain(item: Item, book: NoteBook) -> Explained:
    """Explain an answered question; raise ValueError for an open one, whose key is nobody's business."""
    if item.response is None:
        raise ValueError(f"question {item.position} has no answer yet")
    question, credit = item.question, item.response.credit
    answer = _kept_answer(question, item.response.answer)
    marks = book.cite(question.citations, question.explanation.evidence)
    remarks = [_remark(option, book) for option in question.options]
    return Explained(
        pack=question.pack,
        verdict=verdict_for(credit),
        credit=credit,
        judged=judged(item),
        answer=question.answer,
        explanation=question.explanation,
        marks=marks,
        yours=tuple(question.options[n].text for n in answer.chosen) or answer.raw,
        on_yours=tuple(remarks[n] for n in dict.fromkeys(answer.chosen)),
        others=tuple(remark for n, remark in enumerate(remarks) if n not in answer.chosen),
        placings=_placings(question, answer, remarks),
        matched=_matched(question, answer, remarks),
        second_look=tuple(
            Looked(look.why, look.statements, book.cite(look.citations), look.citations)
            for look in question.second_look
        ),
        quote_note=question.quote_note,
        note=_note_on(question, answer, credit),
        notes=book.notes,
    )


def judged(item: Item) -> Judged | None:
    """Return the credit of an answer beside how sure its learner was, where that was asked for."""
    if item.response is None or item.response.certainty is None:
        return None
    return judged_answer(item.response.credit, item.response.certainty)


def verdict_for(credit: float) -> Verdict:
    """Return the verdict that a stored credit means: rows decide, not today's rules of marking."""
    return "right" if credit >= 1 else "partly right" if credit > 0 else "wrong"


def references_in(questions: Iterable[Question]) -> list[Reference]:
    """Return every reference that explaining the questions may print."""
    return [
        reference
        for question in questions
        for group in (
            question.citations,
            *(option.citations for option in question.options),
            *(look.citations for look in question.second_look),
        )
        for reference in group
    ]


def _kept_answer(question: Question, raw: list[str]) -> Answer:
    parsed = parse(question.form, raw)
    return parsed if isinstance(parsed, Answer) else Answer(tuple(raw))


def _placings(question: Question, answer: Answer, remarks: Sequence[Remark]) -> tuple[Placing, ...]:
    if not isinstance(question.form, Order) or not answer.chosen:
        return ()
    shown = sorted(range(question.form.items), key=question.form.key.__getitem__)
    return tuple(Placing(LETTERS[n], answer.chosen.index(n) + 1, remarks[n]) for n in shown)


def _matched(question: Question, answer: Answer, remarks: Sequence[Remark]) -> tuple[Matched, ...]:
    if not isinstance(question.form, Match) or not answer.chosen:
        return ()
    rows = zip(question.prompts, answer.chosen, question.form.key, strict=True)
    return tuple(
        Matched(LETTERS[n], prompt, remarks[given].text, remarks[key])
        for n, (prompt, given, key) in enumerate(rows)
    )


def _note_on(question: Question, answer: Answer, credit: float) -> str:
    """Return what marking has to add, unless marking has changed since the answer was given."""
    mark = grade(question.form, answer)
    return mark.note if float(mark.credit) == credit else ""


def _remark(option: Option, book: NoteBook) -> Remark:
    return Remark(option.text, option.correct, option.feedback, option.origin, book.cite(option.citations))
