from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from quizapp.assessment.review import Moment
from quizapp.classroom.assigning import operations
from quizapp.classroom.assigning.pressing import MADE_ANEW, NOTHING_CHOSEN
from quizapp.classroom.codes import LETTERS
from quizapp.classroom.times import policy_of
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat
from quizapp.store.base import db
from quizapp.store.classes import SchoolClass
from tests.classroom.assigning import Maker, bridges_app, errors_in, fields_of
from tests.classroom.building import (
    count_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learners_of,
    teacher_visitor,
)
from tests.visiting import Visitor, words_of

__all__ = ["bridges_app"]

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


BAD_SETTINGS: list[tuple[dict[str, str | list[str]], str]] = [
    ({"title": "\x07 "}, "Give it a title"),
    ({"title": "x" * 81}, "at most 80 characters"),
    ({"due_at": "2020-01-01T10:00"}, "would close at once"),
    ({"due_at": "2051-01-01T10:00", "opens_at": "2052-01-01T10:00"}, "due before it opens"),
    ({"opens_at": "2049-03-28T02:30"}, "clocks in Europe/Berlin are put forward"),
    ({"due_at": "tomorrow"}, "not a date and a time"),
    ({"attempts": ""}, "from 1 to 20"),
    ({"attempts": "many"}, "from 1 to 20"),
    ({"minutes": "0"}, "from 1 to 600 minutes"),
    ({"minutes": "1e3"}, "from 1 to 600 minutes"),
    ({"show_correctness": "closed", "show_explanation": "closed"}, "The key tells right from wrong"),
]

BAD_CHOICES: list[tuple[dict[str, str | list[str]], str]] = [
    ({"topics": []}, "Tick at least one topic"),
    ({"kinds": []}, "Tick at least one kind"),
    ({"length": "other", "other_length": ""}, "from 1 to 50"),
    ({"length": "other", "other_length": "51"}, "from 1 to 50"),
]


def address_of(page: str, words: str) -> str:
    """Return where a link of these words on a page leads."""
    for url, inside in re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', page, re.S):
        if words in " ".join(re.sub(r"<[^>]+>", "", inside).split()):
            return str(url)
    raise AssertionError(f"no link {words!r} on the page")


def test_from_the_front_page_to_a_shared_code_in_at_most_six_clicks(bridges_app: Flask) -> None:
    teacher_id = given_teacher(bridges_app)
    given_class(bridges_app, teacher_id)
    visitor, page, clicks = teacher_visitor(bridges_app, teacher_id), "", 0
    page = visitor.get("/").text
    for link in ("Classes", "New assignment"):
        page, clicks = visitor.get(address_of(page, link)).text, clicks + 1
    form = fields_of(visitor.get(address := f"/classes/{1}/assignments/new"))
    handed = visitor.post(address, **form, do="assign")
    shared, clicks = visitor.get(handed.location).text, clicks + 1
    with bridges_app.app_context():
        code = db.session.scalars(select(Assignment.code)).one()
    assert f"{code[:3]} {code[3:]}" in shared
    assert set(code) <= set(LETTERS)
    assert clicks <= 6


@on_sqlite
def test_a_teacher_without_a_class_makes_one_by_its_name_and_goes_on(bridges_app: Flask) -> None:
    visitor = teacher_visitor(bridges_app, given_teacher(bridges_app))
    assert "First, a class" in words_of(visitor.get("/assign"))
    refused = visitor.post("/assign", title=" ", time_zone="Asia/Tokyo", naming="nickname")
    assert refused.status_code == 422
    assert 'value="Asia/Tokyo" selected' in refused.text
    made = visitor.post("/assign", title="Civics", time_zone="Asia/Tokyo", naming="nickname")
    assert made.location == "/classes/1/assignments/new"
    assert visitor.get("/assign").location == made.location
    with bridges_app.app_context():
        assert db.session.scalars(select(SchoolClass.time_zone)).one() == "Asia/Tokyo"


@on_sqlite
def test_a_teacher_with_several_classes_chooses(bridges_app: Flask) -> None:
    teacher_id = given_teacher(bridges_app)
    for title in ("8a", "8b & <b>co</b>"):
        given_class(bridges_app, teacher_id, title=title)
    given_class(bridges_app, given_teacher(bridges_app), title="Somebody else’s")
    page = teacher_visitor(bridges_app, teacher_id).get("/assign")
    assert address_of(page.text, "8a") == "/classes/1/assignments/new"
    assert "8b &amp; &lt;b&gt;co&lt;/b&gt;" in page.text
    assert "Somebody" not in page.text


def test_what_is_handed_out_is_what_was_shown(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    shown = re.findall(r'<p class="stem">(.*?)</p>', maker.press("show", length="5", forms="2").text)
    kept = maker.kept(maker.hand_out(title="  A <i>quiz</i>\n"))
    with bridges_app.app_context():
        seats = db.session.scalar(select(func.count()).select_from(FormSeat))
        ids = db.session.scalars(select(AssignedQuestion.question_id)).all()
        stems = [row.snapshot["stem"] for row in db.session.scalars(select(AssignedQuestion))]
    assert (kept.forms, seats, kept.pack) == (2, 10, "bridges")
    assert len(ids) == len(set(ids))
    assert {stem.replace("’", "'") for stem in stems} == {stem.replace("’", "'") for stem in shown}
    assert kept.title == "A <i>quiz</i>"
    assert kept.blueprint["length"] == 5
    page = maker.visitor.get(f"/assignments/{kept.id}")
    assert "A &lt;i&gt;quiz&lt;/i&gt;" in page.text
    assert "<i>quiz" not in page.text


@on_sqlite
def test_looking_and_pressing_keep_nothing(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    for button in ("show", "other", "swap-0-0", "leave-0-0", "restore", "nonsense", "swap-5-99"):
        assert maker.press(button).status_code == 200
    assert count_of(bridges_app, Assignment) == 0


@on_sqlite
def test_each_question_shows_its_key_its_source_and_its_difficulty(bridges_app: Flask) -> None:
    words = words_of(Maker(bridges_app).page)
    assert words.count("Key and source") == 10
    assert len(re.findall(r"difficulty \d+", words)) >= 10
    assert "Says " in words
    assert "Mean difficulty" in words


@on_sqlite
def test_one_press_swaps_a_question_and_one_leaves_it_out(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    before = maker.chosen()[0]
    assert "Swapped" in words_of(maker.press("swap-0-1")) or "no other" in words_of(maker.page)
    swapped = maker.chosen()[0]
    assert len(swapped) == len(before)
    assert swapped != before
    maker.press("leave-0-9")
    assert "The question was left out." in words_of(maker.page)
    assert len(maker.chosen()[0]) == 9
    maker.press("restore")
    assert maker.chosen()[0] == before


@on_sqlite
def test_changed_choices_are_shown_before_anything_is_handed_out(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    reply = maker.press("assign", length="5", title="Typed already")
    assert reply.status_code == 200
    assert MADE_ANEW in words_of(reply)
    assert maker.sends["title"] == ["Typed already"]
    assert maker.kept(maker.hand_out()).blueprint["length"] == 5


@on_sqlite
def test_a_quiz_without_a_question_is_not_handed_out(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    maker.press("show", kinds=["numeracy"], topics=["care"])
    reply = maker.press("assign", title="Typed already")
    assert (reply.status_code, NOTHING_CHOSEN in words_of(reply)) == (422, True)
    assert maker.sends["title"] == ["Typed already"]
    assert count_of(bridges_app, Assignment) == 0


@on_sqlite
def test_a_damaged_page_is_made_anew_and_nothing_breaks(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    for damage in ({"chosen": "99999.3"}, {"seed": "no seed!"}, {"mark": "x"}):
        reply = maker.press("assign", **damage)
        assert reply.status_code == 200
        assert MADE_ANEW in words_of(reply)
    assert maker.press("show", pack="gone").status_code == 422
    assert count_of(bridges_app, Assignment) == 0


@on_sqlite
def test_bad_settings_are_told_at_their_field_and_lose_nothing(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    as_it_was, chosen = maker.sends, maker.chosen()
    for changed, error in BAD_SETTINGS:
        reply = maker.press("assign", **{**as_it_was, "title": "Typed", "minutes": "7", **changed})
        assert reply.status_code == 422
        assert any(error in words for words in errors_in(reply)), (changed, errors_in(reply))
        assert maker.chosen() == chosen
        for name, value in changed.items():
            assert maker.sends[name] == [str(value).strip("\x07 ")]
    assert count_of(bridges_app, Assignment) == 0


@on_sqlite
def test_impossible_choices_are_told_and_lose_nothing(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    as_it_was = maker.sends
    for changed, error in BAD_CHOICES:
        reply = maker.press("show", **{**as_it_was, "title": "Typed already", **changed})
        assert reply.status_code == 422
        assert any(error in words for words in errors_in(reply)), (changed, errors_in(reply))
        assert maker.sends["title"] == ["Typed already"]


def test_all_settings_are_kept(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    kept = maker.kept(
        maker.hand_out(
            opens_at="2049-03-01T08:00",
            due_at="2049-10-31T02:30",
            attempts="3",
            minutes="45",
            certainty="y",
            show_correctness="submitted",
            show_key="closed",
            show_explanation="submitted",
            select_rule="ALL_OR_NOTHING",
            number_rule="IN_BANDS",
        )
    )
    assert kept.opens_at == datetime(2049, 3, 1, 7, tzinfo=UTC)
    assert kept.due_at == datetime(2049, 10, 31, 0, 30, tzinfo=UTC)
    assert (kept.attempts_allowed, kept.minutes, kept.with_certainty) == (3, 45, True)
    assert policy_of(kept).key is Moment.CLOSED
    assert kept.marking == {"select": "ALL_OR_NOTHING", "number": "IN_BANDS"}
    words = words_of(maker.visitor.get(f"/assignments/{kept.id}"))
    assert "Not open yet: it opens on Monday 1 March 2049, 08:00" in words
    assert "02:30 (the first of two: clocks go back that night)" in words


@on_sqlite
def test_feedback_that_waits_for_closing_without_a_due_time_is_said(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    assignment_id = maker.hand_out(show_key="closed", show_explanation="closed")
    assert "learners will see it when you close it" in words_of(
        maker.visitor.get(f"/assignments/{assignment_id}")
    )


def test_a_code_that_is_taken_is_not_given_again(bridges_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker(bridges_app)
    codes = iter(["BCDBCD", "BCDBCD", "GHJGHJ"])
    monkeypatch.setattr(operations, "new_code", lambda _length: next(codes))
    first, second = maker.hand_out(), maker.hand_out()
    assert [maker.kept(one).code for one in (first, second)] == ["BCDBCD", "GHJGHJ"]
    assert count_of(bridges_app, Assignment) == 2


def test_it_is_closed_and_opened_again(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    past = datetime.now(UTC) - timedelta(hours=1)
    one = given_assignment(bridges_app, maker.class_id, opens_at=past - timedelta(hours=1))
    url = f"/assignments/{one}"
    assert "Open until you close it." in words_of(maker.visitor.get(url))
    closed = maker.visitor.get(maker.visitor.post(f"{url}/close").location)
    assert "Closed. What was unfinished counts as it stands." in words_of(closed)
    closed_at = maker.kept(one).closed_at
    maker.visitor.post(f"{url}/close")
    assert maker.kept(one).closed_at == closed_at
    assert "Closed since" in words_of(maker.visitor.get(url))
    opened = maker.visitor.get(maker.visitor.post(f"{url}/reopen").location)
    assert "Open again. Open until you close it." in words_of(opened)


@on_sqlite
def test_opened_again_after_its_due_time_it_has_none(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    one = given_assignment(bridges_app, maker.class_id, due_at=datetime.now(UTC) - timedelta(hours=1))
    maker.visitor.post(f"/assignments/{one}/reopen")
    assert maker.kept(one).due_at is None
    assert "Open until you close it." in words_of(maker.visitor.get(f"/assignments/{one}"))


def test_deleting_says_what_goes_and_takes_it_along(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    one = given_assignment(bridges_app, maker.class_id)
    other = given_assignment(bridges_app, maker.class_id)
    given_sitting(bridges_app, one, learners_of(bridges_app, maker.class_id)[0], {1: ["1"]})
    page = words_of(maker.visitor.get(f"/assignments/{one}/delete"))
    assert "1 attempt of 1 learner" in page
    assert count_of(bridges_app, Assignment) == 2
    deleted = maker.visitor.post(f"/assignments/{one}/delete")
    assert "The assignment is deleted" in words_of(maker.visitor.get(deleted.location))
    assert count_of(bridges_app, Assignment) == 1
    assert maker.kept(other)


@on_sqlite
def test_another_teacher_and_a_stranger_get_nowhere(bridges_app: Flask) -> None:
    one = given_assignment(bridges_app, given_class(bridges_app, given_teacher(bridges_app)))
    other, stranger = teacher_visitor(bridges_app, given_teacher(bridges_app)), Visitor(bridges_app)
    for page in ("", "/settings", "/delete"):
        assert other.get(f"/assignments/{one}{page}").status_code == 404
        assert "/teacher/sign-in" in stranger.get(f"/assignments/{one}{page}").location
    for button in ("/settings", "/close", "/reopen", "/delete"):
        assert other.post(f"/assignments/{one}{button}").status_code == 404
        assert stranger.post(f"/assignments/{one}{button}").status_code in (303, 403)
    assert count_of(bridges_app, Assignment) == 1


@on_sqlite
def test_a_new_assignment_is_for_ones_own_class_only(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    other = teacher_visitor(bridges_app, given_teacher(bridges_app))
    assert other.get(maker.url).status_code == 404
    assert other.post(maker.url, **maker.sends, do="assign").status_code == 404
    assert count_of(bridges_app, Assignment) == 0


@on_sqlite
def test_pages_cost_as_many_queries_whatever_the_number_of_questions(bridges_app: Flask) -> None:
    maker = Maker(bridges_app)
    small, large = maker.hand_out(), 0
    maker.page = maker.visitor.get(maker.url)
    maker.sends = fields_of(maker.page)
    maker.press("show", forms="4", length="20")
    large = maker.hand_out()
    counts = [queries(bridges_app, maker.visitor, f"/assignments/{one}") for one in (small, large)]
    assert counts[0] == counts[1] <= 7


def queries(app: Flask, visitor: Visitor, url: str) -> int:
    """Return how many statements a page costs."""
    count = 0

    def one_more(*_: object) -> None:
        nonlocal count
        count += 1

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", one_more)
        assert visitor.get(url).status_code == 200
        event.remove(db.engine, "before_cursor_execute", one_more)
    return count
