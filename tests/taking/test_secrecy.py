"""The key and the explanation never leave the server before the answer is in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.generation.question import Question
from tests.builders import a_quiz
from tests.harbour import LEARNER
from tests.visiting import Visitor, given_quiz


def secrets_of(question: Question) -> Iterator[str]:
    """Everything that would tell, or help to tell, the answer."""
    yield question.id
    yield question.family
    yield question.explanation.statement
    yield question.explanation.status_note
    yield question.explanation.strategy
    for ways in question.explanation.evidence:
        yield from ways
    yield from question.facts
    for option in question.options:
        yield option.feedback
        yield option.origin
    if not question.options:
        yield question.answer
    for reference in question.citations:
        yield f"{reference.title}"


def everything_sent(reply: TestResponse) -> str:
    """The whole response: status line, headers with cookies, and body."""
    return f"{reply.status}\n{reply.headers}\n{reply.text}"


@pytest.fixture
def quiz(harbour_app: Flask) -> str:
    return given_quiz(harbour_app, LEARNER)


@pytest.mark.parametrize("path", ["", "/1", "/2", "/3", "/4", "/results", "/5", "/retry"])
def test_no_page_of_an_open_attempt_tells(visitor: Visitor, quiz: str, path: str) -> None:
    sent = everything_sent(visitor.get(quiz + path))
    told = [secret for question in a_quiz() for secret in secrets_of(question) if secret in sent]
    assert told == []


@pytest.mark.parametrize(
    ("position", "values"),
    [(1, ["7"]), (2, ["7"]), *((n, values) for n in (1, 2, 3, 4) for values in ([], ["x" * 300]))],
)
def test_no_refusal_tells(visitor: Visitor, quiz: str, position: int, values: list[str]) -> None:
    sent = everything_sent(visitor.answer(f"{quiz}/{position}", *values))
    told = [secret for question in a_quiz() for secret in secrets_of(question) if secret in sent]
    assert told == []


def test_a_stale_form_is_told_nothing(visitor: Visitor, quiz: str) -> None:
    sent = everything_sent(visitor.answer(f"{quiz}/1", "1", sent_try="2"))
    assert [secret for question in a_quiz() for secret in secrets_of(question) if secret in sent] == []


def test_the_feedback_on_one_question_tells_nothing_of_the_others(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    sent = everything_sent(visitor.get(f"{quiz}/1")) + everything_sent(visitor.get(f"{quiz}/results"))
    own = set(secrets_of(a_quiz()[0]))
    others = {secret for question in a_quiz()[1:] for secret in secrets_of(question)} - own
    assert [secret for secret in others if secret in sent] == []


def test_the_cookie_holds_a_token_and_nothing_of_the_quiz(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "0")
    with visitor.client.session_transaction() as session:
        assert set(session) == {"learner", "csrf_token"}


def test_right_and_wrong_options_look_alike_before_the_answer(visitor: Visitor, quiz: str) -> None:
    text = visitor.get(f"{quiz}/1").text
    options = [line for line in text.splitlines() if 'name="answer"' in line]
    shapes = {line.replace(f'"{n}"', '""').replace(f"option-{n}", "") for n, line in enumerate(options)}
    assert (len(options), len(shapes)) == (3, 1)
    assert "correct" not in text
