from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy import event

from quizapp.generation.question import Question
from quizapp.store.assignments import AssignedQuestion
from quizapp.store.base import db
from quizapp.store.classes import Participant
from quizapp.store.mendings import Mending, ProblemReport
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_quiz,
    a_reference,
    a_select_question,
    a_text_question,
    an_option,
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
from tests.visiting import words_of

EVERY_FORM = (*a_quiz(), an_order_question(), a_match_question())
RIGHT = {1: ["1"], 2: ["0", "3"], 3: ["120"], 4: ["Ekdahl"], 5: ["3", "1", "2"], 6: ["1", "0", "2"]}
WRONG = {1: ["0"], 2: ["1"], 3: ["12"], 4: ["Holm"], 5: ["1", "2", "3"], 6: ["3", "0", "2"]}
OPEN_PAGES = ("results", "results/misconceptions", "results/misconceptions?project=1&at=1", "progress")

sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Room:
    """A class with its teacher at the results of an assignment."""

    def __init__(
        self, app: Flask, learners: int, forms: Sequence[Sequence[Question]] = (), **columns: object
    ):
        self.app = app
        self.teacher_id = given_teacher(app)
        self.class_id = given_class(app, self.teacher_id, learners, title="Civics 8b")
        self.assignment_id = given_assignment(app, self.class_id, forms or [EVERY_FORM], **columns)
        self.learners = learners_of(app, self.class_id)
        self.teacher = teacher_visitor(app, self.teacher_id)

    @property
    def url(self) -> str:
        return f"/assignments/{self.assignment_id}"

    def words(self, page: str) -> str:
        answer = self.teacher.get(f"{self.url}/{page}")
        assert answer.status_code == 200, page
        return words_of(answer)

    def item_ids(self) -> list[int]:
        with self.app.app_context():
            rows = db.session.query(AssignedQuestion.id).filter_by(assignment_id=self.assignment_id)
            return [row[0] for row in rows.order_by(AssignedQuestion.id)]

    def table(self, page: str) -> list[list[str]]:
        text = self.teacher.get(f"{self.url}/{page}").get_data().decode("utf-8-sig")
        return list(csv.reader(StringIO(text, newline="")))


@contextmanager
def counted_selects(app: Flask) -> Iterator[list[str]]:
    seen: list[str] = []
    with app.app_context():
        engine = db.engine

    def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", see)
    yield seen
    event.remove(engine, "before_cursor_execute", see)


def test_before_anybody_has_begun_every_page_is_calm(harbour_app: Flask) -> None:
    room = Room(harbour_app, 2)
    assert "Nobody has begun yet; 2 learners are in the class." in room.words("results")
    assert "Nobody has begun yet" in room.words("results")
    assert "No first attempt is over yet" in room.words("results/misconceptions")
    assert "Nothing to show yet" in room.words("results/misconceptions?project=1&at=3")
    assert "has not begun this assignment" in room.words(f"results/learners/{room.learners[0]}")
    for item in room.item_ids():
        assert "Nobody has answered it" in room.words(f"results/questions/{item}")
    assert [row[5] for row in room.table("marks.csv")] == ["State", "not begun", "not begun"]
    assert len(room.table("responses.csv")) == 1


def test_progress_tells_who_is_how_far(harbour_app: Flask) -> None:
    room = Room(harbour_app, 4, minutes=30)
    now = datetime.now(UTC)
    one, two, three, _ = room.learners
    given_sitting(harbour_app, room.assignment_id, one, RIGHT)
    given_sitting(harbour_app, room.assignment_id, two, {1: ["0"]}, submitted=False)
    given_sitting(
        harbour_app, room.assignment_id, three, {}, submitted=False, started_at=now - timedelta(hours=1)
    )
    words = room.words("progress")
    assert "3 learners have begun, 2 of them are done; 1 has not begun" in words
    assert ".</strong> 3 learners" in " ".join(room.teacher.get(f"{room.url}/progress").text.split())
    assert "Learner 1 6 of 6 Handed in" in words
    assert "Learner 2 1 of 6 Working, 20 minutes left" in words
    assert "Learner 3 0 of 6 Time is up" in words
    assert "Not begun Learner 4" in words


def test_the_highest_attempt_is_the_mark(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, attempts_allowed=3)
    (one,) = room.learners
    for number, answers in enumerate((WRONG, RIGHT, {1: ["1"]}), start=1):
        given_sitting(harbour_app, room.assignment_id, one, answers, number=number)
    assert "Learner 1 100% 6 of 6 1: 11.1% · 2: 100% · 3: 16.7%" in room.words("results")
    assert [row[-1] for row in room.table("marks.csv")] == ["Mark that counts", "", "yes", ""]
    assert "Attempt 2 100% Counts" in room.words(f"results/learners/{one}")


@sqlite_only
def test_under_ten_first_attempts_there_are_counts_only(harbour_app: Flask) -> None:
    room = Room(harbour_app, 10, [[a_question()]])
    for one in room.learners[:9]:
        given_sitting(harbour_app, room.assignment_id, one, {1: ["1"]})
    assert "In which year did the harbour open? 9 of 9" in room.words("results")
    given_sitting(harbour_app, room.assignment_id, room.learners[9], {})
    assert "In which year did the harbour open? 90% 60% to 98%, n = 10" in room.words("results")


@sqlite_only
def test_full_credit_for_everybody_is_no_facility(harbour_app: Flask) -> None:
    room = Room(harbour_app, 10, [[a_question()]])
    for one in room.learners:
        given_sitting(harbour_app, room.assignment_id, one, {1: ["0"]})
    with harbour_app.app_context():
        db.session.query(AssignedQuestion).filter_by(assignment_id=room.assignment_id).one().standing = "full"
        db.session.commit()
    assert "In which year did the harbour open? Full credit for all –" in room.words("results")


@sqlite_only
def test_attempts_without_an_answer_are_told_where_item_analysis_leaves_them_out(harbour_app: Flask) -> None:
    room = Room(harbour_app, 10, [[a_question()]])
    for one in room.learners[:9]:
        given_sitting(harbour_app, room.assignment_id, one, {1: ["1"]})
    assert "without a single answer" not in room.words("results")
    given_sitting(harbour_app, room.assignment_id, room.learners[9], {})
    assert "1 of them is without a single answer" in room.words("results")


@sqlite_only
def test_the_hardest_question_comes_first_if_asked(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, [[a_question(), a_text_question()]])
    given_sitting(harbour_app, room.assignment_id, room.learners[0], {1: ["1"]})
    words = room.words("results?order=hardest")
    assert words.index("said that the harbour was paid for") < words.index("In which year did the harbour")


def test_a_learners_page_has_every_answer_and_what_was_left_blank(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, with_certainty=True)
    given_sitting(harbour_app, room.assignment_id, room.learners[0], WRONG | {6: RIGHT[6]}, certainty=3)
    words = room.words(f"results/learners/{room.learners[0]}")
    assert "Chose “1989”. Because of 1989" in words
    assert "Wrote “Holm”. The answer: Captain Ekdahl." in words
    assert "Certainty: sure. Certainty mark: −6." in words
    assert "bonus for certainty −" in words
    blank = Room(harbour_app, 1)
    given_sitting(harbour_app, blank.assignment_id, blank.learners[0], {})
    assert "Question 3 No answer According to" in blank.words(f"results/learners/{blank.learners[0]}")


def test_a_question_shows_how_many_chose_what(harbour_app: Flask) -> None:
    room = Room(harbour_app, 3)
    for one, answers in zip(room.learners, (WRONG, WRONG, RIGHT), strict=True):
        given_sitting(harbour_app, room.assignment_id, one, answers)
    pages = [room.words(f"results/questions/{item}") for item in room.item_ids()]
    assert "1989 From another fact 2 of 3 Because of 1989" in pages[0]
    assert "1998 Key 1 of 3" in pages[0]
    assert "A car park From another fact 2 of 3" in pages[1]
    assert "“12” Not right 2 of 3" in pages[2]
    assert "“The ferry sailed” before “The pier was built” 2 of 3" in pages[4]
    assert "1931 2 of 3 1905 Key 1 of 3" in pages[5]


def test_reports_and_mendings_stand_with_their_question_and_markup_is_text(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1)
    sitting = given_sitting(harbour_app, room.assignment_id, room.learners[0], WRONG)
    item, now = room.item_ids()[0], datetime.now(UTC)
    with harbour_app.app_context():
        db.session.add(
            ProblemReport(
                sitting_id=sitting, assigned_id=item, comment="<b>Two</b> are right", reported_at=now
            )
        )
        mended = Mending(
            assigned_id=item, action="accept", accepted=["2"], reason="It is", teacher="T", mended_at=now
        )
        db.session.add(mended)
        db.session.get_one(AssignedQuestion, item).standing = "dropped"
        db.session.commit()
    assert "In which year did the harbour open? Dropped 1 report" in room.words("results")
    page = room.teacher.get(f"{room.url}/results/questions/{item}")
    assert "&lt;b&gt;Two&lt;/b&gt; are right" in page.text
    assert "Also accepted: 1999: It is" in words_of(page)
    assert "of 5 points" in room.words(f"results/learners/{room.learners[0]}")
    assert "1 question that was dropped or given full credit is left out" in room.words(
        "results/misconceptions"
    )


def test_misconceptions_name_the_idea_its_source_and_nobody(harbour_app: Flask) -> None:
    room = Room(harbour_app, 4)
    for one, answers in zip(room.learners, (WRONG, WRONG, RIGHT, {}), strict=True):
        given_sitting(harbour_app, room.assignment_id, one, answers)
    for page in ("results/misconceptions", "results/misconceptions?project=1&at=1"):
        words = room.words(page)
        assert "2 of 3 chose “1989”; the answer is “1998”" in words
        assert "Mayor Lindqvist said that the harbour opened in 1998." in words
        assert "Paragraphs 2 and 3" in words
        assert "Learner" not in words
    assert "1 left it blank." in room.words("results/misconceptions")


def test_the_wall_goes_from_one_to_the_next_and_stops_at_the_last(harbour_app: Flask) -> None:
    room = Room(harbour_app, 2, [[a_question(), a_select_question()]])
    for one in room.learners:
        given_sitting(harbour_app, room.assignment_id, one, {1: ["0"], 2: ["0", "2", "3"]})
    first, last = (room.teacher.get(f"{room.url}/results/misconceptions?project=1&at={n}") for n in (1, 99))
    assert 'rel="next"' in first.text
    assert 'rel="prev"' not in first.text
    assert 'rel="next"' not in last.text
    assert "2 of 2 ticked “A cinema”, which does not belong" in words_of(last)
    assert "2 of 2 chose “1989”" in room.words("results/misconceptions?project=1")


def test_the_tables_open_in_a_spreadsheet_and_run_nothing(harbour_app: Flask) -> None:
    room = Room(harbour_app, 2, with_certainty=True)
    with harbour_app.app_context():
        db.session.get_one(Participant, room.learners[0]).name = "=HYPERLINK(1)"
        db.session.commit()
    given_sitting(harbour_app, room.assignment_id, room.learners[0], WRONG, certainty=2)
    answer = room.teacher.get(f"{room.url}/marks.csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert "filename*=UTF-8''Civics%208b" in answer.headers["Content-Disposition"]
    marks, responses = room.table("marks.csv"), room.table("responses.csv")
    assert {len(row) for row in marks} == {13}
    assert marks[1][0] == "'=HYPERLINK(1)"
    assert marks[1][6:10] == ["6", "0.6667", "6", "11.1111"]
    assert [row[5] for row in responses[1:3]] == ["1989", "A car park"]
    assert {len(row) for row in responses} == {11}


@sqlite_only
def test_times_are_those_of_the_class(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1)
    began = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    given_sitting(
        harbour_app, room.assignment_id, room.learners[0], {1: ["0"]}, started_at=began, submitted_at=began
    )
    row = room.table("marks.csv")[1]
    assert row[3] == "2026-07-02 00:30:00"
    assert "Begun 2 July 2026, 00:30" in room.words(f"results/learners/{room.learners[0]}")


@sqlite_only
def test_parallel_forms_are_told_apart(harbour_app: Flask) -> None:
    room = Room(
        harbour_app, 2, [[a_question(), a_number_question()], [a_number_question(), a_text_question()]]
    )
    one, two = room.learners
    given_sitting(harbour_app, room.assignment_id, one, {1: ["1"], 2: ["120"]})
    given_sitting(harbour_app, room.assignment_id, two, {1: ["7"]}, form=1)
    assert "A 2, B 1 How many boats does it hold? 1 of 2" in room.words("results")
    assert [row[2:4] for row in room.table("responses.csv")[1:]] == [
        ["A", "1"],
        ["A", "2"],
        ["B", "1"],
        ["B", "2"],
    ]
    assert "Form B." in room.words(f"results/learners/{two}")


@sqlite_only
def test_other_ids_than_the_assignments_own_are_not_there(harbour_app: Flask) -> None:
    room, other = Room(harbour_app, 1), Room(harbour_app, 1)
    sitting = given_sitting(harbour_app, other.assignment_id, other.learners[0], {})
    for page in (
        f"results/learners/{other.learners[0]}",
        f"results/questions/{other.item_ids()[0]}",
        "results/learners/99999999999",
        f"results/learners/{room.learners[0]}?attempt=7",
    ):
        assert room.teacher.get(f"{room.url}/{page}").status_code == 404
    assert room.teacher.post(f"{room.url}/sittings/{sitting}/time", seen="0").status_code == 404
    for page in (*OPEN_PAGES, "marks.csv", "responses.csv"):
        assert other.teacher.get(f"{room.url}/{page}").status_code == 404


def test_the_pages_cost_the_same_queries_for_two_learners_and_for_twelve(harbour_app: Flask) -> None:
    def cost(learners: int) -> list[int]:
        room = Room(harbour_app, learners)
        for one in room.learners:
            given_sitting(harbour_app, room.assignment_id, one, WRONG)
        pages = (*OPEN_PAGES, "marks.csv", "responses.csv", f"results/questions/{room.item_ids()[0]}")
        found = []
        for page in pages:
            with counted_selects(harbour_app) as seen:
                assert room.teacher.get(f"{room.url}/{page}").status_code == 200
            found.append(len(seen))
        return found

    cost(1)  # the first request of all asks for the version of the tables
    few = cost(2)
    assert cost(12) == few
    assert max(few) <= 14


def test_notes_are_numbered_through_the_page(harbour_app: Flask) -> None:
    lure = an_option("1989", citations=(a_reference(fact="first-plan", paragraphs=(2, 3)),))
    question = a_question(options=(lure, an_option("1998", correct=True), an_option("1999")))
    room = Room(harbour_app, 2, [[question]])
    for one in room.learners:
        given_sitting(harbour_app, room.assignment_id, one, {1: ["0"]})
    page = room.teacher.get(f"{room.url}/results/misconceptions").text
    assert page.count('id="note-1"') == page.count('id="note-2"') == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_page_of_an_assignment_tells_the_same_way_down_to_it(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1)
    for page in ("", "/results", "/results/misconceptions", "/results/items", "/reports"):
        found = re.search(r'class="crumbs".*?</nav>', room.teacher.get(f"{room.url}{page}").text, re.S)
        assert found
        assert re.findall(r"<a [^>]*>([^<]*)<", found[0]) == ["Classes", "Civics 8b"]
