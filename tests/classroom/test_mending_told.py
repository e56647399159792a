"""What learners and teachers see of a question that was mended: never a mark that is out of date."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.builders import a_choice, a_text_question
from tests.classroom.building import code_of, learner_visitor
from tests.classroom.test_mending import WHY, Room
from tests.visiting import words_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def results_of(room: Room, learner: int) -> str:
    visitor = learner_visitor(room.app, room.learners[learner])
    return words_of(visitor.get(f"/j/{code_of(room.app, room.assignment_id)}/quiz/1/results"))


def test_a_learner_s_results_show_the_corrected_mark_and_why(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock"), a_text_question()])
    room.sits(0, ["1"], ["Ekdahl"])
    room.sits(1, ["0"])
    assert "1 of 2 points" in results_of(room, 0)
    room.accept("1")
    page = results_of(room, 0)
    assert "2 of 2 points" in page
    assert "one more answer is accepted. Your mark was 0, is now 1." in page
    assert f"Reason: {WHY}" in page
    assert "Not right" not in page
    assert "Your mark stays 1." in results_of(room, 1)


def test_a_learner_who_gave_no_answer_gets_full_credit_too_and_is_told(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    room.sits(0)
    room.mend("full")
    page = results_of(room, 0)
    assert "1 of 1 point" in page
    assert "You gave no answer, and get it too." in page


def test_a_correction_is_not_told_before_marks_are(harbour_app: Flask) -> None:
    later = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "closed")
    room = Room(harbour_app, [a_choice("Mole", "Dock")], **later)
    room.sits(0, ["1"])
    room.accept("1")
    page = results_of(room, 0)
    assert "Your mark" not in page
    assert WHY not in page


def test_the_feedback_in_the_middle_of_a_sitting_tells_a_correction(harbour_app: Flask) -> None:
    at_once = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "at once")
    room = Room(harbour_app, [a_choice("Mole", "Dock"), a_text_question()], **at_once)
    room.sits(0, ["1"], submitted=False)
    room.accept("1")
    visitor = learner_visitor(harbour_app, room.learners[0])
    page = words_of(visitor.get(f"/j/{code_of(harbour_app, room.assignment_id)}/quiz/1/1"))
    assert "Your mark was 0, is now 1." in page
    assert f"Reason: {WHY}" in page


def test_an_answer_sent_after_a_mending_is_marked_by_it(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    sitting = room.sits(0, submitted=False)
    room.accept("1")
    visitor = learner_visitor(harbour_app, room.learners[0])
    url = f"/j/{code_of(harbour_app, room.assignment_id)}/quiz/1/1"
    visitor.post(url, answer="1", sitting=str(sitting), **{"try": "1"})
    assert room.points() == [1]


def test_who_answers_after_a_mending_is_told_of_no_former_mark(harbour_app: Flask) -> None:
    at_once = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "at once")
    room = Room(harbour_app, [a_choice("Mole", "Dock"), a_text_question()], **at_once)
    sitting = room.sits(0, submitted=False)
    room.accept("1")
    visitor = learner_visitor(harbour_app, room.learners[0])
    url = f"/j/{code_of(harbour_app, room.assignment_id)}/quiz/1/1"
    visitor.post(url, answer="1", sitting=str(sitting), **{"try": "1"})
    page = words_of(visitor.get(url))
    assert "one more answer is accepted." in page
    assert "Your mark" not in page


def test_the_teacher_s_results_have_the_corrected_marks(harbour_app: Flask) -> None:
    room = Room(harbour_app, [a_choice("Mole", "Dock")])
    room.sits(0, ["1"])
    results = f"/assignments/{room.assignment_id}/marks.csv"
    before = room.visitor.get(results).text
    room.accept("1")
    assert room.visitor.get(results).text != before
    assert "100" in room.visitor.get(results).text
