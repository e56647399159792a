from __future__ import annotations

import csv
import re
from collections import Counter

import pytest
from flask import Flask

from tests.classroom.books import simulated_answers, some_choices
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


def given_results(app: Flask, learners: int, **columns: object) -> tuple[int, int]:
    """Keep a class that has answered six questions, and return the ids of teacher and assignment."""
    teacher = given_teacher(app)
    class_id = given_class(app, teacher, learners)
    assignment_id = given_assignment(app, class_id, [some_choices(6)], **columns)
    for learner, answers in zip(learners_of(app, class_id), simulated_answers(learners, 6), strict=True):
        given_sitting(app, assignment_id, learner, answers, certainty=2)
    return teacher, assignment_id


def test_the_teacher_sees_figures_and_plots_that_a_strict_policy_lets_through(harbour_app: Flask) -> None:
    teacher, assignment_id = given_results(harbour_app, 32, with_certainty=True)
    seen = teacher_visitor(harbour_app, teacher).get(f"/assignments/{assignment_id}/results/items")
    words = words_of(seen)
    assert "from 32 first attempts" in words
    for heading in ("How marks are spread", "Facility against discrimination", "Certainty against accuracy"):
        assert heading in words
    assert seen.text.count("<svg") == 3 + 6
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", seen.text)
    ids = Counter(re.findall(r'\sid="([^"]+)"', seen.text))
    assert [name for name, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_before_anybody_is_done_the_page_says_what_will_appear(harbour_app: Flask) -> None:
    teacher, assignment_id = given_results(harbour_app, 0)
    seen = teacher_visitor(harbour_app, teacher).get(f"/assignments/{assignment_id}/results/items")
    assert "No first attempt with an answer is over yet." in words_of(seen)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_is_somebody_else_s_to_nobody_else(harbour_app: Flask) -> None:
    _, assignment_id = given_results(harbour_app, 0)
    other = teacher_visitor(harbour_app, given_teacher(harbour_app, "Mr Other"))
    assert other.get(f"/assignments/{assignment_id}/results/items").status_code == 404
    assert other.get(f"/assignments/{assignment_id}/items.csv").status_code == 404


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_asks_as_much_of_the_database_for_thirty_learners_as_for_three(harbour_app: Flask) -> None:
    counts = []
    for learners in (3, 31):
        teacher, assignment_id = given_results(harbour_app, learners)
        visitor = teacher_visitor(harbour_app, teacher)
        visitor.get("/")
        with counted_statements(harbour_app) as seen:
            visitor.get(f"/assignments/{assignment_id}/results/items")
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 8


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_csv_has_a_row_a_question_with_numbers_as_they_are(harbour_app: Flask) -> None:
    teacher, assignment_id = given_results(harbour_app, 12)
    sent = teacher_visitor(harbour_app, teacher).get(f"/assignments/{assignment_id}/items.csv")
    rows = list(csv.DictReader(sent.text.removeprefix("\ufeff").splitlines()))
    assert [row["Question"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    first = rows[0]
    assert float(first["Facility, low"]) < float(first["Facility"]) < float(first["Facility, high"])
    assert (first["Option A"], first["A is right"], first["B is right"]) == ("Pier 0", "yes", "no")
    assert first["Discrimination"] == ""
    assert first["Not told because"] == "it takes 30 first attempts; there are 12"
