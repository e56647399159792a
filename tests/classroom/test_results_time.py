from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quizapp.store.assignments import Sitting
from quizapp.store.base import db
from tests.classroom.building import given_sitting, teacher_visitor
from tests.classroom.test_results_pages import Room
from tests.visiting import words_of

LONG_AGO = timedelta(hours=2)


def sitting(app: Flask, sitting_id: int) -> Sitting:
    with app.app_context():
        return db.session.get_one(Sitting, sitting_id)


def test_five_more_minutes_come_once_however_often_the_button_is_pressed(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, minutes=30)
    mine = given_sitting(harbour_app, room.assignment_id, room.learners[0], {}, submitted=False)
    url = f"{room.url}/sittings/{mine}/time"
    assert [room.teacher.post(url, seen="0").status_code for _ in range(2)] == [303, 303]
    assert sitting(harbour_app, mine).extra_minutes == 5
    assert "5 minutes given to this attempt so far" in room.words(f"results/learners/{room.learners[0]}")
    room.teacher.post(url, seen="5")
    assert sitting(harbour_app, mine).extra_minutes == 10


def test_everybody_who_has_not_submitted_gets_time(harbour_app: Flask) -> None:
    room = Room(harbour_app, 3, minutes=30)
    one, two, three = room.learners
    done = given_sitting(harbour_app, room.assignment_id, one, {})
    rest = [
        given_sitting(harbour_app, room.assignment_id, learner, {}, submitted=False, extra_minutes=extra)
        for learner, extra in ((two, 0), (three, 10))
    ]
    assert 'name="seen" value="10"' in room.teacher.get(f"{room.url}/results").text
    for _ in range(2):
        given = room.teacher.post(f"{room.url}/time", seen="10")
    assert "Five minutes more are given." in words_of(room.teacher.get(given.location))
    found = [sitting(harbour_app, one).extra_minutes for one in (done, *rest)]
    assert found == [0, 5, 15]


def test_of_clicks_for_everybody_at_once_one_gives_time(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, minutes=30)
    mine = given_sitting(harbour_app, room.assignment_id, room.learners[0], {}, submitted=False)
    tabs = [teacher_visitor(harbour_app, room.teacher_id) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        replies = list(threads.map(lambda tab: tab.post(f"{room.url}/time", seen="0"), tabs))
    assert {reply.status_code for reply in replies} == {303}
    assert sitting(harbour_app, mine).extra_minutes == 5


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_more_time_is_refused_where_it_would_change_nothing(harbour_app: Flask) -> None:
    closed = datetime.now(UTC) - timedelta(minutes=1)
    for columns, submitted in (
        ({}, False),
        ({"minutes": 30}, True),
        ({"minutes": 30, "closed_at": closed}, False),
    ):
        room = Room(harbour_app, 1, **columns)
        mine = given_sitting(harbour_app, room.assignment_id, room.learners[0], {}, submitted=submitted)
        answer = room.teacher.post(f"{room.url}/sittings/{mine}/time", seen="0")
        assert answer.status_code == 409
        assert "More time would change nothing here" in words_of(answer)


def test_a_submitted_attempt_is_reopened_once_that_is_confirmed(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, minutes=30)
    began = datetime.now(UTC) - LONG_AGO
    mine = given_sitting(
        harbour_app, room.assignment_id, room.learners[0], {1: ["0"]}, started_at=began, submitted_at=began
    )
    url = f"{room.url}/sittings/{mine}/reopen"
    asked = room.teacher.post(url)
    assert asked.status_code == 422
    assert "Nothing was changed. Tick this if the attempt is to be reopened." in words_of(asked)
    assert sitting(harbour_app, mine).submitted_at is not None
    reopened = room.teacher.post(url, confirm="y")
    assert "Reopened: the learner can go on" in words_of(room.teacher.get(reopened.location))
    after = sitting(harbour_app, mine)
    assert after.submitted_at is None
    ends = after.started_at + timedelta(minutes=30 + after.extra_minutes)
    assert timedelta(minutes=4) < ends - datetime.now(UTC) <= timedelta(minutes=6)
    assert "Working" in room.words("progress")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_attempt_is_reopened_that_another_follows_or_that_is_closed(harbour_app: Flask) -> None:
    room = Room(harbour_app, 1, attempts_allowed=2)
    first = given_sitting(harbour_app, room.assignment_id, room.learners[0], {})
    given_sitting(harbour_app, room.assignment_id, room.learners[0], {}, number=2, submitted=False)
    assert room.teacher.post(f"{room.url}/sittings/{first}/reopen", confirm="y").status_code == 409
    closed = Room(harbour_app, 1, closed_at=datetime.now(UTC) - timedelta(minutes=1))
    mine = given_sitting(harbour_app, closed.assignment_id, closed.learners[0], {})
    assert closed.teacher.post(f"{closed.url}/sittings/{mine}/reopen", confirm="y").status_code == 409
