"""How sure a learner is: asked only where it was asked for, kept with the answer, shown as a bonus."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.assessment.forms import Text
from quizapp.store.attempts import Attempt, Response
from quizapp.store.base import db
from tests.builders import a_question, a_quiz, a_text_question
from tests.harbour import LEARNER
from tests.taking.test_starting import answer_wrongly, questions_of
from tests.visiting import Visitor, given_quiz, words_of


@pytest.fixture
def quiz(harbour_app: Flask) -> str:
    return given_quiz(harbour_app, LEARNER, with_certainty=True)


def certainties(app: Flask) -> list[int | None]:
    with app.app_context():
        return [row.certainty for row in db.session.scalars(select(Response).order_by(Response.id))]


def answer(visitor: Visitor, url: str, value: str, *certainty: str, sent_try: str = "1") -> Any:
    return visitor.post(url, answer=[value], certainty=list(certainty), **{"try": sent_try})


def test_a_quiz_asks_how_sure_one_is_only_if_that_was_asked_for(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    plain = given_quiz(harbour_app, LEARNER)
    asked = [visitor.get(f"{address}/1").text.count('name="certainty"') for address in (quiz, plain)]
    assert asked == [3, 0]


@pytest.mark.parametrize("position", range(1, len(a_quiz()) + 1))
def test_every_answer_form_asks_with_nothing_chosen(visitor: Visitor, quiz: str, position: int) -> None:
    page = visitor.get(f"{quiz}/{position}").text
    asked = [line for line in page.splitlines() if 'name="certainty"' in line]
    assert len(asked) == 3
    assert not any("checked" in line for line in asked)


@pytest.mark.parametrize(
    ("sent", "kept"), [(["3"], 3), (["2"], 2), ([], 1), (["4"], 1), (["sure"], 1), (["3", "2"], 1)]
)
def test_certainty_is_kept_with_the_answer_and_none_counts_as_not_sure(
    harbour_app: Flask, visitor: Visitor, quiz: str, sent: list[str], kept: int
) -> None:
    answer(visitor, f"{quiz}/1", "1", *sent)
    assert certainties(harbour_app) == [kept]


def test_a_quiz_that_does_not_ask_keeps_none(harbour_app: Flask, visitor: Visitor) -> None:
    answer(visitor, f"{given_quiz(harbour_app, LEARNER)}/1", "1", "3")
    assert certainties(harbour_app) == [None]


def test_what_was_said_stays_chosen_beside_an_answer_that_is_none(visitor: Visitor, quiz: str) -> None:
    page = answer(visitor, f"{quiz}/1", "", "3")
    assert page.status_code == 422
    assert 'value="3" id="certainty-3" checked' in page.text


def test_what_was_said_stays_chosen_for_the_second_try(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(
        harbour_app, LEARNER, [a_text_question(form=Text(("Rockingham",)))], with_certainty=True
    )
    answer(visitor, f"{quiz}/1", "Rokinghm", "2")
    assert 'value="2" id="certainty-2" checked' in visitor.get(f"{quiz}/1").text
    answer(visitor, f"{quiz}/1", "Rockingham", "3", sent_try="2")
    assert certainties(harbour_app) == [2, 3]
    assert "Right 100%" in words_of(visitor.get(f"{quiz}/results"))


@pytest.mark.parametrize(
    ("value", "certainty", "words"),
    [
        ("1", "3", "You said: sure. Certainty mark: +3."),
        ("0", "3", "You said: sure. Certainty mark: −6."),
        ("0", "1", "You said: not sure. Certainty mark: 0."),
    ],
)
def test_feedback_says_what_certainty_earned(
    visitor: Visitor, quiz: str, value: str, certainty: str, words: str
) -> None:
    answer(visitor, f"{quiz}/1", value, certainty)
    assert words in words_of(visitor.get(f"{quiz}/1"))
    assert words in words_of(visitor.get(f"{quiz}/results"))


def test_results_show_accuracy_and_bonus_and_how_often_each_level_was_right(
    visitor: Visitor, quiz: str
) -> None:
    for position, (value, certainty) in enumerate([("1", "3"), ("0", "2"), ("111", "1"), ("Ekdahl", "3")], 1):
        answer(visitor, f"{quiz}/{position}", value, certainty)
    words = words_of(visitor.get(f"{quiz}/results"))
    assert "Right 62.5% Bonus +8.8 points Together 71.3%" in words
    assert "Not sure under 2 in 3 1 0% Fairly sure 2 in 3 to 4 in 5 1 50% Sure 4 in 5 or more 2 100%" in words
    assert "Brier score: 0.08." in words


def test_the_table_holds_the_answers_of_all_quizzes_of_a_learner(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    another = given_quiz(harbour_app, LEARNER, with_certainty=True)
    strangers = given_quiz(harbour_app, "another-learner", with_certainty=True)
    answer(Visitor(harbour_app, "another-learner"), f"{strangers}/1", "0", "3")
    answer(visitor, f"{given_quiz(harbour_app, LEARNER)}/1", "0")
    answer(visitor, f"{another}/1", "0", "3")
    answer(visitor, f"{quiz}/1", "1", "3")
    words = words_of(visitor.get(f"{quiz}/results"))
    assert "Right 100% Bonus 0 points Together 100%" in words
    assert "in all quizzes of this browser: 2 answers" in words
    assert "Sure 4 in 5 or more 2 50%" in words


def test_being_sure_of_what_is_wrong_takes_away(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(harbour_app, LEARNER, [a_question(), a_question(facts=("pier",))], with_certainty=True)
    answer(visitor, f"{quiz}/1", "0", "3")
    answer(visitor, f"{quiz}/2", "1", "1")
    words = words_of(visitor.get(f"{quiz}/results"))
    assert "Right 50% Bonus −30 points Together 20%" in words
    assert "saying the same to every question would have earned more" in words


def test_results_without_certainty_say_nothing_of_it(harbour_app: Flask, visitor: Visitor) -> None:
    plain = given_quiz(harbour_app, LEARNER)
    visitor.answer(f"{plain}/1", "1")
    assert "How sure you were" not in words_of(visitor.get(f"{plain}/results"))
    assert "Certainty mark" not in words_of(visitor.get(f"{plain}/1"))


def test_the_rules_stand_where_a_quiz_is_started_and_the_box_is_not_ticked(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert "Not sure: +1 if right, 0 if wrong; fairly sure: +2 if right, −2 if wrong;" in words_of(page)
    assert page.text.count('name="certainty" value="yes"') == 1
    assert 'value="yes" id="harbour-certainty" checked' not in page.text


def test_a_start_that_lacks_something_keeps_the_box_as_it_was(visitor: Visitor) -> None:
    page = visitor.post("/attempts", pack="harbour", topics=[], count="5", certainty="yes")
    assert page.status_code == 422
    assert 'value="yes" id="harbour-certainty" checked' in page.text


@pytest.mark.parametrize(("fields", "asks"), [({"certainty": "yes"}, True), ({}, False)])
def test_a_quiz_asks_as_its_start_form_said_and_so_does_its_retry(
    app: Flask, fields: dict[str, str], asks: bool
) -> None:
    newcomer, pack = Visitor(app), next(iter(app.extensions["quizapp.packs"].values()))
    topics = [topic.id for topic in pack.topics]
    start = newcomer.post("/attempts", pack=pack.id, topics=topics, count="5", seed="s", **fields)
    quiz = start.location.rsplit("/", 1)[0]
    answer_wrongly(newcomer, quiz, questions_of(app, quiz)[:1])
    assert newcomer.post(f"{quiz}/retry").status_code == 303
    with app.app_context():
        assert [row.with_certainty for row in db.session.scalars(select(Attempt))] == [asks, asks]
