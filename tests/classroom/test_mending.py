"""Mending a question of an assignment: every mark anew, the old ones kept, and told why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from fractions import Fraction
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.gradebook import Gradebook, Score, credit_of, gradebook
from quizapp.classroom.marking import mark_answer
from quizapp.classroom.mending.queries import mendings_of
from quizapp.generation.question import Question, question_from_json
from quizapp.store.assignments import AssignedQuestion, Assignment
from quizapp.store.attempts import Attempt, Response
from quizapp.store.base import db
from quizapp.store.mendings import Mending, OldMark
from tests.builders import (
    a_choice,
    a_match_question,
    a_number_question,
    a_question,
    a_select_question,
    a_text_question,
    an_order_question,
)
from tests.classroom.building import (
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learners_of,
    teacher_visitor,
)
from tests.taking.test_answering import counted_statements
from tests.visiting import words_of

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
WHY = "The report gives two dates."


class Room:
    """A teacher, three learners, and an assignment."""

    def __init__(self, app: Flask, *forms: Sequence[Question], **columns: object) -> None:
        self.app = app
        self.teacher = given_teacher(app)
        self.class_id = given_class(app, self.teacher)
        self.assignment_id = given_assignment(app, self.class_id, forms, **columns)
        self.learners = learners_of(app, self.class_id)
        self.visitor = teacher_visitor(app, self.teacher)

    def sits(self, learner: int, *answers: Sequence[str], **columns: object) -> int:
        given = dict(enumerate(answers, start=1))
        return given_sitting(self.app, self.assignment_id, self.learners[learner], given, **columns)  # type: ignore[arg-type]

    def url(self, place: int = 0) -> str:
        """Return where the question that was kept first, second … is mended."""
        with self.app.app_context():
            ids = select(AssignedQuestion.id).where(AssignedQuestion.assignment_id == self.assignment_id)
            assigned_id = db.session.scalars(ids.order_by(AssignedQuestion.id)).all()[place]
        return f"/assignments/{self.assignment_id}/questions/{assigned_id}/mend"

    def mend(self, what: str, *answer: str, place: int = 0, reason: str = WHY) -> int:
        sent = {"what": what, "answer": list(answer), "reason": reason}
        return self.visitor.post(self.url(place), **sent).status_code

    def accept(self, *answer: str, place: int = 0) -> int:
        return self.mend(f"accept:{json.dumps(answer)}", place=place)

    def book(self) -> Gradebook:
        with self.app.app_context():
            return gradebook(db.session.get_one(Assignment, self.assignment_id), datetime.now(UTC))

    def facility(self) -> float:
        book = self.book()
        first = [float(credit_of(book.items[0], sat)) for sat in book.first_attempts]
        return sum(first) / len(first)

    def points(self) -> list[float]:
        book = self.book()
        return [float(book.score(sat).points) for sat in book.sittings]


@SQLITE
@pytest.mark.parametrize(
    ("question", "right", "accepted", "again", "other"),
    [
        (a_question(), ["1"], ["0"], ["0"], ["2"]),
        (a_select_question(), ["0", "3"], ["1", "2"], ["2", "1"], ["1"]),
        (a_number_question(), ["120"], ["1,200"], ["1200"], ["7"]),
        (a_text_question(), ["Ekdahl"], ["Captain Ekberg"], ["ekberg"], ["nobody"]),
        (an_order_question(), ["3", "1", "2"], ["1", "3", "2"], ["1", "3", "2"], ["2", "3", "1"]),
        (a_match_question(), ["1", "0", "2"], ["3", "3", "3"], ["3", "3", "3"], ["0", "1", "3"]),
    ],
)
def test_an_answer_accepted_later_gives_everybody_who_gave_it_the_point(
    harbour_app: Flask,
    question: Question,
    right: list[str],
    accepted: list[str],
    again: list[str],
    other: list[str],
) -> None:
    room = Room(harbour_app, [question])
    for learner, answer in enumerate((right, again, other)):
        room.sits(learner, answer)
    before = room.points()
    assert room.accept(*accepted) == 303
    assert room.points() == [1, 1, before[2]]
    assert room.facility() > sum(before) / 3
    assert before[1:] == [0, before[2]]


def test_full_credit_reaches_every_attempt_and_every_form(harbour_app: Flask) -> None:
    shared, alone = a_choice("Mole", "Dock"), a_choice("Pier", "Quay")
    room = Room(harbour_app, [shared, alone], [alone, shared])
    room.sits(0, ["1"], ["1"])
    room.sits(0, ["0"], ["1"], number=2)
    room.sits(1, ["1"], ["1"], form=1)
    room.sits(2)
    assert room.mend("full") == 303
    assert room.points() == [1, 1, 1, 1]
    with harbour_app.app_context():
        old = db.session.scalars(select(OldMark.credit)).all()
    assert old == [0, 0]


def test_a_dropped_question_counts_for_nobody_and_may_be_counted_again(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock"), a_choice("Pier", "Quay")])
    room.sits(0, ["0"], ["1"])
    room.mend("drop")
    book = room.book()
    assert book.score(book.sittings[0]) == Score(Fraction(0), 1)
    assert room.accept("0") == 303
    assert room.points() == [1]
    question = room.url().replace("/questions/", "/results/questions/").removesuffix("/mend")
    for page in (room.url(), question):
        assert "Counted again" in words_of(room.visitor.get(page))


def test_old_marks_are_kept_and_mending_again_keeps_those_between(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_select_question()])
    room.sits(0, ["0"])
    room.accept("0")
    room.mend("full", reason="No option is right.")
    room.mend("drop", reason="It asks two things.")
    with harbour_app.app_context():
        done = db.session.execute(select(Mending.action, Mending.reason).order_by(Mending.id)).all()
        old = db.session.execute(select(OldMark.credit)).scalars().all()
    assert [tuple(row) for row in done] == [
        ("accept", WHY),
        ("full", "No option is right."),
        ("drop", "It asks two things."),
    ]
    assert old == [0.5]
    assert words_of(room.visitor.get(room.url())).count("got another mark") == 3


def test_a_learner_is_told_what_was_corrected_and_why(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_question(), a_choice("Mole", "Dock")])
    sitting = room.sits(0, ["0"], ["0"])
    room.accept("0")
    room.mend("full", reason="Both are <b>right</b>.", place=1)
    room.mend("drop", place=0)
    with harbour_app.app_context():
        attempt = db.session.scalars(select(Attempt.id).where(Attempt.sitting_id == sitting)).one()
        notes = [note for told in mendings_of(attempt).values() for note in told]
    assert [(one.action, one.was, one.now) for one in notes] == [
        ("accept", 0, 1),
        ("drop", 1, 1),
        ("full", 1, 1),
    ]
    assert notes[2].reason == "Both are <b>right</b>."
    with harbour_app.test_request_context():
        told = harbour_app.jinja_env.get_template("partials/_mended.html").render(mended=notes)
    assert "Your mark was 0, is now 1." in told
    assert "&lt;b&gt;right" in told


def test_sending_the_same_mending_twice_mends_once(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_question()])
    room.sits(0, ["0"])
    assert [room.accept("0"), room.accept("0")] == [303, 303]
    with harbour_app.app_context():
        assert len(db.session.scalars(select(Mending)).all()) == 1


@SQLITE
@pytest.mark.parametrize(
    ("what", "answer", "reason", "told"),
    [
        ("full", [], "  ", "Give the reason"),
        ("full", [], "x" * 501, "Use at most 500 characters."),
        ("", [], WHY, "Choose what to do about the question."),
        ("other", [], WHY, "Tick at least one of the options."),
        ('accept:["9"]', [], WHY, "choose from those shown"),
        ("accept:[[", [], WHY, "Tick at least one of the options."),
        ("accept:" + "[" * 5000, [], WHY, "Tick at least one of the options."),
    ],
)
def test_a_bad_form_keeps_what_was_typed_and_names_the_remedy(
    harbour_app: Flask, what: str, answer: list[str], reason: str, told: str
) -> None:
    room = Room(harbour_app, [a_select_question()])
    reply = room.visitor.post(room.url(), what=what, answer=answer, reason=reason)
    assert reply.status_code == 422
    assert told in words_of(reply)
    assert reason.strip() in reply.text


@SQLITE
def test_the_page_says_what_each_way_would_change(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_question(), a_choice("Mole", "Dock")])
    for learner, answer in enumerate(("0", "0", "1")):
        room.sits(learner, [answer], ["0"])
    page = words_of(room.visitor.get(room.url()))
    assert "1989Given 2 times. 2 of 3 learners gain a point; nobody loses." in page
    assert "1999Not given so far. Nobody’s mark changes." in page
    assert "Full credit for everybody, whatever they answered2 of 3 learners gain a point" in page
    assert "Drop it: it no longer counts for anybody2 of 3 learners gain; nobody loses." in page
    assert "1998 Key" in page
    assert "The Gazette" in page


@SQLITE
def test_the_page_asks_the_database_as_often_whatever_the_class(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_question(), a_choice("Mole", "Dock")])
    url, counts = room.url(), []
    room.visitor.get(url)  # the first request of all asks whether the tables are there
    for learner in (0, 1, 2):
        room.sits(learner, ["0"], ["1"])
        with counted_statements(harbour_app) as seen:
            assert room.visitor.get(url).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1] == counts[2] <= 14


@SQLITE
def test_an_answer_that_nobody_gave_can_be_accepted_and_marks_those_to_come(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_text_question()])
    assert room.mend("other", "The harbour master") == 303
    assert credit_of_arriving(harbour_app, room, "Harbor master") == 1
    assert credit_of_arriving(harbour_app, room, "The mayor") == 0


@SQLITE
def test_an_assignment_is_marked_by_the_rules_it_names(harbour_app: Flask) -> None:
    strict = Room(
        harbour_app, [a_select_question()], marking={"select": "ALL_OR_NOTHING", "number": "NO SUCH"}
    )
    usual = Room(harbour_app, [a_select_question()], marking={})
    assert [credit_of_arriving(harbour_app, room, "0") for room in (strict, usual)] == [0, 0.5]


@SQLITE
def test_markup_in_a_reason_is_text(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_question()])
    room.mend("full", reason="<script>alert(1)</script>\x00 & so on")
    page = room.visitor.get(room.url()).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on" in page


@SQLITE
def test_another_teacher_finds_nothing_to_mend(harbour_app: Flask) -> None:
    room, other = Room(harbour_app, [a_question()]), Room(harbour_app, [a_choice("Mole", "Dock")])
    assert other.visitor.post(room.url(), what="full", reason=WHY).status_code == 404
    moved = room.url().replace(f"/assignments/{room.assignment_id}/", f"/assignments/{other.assignment_id}/")
    assert other.visitor.post(moved, what="full", reason=WHY).status_code == 404
    assert room.visitor.get(f"/assignments/{room.assignment_id}/questions/{2**40}/mend").status_code == 404


def test_an_answer_that_arrives_while_a_question_is_mended_is_marked_by_the_new_rule(
    harbour_app: Flask,
) -> None:
    room = Room(harbour_app, [a_question()])
    sitting = room.sits(0)
    marked, mended = Event(), Event()

    def arrive() -> None:
        with harbour_app.test_request_context(method="POST"):
            attempt = db.session.scalars(select(Attempt).where(Attempt.sitting_id == sitting)).one()
            credit = arriving_credit(room, "0")
            marked.set()
            mended.wait(0.5)  # the mending begins, and has to wait for the commit below
            db.session.add(
                Response(
                    attempt_id=attempt.id,
                    position=1,
                    try_number=1,
                    answer=["0"],
                    credit=credit,
                    answered_at=datetime.now(UTC),
                )
            )
            db.session.commit()

    def mend() -> None:
        marked.wait(5)
        assert room.mend("full") == 303
        mended.set()

    with ThreadPoolExecutor() as threads:
        for done in [threads.submit(arrive), threads.submit(mend)]:
            done.result()
    with harbour_app.app_context():
        assert [row.credit for row in db.session.scalars(select(Response))] == [1]
        assert [row.credit for row in db.session.scalars(select(OldMark))] == [0]


def credit_of_arriving(app: Flask, room: Room, raw: str) -> float:
    with app.app_context():
        return arriving_credit(room, raw)


def arriving_credit(room: Room, raw: str) -> float:
    assigned = db.session.scalars(
        select(AssignedQuestion).where(AssignedQuestion.assignment_id == room.assignment_id)
    ).one()
    question = question_from_json(assigned.snapshot)
    answer = parse(question.form, [raw])
    assert isinstance(answer, Answer)
    assignment = db.session.get_one(Assignment, room.assignment_id)
    return float(mark_answer(question, assigned, assignment, answer).credit)
