"""Who may see what: every address of the program, asked for by everybody.

The table below is the promise. A route without a row here fails the test, and so does a row without a route.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, url_for
from sqlalchemy import Select, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from quizapp.assessment.review import Moment
from quizapp.generation.question import Question
from quizapp.site.learner import KEY as LEARNER_KEY
from quizapp.store.assignments import AssignedQuestion
from quizapp.store.attempts import Attempt
from quizapp.store.base import db
from tests.builders import a_choice, an_explanation, an_option
from tests.classroom.building import (
    code_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learner_visitor,
    learners_of,
    teacher_visitor,
)
from tests.classroom.test_mending_reports import given_report
from tests.visiting import Visitor, given_quiz

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ROLES = ("stranger", "learner", "elsewhere", "colleague", "owner")
OWNER = ROLES.index("owner")
COOKIE = "quizapp_session"
SECRETS = {
    "Keyed pier",
    "The true statement",
    "The reason",
    "Learner 1",
    "Learner 2",
    "A word to the teacher",
}
"""An option, what shows that it is the key, who is in the class, what a learner reported."""

KNOWN: Mapping[str, set[str]] = {
    "learner": {"Keyed pier", "Learner 1"},
    "elsewhere": {"Learner 1"},  # who has that name too
    "owner": SECRETS,
}
"""Which of them a role is told, at most."""

# "elsewhere" is a learner of another class, "colleague" the teacher of it. "sign-in" and "door": sent to
# sign in, sent to the door of the assignment. The learner's sitting is not submitted, and the review
# policy shows nothing before the assignment closes. 422: the form was empty, so who sees that may send it.
WHO_GETS_WHAT = """
                                     stranger  learner  elsewhere  colleague  owner

# For everybody: the quiz, the sources
GET  study.home                      200       200      200        200        200
GET  study.quiz                      400       400      400        400        400
GET  study.sources                   200       200      200        200        200
GET  study.source                    200       200      200        200        200
GET  study.timeline                  200       200      200        200        200
GET  study.compare                   200       200      200        200        200
GET  study.corrections               200       200      200        200        200
GET  study.how_it_works              200       200      200        200        200

# A quiz of one's own: the learner began it; to others it is not there
POST taking.start                    422       422      422        422        422
GET  taking.attempt                  404       303      404        404        404
GET  taking.question                 404       200      404        404        404
POST taking.answer                   404       303      404        404        404
GET  taking.results                  404       200      404        404        404
POST taking.retry                    404       422      404        404        404

# Teachers
GET  accounts.use_link               404       404      404        404        404
POST accounts.use_link               404       404      404        404        404
GET  accounts.sign_in                200       200      200        303        303
POST accounts.sign_in                422       422      422        422        422
POST accounts.sign_out               303       303      303        303        303
GET  accounts.account                sign-in   sign-in  sign-in    200        200
POST accounts.change_password        403       403      403        422        422
POST accounts.sign_out_everywhere    403       403      403        sign-in    sign-in
POST accounts.invite                 403       403      403        303        303

# Classes
GET  classes.all_classes             sign-in   sign-in  sign-in    200        200
GET  classes.new_class               sign-in   sign-in  sign-in    200        200
POST classes.new_class               403       403      403        422        422
GET  classes.one_class               sign-in   sign-in  sign-in    404        200
GET  classes.edit                    sign-in   sign-in  sign-in    404        200
POST classes.edit                    403       403      403        404        303
GET  classes.roster                  sign-in   sign-in  sign-in    404        200
POST classes.add_names               403       403      403        404        422
GET  classes.change_learner          sign-in   sign-in  sign-in    404        200
POST classes.change_learner          403       403      403        404        303
POST classes.free_name               403       403      403        404        303
POST classes.remove_learner          403       403      403        404        303
GET  classes.purge                   sign-in   sign-in  sign-in    404        200
POST classes.purge                   403       403      403        404        422

# Assignments
GET  assigning.begin                 sign-in   sign-in  sign-in    303        303
POST assigning.begin_class           403       403      403        422        422
GET  assigning.new_assignment        sign-in   sign-in  sign-in    404        200
POST assigning.shape_assignment      403       403      403        404        422
GET  assigning.assignment            sign-in   sign-in  sign-in    404        200
GET  assigning.change                sign-in   sign-in  sign-in    404        200
POST assigning.keep_change           403       403      403        404        422
POST assigning.close                 403       403      403        404        303
POST assigning.reopen                403       403      403        404        303
GET  assigning.delete                sign-in   sign-in  sign-in    404        200
POST assigning.delete                403       403      403        404        303

# Handing out
GET  sharing.project                 sign-in   sign-in  sign-in    404        200
GET  sharing.turnout                 sign-in   sign-in  sign-in    404        200
GET  sharing.qr                      sign-in   sign-in  sign-in    404        200

# Joining: whoever has the code
GET  joining.enter_code              200       200      200        200        200
POST joining.enter_code              422       422      422        422        422
GET  joining.door                    200       303      200        200        200
POST joining.take_name               422       door     422        422        422
POST joining.resume                  422       422      422        422        422
POST joining.leave                   door      door     door       door       door
POST joining.give_back               door      409      door       door       door

# A sitting: whoever has not joined is sent to the door
GET  sitting.overview                door      200      door       door       door
POST sitting.start                   door      303      door       door       door
GET  sitting.go_on                   door      303      door       door       door
GET  sitting.question                door      200      door       door       door
POST sitting.answer                  door      303      door       door       door
GET  sitting.report_problem          door      200      door       door       door
POST sitting.report_problem          door      303      door       door       door
GET  sitting.submit                  door      200      door       door       door
POST sitting.submit                  door      303      door       door       door
GET  sitting.results                 door      303      door       door       door
GET  sitting.state                   door      200      door       door       door

# Results
GET  results.overview                sign-in   sign-in  sign-in    404        200
GET  results.progress                sign-in   sign-in  sign-in    404        200
GET  results.learner                 sign-in   sign-in  sign-in    404        200
GET  results.question                sign-in   sign-in  sign-in    404        200
GET  results.misconceptions          sign-in   sign-in  sign-in    404        200
POST results.give_time               403       403      403        404        303
POST results.give_everybody_time     403       403      403        404        303
POST results.reopen_sitting          403       403      403        404        422
GET  results.marks_csv               sign-in   sign-in  sign-in    404        200
GET  results.responses_csv           sign-in   sign-in  sign-in    404        200

# Item analysis
GET  analysis.items                  sign-in   sign-in  sign-in    404        200
GET  analysis.items_csv              sign-in   sign-in  sign-in    404        200

# Problems and mending
GET  mending.reports                 sign-in   sign-in  sign-in    404        200
POST mending.settle                  403       403      403        404        303
GET  mending.mend                    sign-in   sign-in  sign-in    404        200
POST mending.mend                    403       403      403        404        303
"""

COMMON: Mapping[str, Any] = {
    "number": 1,
    "position": 2,
    "pack_id": "harbour",
    "source_id": "gazette",
    "token": "no-such-token",
}

FORMS: Mapping[str, Mapping[str, str]] = {
    "sitting.answer": {"answer": "0", "try": "1", "sitting": "{sitting_id}"},
    "sitting.report_problem": {"comment": "Two are right."},
    "taking.answer": {"answer": "0", "try": "1"},
    "mending.mend": {"what": "full", "reason": "It asks two things."},
}
"""What is sent where an empty form would be refused for being empty."""


class World:
    """Two teachers' classes with an assignment under way in each; `values` are of the first, for addresses.

    `elsewhere` are what is of the other class. There is a browser for each role.
    """

    def __init__(self, app: Flask, database: Path) -> None:
        self.app, self.database = app, database
        owner, other = given_teacher(app), given_teacher(app)
        class_id, other_class = given_class(app, owner), given_class(app, other)
        self.values = dict(COMMON) | self._given_work(class_id)
        self.values["attempt_id"] = given_quiz(app, "somebody").removeprefix("/attempts/")
        self.elsewhere = self._given_work(other_class)
        self.class_attempt = self._one(
            select(Attempt.id).where(Attempt.sitting_id == self.values["sitting_id"])
        )
        visitors = (
            Visitor(app),
            learner_visitor(app, learners_of(app, class_id)[0]),
            learner_visitor(app, learners_of(app, other_class)[0]),
            teacher_visitor(app, other),
            teacher_visitor(app, owner),
        )
        with visitors[1].client.session_transaction() as session:
            session[LEARNER_KEY] = "somebody"
        self.cookies = [_cookie(visitor) for visitor in visitors]
        with closing(sqlite3.connect(database)) as now, closing(sqlite3.connect(self._kept)) as kept:
            now.backup(kept)

    def _given_work(self, class_id: int) -> dict[str, Any]:
        """Keep an assignment, the first learner under way, the second done, and a report by the first."""
        app = self.app
        closed = {f"show_{part}": Moment.CLOSED.value for part in ("correctness", "key", "explanation")}
        assignment = given_assignment(app, class_id, [_questions()], **closed)
        learner, second, _ = learners_of(app, class_id)
        sitting = given_sitting(app, assignment, learner, {1: ["0"]}, submitted=False)
        given_sitting(app, assignment, second, {1: ["1"], 2: ["1"]})
        assigned = select(AssignedQuestion.id).where(AssignedQuestion.assignment_id == assignment)
        return {
            "class_id": class_id,
            "assignment_id": assignment,
            "code": code_of(app, assignment),
            "participant_id": second,
            "sitting_id": sitting,
            "assigned_id": self._one(assigned),
            "report_id": given_report(app, assignment, sitting, "A word to the teacher"),
        }

    @property
    def _kept(self) -> Path:
        return self.database.with_suffix(".kept")

    def restore(self) -> None:
        """Put everything back as it was in the beginning."""
        with closing(sqlite3.connect(self._kept)) as kept, closing(sqlite3.connect(self.database)) as now:
            now.execute("PRAGMA synchronous = OFF")
            kept.backup(now)

    def ask(self, role: int, method: str, rule: Rule, **changes: Any) -> TestResponse:
        """Return what a role is answered at an address made of `values`, or of these instead."""
        client, url = self.app.test_client(), self.url_of(rule, **changes)
        fields = {k: v.format(**self.values) for k, v in FORMS.get(rule.endpoint, {}).items()}
        if self.cookies[role]:
            client.set_cookie(COOKIE, self.cookies[role])
        if method == "GET":
            return client.get(url, buffered=True)
        reply = client.post(url, data=fields, buffered=True)
        if reply.status_code < 400:
            self.restore()
        return reply

    def url_of(self, rule: Rule, **changes: Any) -> str:
        with self.app.test_request_context():
            return url_for(rule.endpoint, **{name: (self.values | changes)[name] for name in rule.arguments})

    def _one(self, query: Select[Any]) -> Any:
        with self.app.app_context():
            return db.session.scalars(query).first()


@pytest.fixture
def world(harbour_app: Flask, tmp_path: Path) -> World:
    harbour_app.config["WTF_CSRF_ENABLED"] = False  # another test sees to the tokens
    return World(harbour_app, tmp_path / "test.sqlite3")


def test_everybody_gets_what_the_table_says_and_nobody_else_s_secrets(world: World) -> None:
    found = {name: _outcomes(world, rule, method) for name, rule, method in _routes(world.app)}
    assert found == _promised()


def test_an_attempt_of_a_class_opens_nowhere_else_for_nobody(world: World) -> None:
    taking = [(rule, method) for _, rule, method in _routes(world.app) if "attempt_id" in rule.arguments]
    assert taking
    for rule, method in taking:
        replies = [
            world.ask(role, method, rule, attempt_id=world.class_attempt) for role in range(len(ROLES))
        ]
        assert {reply.status_code for reply in replies} == {404}, rule


def test_what_is_of_another_class_is_not_found_in_ones_own(world: World) -> None:
    for name in ("participant_id", "sitting_id", "assigned_id", "report_id"):
        inner = [(rule, method) for _, rule, method in _routes(world.app) if name in rule.arguments]
        assert inner
        for rule, method in inner:
            reply = world.ask(OWNER, method, rule, **{name: world.elsewhere[name]})
            assert reply.status_code == 404, rule


def test_no_page_writes_anything_by_being_read(world: World) -> None:
    with closing(sqlite3.connect(world.database)) as watching:
        before = watching.execute("PRAGMA data_version").fetchone()
        for name, rule, method in _routes(world.app):
            if method == "GET":
                for role in range(len(ROLES)):
                    world.ask(role, method, rule)
                assert watching.execute("PRAGMA data_version").fetchone() == before, name


def test_nothing_is_written_without_a_token(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = True
    for name, rule, method in _routes(world.app):
        if method == "POST":
            assert world.ask(OWNER, method, rule).status_code == 400, name


def _questions() -> list[Question]:
    told = an_explanation(statement="The true statement.", evidence=())
    key = an_option("Keyed pier", correct=True, feedback="The reason why it is the pier.")
    other = an_option("Quay", feedback="The reason why it is not the quay.")
    return [
        a_choice("Keyed pier", "Quay", explanation=told, options=(key, other)),
        a_choice("Quay", "Keyed pier", key=1, explanation=told, options=(other, key)),
    ]


def _promised() -> dict[str, str]:
    """Return the rows of the table by method and endpoint."""
    rows = [line.split() for line in WHO_GETS_WHAT.splitlines() if line.startswith(("GET", "POST"))]
    return {f"{method} {endpoint}": " ".join(outcomes) for method, endpoint, *outcomes in rows}


def _routes(app: Flask) -> Iterator[tuple[str, Rule, str]]:
    """Yield every route by its name in the table."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            if rule.endpoint != "static":
                yield f"{method} {rule.endpoint}", rule, method


def _outcomes(world: World, rule: Rule, method: str) -> str:
    replies = [world.ask(role, method, rule) for role in range(len(ROLES))]
    for role, reply in zip(ROLES, replies, strict=True):
        told = {secret for secret in SECRETS - KNOWN.get(role, set()) if secret in reply.text}
        assert not told, f"{role} is told {told} at {method} {rule}"
    return " ".join(_outcome(world, reply) for reply in replies)


def _outcome(world: World, reply: TestResponse) -> str:
    location = reply.location or ""
    if location.startswith("/teacher/sign-in?"):
        return "sign-in"
    return "door" if location == f"/j/{world.values['code']}" else str(reply.status_code)


def _cookie(visitor: Visitor) -> str:
    cookie = visitor.client.get_cookie(COOKIE)
    return cookie.value if cookie else ""
