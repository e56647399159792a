"""Footnotes: every citation on a page gets a number where it is first needed, and one note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizapp.facts.highlighting import Evidence, Piece, highlighted
from quizapp.generation.question import Reference
from quizapp.taking.queries import Passages


@dataclass(frozen=True)
class Passage:
    """A cited paragraph of an attached article, cut into pieces with the evidence marked."""

    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Note:
    """A numbered footnote: where a fact stands, and the passage itself where it is at hand.

    `same_source` is the number of the earlier note that describes the source in full, or None.
    """

    number: int
    reference: Reference
    same_source: int | None
    passages: tuple[Passage, ...]


class NoteBook:
    """Hands out note numbers, from `first` up; references that print alike share one.

    A source is described in full, and a paragraph printed, in the first note that needs it.
    """

    def __init__(self, passages: Passages, first: int = 1) -> None:
        self._passages = passages
        self._first = first
        self._notes: dict[Reference, Note] = {}
        self._described: dict[str, int] = {}
        self._printed: set[tuple[str, int]] = set()

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order of their numbers."""
        return tuple(self._notes.values())

    @property
    def next_number(self) -> int:
        return self._first + len(self._notes)

    def cite(self, references: Iterable[Reference], evidence: Evidence = ()) -> tuple[int, ...]:
        """Return the numbers of some references, ascending; `evidence` is marked in new passages."""
        return tuple(sorted({self._note(reference, evidence).number for reference in references}))

    def _note(self, reference: Reference, evidence: Evidence) -> Note:
        printed = replace(reference, fact="")  # two facts of one place and speaker make one note
        if printed not in self._notes:
            number, earlier = self.next_number, self._described.get(reference.source)
            self._described.setdefault(reference.source, number)
            passages = tuple(self._cut(reference, evidence))
            self._notes[printed] = Note(number, reference, earlier, passages)
        return self._notes[printed]

    def _cut(self, reference: Reference, evidence: Evidence) -> Iterator[Passage]:
        for paragraph in reference.paragraphs:
            place = (reference.source, paragraph)
            if place in self._passages and place not in self._printed:
                self._printed.add(place)
                yield Passage(paragraph, highlighted(self._passages[place], evidence))
