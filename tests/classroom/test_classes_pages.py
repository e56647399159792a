"""Classes as their teacher sees, makes and changes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from quizapp.classroom.participants import LARGEST_TICKET
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from tests.classroom.building import (
    class_of,
    code_of,
    count_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learner_visitor,
    learners_of,
    teacher_visitor,
)
from tests.visiting import words_of

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Teacher:
    """A teacher who is signed in, with a class of three."""

    def __init__(self, app: Flask, learners: int = 3, **columns: object) -> None:
        self.app = app
        self.id = given_teacher(app)
        self.class_id = given_class(app, self.id, learners, **columns)
        self.visitor = teacher_visitor(app, self.id)
        self.url = f"/classes/{self.class_id}"

    def learner_url(self, place: int = 0) -> str:
        return f"{self.url}/learners/{learners_of(self.app, self.class_id)[place]}"

    def learner(self, place: int = 0) -> Participant:
        with self.app.app_context():
            return db.session.get_one(Participant, learners_of(self.app, self.class_id)[place])


@pytest.fixture
def teacher(harbour_app: Flask) -> Teacher:
    return Teacher(harbour_app)


@contextmanager
def queries_counted(app: Flask) -> Iterator[list[str]]:
    seen: list[str] = []

    def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", see)
    yield seen
    event.remove(engine, "before_cursor_execute", see)


@on_sqlite
def test_a_teacher_without_a_class_is_told_the_way_to_a_first_quiz(harbour_app: Flask) -> None:
    page = teacher_visitor(harbour_app, given_teacher(harbour_app)).get("/classes")
    assert "Three steps to a first quiz" in words_of(page)
    assert 'href="/classes/new"' in page.text


def test_each_class_shows_its_newest_assignments_with_their_state(teacher: Teacher) -> None:
    now = datetime.now(UTC)
    old = given_assignment(teacher.app, teacher.class_id, title="Old", due_at=now - timedelta(days=1))
    given_assignment(teacher.app, teacher.class_id, title="To come", opens_at=now + timedelta(days=1))
    given_sitting(teacher.app, old, learners_of(teacher.app, teacher.class_id)[0], {1: ["0"]})
    given_sitting(teacher.app, old, learners_of(teacher.app, teacher.class_id)[1], {}, submitted=False)
    words = words_of(teacher.visitor.get("/classes"))
    assert words.index("To come") < words.index("Old")
    assert "Not open yet opens" in words
    assert re.search(r"Closed since .* 1 of 3 handed in", words)


@on_sqlite
def test_the_page_of_all_classes_costs_as_many_queries_whatever_their_number(teacher: Teacher) -> None:
    given_assignment(teacher.app, teacher.class_id)
    teacher.visitor.get("/classes")
    with queries_counted(teacher.app) as few:
        teacher.visitor.get("/classes")
    for _ in range(8):
        given_assignment(teacher.app, given_class(teacher.app, teacher.id))
    with queries_counted(teacher.app) as many:
        teacher.visitor.get("/classes")
    assert len(few) == len(many) <= 6


def test_a_class_is_made_with_the_names_that_were_pasted(teacher: Teacher) -> None:
    names = "Lovelace, Ada\nOkri, Ben\n"
    sent = {"title": " Civics  9a", "naming": "roster", "time_zone": "Asia/Kathmandu", "names": names}
    made = teacher.visitor.post("/classes/new", **sent)
    page = words_of(teacher.visitor.get(made.location))
    assert made.status_code == 303
    assert "Civics 9a" in page
    assert "Lovelace, Ada Not joined" in page
    assert class_of(teacher.app, int(re.findall(r"\d+", made.location)[0])).time_zone == "Asia/Kathmandu"


def test_a_new_class_with_problems_keeps_what_was_typed_until_its_teacher_agrees(teacher: Teacher) -> None:
    sent = {"title": "Civics 9a", "naming": "roster", "time_zone": "Europe/Paris", "names": "Ada\nBen\nADA"}
    refused = teacher.visitor.post("/classes/new", **sent)
    assert refused.status_code == 422
    assert "Line 3: “ADA” stands in line 1 already" in words_of(refused)
    assert "Ada\nBen\nADA</textarea>" in refused.text
    assert count_of(teacher.app, SchoolClass) == 1
    assert teacher.visitor.post("/classes/new", **sent, leave_out="y").status_code == 303
    assert count_of(teacher.app, Participant) == 3 + 2


@on_sqlite
@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", " ", "Give the class a name"),
        ("title", "x" * 81, "at most 80 characters"),
        ("time_zone", "Europe/Atlantis", "Choose a time zone from the list"),
        ("naming", "number", "Not a valid choice"),
    ],
    ids=["no title", "long title", "zone", "naming"],
)
def test_a_bad_setting_is_told_at_its_field(teacher: Teacher, field: str, value: str, message: str) -> None:
    good = {"title": "Civics <i>9a</i>", "naming": "generated", "time_zone": "UTC"}
    refused = teacher.visitor.post("/classes/new", **{**good, field: value})
    assert (refused.status_code, message in words_of(refused)) == (422, True)


@on_sqlite
def test_a_new_class_has_the_time_zone_of_the_last_one(teacher: Teacher) -> None:
    page = teacher.visitor.get("/classes/new").text
    assert '<option value="Europe/Berlin" selected>' in page
    assert "data-zone-of-browser" not in page
    newcomer = teacher_visitor(teacher.app, given_teacher(teacher.app)).get("/classes/new").text
    assert '<option value="UTC" selected>' in newcomer
    assert "data-zone-of-browser" in newcomer


def test_settings_are_changed_and_markup_stays_text(teacher: Teacher) -> None:
    sent = {"title": "<b>8c</b>", "naming": "generated", "time_zone": "UTC"}
    saved = teacher.visitor.post(f"{teacher.url}/edit", **sent)
    page = teacher.visitor.get(saved.location)
    assert "&lt;b&gt;8c&lt;/b&gt;" in page.text
    assert "<b>8c" not in page.text
    assert "Learners go by a name made for them. Times are in UTC." in words_of(page)


def test_a_learner_is_renamed_and_given_time(teacher: Teacher) -> None:
    assert teacher.visitor.post(teacher.learner_url(), name="Ada", extra="none").status_code == 303
    assert (teacher.learner().name, teacher.learner().untimed) == ("Ada", True)
    assert teacher.visitor.post(teacher.learner_url(), name="Ada", extra="50").status_code == 303
    assert (teacher.learner().untimed, teacher.learner().extra_percent) == (False, 50)


def test_a_name_that_another_learner_has_is_refused_and_kept_in_the_field(teacher: Teacher) -> None:
    refused = teacher.visitor.post(teacher.learner_url(), name="LEARNER  2", extra="25")
    assert refused.status_code == 422
    assert "Another learner of this class has that name" in words_of(refused)
    assert 'value="LEARNER 2"' in refused.text
    assert (teacher.learner().name, teacher.learner().extra_percent) == ("Learner 1", 0)


def test_a_freed_name_is_nobodys_and_its_answers_stay(teacher: Teacher) -> None:
    before = teacher.learner()
    assignment = given_assignment(teacher.app, teacher.class_id)
    sitting = given_sitting(teacher.app, assignment, before.id, {1: ["0"]})
    freed = teacher.visitor.post(f"{teacher.learner_url()}/free")
    after = teacher.learner()
    assert "The name is free" in words_of(teacher.visitor.get(freed.location))
    assert after.joined_at is None
    assert after.claim not in (before.claim, before.claim + 1)
    assert after.claim > LARGEST_TICKET  # so no form can ask for it
    assert after.resume_code != before.resume_code
    assert sitting


def test_the_browser_of_a_removed_learner_is_not_the_one_added_next(teacher: Teacher) -> None:
    teacher.visitor.post(f"{teacher.url}/roster", names="Ada")
    browser = learner_visitor(teacher.app, teacher.learner(3).id)
    door = f"/j/{code_of(teacher.app, given_assignment(teacher.app, teacher.class_id))}"
    assert browser.get(door).status_code == 303
    teacher.visitor.post(f"{teacher.learner_url(3)}/remove")
    teacher.visitor.post(f"{teacher.url}/roster", names="Grace")  # on SQLite, with the same id
    assert browser.get(door).status_code == 200


def test_removing_a_learner_says_what_goes_and_takes_it_along(teacher: Teacher) -> None:
    assignment = given_assignment(teacher.app, teacher.class_id)
    given_sitting(
        teacher.app, assignment, learners_of(teacher.app, teacher.class_id)[0], {1: ["0"], 2: ["0"]}
    )
    assert "1 attempt with 2 answers" in words_of(teacher.visitor.get(teacher.learner_url()))
    teacher.visitor.post(f"{teacher.learner_url()}/remove")
    assert count_of(teacher.app, Participant) == 2


@on_sqlite
@pytest.mark.parametrize(
    "path", ["", "/edit", "/purge", "/learners/1", "/roster", "/learners/1/free", "/learners/1/remove"]
)
def test_nobody_else_sees_or_changes_a_class(teacher: Teacher, path: str) -> None:
    other = teacher_visitor(teacher.app, given_teacher(teacher.app))
    learner = learner_visitor(teacher.app, learners_of(teacher.app, teacher.class_id)[0])
    url = f"{teacher.url}{path}"
    if path not in ("/roster", "/learners/1/free", "/learners/1/remove"):
        assert other.get(url).status_code == 404
        assert learner.get(url).status_code == 302 or "sign-in" in learner.get(url).location
    if path:
        assert other.post(url, title="x", name="x", extra="0").status_code == 404
        assert learner.post(url, title="x", name="x", extra="0").status_code in (302, 303, 403)
    assert count_of(teacher.app, Participant) == 3


@on_sqlite
@pytest.mark.parametrize("number", ["999", "99999999999"])
def test_a_learner_of_another_class_is_unknown_here(teacher: Teacher, number: str) -> None:
    other = Teacher(teacher.app)
    assert teacher.visitor.get(f"{teacher.url}/learners/{number}").status_code == 404
    there = other.learner_url().rsplit("/", 1)[1]
    assert teacher.visitor.get(f"{teacher.url}/learners/{there}").status_code == 404
