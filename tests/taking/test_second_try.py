"""A close spelling may be mended once: the second try counts, and there is no third."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.assessment.forms import Text
from quizapp.store.attempts import Response
from quizapp.store.base import db
from tests.builders import a_question, a_text_question
from tests.harbour import LEARNER
from tests.taking.test_secrecy import everything_sent, secrets_of
from tests.visiting import Visitor, given_quiz, words_of

ROCKINGHAM = a_text_question(form=Text(("Rockingham",), ("Buckingham",)), answer="Rockingham")
CLOSE, RIGHT, WRONG = "Rokinghm", "rockingham", "Ekdahl"


@pytest.fixture
def quiz(harbour_app: Flask) -> str:
    return given_quiz(harbour_app, LEARNER, [ROCKINGHAM, a_question()])


def tries(app: Flask) -> list[tuple[int, str, float, bool]]:
    with app.app_context():
        rows = db.session.scalars(select(Response).order_by(Response.try_number))
        return [(row.try_number, row.answer[0], row.credit, row.final) for row in rows]


def test_a_close_spelling_asks_once_more_and_counts_nothing_yet(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    reply = visitor.answer(f"{quiz}/1", CLOSE)
    page = visitor.get(reply.location)
    assert (reply.status_code, reply.location) == (303, f"{quiz}/1#feedback")
    assert "Close: check the spelling and try once more." in words_of(page)
    assert f'value="{CLOSE}"' in page.text
    assert "0 of 2 questions are answered" in words_of(visitor.get(f"{quiz}/results"))
    assert tries(harbour_app) == [(1, CLOSE, 0.0, False)]


def test_a_close_spelling_tells_nothing(visitor: Visitor, quiz: str) -> None:
    reply = everything_sent(visitor.answer(f"{quiz}/1", CLOSE))
    sent = reply + everything_sent(visitor.get(f"{quiz}/1")) + everything_sent(visitor.get(f"{quiz}/results"))
    assert [secret for secret in secrets_of(ROCKINGHAM) if secret in sent] == []


@pytest.mark.parametrize(
    ("second", "credit", "verdict"),
    [(RIGHT, 1.0, "Right"), (WRONG, 0.0, "Not right"), (CLOSE, 0.0, "Not right")],
)
def test_the_second_try_counts(
    harbour_app: Flask, visitor: Visitor, quiz: str, second: str, credit: float, verdict: str
) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    visitor.answer(f"{quiz}/1", second, sent_try="2")
    page = visitor.get(f"{quiz}/1")
    assert f"<title>{verdict} ·" in page.text
    assert f"You wrote “{second}”" in words_of(page)
    assert tries(harbour_app) == [(1, CLOSE, 0.0, False), (2, second, credit, True)]


def test_there_is_no_third_try(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    visitor.answer(f"{quiz}/1", CLOSE, sent_try="2")
    assert visitor.answer(f"{quiz}/1", RIGHT, sent_try="3").status_code == 409
    assert len(tries(harbour_app)) == 2


def test_there_is_no_second_try_without_a_close_one(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    assert visitor.answer(f"{quiz}/1", RIGHT, sent_try="2").status_code == 409
    visitor.answer(f"{quiz}/1", WRONG)
    assert visitor.answer(f"{quiz}/1", RIGHT, sent_try="2").status_code == 409
    assert tries(harbour_app) == [(1, WRONG, 0.0, True)]


@pytest.mark.parametrize("second_tab", [RIGHT, CLOSE])
def test_a_second_tab_with_the_first_form_does_not_use_up_the_second_try(
    harbour_app: Flask, visitor: Visitor, quiz: str, second_tab: str
) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    reply = visitor.answer(f"{quiz}/1", second_tab)
    told = "Another answer was sent after it, and was not taken." in words_of(visitor.get(reply.location))
    assert told == (second_tab != CLOSE)
    assert tries(harbour_app) == [(1, CLOSE, 0.0, False)]


def test_a_late_first_form_changes_nothing_after_the_second_try(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    visitor.answer(f"{quiz}/1", RIGHT, sent_try="2")
    reply = visitor.answer(f"{quiz}/1", WRONG)
    assert "the first answer stands" in words_of(visitor.get(reply.location))
    assert [row[1] for row in tries(harbour_app)] == [CLOSE, RIGHT]


@pytest.mark.parametrize("sent_try", ["1", "2"])
def test_the_same_try_from_many_tabs_gives_one_row(
    harbour_app: Flask, visitor: Visitor, quiz: str, sent_try: str
) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    tabs = [Visitor(harbour_app, LEARNER) for _ in range(6)]
    with ThreadPoolExecutor(len(tabs)) as threads:
        sent = [CLOSE, WRONG, RIGHT] * 2
        replies = list(
            threads.map(lambda n: tabs[n].answer(f"{quiz}/1", sent[n], sent_try=sent_try), range(len(tabs)))
        )
    assert {reply.status_code for reply in replies} == {303}
    assert len(tries(harbour_app)) == int(sent_try)


def test_a_blank_second_try_is_no_answer_and_the_try_is_still_there(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    reply = visitor.answer(f"{quiz}/1", " ", sent_try="2")
    assert reply.status_code == 422
    assert "try once more" in words_of(reply)
    assert 'name="try" value="2"' in reply.text
    assert len(tries(harbour_app)) == 1


def test_a_quiz_left_after_a_close_spelling_goes_on_there(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    assert visitor.get(quiz).location == f"{quiz}/1"
    assert "0 of 2 answered" in words_of(visitor.get("/"))
    assert 'name="try" value="2"' in visitor.get(f"{quiz}/1").text


def test_results_hold_the_try_that_counts_once(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", CLOSE)
    visitor.answer(f"{quiz}/1", RIGHT, sent_try="2")
    visitor.answer(f"{quiz}/2", "0")
    page = visitor.get(f"{quiz}/results")
    assert "1 of 2 points" in words_of(page)
    assert "Missed: 1 question." in words_of(page)
    assert page.text.count('id="question-1"') == 1
    assert CLOSE not in page.text
