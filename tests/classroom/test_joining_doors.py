"""From a code to the door, and what stands at a door that is not open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from quizapp.classroom.moments import moment_words
from quizapp.store.classes import Participant
from tests.classroom.building import (
    code_of,
    count_of,
    given_assignment,
    given_class,
    given_teacher,
    learner_visitor,
    learners_of,
)
from tests.visiting import Visitor, words_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NOW = datetime.now(UTC)


def a_code(app: Flask, learners: int = 0, **columns: Any) -> str:
    """Return the code of an assignment of a class that goes by nicknames, in Berlin."""
    class_id = given_class(app, given_teacher(app), learners=learners)
    return code_of(app, given_assignment(app, class_id, **columns))


def test_the_front_page_asks_for_a_code(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert "Have a code?" in words_of(page)
    assert 'action="/join"' in page.text


def test_a_code_is_read_however_it_is_typed(harbour_app: Flask, visitor: Visitor) -> None:
    code = a_code(harbour_app)
    typed = f" {code[:3].lower()}-{code[3:].lower()} "
    assert visitor.post("/join", code=typed).location == f"/j/{code}"
    assert visitor.get(f"/j/{code.lower()}").location == f"/j/{code}"


@pytest.mark.parametrize("typed", ["XXXXXX", "<b>no</b>", "x" * 500, "é"])
def test_a_wrong_code_is_kept_with_what_to_check(visitor: Visitor, typed: str) -> None:
    for reply in (visitor.post("/join", code=typed), visitor.get(f"/j/{typed.replace('/', '')}")):
        assert reply.status_code == 404
        assert "letter by letter" in words_of(reply)
        assert 'aria-invalid="true"' in reply.text
        assert "<b>" not in reply.text


def test_no_code_is_told_so(visitor: Visitor) -> None:
    reply = visitor.post("/join", code="  ")
    assert reply.status_code == 422
    assert "Type the six letters" in words_of(reply)


def test_wrong_codes_are_held_up_and_right_ones_are_not(harbour_app: Flask, visitor: Visitor) -> None:
    code, token = a_code(harbour_app), visitor.token()

    def status_of(typed: str) -> int:
        return visitor.client.post("/join", data={"csrf_token": token, "code": typed}).status_code

    assert {status_of(code) for _ in range(80)} == {303}
    assert {status_of("XXXXXX") for _ in range(30)} == {404}
    assert {visitor.get("/j/XXXXXX").status_code for _ in range(29)} == {404}
    wrong = visitor.client.post(f"/j/{code}/resume", data={"csrf_token": token, "resume_code": "XXXXXXXX"})
    assert wrong.status_code == 422
    assert status_of("XXXXXX") == 429
    assert visitor.client.post(f"/j/{code}/resume", data={"csrf_token": token}).status_code == 429


def test_a_learner_of_the_class_goes_straight_to_the_quiz(harbour_app: Flask) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app))
    code = code_of(harbour_app, given_assignment(harbour_app, class_id))
    visitor = learner_visitor(harbour_app, learners_of(harbour_app, class_id)[0])
    for reply in (
        visitor.get(f"/j/{code}"),
        visitor.get(visitor.post(f"/j/{code}/name", name="Ada").location),
    ):
        assert reply.location == f"/j/{code}/quiz"
    assert count_of(harbour_app, Participant) == 3


def test_a_door_shows_the_class_and_the_title_as_text_and_no_names(harbour_app: Flask) -> None:
    code = a_code(harbour_app, learners=2, title="<i>The harbour</i>")
    page = Visitor(harbour_app).get(f"/j/{code}")
    assert "&lt;i&gt;The harbour&lt;/i&gt;" in page.text
    assert "Civics 8b" in page.text
    assert "Learner" not in page.text


def test_a_door_that_is_not_open_yet_says_when(harbour_app: Flask, visitor: Visitor) -> None:
    opens = NOW + timedelta(days=2)
    code = a_code(harbour_app, opens_at=opens)
    assert f"It opens on {moment_words(opens, 'Europe/Berlin')}." in words_of(visitor.get(f"/j/{code}"))
    assert visitor.post(f"/j/{code}/name", name="Ada", ticket="t").location == f"/j/{code}"
    assert count_of(harbour_app, Participant) == 0


def test_a_closed_door_says_so_and_lets_in_who_was_there(harbour_app: Flask, visitor: Visitor) -> None:
    closed = NOW - timedelta(days=2)
    code = a_code(harbour_app, closed_at=closed)
    words = words_of(visitor.get(f"/j/{code}"))
    assert moment_words(closed, "Europe/Berlin") in words
    assert "Resume code" in words
    assert visitor.post(f"/j/{code}/name", name="Ada", ticket="t").location == f"/j/{code}"
    assert count_of(harbour_app, Participant) == 0
