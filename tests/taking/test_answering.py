from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from quizapp.store.attempts import Response
from quizapp.store.base import db
from tests.harbour import LEARNER
from tests.visiting import Visitor, given_quiz, words_of


def responses_in(app: Flask) -> list[Response]:
    with app.app_context():
        return list(db.session.scalars(select(Response).order_by(Response.id)))


@contextmanager
def counted_statements(app: Flask) -> Iterator[list[str]]:
    seen: list[str] = []
    with app.app_context():
        engine = db.engine

    def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", see)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", see)


@pytest.fixture
def quiz(harbour_app: Flask) -> str:
    return given_quiz(harbour_app, LEARNER)


def test_a_right_choice_earns_full_credit(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    assert [(r.answer, r.credit) for r in responses_in(harbour_app)] == [(["1"], 1.0)]


def test_an_answer_leads_to_its_feedback(visitor: Visitor, quiz: str) -> None:
    reply = visitor.answer(f"{quiz}/1", "1")
    assert (reply.status_code, reply.location) == (303, f"{quiz}/1#feedback")


@pytest.mark.parametrize(
    ("position", "values", "verdict"),
    [
        (1, ["1"], "Right"),
        (1, ["0"], "Not right"),
        (2, ["0", "3"], "Right"),
        (2, ["0"], "Partly right"),
        (3, ["120"], "Right"),
        (3, ["one hundred and eleven"], "Not right"),
        (4, ["Ekdahl"], "Right"),
    ],
)
def test_every_answer_form_is_answered_and_marked(
    visitor: Visitor, quiz: str, position: int, values: list[str], verdict: str
) -> None:
    visitor.answer(f"{quiz}/{position}", *values)
    page = visitor.get(f"{quiz}/{position}")
    assert f"<title>{verdict} · Question {position} of 4" in page.text


@pytest.mark.parametrize(
    ("position", "values", "reason"),
    [
        (1, [], "Choose one of the options."),
        (1, ["0", "1"], "Choose only one of the options."),
        (1, ["7"], "That is not one of the options"),
        (1, ["first"], "That is not one of the options"),
        (2, [], "Tick at least one of the options."),
        (2, ["0", "9"], "That is not one of the options"),
        (3, ["many"], "Type a number"),
        (3, [" "], "Type a number"),
        (4, ["\x00"], "Type a word or a name."),
        (4, ["x" * 201], "too long"),
    ],
)
def test_what_is_no_answer_costs_nothing_and_says_why(
    harbour_app: Flask, visitor: Visitor, quiz: str, position: int, values: list[str], reason: str
) -> None:
    reply = visitor.answer(f"{quiz}/{position}", *values)
    assert reply.status_code == 422
    assert reason in words_of(reply)
    assert responses_in(harbour_app) == []


def test_what_was_typed_stays_in_the_field_beside_the_reason(visitor: Visitor, quiz: str) -> None:
    reply = visitor.answer(f"{quiz}/3", 'about "many"')
    assert 'value="about &#34;many&#34;"' in reply.text
    assert 'aria-invalid="true"' in reply.text


def test_what_was_ticked_stays_ticked_beside_the_reason(visitor: Visitor, quiz: str) -> None:
    reply = visitor.answer(f"{quiz}/2", "0", "9")
    assert 'value="0" id="option-0" checked' in reply.text


def test_a_double_click_gives_one_row(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    replies = [visitor.answer(f"{quiz}/1", "1") for _ in range(2)]
    assert {reply.location for reply in replies} == {f"{quiz}/1#feedback"}
    assert len(responses_in(harbour_app)) == 1


def test_ticks_in_another_order_are_the_same_answer(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/2", "0", "3")
    assert visitor.answer(f"{quiz}/2", "3", "0").location == f"{quiz}/2#feedback"


def test_a_second_tab_is_told_that_the_first_answer_stands(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    visitor.answer(f"{quiz}/1", "1")
    reply = visitor.answer(f"{quiz}/1", "0")
    assert "the first answer stands" in words_of(visitor.get(reply.location))
    assert [r.answer for r in responses_in(harbour_app)] == [["1"]]


def test_a_blank_from_a_second_tab_changes_nothing(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    assert visitor.answer(f"{quiz}/1").status_code == 303
    assert [r.answer for r in responses_in(harbour_app)] == [["1"]]


def test_answers_sent_at_the_same_moment_give_one_row(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    tabs = [Visitor(harbour_app, LEARNER) for _ in range(6)]
    with ThreadPoolExecutor(len(tabs)) as threads:
        replies = list(threads.map(lambda n: tabs[n].answer(f"{quiz}/1", str(n % 3)), range(len(tabs))))
    assert {reply.status_code for reply in replies} == {303}
    assert len(responses_in(harbour_app)) == 1


@pytest.mark.parametrize("sent_try", ["2", "0", "-1", "one", ""])
def test_a_stale_form_is_refused_and_changes_nothing(
    harbour_app: Flask, visitor: Visitor, quiz: str, sent_try: str
) -> None:
    reply = visitor.answer(f"{quiz}/1", "1", sent_try=sent_try)
    assert reply.status_code == 409
    assert f'href="{quiz}/1"' in reply.text
    assert responses_in(harbour_app) == []


def test_an_answer_that_is_far_too_long_is_refused(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    reply = visitor.answer(f"{quiz}/4", "x" * 2_000_000)
    assert reply.status_code == 413
    assert "too much to send" in words_of(reply)
    assert responses_in(harbour_app) == []


@pytest.mark.parametrize("values", [[], ["0"]], ids=["open", "answered"])
def test_a_question_page_costs_four_queries_at_most(
    harbour_app: Flask, visitor: Visitor, quiz: str, values: list[str]
) -> None:
    visitor.answer(f"{quiz}/1", *values)
    with counted_statements(harbour_app) as statements:
        assert visitor.get(f"{quiz}/1").status_code == 200
    assert 0 < len(statements) <= 4


def test_the_results_cost_four_queries_at_most(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    for position, value in enumerate(["1", "0", "120", "Ekdahl"], start=1):
        visitor.answer(f"{quiz}/{position}", value)
    with counted_statements(harbour_app) as statements:
        assert visitor.get(f"{quiz}/results").status_code == 200
    assert 0 < len(statements) <= 4


def test_the_results_with_certainty_cost_one_more(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(harbour_app, LEARNER, with_certainty=True)
    visitor.answer(f"{quiz}/1", "1")
    with counted_statements(harbour_app) as statements:
        assert visitor.get(f"{quiz}/results").status_code == 200
    assert 0 < len(statements) <= 5


def test_credit_is_kept_in_the_row_and_not_recomputed(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    visitor.answer(f"{quiz}/1", "0")
    with harbour_app.app_context():
        row = db.session.scalars(select(Response)).one()
        row.credit = 1.0
        db.session.commit()
    assert "<title>Right" in visitor.get(f"{quiz}/1").text


def test_nothing_is_written_by_looking(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    for url in (quiz, f"{quiz}/1", f"{quiz}/results"):
        visitor.get(url)
    with harbour_app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Response)) == 0
