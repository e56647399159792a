"""What a sitting keeps to itself, what happens twice at once, and what its pages cost."""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import delete, select

from quizapp.classroom.marking import keep_rule
from quizapp.classroom.refusals import UnknownAssignment
from quizapp.classroom.sitting.dealing import form_for
from quizapp.store.assignments import AssignedQuestion, Assignment, Sitting
from quizapp.store.base import db
from tests.builders import a_choice, a_match_question, a_quiz, an_order_question
from tests.classroom.building import count_of, learner_visitor
from tests.classroom.test_sitting_pages import DEFERRED, Room, a_room, sqlite_only
from tests.taking.test_answering import counted_statements
from tests.taking.test_secrecy import everything_sent, secrets_of

QUIZ = (*a_quiz(), an_order_question(), a_match_question())
RIGHT = (("1",), ("0", "3"), ("120",), ("Ekdahl",), ("3", "1", "2"), ("1", "0", "2"))
WRONG = (("0",), ("1", "2"), ("7",), ("Ahab",), ("1", "2", "3"), ("3", "3", "3"))


def everything_of(room: Room, given: tuple[tuple[str, ...], ...]) -> str:
    """Answer every question, and return all that comes back, before the sitting is handed in."""
    room.begin()
    replies = [room.answer(position, *values) for position, values in enumerate(given, start=1)]
    pages = [room.visitor.get(f"{room.url}/1/{position}") for position in range(1, len(given) + 1)]
    pages += [room.visitor.get(room.url + path) for path in ("", "/1", "/1/submit", "/1/results", "/1/state")]
    return "\n".join(everything_sent(one) for one in (*replies, *pages))


DIFFERS_ANYHOW = re.compile(
    r"""[\w.-]{40,} | data-sitting="[^"]*" | name="sitting"\ value="\d+" | "sitting":\d+ | Learner\ \d+
    | Content-Length:\ \d+ | \ checked | \ selected | R\d\d\ \d+""",
    re.VERBOSE,
)


def without_what_differs_anyhow(sent: str, given: tuple[tuple[str, ...], ...]) -> str:
    """Drop tokens, names and numbers of the sitting, and where a form holds what was answered."""
    sent = DIFFERS_ANYHOW.sub("", sent)
    for typed in given[2] + given[3]:
        sent = sent.replace(f'value="{typed}"', 'value=""')
    return sent


@sqlite_only
def test_right_and_wrong_answers_look_alike_until_the_sitting_is_handed_in(harbour_app: Flask) -> None:
    room = a_room(harbour_app, [QUIZ], **DEFERRED)
    right = everything_of(room, RIGHT)
    other = Room(harbour_app, room.assignment_id, room.learner_id + 1, room.visitor, room.url)
    other.visitor = learner_visitor(harbour_app, other.learner_id)
    wrong = everything_of(other, WRONG)
    assert without_what_differs_anyhow(right, RIGHT) == without_what_differs_anyhow(wrong, WRONG)


@sqlite_only
@pytest.mark.parametrize("given", [RIGHT, WRONG])
def test_nothing_that_comes_back_before_handing_in_tells(
    harbour_app: Flask, given: tuple[tuple[str, ...], ...]
) -> None:
    sent = everything_of(a_room(harbour_app, [QUIZ], **DEFERRED), given)
    asked = " ".join(option.text for question in QUIZ for option in question.options)
    secrets = {secret for question in QUIZ for secret in secrets_of(question) if secret not in asked}
    assert [secret for secret in secrets if re.search(rf"\b{re.escape(secret)}\b", sent)] == []


@pytest.mark.parametrize("policy", [{}, DEFERRED])
def test_six_tabs_at_once_make_one_row(harbour_app: Flask, policy: dict[str, str]) -> None:
    room = a_room(harbour_app, **policy)  # type: ignore[arg-type]
    room.begin()
    tabs = [
        Room(harbour_app, room.assignment_id, room.learner_id, one, room.url)
        for one in (learner_visitor(harbour_app, room.learner_id) for _ in range(6))
    ]
    with ThreadPoolExecutor(6) as threads:
        replies = list(threads.map(lambda n: tabs[n].answer(1, str(n % 3)), range(6)))
    assert {reply.status_code for reply in replies} == {303}
    assert len(room.rows()) == 1


def test_four_begin_clicks_at_once_begin_one_sitting(harbour_app: Flask) -> None:
    room = a_room(harbour_app, attempts_allowed=4)
    tabs = [learner_visitor(harbour_app, room.learner_id) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        replies = list(threads.map(lambda tab: tab.post(room.url), tabs))
    assert {reply.location for reply in replies} == {f"{room.url}/1"}
    assert count_of(harbour_app, Sitting) == 1


@sqlite_only
@pytest.mark.parametrize("path", ["", "/1/1", "/1/submit", "/1/results"])
def test_a_page_costs_as_much_with_two_questions_as_with_twelve(harbour_app: Flask, path: str) -> None:
    costs = set()
    for count in (2, 12):
        room = a_room(harbour_app, [[a_choice(f"Pier {n}", "Quay") for n in range(count)]], **DEFERRED)
        room.begin()
        room.answer(1, "0")
        if path == "/1/results":
            room.visitor.post(f"{room.url}/1/submit")
        with counted_statements(harbour_app) as seen:
            assert room.visitor.get(room.url + path).status_code == 200
        costs.add(len(seen))
    assert len(costs) == 1
    assert costs.pop() <= 6


@sqlite_only
def test_a_learner_of_the_class_cannot_open_anothers_sitting(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    room.begin()
    other = learner_visitor(harbour_app, room.learner_id + 1)
    for path in ("/1", "/1/1", "/1/submit", "/1/results", "/1/state", "/1/1/report", "/99999999999/1"):
        assert other.get(room.url + path).status_code == 404
    with harbour_app.app_context():
        assert db.session.scalars(select(Sitting.participant_id)).all() == [room.learner_id]


def test_forms_are_dealt_evenly_and_a_further_attempt_gets_another() -> None:
    sat: list[tuple[int, int]] = []
    for learner in (3, 7, 11, 15, 19, 23, 27, 31):
        sat.append((form_for(3, learner, sat), learner))
    assert sorted(Counter(form for form, _ in sat).values()) == [2, 3, 3]
    again = [form_for(3, learner, sat) for _, learner in sat]
    assert all(second != first for second, (first, _) in zip(again, sat, strict=True))


def test_two_who_begin_at_the_same_moment_get_different_forms() -> None:
    assert {form_for(2, learner, []) for learner in (1, 2)} == {0, 1}


def test_an_answer_to_what_was_deleted_meanwhile_is_refused_in_words(harbour_app: Flask) -> None:
    room = a_room(harbour_app)
    with harbour_app.app_context():
        assigned = db.session.scalars(select(AssignedQuestion)).first()
        assert assigned
        db.session.commit()
        with db.engine.begin() as elsewhere:
            elsewhere.execute(delete(Assignment).where(Assignment.id == room.assignment_id))
        with pytest.raises(UnknownAssignment):
            keep_rule(assigned)
