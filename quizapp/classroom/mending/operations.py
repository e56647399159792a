"""What mending writes: a rule and every mark by it in one commit; and reports settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from quizapp.classroom.access import LARGEST_ID
from quizapp.classroom.marking import change_rule, rule_of
from quizapp.classroom.mending.forms import Decided
from quizapp.classroom.mending.queries import responses_to, tried
from quizapp.classroom.mending.refusals import UnknownReport
from quizapp.classroom.mending.regrading import Tried, regrade
from quizapp.generation.question import question_from_json
from quizapp.store.assignments import AssignedQuestion, Assignment, Sitting
from quizapp.store.attempts import Response
from quizapp.store.base import db
from quizapp.store.mendings import Mending, OldMark, ProblemReport


def mend_question(
    assignment: Assignment, assigned_id: int, decided: Decided, teacher: str, now: datetime
) -> bool:
    """Change how a question is marked and mark every answer to it again; tell whether anything was to change.

    All forms, all sittings, all or nothing; every credit that changes is kept as it was.
    """
    assigned = change_rule(assigned_id)
    form = question_from_json(assigned.snapshot).form
    before = rule_of(assigned, assignment)
    after = decided.change.after(form, before)
    if after == before:
        db.session.rollback()  # lets go of the lock
        return False
    mending = _kept(assigned, decided, teacher, now)
    for responses in responses_to(assigned_id).values():
        _apply(mending, responses, regrade(form, [tried(one) for one in responses], before, after))
    assigned.standing, assigned.accepted = after.standing, [list(answer) for answer in after.accepted]
    if decided.settle:
        _settle(assigned_id, now)
    db.session.commit()
    return True


def settle_report(assignment_id: int, report_id: int, now: datetime) -> None:
    """Settle a report of an assignment; settling it again changes nothing. Raises UnknownReport."""
    report = db.session.scalar(
        select(ProblemReport)
        .join(Sitting, Sitting.id == ProblemReport.sitting_id)
        .where(ProblemReport.id == min(report_id, LARGEST_ID), Sitting.assignment_id == assignment_id)
    )
    if report is None:
        raise UnknownReport(assignment_id)
    report.settled_at = report.settled_at or now
    db.session.commit()


def _kept(assigned: AssignedQuestion, decided: Decided, teacher: str, now: datetime) -> Mending:
    accepted = decided.change.accepted
    mending = Mending(
        assigned_id=assigned.id,
        action=decided.change.action,
        accepted=None if accepted is None else list(accepted),
        reason=decided.reason,
        teacher=teacher,
        mended_at=now,
    )
    db.session.add(mending)
    db.session.flush()  # which gives it its id
    return mending


def _apply(mending: Mending, responses: Sequence[Response], regraded: Sequence[Tried]) -> None:
    """Write new marks; a try stops counting before another begins to: one at most counts."""
    pairs = sorted(zip(responses, regraded, strict=True), key=lambda pair: pair[1].final)
    for response, new in pairs:
        if response.credit != new.credit:
            db.session.add(OldMark(mending_id=mending.id, response_id=response.id, credit=response.credit))
        response.credit = new.credit
        if response.final != new.final:
            response.final = new.final
            db.session.flush()


def _settle(assigned_id: int, now: datetime) -> None:
    db.session.execute(
        update(ProblemReport)
        .where(ProblemReport.assigned_id == assigned_id, ProblemReport.settled_at.is_(None))
        .values(settled_at=now)
    )
