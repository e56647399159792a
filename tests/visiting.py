"""A visitor: a browser's manners (cookies, tokens, redirects) on top of the test client."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from html import unescape
from itertools import count

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.generation.question import Question
from quizapp.site.learner import KEY
from quizapp.store.attempts import Attempt, DealtQuestion
from quizapp.store.base import db
from tests.builders import a_quiz

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_numbers = count(1)


class Visitor:
    """Somebody with one browser; `learner` is given to whoever has been dealt a quiz."""

    def __init__(self, app: Flask, learner: str = "") -> None:
        self.app = app
        self.client = app.test_client()
        if learner:
            with self.client.session_transaction() as session:
                session[KEY] = learner

    def get(self, url: str) -> TestResponse:
        return self.client.get(url, buffered=True)  # which closes static files

    def post(self, url: str, **fields: str | Sequence[str]) -> TestResponse:
        """Send a form, with the token that the front page gives."""
        return self.client.post(url, data={"csrf_token": self.token(), **fields})

    def answer(self, url: str, *values: str, sent_try: str = "1") -> TestResponse:
        return self.post(url, answer=list(values), **{"try": sent_try})

    def token(self) -> str:
        found = _TOKEN.search(self.get("/").text)
        assert found
        return found[1]


def words_of(response: TestResponse) -> str:
    """Return a page's text without its tags, white space collapsed."""
    body = re.sub(r"<title>.*?</title>", "", response.text, flags=re.S)
    inline = re.sub(r"</?(?:a|cite|code|mark|span|strong|sup)\b[^>]*>", "", body)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def given_quiz(app: Flask, learner: str, questions: Sequence[Question] = (), **columns: object) -> str:
    """Deal hand-made questions to a learner, and return the attempt's address."""
    questions = questions or a_quiz()
    attempt = Attempt(
        **{
            "id": f"attempt-for-a-test-{next(_numbers)}",
            "learner": learner,
            "pack": "harbour",
            "pack_hash": "0" * 64,
            "seed": "s",
            "version": "0.1.0",
            "blueprint": {"count": len(questions), "topics": ["building", "money"], "facts": []},
            "started_at": datetime(2026, 3, 5, 14, 5, tzinfo=UTC),
            **columns,
        }
    )
    attempt.questions = [
        DealtQuestion(position=n, question_id=q.id, family=q.family, snapshot=q.to_json())
        for n, q in enumerate(questions, start=1)
    ]
    with app.app_context():
        address = f"/attempts/{attempt.id}"
        db.session.add(attempt)
        db.session.commit()
    return address
