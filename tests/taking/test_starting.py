"""Starting, sharing and repeating quizzes, with the packs that come with the program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.assessment.self_test import self_test
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question, question_from_json
from quizapp.store.attempts import Attempt, DealtQuestion
from quizapp.store.base import db
from tests.taking.test_secrecy import everything_sent, secrets_of
from tests.visiting import Visitor, words_of


@pytest.fixture
def pack(app: Flask) -> Pack:
    packs: dict[str, Pack] = app.extensions["quizapp.packs"]
    return next(iter(packs.values()))


@pytest.fixture
def newcomer(app: Flask) -> Visitor:
    return Visitor(app)


def start(visitor: Visitor, pack: Pack, **fields: str | Sequence[str]) -> str:
    """Start a quiz and return its address."""
    given = {"pack": pack.id, "topics": [topic.id for topic in pack.topics], "count": "5", **fields}
    reply = visitor.post("/attempts", **given)
    assert reply.status_code == 303, words_of(reply)
    return reply.location.rsplit("/", 1)[0]


def questions_of(app: Flask, quiz: str) -> list[Question]:
    rows = select(DealtQuestion).where(DealtQuestion.attempt_id == quiz.rsplit("/", 1)[1])
    with app.app_context():
        dealt = db.session.scalars(rows.order_by(DealtQuestion.position))
        return [question_from_json(one.snapshot or {}) for one in dealt]


def answer_wrongly(visitor: Visitor, quiz: str, questions: list[Question]) -> None:
    for position, question in enumerate(questions, start=1):
        wrong = self_test(question.form).wrong[0]
        assert visitor.answer(f"{quiz}/{position}", *wrong).status_code == 303


def same_quiz_link(visitor: Visitor, quiz: str) -> str:
    found = re.search(r'href="([^"]+)">link to this quiz', visitor.get(f"{quiz}/results").text)
    assert found
    link = urlsplit(unescape(found[1]))
    return f"{link.path}?{link.query}"


def test_a_start_leads_to_the_first_question(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    quiz = start(newcomer, pack)
    assert "Question 1 of 5" in words_of(newcomer.get(f"{quiz}/1"))
    assert len(questions_of(app, quiz)) == 5


def test_a_start_makes_the_learner_and_keeps_the_cookie_for_long(newcomer: Visitor, pack: Pack) -> None:
    start(newcomer, pack)
    with newcomer.client.session_transaction() as session:
        assert len(session["learner"]) == 43
        assert session.permanent


def test_only_the_chosen_topics_are_asked(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    topic = pack.topics[0].id
    quiz = start(newcomer, pack, topics=[topic])
    assert {question.topic for question in questions_of(app, quiz)} == {topic}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"topics": []}, "Choose at least one topic."),
        ({"count": ""}, "Choose how many questions."),
        ({"count": "many"}, "Choose how many questions."),
        ({"count": "5000"}, "Choose a length from 1 to 50 questions."),
    ],
)
def test_a_start_that_lacks_something_says_what(
    app: Flask, newcomer: Visitor, pack: Pack, fields: dict[str, str], words: str
) -> None:
    given = {"pack": pack.id, "topics": [topic.id for topic in pack.topics], "count": "5", **fields}
    reply = newcomer.post("/attempts", **given)
    assert reply.status_code == 422
    assert words in words_of(reply)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Attempt)) == 0


@pytest.mark.parametrize("fields", [{"pack": "nowhere"}, {"pack": ""}])
def test_a_pack_that_is_not_here_gives_no_question(
    newcomer: Visitor, pack: Pack, fields: dict[str, str]
) -> None:
    reply = newcomer.post("/attempts", topics=["any"], count="5", **fields)
    assert reply.status_code == 422
    assert "The sources of this quiz are no longer here" in words_of(reply)


def test_topics_that_the_pack_lacks_give_no_question(newcomer: Visitor, pack: Pack) -> None:
    reply = newcomer.post("/attempts", pack=pack.id, topics=["nowhere"], count="5")
    assert reply.status_code == 422
    assert "There is no question to ask" in words_of(reply)


def test_a_link_gives_anybody_the_same_quiz(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    quiz = start(newcomer, pack)
    friend = Visitor(app)
    link = friend.get(same_quiz_link(newcomer, quiz))
    assert "the same questions in the same order" in words_of(link)
    assert questions_of(app, start_from(friend, link.text)) == questions_of(app, quiz)


def start_from(visitor: Visitor, page: str) -> str:
    """Press the button of a quiz link's page, and return the address of the quiz it starts."""
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="(pack|seed|count|topics|facts)" value="([^"]*)"', page):
        fields.setdefault(name, []).append(unescape(value))
    return str(visitor.post("/attempts", **fields).location).rsplit("/", 1)[0]


def test_a_link_to_an_edited_pack_says_so(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    link = same_quiz_link(newcomer, start(newcomer, pack))
    app.extensions["quizapp.packs"] = {pack.id: replace(pack, hash="f" * 64)}
    assert "The questions may differ" in words_of(newcomer.get(link))


def test_a_retry_asks_about_what_was_missed(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    quiz = start(newcomer, pack)
    missed = questions_of(app, quiz)[:3]
    answer_wrongly(newcomer, quiz, missed)
    again = newcomer.post(f"{quiz}/retry").location.rsplit("/", 1)[0]
    asked = {fact for question in questions_of(app, again) for fact in question.facts}
    assert asked & {fact for question in missed for fact in question.facts}
    assert len(questions_of(app, again)) <= sum(len(question.facts) for question in missed)


def test_a_retry_can_be_shared_and_repeated_too(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    quiz = start(newcomer, pack)
    answer_wrongly(newcomer, quiz, questions_of(app, quiz)[:2])
    again = newcomer.post(f"{quiz}/retry").location.rsplit("/", 1)[0]
    page = Visitor(app).get(same_quiz_link(newcomer, again))
    assert "missed in another quiz" in words_of(page)
    assert questions_of(app, start_from(Visitor(app), page.text)) == questions_of(app, again)


def test_no_open_question_of_a_shipped_pack_tells_its_answer(
    app: Flask, newcomer: Visitor, pack: Pack
) -> None:
    quiz = start(newcomer, pack, count="20", seed="secrecy")
    for position, question in enumerate(questions_of(app, quiz), start=1):
        sent = unescape(everything_sent(newcomer.get(f"{quiz}/{position}")))
        asked = (question.stem, question.quote, *(option.text for option in question.options))
        told = [
            s for s in secrets_of(question) if len(s) > 8 and s in sent and not any(s in a for a in asked)
        ]
        assert told == [], question.kind


def test_every_question_of_a_shipped_pack_is_explained(app: Flask, newcomer: Visitor, pack: Pack) -> None:
    quiz = start(newcomer, pack, count="20")
    questions = questions_of(app, quiz)
    answer_wrongly(newcomer, quiz, questions)
    for position, question in enumerate(questions, start=1):
        words = words_of(newcomer.get(f"{quiz}/{position}"))
        assert question.explanation.statement in words
        assert question.citations[0].label.lower() in words.lower()
