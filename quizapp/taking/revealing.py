"""What an answer is met with under a review policy that keeps something back.

As long as the key is kept back, nothing that would tell it leaves the server: not the true
statement, no feedback on options left alone, no printed passage, no sentence and no note in which
the key's words stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from quizapp.assessment.certainty import Judged
from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Verdict
from quizapp.assessment.parsing import parse
from quizapp.assessment.review import Revealed
from quizapp.generation.question import Question, Reference
from quizapp.taking.explaining import Explained, Remark, explain, judged, verdict_for
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import Item

Tells = Callable[[str], bool]
"""Whether words would tell what is kept back."""


@dataclass(frozen=True)
class Told:
    """What is told of a question when not all of it is: an empty field is kept back.

    `verdict` is None also where there was no answer. `yours` is the answer in words. `answer` is the
    key in words; `statement`, the true statement, comes only with the key. `marks` number the
    notes that say where to look.
    """

    whole: ClassVar[bool] = False

    verdict: Verdict | None
    judged: Judged | None
    yours: tuple[str, ...]
    on_yours: tuple[Remark, ...]
    answer: str
    statement: str
    note: str
    marks: tuple[int, ...]
    notes: tuple[Note, ...]


def reveal(item: Item, book: NoteBook, revealed: Revealed) -> Explained | Told:
    """Return what is shown of a question now, answered or not."""
    response, question = item.response, item.question
    if response is None:
        return _of_blank(item, book, revealed)
    answer = _kept(question, response.answer)
    knows = _is_right(question, answer) and revealed.correctness
    if revealed.explanation and (revealed.key or knows):
        return explain(item, book)
    tells = telling(question, answer)
    remarks = tuple(_remarks(question, answer, book, tells)) if revealed.explanation else ()
    marks = book.cite(_where_to_look(question, tells)) if revealed.explanation else ()
    return Told(
        verdict=verdict_for(response.credit) if revealed.correctness else None,
        judged=judged(item) if revealed.correctness else None,
        yours=answer_in_words(question, response.answer),
        on_yours=remarks,
        answer=question.answer if revealed.key else "",
        statement="",
        note="",
        marks=marks,
        notes=tuple(replace(note, passages=()) for note in book.notes),
    )


def answer_in_words(question: Question, raw: Iterable[str]) -> tuple[str, ...]:
    """Return what was answered, as a reader would put it; what is no answer as it was sent."""
    answer = _kept(question, raw)
    texts = [question.options[place].text for place in answer.chosen]
    if isinstance(question.form, Match) and texts:
        return tuple(f"{prompt}: {text}" for prompt, text in zip(question.prompts, texts, strict=True))
    return tuple(texts) or tuple(value for value in answer.raw if value)


def telling(question: Question, answer: Answer) -> Tells:
    """Return what finds words that would tell the key to who gave this answer."""
    given = {question.options[place].text for place in answer.chosen}
    secrets = [secret for secret in _key_words(question) if secret not in given]
    patterns = [re.compile(rf"(?<!\w){re.escape(_plain(secret))}(?!\w)") for secret in secrets if secret]
    statement = _plain(question.explanation.statement)

    def tells(words: str) -> bool:
        plain = _plain(words)
        if not plain:
            return False
        alike = plain in statement or statement in plain
        return alike or any(pattern.search(plain) for pattern in patterns)

    return tells


def _key_words(question: Question) -> list[str]:
    form = question.form
    words = [question.answer, *(words for ways in question.explanation.evidence for words in ways)]
    match form:
        case Choice() | Select() | Order() | Match():
            words += [option.text for option in question.options if option.correct]
        case Number():
            words += [form.text, *re.findall(r"\d[\d.,]*\d|\d", form.text)]
        case Text():
            words += form.accepted
        case _:
            assert_never(form)
    return words


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split()).rstrip(".")


def _remarks(question: Question, answer: Answer, book: NoteBook, tells: Tells) -> Iterable[Remark]:
    """Say why the chosen options are wrong; the places of an order and pairs would tell the key."""
    if not isinstance(question.form, Choice | Select):
        return
    for place in dict.fromkeys(answer.chosen):
        option = question.options[place]
        kept = _without(option.feedback, tells)
        cited = book.cite(one for one in option.citations if not tells(printed(one)))
        yield Remark(option.text, option.correct, kept, option.origin, cited)


def _without(feedback: str, tells: Tells) -> str:
    sentences = re.split(r"(?<=[.!?”])\s+", feedback)
    return " ".join(sentence for sentence in sentences if not tells(sentence))


def _where_to_look(question: Question, tells: Tells) -> list[Reference]:
    return [one for one in question.citations if not tells(printed(one))]


def printed(reference: Reference) -> str:
    """Return all words that a note prints of a reference."""
    stated = (reference.label, reference.outlet, reference.title, reference.author, reference.date)
    said = (reference.asserted_by, *reference.through, *reference.elsewhere)
    placed = (reference.as_of, reference.place, reference.citation, reference.url, reference.text_kind)
    return " · ".join(words for words in (*stated, *said, *placed) if words)


def _of_blank(item: Item, book: NoteBook, revealed: Revealed) -> Told:
    """Tell of a question without an answer; of a close one that was left, what was written."""
    question = item.question
    both = revealed.key and revealed.explanation
    return Told(
        verdict=None,
        judged=None,
        yours=tuple(item.close.answer) if item.close else (),
        on_yours=(),
        answer=question.answer if revealed.key else "",
        statement=question.explanation.statement if both else "",
        note="",
        marks=book.cite(question.citations, question.explanation.evidence) if both else (),
        notes=book.notes,
    )


def _is_right(question: Question, answer: Answer) -> bool:
    """Tell whether the answer is the key itself, whatever credit a teacher gave for others."""
    return bool(answer.raw) and _parses(question, answer) and grade(question.form, answer).credit == 1


def _parses(question: Question, answer: Answer) -> bool:
    return isinstance(parse(question.form, answer.raw), Answer)


def _kept(question: Question, raw: Iterable[str]) -> Answer:
    parsed = parse(question.form, tuple(raw))
    return parsed if isinstance(parsed, Answer) else Answer(tuple(raw))
