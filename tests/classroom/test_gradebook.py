from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from flask import Flask

from quizapp.classroom.gradebook import Gradebook, gradebook
from quizapp.store.assignments import AssignedQuestion, Assignment
from quizapp.store.base import db
from tests.builders import a_choice
from tests.classroom.building import (
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learners_of,
)

FIRST = [a_choice("Pier", "Quay"), a_choice("Mole", "Dock")]
SECOND = [a_choice("Mole", "Dock"), a_choice("Slip", "Ramp")]


def book_of(app: Flask, assignment_id: int) -> Gradebook:
    with app.app_context():
        return gradebook(db.session.get_one(Assignment, assignment_id), datetime.now(UTC))


def test_scores_a_sitting_of_its_own_form_and_blanks_earn_nothing(harbour_app: Flask) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app))
    assignment_id = given_assignment(harbour_app, class_id, [FIRST, SECOND])
    one, two, _ = learners_of(harbour_app, class_id)
    given_sitting(harbour_app, assignment_id, one, {1: ["0"], 2: ["0"]})
    given_sitting(harbour_app, assignment_id, two, {2: ["0"]}, form=1)
    book = book_of(harbour_app, assignment_id)
    assert [book.score(sat).points for sat in book.sittings] == [2, 1]
    assert [item.question.options[0].text for item in book.items_of(1)] == ["Mole", "Slip"]
    assert len(book.items) == 3


def test_dropped_questions_do_not_count_and_full_credit_reaches_blanks(harbour_app: Flask) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app))
    assignment_id = given_assignment(harbour_app, class_id, [FIRST])
    given_sitting(harbour_app, assignment_id, learners_of(harbour_app, class_id)[0], {})
    with harbour_app.app_context():
        first, second = db.session.query(AssignedQuestion).order_by(AssignedQuestion.id)
        first.standing, second.standing = "full", "dropped"
        db.session.commit()
    book = book_of(harbour_app, assignment_id)
    assert book.score(book.sittings[0]).share == Fraction(1)
    assert book.score(book.sittings[0]).of == 1


def test_a_sitting_counts_as_a_first_attempt_once_it_is_over(harbour_app: Flask) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app))
    assignment_id = given_assignment(harbour_app, class_id)
    one, two, three = learners_of(harbour_app, class_id)
    given_sitting(harbour_app, assignment_id, one, {})
    given_sitting(harbour_app, assignment_id, one, {}, number=2)
    given_sitting(harbour_app, assignment_id, two, {}, submitted=False)
    book = book_of(harbour_app, assignment_id)
    assert [sat.participant_id for sat in book.first_attempts] == [one]
    assert three in {one.id for one in book.participants}
