"""Problems that learners report, beside the question as it was shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store.assignments import FormSeat
from quizapp.store.base import db
from quizapp.store.mendings import ProblemReport
from tests.builders import a_choice, a_text_question
from tests.classroom.building import given_assignment, given_sitting, teacher_visitor
from tests.classroom.test_mending import Room
from tests.visiting import words_of

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def given_report(app: Flask, assignment_id: int, sitting_id: int, comment: str, position: int = 1) -> int:
    with app.app_context():
        seats = select(FormSeat.assigned_id).where(FormSeat.assignment_id == assignment_id)
        assigned_id = db.session.scalars(seats.where(FormSeat.position == position)).first()
        report = ProblemReport(sitting_id=sitting_id, comment=comment, reported_at=datetime.now(UTC))
        report.assigned_id = assigned_id or 0
        db.session.add(report)
        db.session.commit()
        return report.id


def page_of(room: Room) -> str:
    return words_of(room.visitor.get(f"/assignments/{room.assignment_id}/reports"))


@SQLITE
def test_no_reports_is_said_and_where_they_would_come_from(harbour_app: Flask) -> None:
    assert "No learner has reported a problem." in page_of(Room(harbour_app, [a_choice("Mole", "Dock")]))


def test_a_report_stands_beside_the_question_with_its_key_and_the_answer_given(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock"), a_text_question()])
    sitting = room.sits(0, ["1"])
    given_report(harbour_app, room.assignment_id, sitting, "Both are <i>right</i>.")
    given_report(harbour_app, room.assignment_id, sitting, "Who is that?", position=2)
    page = page_of(room)
    assert page.index("Who is that?") < page.index("Both are <i>right</i>.")
    assert "Mole Key Dock" in page
    assert "Learner 1 answered “Dock”: 0 of 1 point." in page
    assert "Learner 1 has given no answer." in page


def test_a_settled_report_goes_below(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    sitting = room.sits(0, ["1"])
    ids = [given_report(harbour_app, room.assignment_id, sitting, text) for text in ("First", "Second")]
    reply = room.visitor.post(f"/assignments/{room.assignment_id}/reports/{ids[1]}/settle")
    page = words_of(room.visitor.get(reply.location))
    assert "The report is settled." in page
    assert page.index("First") < page.index("1 settled report") < page.index("Second")


@SQLITE
def test_mending_a_question_may_settle_what_was_reported_about_it(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    given_report(harbour_app, room.assignment_id, room.sits(0, ["1"]), "Both are right.")
    room.visitor.post(room.url(), what="full", reason="Both are right.", settle="y")
    assert "Every report is settled." in page_of(room)


@SQLITE
def test_a_report_of_another_assignment_cannot_be_settled_here(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    other = given_assignment(harbour_app, room.class_id, [[a_choice("Pier", "Quay")]])
    sitting = given_sitting(harbour_app, other, room.learners[0], {})
    report = given_report(harbour_app, other, sitting, "Elsewhere")
    for report_id in (report, 2**40):
        url = f"/assignments/{room.assignment_id}/reports/{report_id}/settle"
        assert teacher_visitor(harbour_app, room.teacher).post(url).status_code == 404
