from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import UndefinedError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from quizapp import paths
from quizapp.site.headers import ON_EVERY_RESPONSE
from quizapp.store.base import db
from tests.classroom.building import given_teacher, teacher_visitor
from tests.harbour import LEARNER
from tests.visiting import Visitor, given_quiz, words_of

PAGES = ("/", "/sources", "/sources/harbour/gazette", "/how-it-works", "/nowhere", "/static/page.css")


@pytest.mark.parametrize("page", PAGES)
def test_every_response_carries_the_security_headers(visitor: Visitor, page: str) -> None:
    headers = visitor.get(page).headers
    assert {name: headers[name] for name in ON_EVERY_RESPONSE} == ON_EVERY_RESPONSE


def test_the_policy_allows_nothing_inline() -> None:
    policy = ON_EVERY_RESPONSE["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


def test_no_template_needs_inline_styles_or_scripts() -> None:
    for template in paths.templates().rglob("*.html"):
        assert not re.search(
            r"<style|<script(?! type=\"module\" src=)|\sstyle=|\son\w+=", template.read_text("utf-8")
        ), template


def test_templates_and_styles_load_nothing_from_elsewhere() -> None:
    for folder in (paths.templates(), paths.static()):
        for file in (path for path in folder.rglob("*") if path.is_file()):
            loaded = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"https?://|@import|url\(['\"]?//", loaded), file


def test_a_template_that_names_nothing_is_an_error(harbour_app: Flask) -> None:
    with harbour_app.test_request_context(), pytest.raises(UndefinedError):
        harbour_app.jinja_env.from_string("{{ nothing }}").render()


def test_static_files_with_their_hash_are_kept_for_a_year(visitor: Visitor) -> None:
    found = re.search(r"/static/page\.css\?v=[0-9a-f]{12}", visitor.get("/").text)
    assert found
    assert "immutable" in visitor.get(found[0]).headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/static/page.css", "/static/page.css?v=0123456789ab"])
def test_static_files_without_it_are_asked_for_again(visitor: Visitor, address: str) -> None:
    assert visitor.get(address).headers["Cache-Control"] == "no-cache"


def test_static_files_carry_no_cookie(visitor: Visitor) -> None:
    visitor.get("/")
    assert "Set-Cookie" not in visitor.get("/static/page.css").headers


def test_looking_around_makes_no_learner(harbour_app: Flask) -> None:
    visitor = Visitor(harbour_app)
    for page in PAGES:
        visitor.get(page)
    with visitor.client.session_transaction() as session:
        assert "learner" not in session


@pytest.mark.parametrize(
    ("method", "address", "status", "words"),
    [
        ("GET", "/nowhere", 404, "There is no such page"),
        ("GET", "/sources/", 404, "There is no such page"),
        ("GET", "/attempts", 405, "That cannot be done here"),
        ("DELETE", "/", 405, "That cannot be done here"),
    ],
)
def test_errors_are_calm_pages_with_a_way_out(
    visitor: Visitor, method: str, address: str, status: int, words: str
) -> None:
    reply = visitor.client.open(address, method=method)
    assert reply.status_code == status
    assert words in words_of(reply)
    assert "Go to the front page" in words_of(reply)


def test_a_form_without_a_token_is_told_that_it_was_open_too_long(
    visitor: Visitor, harbour_app: Flask
) -> None:
    quiz = given_quiz(harbour_app, LEARNER)
    reply = visitor.client.post(f"{quiz}/1", data={"answer": "1", "try": "1"})
    assert reply.status_code == 400
    assert "open too long" in words_of(reply)
    assert "answers so far are kept" in words_of(reply)
    assert f'href="{quiz}/1"' in reply.text


def test_a_token_has_no_time_limit(harbour_app: Flask) -> None:
    assert harbour_app.config["WTF_CSRF_TIME_LIMIT"] is None


def test_a_crash_is_a_page_without_a_traceback(harbour_app: Flask, visitor: Visitor) -> None:
    harbour_app.testing = False

    @harbour_app.get("/crash")
    def crash() -> str:
        raise RuntimeError("a detail that is nobody's business")

    reply = visitor.get("/crash")
    assert reply.status_code == 500
    assert "Something broke on our side" in words_of(reply)
    assert "nobody" not in reply.text


def test_a_foreign_host_name_gets_bare_words(visitor: Visitor) -> None:
    reply = visitor.client.get("/", headers={"Host": "evil.example"})
    assert (reply.status_code, "does not answer to that name" in reply.text) == (400, True)


@pytest.fixture
def broken_database(harbour_app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that answers while pages load, and fails when something is to be kept."""
    visitor.get("/")

    def fail() -> None:
        raise OperationalError("COMMIT", {}, Exception("the disk is gone"))

    monkeypatch.setattr(db.session, "commit", fail)


def test_an_answer_that_may_be_lost_can_be_sent_again(
    harbour_app: Flask, visitor: Visitor, request: pytest.FixtureRequest
) -> None:
    quiz = given_quiz(harbour_app, LEARNER)
    token = visitor.token()
    request.getfixturevalue("broken_database")
    reply = visitor.client.post(f"{quiz}/2", data={"csrf_token": token, "try": "1", "answer": ["0", "3"]})
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "5")
    assert "may not have been saved" in words_of(reply)
    assert f'action="{quiz}/2"' in reply.text
    assert re.findall(r'name="(?:answer|try)" value="(\d)"', reply.text) == ["1", "0", "3"]
    assert "disk" not in reply.text


def test_a_page_that_needs_the_database_says_that_it_is_away(
    harbour_app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = given_quiz(harbour_app, LEARNER)
    visitor.get("/")

    def fail(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("the disk is gone"))

    monkeypatch.setattr(db.session, "get", fail)
    reply = visitor.get(f"{quiz}/1")
    assert reply.status_code == 503
    assert "cannot reach its database" in words_of(reply)
    assert f'href="{quiz}/1"' in reply.text


def test_a_teachers_page_that_needs_no_database_does_without_it(
    harbour_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = teacher_visitor(harbour_app, given_teacher(harbour_app))
    assert "Sign out" in visitor.get("/how-it-works").text

    def fail(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("the disk is gone"))

    monkeypatch.setattr(db.session, "get", fail)
    assert visitor.get("/how-it-works").status_code == 200
    reply = visitor.get("/teacher/account")
    assert (reply.status_code, "cannot reach its database" in reply.text) == (503, True)


def test_every_page_has_one_heading_a_language_and_a_skip_link(visitor: Visitor) -> None:
    for page in PAGES[:-1]:
        text = visitor.get(page).text
        assert text.count("<h1") == 1
        assert '<html lang="en">' in text
        assert 'href="#main"' in text


def test_a_filter_is_there_for_every_word_that_templates_turn(harbour_app: Flask) -> None:
    for template in paths.templates().rglob("*.html"):
        harbour_app.jinja_env.get_template(str(template.relative_to(paths.templates()).as_posix()))


def test_colours_are_named_in_one_file_only() -> None:
    page = (Path(paths.static()) / "page.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", page)


def test_a_page_that_can_be_sent_again_holds_no_password(
    harbour_app: Flask, visitor: Visitor, request: pytest.FixtureRequest
) -> None:
    quiz, token = given_quiz(harbour_app, LEARNER), visitor.token()
    request.getfixturevalue("broken_database")
    fields = {"csrf_token": token, "try": "1", "answer": "0", "password": "open sesame"}
    reply = visitor.client.post(f"{quiz}/1", data=fields)
    assert reply.status_code == 503
    assert "sesame" not in reply.text


@pytest.mark.parametrize(
    "error",
    [IntegrityError("INSERT", {}, Exception("its class is gone")), StaleDataError("no such row is left")],
)
def test_what_was_deleted_meanwhile_is_told_and_no_fault_of_the_server(
    harbour_app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    visitor.get("/")
    owner = teacher_visitor(harbour_app, given_teacher(harbour_app))

    def fail() -> None:
        raise error

    token = owner.token()
    monkeypatch.setattr(db.session, "commit", fail)
    reply = owner.client.post("/teacher/account/sign-out-everywhere", data={"csrf_token": token})
    assert reply.status_code == 409
    assert "changed or deleted just now" in words_of(reply)
    assert str(error) not in reply.text
