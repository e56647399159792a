"""Each learner's marks: every attempt, and the one that counts. Pure, over a gradebook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.certainty import Certainty, Judged, Sureness, sureness
from quizapp.classroom.gradebook import AssignedItem, Gradebook, Sat, Score, credit_of
from quizapp.store.classes import Participant


@dataclass(frozen=True)
class Marked:
    """A sitting with its mark; `judged` is how well certainty was judged, None where nothing was said."""

    sat: Sat
    score: Score
    answered: int
    judged: Sureness | None


@dataclass(frozen=True)
class LearnerMarks:
    """A learner's attempts, the first first; the mark that counts is the highest of those that are over."""

    participant: Participant
    attempts: tuple[Marked, ...]

    @property
    def counts(self) -> Marked | None:
        over = [one for one in self.attempts if one.sat.over]
        return max(over, key=lambda one: one.score.share, default=None)


def learner_marks(book: Gradebook) -> tuple[LearnerMarks, ...]:
    """Return everybody who has begun, by name."""
    attempts = defaultdict(list)
    for sat in sorted(book.sittings, key=lambda sat: sat.number):
        attempts[sat.participant_id].append(marked(book, sat))
    return tuple(LearnerMarks(one, tuple(attempts[one.id])) for one in book.participants if attempts[one.id])


def marked(book: Gradebook, sat: Sat) -> Marked:
    items = book.items_of(sat.form)
    judged = sureness_of(items, sat)
    return Marked(sat, book.score(sat), sum(item.id in sat.given for item in items), judged)


def sureness_of(items: Iterable[AssignedItem], sat: Sat) -> Sureness | None:
    """Return how well the answers that count were judged; None where none came with a certainty."""
    judged = [
        Judged(credit_of(item, sat), Certainty(given.certainty))
        for item in items
        if item.counts and (given := sat.given.get(item.id)) and given.certainty
    ]
    return sureness(judged) if judged else None


def mean_share(marks: Iterable[LearnerMarks]) -> Fraction | None:
    """Return the mean of the marks that count, as a share; None before there is one."""
    shares = [one.counts.score.share for one in marks if one.counts]
    return sum(shares, Fraction(0)) / len(shares) if shares else None
