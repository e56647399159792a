"""The contexts of the pages of a sitting: all that a template gets, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from flask import url_for

from quizapp.classroom.mending.queries import MendedNote, mendings_of
from quizapp.classroom.moments import clock_words, moment_words
from quizapp.classroom.sitting.forms import ReportForm
from quizapp.classroom.sitting.queries import OwnSitting
from quizapp.classroom.sitting.words import left_words, standing_words
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import Explained, references_in
from quizapp.taking.forms import Sent
from quizapp.taking.notes import NoteBook
from quizapp.taking.queries import Item, passages_for
from quizapp.taking.revealing import Told, answer_in_words, reveal


@dataclass(frozen=True)
class Clock:
    """The time of a sitting: until when, with the class's zone, and the seconds that are left."""

    until: str
    left: int
    left_words: str


@dataclass(frozen=True)
class Frame:
    """Which sitting a page belongs to. `key` is what a browser keeps its unsent answers under."""

    code: str
    number: int
    sitting_id: int
    title: str
    class_title: str
    learner: str
    defers: bool
    clock: Clock | None

    @property
    def key(self) -> str:
        return f"{self.code}-{self.sitting_id}"


@dataclass(frozen=True)
class Sheet:
    """A question to answer: its form is all that a browser gets of it.

    `sent` is what the fields hold, with `error` saying what is wrong with it; `close` is a close
    answer that may be mended, or "". `certainty` is 1 to 3, 0 if nothing was said, None where it is
    not asked. `kept_first`: another answer came and was not taken.
    """

    position: int
    total: int
    asked: Asked
    sent_try: int
    sent: tuple[str, ...]
    error: str
    close: str
    certainty: int | None
    kept_first: bool
    answered: bool


@dataclass(frozen=True)
class PlaceLink:
    """A question in the list to jump from."""

    position: int
    answered: bool
    here: bool


@dataclass(frozen=True)
class Flash:
    """What has just happened: the position that was saved (0 for none), and whether a report was kept."""

    saved: int = 0
    reported: bool = False
    kept_first: bool = False


@dataclass(frozen=True)
class QuestionPage:
    """An open question, or one whose answer may be changed; `others` are the sheets to move to unasked."""

    frame: Frame
    sheet: Sheet
    others: tuple[Sheet, ...]
    places: tuple[PlaceLink, ...]
    flash: Flash


@dataclass(frozen=True)
class FeedbackPage:
    """An answered question, as far as it is told; `next_position` is None once all are answered."""

    frame: Frame
    position: int
    asked: Asked
    told: Explained | Told
    standing: str
    mended: tuple[MendedNote, ...]
    next_position: int | None
    places: tuple[PlaceLink, ...]
    flash: Flash


@dataclass(frozen=True)
class SubmitPage:
    """The last page before a sitting is handed in; `open` are the positions without an answer."""

    frame: Frame
    total: int
    open: tuple[int, ...]
    saved: int


@dataclass(frozen=True)
class LatePage:
    """An answer that came too late, in words."""

    frame: Frame
    position: int
    asked: Asked
    yours: tuple[str, ...]


@dataclass(frozen=True)
class ReportPage:
    """The form to report a problem with a question."""

    frame: Frame
    position: int
    asked: Asked
    form: ReportForm


def frame_of(own: OwnSitting, now: datetime) -> Frame:
    return Frame(
        code=own.assignment.code,
        number=own.sitting.number,
        sitting_id=own.sitting.id,
        title=own.assignment.title,
        class_title=own.school_class.title,
        learner=own.participant.name,
        defers=own.defers,
        clock=clock_of(own, now),
    )


def clock_of(own: OwnSitting, now: datetime) -> Clock | None:
    """Return how much time a sitting has left; None where nothing ends it."""
    ends = own.ends_at()
    if ends is None:
        return None
    left = max(0, ceil((ends - now).total_seconds()))
    zone = own.school_class.time_zone
    words = clock_words if left < 20 * 3600 else moment_words
    return Clock(words(ends, zone), left, left_words(left))


def question_page(
    own: OwnSitting,
    items: list[Item],
    item: Item,
    now: datetime,
    flash: Flash,
    sent: Sent | None = None,
    error: str = "",
) -> QuestionPage:
    """Return the page of a question; `sent` is what was sent just now and is no answer."""
    others = [one for one in items if own.defers and one is not item]
    return QuestionPage(
        frame=frame_of(own, now),
        sheet=_sheet(own, item, len(items), sent, error, kept_first=flash.kept_first),
        others=tuple(_sheet(own, one, len(items)) for one in others),
        places=places_of(items, item.position),
        flash=replace(flash, saved=saved_one(items, flash.saved)),
    )


def saved_one(items: list[Item], position: int) -> int:
    """Return a position that an address says was saved, if it was; 0 if not."""
    return position if any(one.position == position and one.response for one in items) else 0


def feedback_page(
    own: OwnSitting, items: list[Item], item: Item, now: datetime, flash: Flash
) -> FeedbackPage:
    passages = passages_for(own.attempt.pack, references_in([item.question]))
    shown = own.shown(now)
    corrected = item.assigned if shown.correctness else None
    return FeedbackPage(
        frame=frame_of(own, now),
        position=item.position,
        asked=ask(item.question),
        told=reveal(item, NoteBook(passages), shown),
        standing=standing_words(corrected.standing) if corrected else "",
        mended=mendings_of(own.attempt.id).get(corrected.id, ()) if corrected else (),
        next_position=next_open(items, item.position),
        places=places_of(items, item.position),
        flash=flash,
    )


def submit_page(own: OwnSitting, items: list[Item], now: datetime, saved: int) -> SubmitPage:
    unanswered = tuple(one.position for one in items if one.response is None)
    return SubmitPage(frame_of(own, now), len(items), unanswered, saved_one(items, saved))


def late_page(own: OwnSitting, item: Item, sent: Sent, now: datetime) -> LatePage:
    yours = answer_in_words(item.question, sent.answer)
    return LatePage(frame_of(own, now), item.position, ask(item.question), yours)


def report_page(own: OwnSitting, item: Item, form: ReportForm, now: datetime) -> ReportPage:
    return ReportPage(frame_of(own, now), item.position, ask(item.question), form)


def next_open(items: list[Item], after: int = 0) -> int | None:
    """Return the next unanswered position, from `after` on and round again; None if none is left."""
    unanswered = [one.position for one in items if one.response is None]
    return next((n for n in unanswered if n > after), unanswered[0] if unanswered else None)


def places_of(items: list[Item], here: int) -> tuple[PlaceLink, ...]:
    return tuple(PlaceLink(one.position, one.response is not None, one.position == here) for one in items)


def question_url(code: str, number: int, position: int, **more: object) -> str:
    return url_for("sitting.question", code=code, number=number, position=position, **more)  # type: ignore[arg-type]


def _sheet(
    own: OwnSitting,
    item: Item,
    total: int,
    sent: Sent | None = None,
    error: str = "",
    *,
    kept_first: bool = False,
) -> Sheet:
    kept = item.response if own.defers else item.close
    said = sent.certainty if sent else kept.certainty if kept else None
    return Sheet(
        position=item.position,
        total=total,
        asked=ask(item.question),
        sent_try=1 if own.defers else item.current_try,
        sent=sent.answer if sent else tuple(kept.answer) if kept else (),
        error=error,
        close=", ".join(item.close.answer) if item.close and not own.defers else "",
        certainty=(said or 0) if own.attempt.with_certainty else None,
        kept_first=kept_first,
        answered=item.response is not None,
    )
