"""Questions as a teacher looks at them: what a learner will see, and below it the key and its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.generation.limits import points
from quizapp.generation.parallel import NAMES
from quizapp.generation.question import Question
from quizapp.site.packs import find_pack
from quizapp.site.words import kind_words
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import references_in
from quizapp.taking.notes import Note, NoteBook
from quizapp.taking.queries import passages_for


@dataclass(frozen=True)
class ShownOption:
    """An option with why it is right or wrong, and the numbers of its notes."""

    text: str
    correct: bool
    feedback: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Shown:
    """A question to look at: where it stands, how it is asked, and its key with all that supports it."""

    number: int
    anchor: str
    spot: str
    kind: str
    topic: str
    difficulty: int
    asked: Asked
    answer: str
    statement: str
    marks: tuple[int, ...]
    options: tuple[ShownOption, ...]
    notes: tuple[Note, ...]

    @property
    def has_passages(self) -> bool:
        return any(note.passages for note in self.notes if note.number in self.marks)


@dataclass(frozen=True)
class ShownForm:
    """A form to look at: its letter, its questions, their mean difficulty from 0 to 100 in words."""

    name: str
    questions: tuple[Shown, ...]
    difficulty: str


def shown_forms(pack_id: str, forms: Sequence[Sequence[Question]]) -> tuple[ShownForm, ...]:
    """Return forms to look at, in one query whatever their number; note numbers run on through them."""
    passages = passages_for(pack_id, references_in(one for form in forms for one in form))
    pack = find_pack(pack_id)
    topics = {topic.id: topic.title for topic in pack.topics} if pack else {}
    first, found = 1, []
    for place, form in enumerate(forms):
        shown: list[Shown] = []
        for position, question in enumerate(form):
            topic = topics.get(question.topic, question.topic)
            shown.append(_shown(question, place, position, topic, NoteBook(passages, first)))
            first += len(shown[-1].notes)
        found.append(ShownForm(NAMES[place], tuple(shown), _mean(form)))
    return tuple(found)


def _shown(question: Question, form: int, position: int, topic: str, book: NoteBook) -> Shown:
    marks = book.cite(question.citations, question.explanation.evidence)
    options = tuple(
        ShownOption(one.text, one.correct, one.feedback, book.cite(one.citations)) for one in question.options
    )
    return Shown(
        number=position + 1,
        anchor=f"{NAMES[form]}{position + 1}",
        spot=f"{form}-{position}",
        kind=kind_words(question.kind),
        topic=topic,
        difficulty=question.difficulty,
        asked=ask(question),
        answer=question.answer,
        statement=question.explanation.statement,
        marks=marks,
        options=options,
        notes=book.notes,
    )


def _mean(form: Iterable[Question]) -> str:
    levels = [question.difficulty for question in form]
    return points(Fraction(sum(levels), len(levels) or 1))
