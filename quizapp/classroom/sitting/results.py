"""The results of a sitting, as far as the review policy shows them now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.assessment.certainty import sureness
from quizapp.assessment.marks import exact_credit
from quizapp.assessment.review import Revealed
from quizapp.classroom import times
from quizapp.classroom.gradebook import Score, earned
from quizapp.classroom.mending.queries import MendedNote, mendings_of
from quizapp.classroom.moments import clock_words
from quizapp.classroom.sitting.pages import Frame, frame_of
from quizapp.classroom.sitting.queries import OwnSitting
from quizapp.classroom.sitting.words import later_words, standing_words
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import Explained, judged, references_in
from quizapp.taking.notes import NoteBook
from quizapp.taking.pages import SurenessPage
from quizapp.taking.queries import Item, passages_for
from quizapp.taking.revealing import Told, reveal

NOTHING = Revealed(correctness=False, key=False, explanation=False)


@dataclass(frozen=True)
class ReviewedItem:
    """A question on the results page. `standing` says if it counts otherwise than it was marked, or ""."""

    position: int
    asked: Asked
    answered: bool
    told: Explained | Told
    standing: str
    mended: tuple[MendedNote, ...]


@dataclass(frozen=True)
class ResultsPage:
    """What a learner sees of a sitting that is over.

    `settling` says until when answers on their way are still taken, and nothing more is shown
    before, "" once that is past; `later` what is shown later, and when. `score` and `sureness` are
    None as long as right and wrong are kept back.
    """

    frame: Frame
    total: int
    answered: int
    submitted: bool
    settling: str
    later: str
    score: Score | None
    sureness: SurenessPage | None
    reviewed: tuple[ReviewedItem, ...]
    reported: int


def results_page(own: OwnSitting, items: list[Item], now: datetime, reported: int) -> ResultsPage:
    zone, shown = own.school_class.time_zone, own.shown(now)
    settles = times.settles_at(own.assignment, own.sitting, own.participant)
    settling = clock_words(settles, zone) if settles and settles > now else ""
    return ResultsPage(
        frame=frame_of(own, now),
        total=len(items),
        answered=sum(item.response is not None for item in items),
        submitted=own.sitting.submitted_at is not None,
        settling=settling,
        later="" if settling else later_words(own.assignment, shown, zone),
        score=score_of(items) if shown.correctness and not settling else None,
        sureness=_sureness(items) if shown.correctness and not settling else None,
        reviewed=_review(own, items, now),
        reported=reported,
    )


def score_of(items: list[Item]) -> Score:
    """Return the mark of a sitting: blanks earn nothing, dropped questions do not count."""
    counted = [item for item in items if _standing(item) != "dropped"]
    return Score(sum((_credit(item) for item in counted), Fraction(0)), len(counted))


def _credit(item: Item) -> Fraction:
    return earned(_standing(item), exact_credit(item.response.credit) if item.response else None)


def _standing(item: Item) -> str:
    return item.assigned.standing if item.assigned else "counts"


def _review(own: OwnSitting, items: list[Item], now: datetime) -> tuple[ReviewedItem, ...]:
    """Tell of every question; note numbers run on through the page, so that each is unique on it.

    Of a blank nothing is told as long as answers on their way are taken: it could still be answered.
    """
    shown = own.shown(now)
    of_blank = NOTHING if own.takes_answers(now) else shown
    passages = passages_for(own.attempt.pack, references_in(item.question for item in items))
    mended = mendings_of(own.attempt.id) if shown.correctness else {}
    reviewed, number = [], 1
    for item in items:
        book = NoteBook(passages, number)
        told = reveal(item, book, shown if item.response else of_blank)
        notes = mended.get(item.assigned.id, ()) if item.assigned else ()
        standing = standing_words(_standing(item)) if shown.correctness else ""
        answered = item.response is not None
        reviewed.append(ReviewedItem(item.position, ask(item.question), answered, told, standing, notes))
        number = book.next_number
    return tuple(reviewed)


def _sureness(items: list[Item]) -> SurenessPage | None:
    here = [one for item in items if _standing(item) != "dropped" and (one := judged(item))]
    if not here:
        return None
    whole = sureness(here)
    return SurenessPage(whole, whole, len(here), len(here))
