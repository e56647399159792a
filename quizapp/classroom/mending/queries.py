"""What is read of reports and mendings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from quizapp.classroom.access import LARGEST_ID
from quizapp.classroom.mending.refusals import UnknownQuestion
from quizapp.classroom.mending.regrading import Tried
from quizapp.classroom.moments import in_zone
from quizapp.store.assignments import AssignedQuestion, Assignment, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.mendings import Mending, OldMark, ProblemReport


@dataclass(frozen=True)
class MendedNote:
    """What a learner is told of a mending: `was` and `now` are the credit of their answer, None of a blank.

    `was` is None also of an answer that came after the mending.
    `action` is accept, full, drop, or "again" where a dropped question was made to count.
    """

    action: str
    reason: str
    on: date
    was: float | None
    now: float | None


@dataclass(frozen=True)
class Reported:
    """A report, who sent it, the question and its position, and the answer that was given (None: a blank)."""

    report: ProblemReport
    participant: Participant
    assigned: AssignedQuestion
    sitting: Sitting
    position: int
    response: Response | None


@dataclass(frozen=True)
class Mended:
    """A mending, what it did ("again": it made a dropped question count), and how many marks it changed."""

    mending: Mending
    action: str
    changed: int


def question_of(assignment_id: int, assigned_id: int) -> AssignedQuestion:
    """Return a question of an assignment; raise UnknownQuestion for none, and another assignment's."""
    found = db.session.get(AssignedQuestion, min(assigned_id, LARGEST_ID))
    if found is None or found.assignment_id != assignment_id:
        raise UnknownQuestion(assignment_id)
    return found


def responses_to(assigned_id: int) -> Mapping[int, list[Response]]:
    """Return every answer to a question by sitting, the first try first, as the database has it now."""
    found: dict[int, list[Response]] = defaultdict(list)
    rows = db.session.execute(
        select(Attempt.sitting_id, Response)
        .join(DealtQuestion, DealtQuestion.attempt_id == Attempt.id)
        .join(
            Response,
            (Response.attempt_id == DealtQuestion.attempt_id) & (Response.position == DealtQuestion.position),
        )
        .where(DealtQuestion.assigned_id == assigned_id, Attempt.sitting_id.is_not(None))
        .order_by(Attempt.sitting_id, Response.try_number)
        .execution_options(populate_existing=True)
    )
    for sitting_id, response in rows:
        found[sitting_id or 0].append(response)
    return found


def tried(response: Response) -> Tried:
    return Tried(response.id, response.try_number, tuple(response.answer), response.credit, response.final)


def history_of(assigned_id: int) -> list[Mended]:
    """Return the mendings of a question, the newest first."""
    rows = db.session.execute(
        select(Mending, func.count(OldMark.response_id))
        .outerjoin(OldMark, OldMark.mending_id == Mending.id)
        .where(Mending.assigned_id == assigned_id)
        .group_by(Mending.id)
        .order_by(Mending.id)
    )
    dropped = False
    found: list[Mended] = []
    for mending, changed in rows:
        found.insert(0, Mended(mending, _action(mending, dropped), changed))
        dropped = mending.action == "drop"
    return found


def mendings_of(attempt_id: str) -> Mapping[int, tuple[MendedNote, ...]]:
    """Return what a learner is told of the mendings of an attempt, by assigned question, the first first.

    It tells what a mark was and is: for pages on which right and wrong are shown already.
    """
    rows = db.session.execute(
        select(
            Mending,
            SchoolClass.time_zone,
            OldMark.credit,
            Response.credit,
            Response.answered_at > Mending.mended_at,
        )
        .join(DealtQuestion, DealtQuestion.assigned_id == Mending.assigned_id)
        .join(AssignedQuestion, AssignedQuestion.id == Mending.assigned_id)
        .join(Assignment, Assignment.id == AssignedQuestion.assignment_id)
        .join(SchoolClass, SchoolClass.id == Assignment.class_id)
        .outerjoin(
            Response,
            (Response.attempt_id == DealtQuestion.attempt_id)
            & (Response.position == DealtQuestion.position)
            & Response.final,
        )
        .outerjoin(OldMark, (OldMark.mending_id == Mending.id) & (OldMark.response_id == Response.id))
        .where(DealtQuestion.attempt_id == attempt_id)
        .order_by(Mending.id)
    )
    told: dict[int, list[_Row]] = defaultdict(list)
    for mending, zone, old, current, came_after in rows:
        told[mending.assigned_id].append((mending, zone, old, current, came_after))
    return {assigned_id: _notes(rows) for assigned_id, rows in told.items()}


_Row = tuple[Mending, str, float | None, float | None, bool | None]


def _notes(rows: list[_Row]) -> tuple[MendedNote, ...]:
    """Return what is told of one question; what a mark became is what the next mending found."""
    now = rows[-1][3]
    found: list[MendedNote] = []
    for n, (mending, zone, old, _, came_after) in reversed(list(enumerate(rows))):
        was = None if came_after else now if old is None else old
        on = in_zone(mending.mended_at, zone).date()
        action = _action(mending, n > 0 and rows[n - 1][0].action == "drop")
        found.append(MendedNote(action, mending.reason, on, was, now))
        now = now if came_after else was
    return tuple(reversed(found))


def _action(mending: Mending, was_dropped: bool) -> str:
    return "again" if mending.action == "accept" and was_dropped else mending.action


def reported(assignment_id: int) -> list[Reported]:
    """Return the reports of an assignment: those not settled first, and of these the newest."""
    rows = db.session.execute(
        select(ProblemReport, Participant, AssignedQuestion, Sitting, DealtQuestion.position, Response)
        .join(Sitting, Sitting.id == ProblemReport.sitting_id)
        .join(Participant, Participant.id == Sitting.participant_id)
        .join(AssignedQuestion, AssignedQuestion.id == ProblemReport.assigned_id)
        .join(Attempt, Attempt.sitting_id == Sitting.id)
        .join(
            DealtQuestion,
            (DealtQuestion.attempt_id == Attempt.id)
            & (DealtQuestion.assigned_id == ProblemReport.assigned_id),
        )
        .outerjoin(
            Response,
            (Response.attempt_id == DealtQuestion.attempt_id)
            & (Response.position == DealtQuestion.position)
            & Response.final,
        )
        .where(Sitting.assignment_id == assignment_id)
        .order_by(ProblemReport.settled_at.is_not(None), ProblemReport.id.desc())
    )
    return [Reported(*row) for row in rows]


def open_reports_on(assigned_id: int) -> int:
    """Return how many reports of a question are not settled."""
    unsettled = select(func.count(ProblemReport.id)).where(
        ProblemReport.assigned_id == assigned_id, ProblemReport.settled_at.is_(None)
    )
    return db.session.scalar(unsettled) or 0
