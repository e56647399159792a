"""Footnotes: every citation on a page gets a number where it is first needed, and one note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.facts.highlighting import Piece, highlighted
from quizapp.generation.question import Reference
from quizapp.taking.queries import Passages


@dataclass(frozen=True)
class Passage:
    """A cited paragraph of an attached article, cut into pieces with the evidence marked."""

    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Note:
    """A numbered footnote: where a fact stands, and the passage itself where it is at hand."""

    number: int
    reference: Reference
    passages: tuple[Passage, ...]


class NoteBook:
    """Hands out note numbers, from `first` up; the same reference keeps its number."""

    def __init__(self, passages: Passages, first: int = 1) -> None:
        self._passages = passages
        self._first = first
        self._notes: dict[Reference, Note] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order of their numbers."""
        return tuple(self._notes.values())

    @property
    def next_number(self) -> int:
        return self._first + len(self._notes)

    def cite(self, references: Iterable[Reference], evidence: str = "") -> tuple[int, ...]:
        """Return the numbers of some references; `evidence` is marked in passages not noted before."""
        return tuple(self._note(reference, evidence).number for reference in references)

    def _note(self, reference: Reference, evidence: str) -> Note:
        if reference not in self._notes:
            passages = tuple(self._cut(reference, evidence))
            self._notes[reference] = Note(self.next_number, reference, passages)
        return self._notes[reference]

    def _cut(self, reference: Reference, evidence: str) -> Iterable[Passage]:
        for paragraph in reference.paragraphs:
            text = self._passages.get((reference.source, paragraph))
            if text is not None:
                yield Passage(paragraph, highlighted(text, evidence))
