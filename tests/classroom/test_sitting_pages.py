"""A sitting, from its first page to its results, as plain forms have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.assessment.forms import Text
from quizapp.generation.question import Question
from quizapp.store.assignments import AssignedQuestion, Assignment, Sitting
from quizapp.store.attempts import Attempt, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant
from quizapp.store.mendings import ProblemReport
from tests.builders import a_choice, a_text_question
from tests.classroom.building import (
    code_of,
    count_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learner_visitor,
    learners_of,
)
from tests.visiting import Visitor, words_of

DEFERRED: dict[str, Any] = {
    "show_correctness": "submitted",
    "show_key": "submitted",
    "show_explanation": "submitted",
}
ROCKINGHAM = a_text_question(form=Text(("Rockingham",), ("Buckingham",)), answer="Rockingham")
AT_CLOSE: dict[str, Any] = dict.fromkeys(DEFERRED, "closed")
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Room:
    """An assignment, and a learner's browser in front of it."""

    app: Flask
    assignment_id: int
    learner_id: int
    visitor: Visitor
    url: str

    def begin(self) -> int:
        self.visitor.post(self.url)
        with self.app.app_context():
            return db.session.scalars(select(Sitting.id).order_by(Sitting.id.desc())).first() or 0

    def answer(
        self, position: int, *values: str, number: int = 1, sent_try: str = "1", sitting: str = ""
    ) -> TestResponse:
        fields = {"sitting": sitting or str(self.sitting_id(number)), "try": sent_try}
        return self.visitor.post(f"{self.url}/{number}/{position}", answer=list(values), **fields)

    def sitting_id(self, number: int = 1) -> int:
        with self.app.app_context():
            wanted = select(Sitting.id).where(
                Sitting.participant_id == self.learner_id, Sitting.number == number
            )
            return db.session.scalar(wanted) or 0

    def change(self, model: type, **columns: object) -> None:
        """Change every row of a table."""
        with self.app.app_context():
            row: Any
            for row in db.session.scalars(select(model)):
                for name, value in columns.items():
                    setattr(row, name, value)
            db.session.commit()

    def rows(self) -> list[tuple[int, int, list[str], float, bool]]:
        with self.app.app_context():
            found = db.session.scalars(select(Response).order_by(Response.position, Response.try_number))
            return [(one.position, one.try_number, one.answer, one.credit, one.final) for one in found]


def a_room(app: Flask, forms: Sequence[Sequence[Question]] = (), **columns: Any) -> Room:
    class_id = given_class(app, given_teacher(app))
    assignment_id = given_assignment(app, class_id, forms, **columns)
    learner = learners_of(app, class_id)[0]
    url = f"/j/{code_of(app, assignment_id)}/quiz"
    return Room(app, assignment_id, learner, learner_visitor(app, learner), url)


def ago(**time: float) -> datetime:
    return datetime.now(UTC) - timedelta(**time)


@sqlite_only
def test_a_stranger_and_a_wrong_code_are_led_to_the_door(harbour_app: Flask) -> None:
    room, stranger = a_room(harbour_app), Visitor(harbour_app)
    door = room.url.removesuffix("/quiz")
    assert stranger.get(room.url).location == door
    assert stranger.post(room.url).location == door
    assert room.visitor.get("/j/QQQQQQ/quiz").location == "/j/QQQQQQ"
    assert room.visitor.get(f"{room.url}/1/1").status_code == 404


@sqlite_only
def test_a_closed_quiz_promises_no_further_attempt(harbour_app: Flask) -> None:
    room = a_room(harbour_app, attempts_allowed=2, closed_at=ago(minutes=1))
    words = words_of(room.visitor.get(room.url))
    assert "This quiz is closed since" in words
    assert "left" not in words


@sqlite_only
def test_the_first_page_says_what_is_asked_and_what_is_shown_when(harbour_app: Flask) -> None:
    room = a_room(harbour_app, minutes=20, attempts_allowed=2, show_key="closed", due_at=ago(days=-1))
    room.change(Participant, extra_percent=50)
    words = words_of(room.visitor.get(room.url))
    assert "30 minutes, 10 more than usual" in words
    assert "2 of 2 left" in words
    assert "After each answer you see whether it was right and an explanation with its source." in words
    assert "Once the quiz is closed for everybody, you see of each answer the right answer." in words
    assert "(Europe/Berlin time)" in words


def test_a_double_click_on_begin_makes_one_sitting(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    first, second = room.visitor.post(room.url), room.visitor.post(room.url)
    assert first.location == second.location == f"{room.url}/1"
    assert room.visitor.get(first.location).location == f"{room.url}/1/1"
    assert (count_of(harbour_app, Sitting), count_of(harbour_app, Attempt)) == (1, 1)


@sqlite_only
def test_the_attempt_opens_on_no_page_of_ones_own_quizzes(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    room.begin()
    with harbour_app.app_context():
        attempt = db.session.scalars(select(Attempt)).one()
    assert room.visitor.get(f"/attempts/{attempt.id}/results").status_code == 404
    with room.visitor.client.session_transaction() as session:
        assert attempt.learner not in str(dict(session))


@sqlite_only
@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"opens_at": ago(days=-1)}, "This quiz is not open yet"),
        ({"closed_at": ago(minutes=1)}, "This quiz is closed"),
        ({"attempts_allowed": 1}, "There is no attempt left"),
    ],
)
def test_what_cannot_be_begun_says_why(harbour_app: Flask, columns: dict[str, Any], words: str) -> None:
    room = a_room(harbour_app, **columns)
    if "attempts_allowed" in columns:
        given_sitting(harbour_app, room.assignment_id, room.learner_id, {})
    reply = room.visitor.post(room.url)
    assert reply.status_code == 409
    assert words in words_of(reply)
    assert room.visitor.get(room.url).status_code == 200


def test_a_further_attempt_gets_the_other_form(harbour_app: Flask) -> None:
    forms = [[a_choice("Pier", "Quay")], [a_choice("Mole", "Dock")]]
    room = a_room(harbour_app, forms, attempts_allowed=2)
    room.begin()
    room.visitor.post(f"{room.url}/1/submit")
    room.begin()
    with harbour_app.app_context():
        assert {one.form for one in db.session.scalars(select(Sitting))} == {0, 1}


def test_feedback_comes_at_once_and_the_first_answer_stands(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    room.begin()
    reply = room.answer(1, "0")
    assert (reply.status_code, reply.location) == (303, f"{room.url}/1/1#feedback")
    assert "Not right" in words_of(room.visitor.get(f"{room.url}/1/1"))
    again = room.answer(1, "1")
    assert "the first answer stands" in words_of(room.visitor.get(again.location))
    assert room.rows() == [(1, 1, ["0"], 0.0, True)]


@sqlite_only
def test_a_close_spelling_may_be_mended_once_where_right_and_wrong_are_told(harbour_app: Flask) -> None:
    room = a_room(harbour_app, [[ROCKINGHAM]])
    room.begin()
    close = room.answer(1, "Rokinghm")
    assert "Close: check the spelling" in words_of(room.visitor.get(close.location))
    room.answer(1, "Rockingham", sent_try="2")
    assert [row[3:] for row in room.rows()] == [(0.0, False), (1.0, True)]


def test_a_deferred_answer_may_be_changed_and_the_last_one_stands(harbour_app: Flask) -> None:
    room = a_room(harbour_app, **DEFERRED)
    room.begin()
    reply = room.answer(1, "0")
    assert reply.location == f"{room.url}/1/2?saved=1"
    assert "Question 1 is saved." in words_of(room.visitor.get(reply.location))
    assert "is saved" not in words_of(room.visitor.get(f"{room.url}/1/2?saved=3"))
    room.answer(1, "1")
    assert room.rows() == [(1, 1, ["1"], 1.0, True)]
    assert 'value="1" id="option-1" checked' in room.visitor.get(f"{room.url}/1/1").text


@sqlite_only
def test_a_deferred_close_spelling_counts_as_it_is(harbour_app: Flask) -> None:
    room = a_room(harbour_app, [[ROCKINGHAM]], **DEFERRED)
    room.begin()
    room.answer(1, "Rokinghm")
    assert room.rows() == [(1, 1, ["Rokinghm"], 0.0, True)]
    assert "Close" not in room.visitor.get(f"{room.url}/1/1").text


@sqlite_only
def test_what_is_no_answer_says_so_and_keeps_the_one_before(harbour_app: Flask) -> None:
    room = a_room(harbour_app, **DEFERRED)
    room.begin()
    room.answer(3, "120")
    reply = room.answer(3, "many")
    assert (reply.status_code, 'value="many"' in reply.text) == (422, True)
    assert room.rows() == [(3, 1, ["120"], 1.0, True)]


def test_a_script_is_answered_in_json(harbour_app: Flask) -> None:
    room = a_room(harbour_app, **DEFERRED)
    room.begin()
    room.visitor.client.environ_base["HTTP_ACCEPT"] = "application/json"
    token = room.visitor.token()
    data = {"csrf_token": token, "sitting": str(room.sitting_id()), "try": "1"}
    post = room.visitor.client.post
    assert post(f"{room.url}/1/1", data={**data, "answer": "0"}).json == {
        "state": "saved",
        "next": f"{room.url}/1/2?saved=1",
    }
    assert post(f"{room.url}/1/2", data=data).json == {
        "state": "invalid",
        "reason": "Tick at least one of the options.",
    }
    other = post(f"{room.url}/1/1", data={**data, "sitting": "0", "answer": "0"})
    assert (other.status_code, other.json and other.json["state"]) == (409, "stranger")


@sqlite_only
def test_an_answer_of_another_sitting_is_not_taken_for_this_one(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    room.begin()
    reply = room.answer(1, "0", sitting="99")
    assert (reply.status_code, room.rows()) == (409, [])


def test_an_answer_on_its_way_is_taken_and_a_late_one_is_shown_again(harbour_app: Flask) -> None:
    room = a_room(harbour_app, minutes=10, **DEFERRED)
    room.begin()
    room.change(Sitting, started_at=ago(minutes=11))
    assert room.answer(3, "120").status_code == 303
    room.change(Sitting, started_at=ago(minutes=13))
    late = room.answer(4, "Captain Ahab")
    assert late.status_code == 409
    assert "Question 4. You answered “Captain Ahab”." in words_of(late)
    assert room.answer(3, "120").status_code == 303  # its reply was lost: it had been taken
    assert [row[0] for row in room.rows()] == [3]


@sqlite_only
def test_nothing_is_told_while_answers_are_still_taken(harbour_app: Flask) -> None:
    room = a_room(harbour_app, minutes=10, **DEFERRED)
    room.begin()
    room.answer(3, "7")
    room.change(Sitting, started_at=ago(minutes=11))
    early = room.visitor.get(f"{room.url}/1/results")
    assert "are still taken until" in words_of(early)
    assert "120 boats" not in early.text
    room.change(Sitting, started_at=ago(minutes=13))
    assert "120 boats" in room.visitor.get(f"{room.url}/1/results").text


@sqlite_only
def test_of_a_blank_nothing_is_told_while_it_could_still_be_answered(harbour_app: Flask) -> None:
    room = a_room(harbour_app, minutes=10)  # everything is shown at once
    room.begin()
    room.change(Sitting, started_at=ago(minutes=11))
    early = room.visitor.get(f"{room.url}/1/results").text
    assert "No answer" in early
    assert "120 boats" not in early
    assert room.answer(3, "120").status_code == 303
    assert "120 boats" in room.visitor.get(f"{room.url}/1/results").text  # it is answered now
    room.change(Sitting, started_at=ago(minutes=13))
    assert "Ekdahl" in room.visitor.get(f"{room.url}/1/results").text


@sqlite_only
def test_more_time_from_the_teacher_opens_a_sitting_again(harbour_app: Flask) -> None:
    room = a_room(harbour_app, minutes=10)
    room.begin()
    room.change(Sitting, started_at=ago(minutes=12))
    assert room.visitor.get(f"{room.url}/1/1").location == f"{room.url}/1/results#question-1"
    room.change(Sitting, extra_minutes=5)
    state = room.visitor.get(f"{room.url}/1/state").json
    assert state
    assert not state["over"]
    assert 170 <= state["left"] <= 180
    assert room.visitor.get(f"{room.url}/1/1").status_code == 200


def test_handing_in_twice_is_handing_in_once(harbour_app: Flask) -> None:
    room = a_room(harbour_app, **DEFERRED)
    room.begin()
    room.answer(3, "120")
    page = words_of(room.visitor.get(f"{room.url}/1/submit"))
    assert "3 of 4 questions are still open" in page
    first = room.visitor.post(f"{room.url}/1/submit")
    with harbour_app.app_context():
        handed_in = db.session.scalars(select(Sitting.submitted_at)).one()
    room.visitor.post(f"{room.url}/1/submit")
    with harbour_app.app_context():
        assert db.session.scalars(select(Sitting.submitted_at)).one() == handed_in
    assert "1 of 4 points" in words_of(room.visitor.get(first.location))
    assert room.answer(1, "1").status_code == 409


@sqlite_only
def test_the_score_follows_what_was_mended(harbour_app: Flask) -> None:
    room = a_room(harbour_app, [[a_choice("Pier", "Quay"), a_choice("Mole", "Dock")]])
    room.begin()
    room.answer(1, "1")
    room.visitor.post(f"{room.url}/1/submit")
    with harbour_app.app_context():
        first, second = db.session.scalars(select(AssignedQuestion).order_by(AssignedQuestion.id))
        first.standing, second.standing = "full", "dropped"
        db.session.commit()
    words = words_of(room.visitor.get(f"{room.url}/1/results"))
    assert "1 of 1 point" in words
    assert "This question does not count." in words


def test_a_problem_is_reported_with_thanks_and_five_times_at_most(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    room.begin()
    url = f"{room.url}/1/2/report"
    assert room.visitor.get(url).status_code == 200
    thanks = room.visitor.post(url, comment="Two are right. <b>Look</b>\x00")
    assert "Thank you." in words_of(room.visitor.get(thanks.location))
    assert room.visitor.post(url, comment=" ").status_code == 422
    too_long = room.visitor.post(url, comment="x" * 1001)
    assert "x" * 1001 in too_long.text
    for _ in range(5):
        last = room.visitor.post(url, comment="Again.")
    assert (last.status_code, count_of(harbour_app, ProblemReport)) == (409, 5)
    with harbour_app.app_context():
        assert db.session.scalars(select(ProblemReport.comment)).first() == "Two are right. <b>Look</b>"


@sqlite_only
def test_a_closed_assignment_still_shows_its_results_and_then_the_key(harbour_app: Flask) -> None:
    room = a_room(harbour_app, **AT_CLOSE)
    room.begin()
    room.answer(3, "7")
    room.visitor.post(f"{room.url}/1/submit")
    before = words_of(room.visitor.get(f"{room.url}/1/results"))
    assert "once your teacher closes this quiz" in before
    assert "You answered “7”." in before
    assert "points" not in before
    room.change(Assignment, closed_at=ago(minutes=3))
    after = words_of(room.visitor.get(f"{room.url}/1/results"))
    assert "0 of 4 points" in after
    assert "The answer: 120 boats." in after
