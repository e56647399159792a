"""A row for every table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from quizapp.store.models import (
    AssignedQuestion,
    Assignment,
    AttachedParagraph,
    Attempt,
    Base,
    DealtQuestion,
    FormSeat,
    Invitation,
    Mending,
    OldMark,
    Participant,
    ProblemReport,
    Response,
    SchoolClass,
    Sitting,
    Teacher,
)

A_MOMENT = datetime(2026, 3, 5, 14, 5, 59, 123456, UTC)


def an_attempt(**columns: Any) -> Attempt:
    defaults = {
        "id": "a" * 43,
        "learner": "l" * 43,
        "pack": "small",
        "pack_hash": "0" * 64,
        "seed": "seed",
        "version": "0.1.0",
        "blueprint": {"topics": ["history"], "length": 10},
        "retried_from": None,
        "started_at": A_MOMENT,
    }
    return Attempt(**defaults | columns)


def a_dealt_question(**columns: Any) -> DealtQuestion:
    defaults = {
        "attempt_id": "a" * 43,
        "position": 1,
        "question_id": "q" * 16,
        "family": "f" * 16,
        "snapshot": {"stem": "Was wäre “wenn”?"},
    }
    return DealtQuestion(**defaults | columns)


def a_response(**columns: Any) -> Response:
    defaults = {
        "attempt_id": "a" * 43,
        "position": 1,
        "try_number": 1,
        "answer": ["0"],
        "credit": 0.5,
        "answered_at": A_MOMENT,
    }
    return Response(**defaults | columns)


def an_attached_paragraph(**columns: Any) -> AttachedParagraph:
    defaults = {"pack": "small", "source": "gazette", "number": 1, "text": "Words.", "attached_at": A_MOMENT}
    return AttachedParagraph(**defaults | columns)


def a_teacher(**columns: Any) -> Teacher:
    defaults = {
        "id": 1,
        "name": "Ms Rivera",
        "name_key": "ms rivera",
        "password_hash": "$argon2id$none",
        "created_at": A_MOMENT,
    }
    return Teacher(**defaults | columns)


def an_invitation(**columns: Any) -> Invitation:
    defaults = {
        "token_hash": "0" * 64,
        "purpose": "reset",
        "teacher_id": 1,
        "created_at": A_MOMENT,
        "expires_at": A_MOMENT,
        "used_at": None,
    }
    return Invitation(**defaults | columns)


def a_class(**columns: Any) -> SchoolClass:
    defaults = {
        "id": 1,
        "teacher_id": 1,
        "title": "Civics 8b",
        "time_zone": "Europe/Berlin",
        "naming": "nickname",
        "created_at": A_MOMENT,
    }
    return SchoolClass(**defaults | columns)


def a_participant(**columns: Any) -> Participant:
    number = columns.get("id") or 1
    defaults = {
        "id": number,
        "class_id": 1,
        "name": f"Learner {number}",
        "name_key": f"learner {number}",
        "resume_code": f"RESUME{number:02}",
        "joined_at": A_MOMENT,
    }
    return Participant(**defaults | columns)


def an_assignment(**columns: Any) -> Assignment:
    defaults = {
        "id": 1,
        "class_id": 1,
        "title": "The harbour",
        "code": "BCDFGH",
        "pack": "harbour",
        "pack_hash": "0" * 64,
        "version": "0.1.0",
        "seed": "seed",
        "blueprint": {},
        "marking": {},
        "forms": 1,
        "opens_at": None,
        "due_at": None,
        "closed_at": None,
        "attempts_allowed": 1,
        "minutes": None,
        "show_correctness": "at once",
        "show_key": "at once",
        "show_explanation": "at once",
        "created_at": A_MOMENT,
    }
    return Assignment(**defaults | columns)


def an_assigned_question(**columns: Any) -> AssignedQuestion:
    defaults = {
        "id": 1,
        "assignment_id": 1,
        "question_id": "q" * 16,
        "family": "f" * 16,
        "kind": "value",
        "topic": "building",
        "skill": "S1",
        "snapshot": {"stem": "Was wäre “wenn”?"},
    }
    return AssignedQuestion(**defaults | columns)


def a_sitting(**columns: Any) -> Sitting:
    defaults = {
        "id": 1,
        "assignment_id": 1,
        "participant_id": 1,
        "form": 0,
        "number": 1,
        "started_at": A_MOMENT,
        "submitted_at": None,
    }
    return Sitting(**defaults | columns)


def rows_of_a_class() -> list[Base]:
    """Return a row for every table of a class, parents first."""
    sat = an_attempt(id="c" * 43, learner="c" * 43, sitting_id=1)
    seat = FormSeat(assignment_id=1, form=0, position=1, assigned_id=1)
    dealt = a_dealt_question(attempt_id="c" * 43, snapshot=None, assigned_id=1)
    answered = a_response(id=9, attempt_id="c" * 43, credit=1)
    report = ProblemReport(sitting_id=1, assigned_id=1, comment="Two are right.", reported_at=A_MOMENT)
    mending = Mending(
        id=1, assigned_id=1, action="full", reason="Two are right.", teacher="Ms Rivera", mended_at=A_MOMENT
    )
    old = OldMark(mending_id=1, response_id=9, credit=0)
    class_rows = [a_teacher(), an_invitation(), a_class(), a_participant(), an_assignment()]
    return [
        *class_rows, an_assigned_question(), seat, a_sitting(), sat, dealt, answered, report, mending, old,
    ]  # fmt: skip


def a_row_for_every_table() -> list[Base]:
    """Return rows in an order in which they can be inserted, parents first."""
    retried = an_attempt(id="b" * 43, retried_from="a" * 43)
    close = a_response(credit=0, final=False)
    mended = a_response(try_number=2, certainty=3)
    own = [an_attempt(), retried, a_dealt_question(), close, mended, an_attached_paragraph()]
    return own + rows_of_a_class()
