"""Signing in and out: by password, with limits on failures, and for as long as the epoch stands."""

from __future__ import annotations

import re
import unicodedata

import pytest
from argon2 import PasswordHasher
from flask import Flask

from quizapp.classroom.accounts.forms import OWN_PATH
from quizapp.store.base import db
from quizapp.store.teachers import Teacher
from tests.classroom.accounts_building import (
    PASSWORD,
    given_account,
    given_link,
    is_signed_in,
    sign_in,
    teacher_of,
)
from tests.classroom.building import teacher_visitor
from tests.taking.test_answering import counted_statements
from tests.visiting import Visitor, words_of

on_one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_signs_in_by_a_name_however_it_is_typed_and_out_again(harbour_app: Flask) -> None:
    given_account(harbour_app, "Ms Müller")
    visitor = Visitor(harbour_app)
    came_in = sign_in(visitor, unicodedata.normalize("NFD", " ms  MÜLLER"))
    assert (came_in.status_code, came_in.location) == (303, "/classes")
    assert is_signed_in(visitor)
    assert visitor.post("/teacher/sign-out").location == "/"
    assert not is_signed_in(visitor)


@on_one_database
def test_a_composed_and_a_decomposed_password_are_the_same(harbour_app: Flask) -> None:
    given_account(harbour_app, password=unicodedata.normalize("NFD", "Überraschung"))
    assert sign_in(Visitor(harbour_app), password="Überraschung").status_code == 303


@on_one_database
def test_an_unknown_name_and_a_wrong_password_look_the_same(harbour_app: Flask) -> None:
    given_account(harbour_app)
    visitor = Visitor(harbour_app)
    wrong = sign_in(visitor, password="not this one")
    unknown = sign_in(visitor, "Nobody at All", "not this one")
    assert wrong.status_code == unknown.status_code == 422
    assert "do not belong together" in wrong.text
    pages = [re.sub(r'(csrf_token" value=)"[^"]*"', r"\1", page.text) for page in (wrong, unknown)]
    assert pages[0].replace("Ms Rivera", "Nobody at All") == pages[1]
    assert "not this one" not in wrong.text


@on_one_database
def test_a_hash_with_other_parameters_is_made_anew(harbour_app: Flask) -> None:
    teacher_id = given_account(harbour_app)
    with harbour_app.app_context():
        weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        db.session.get_one(Teacher, teacher_id).password_hash = weak
        db.session.commit()
    assert sign_in(Visitor(harbour_app)).status_code == 303
    assert teacher_of(harbour_app, teacher_id).password_hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert sign_in(Visitor(harbour_app)).status_code == 303


@on_one_database
@pytest.mark.usefixtures("cheap_hashing")
def test_the_eleventh_failure_of_a_name_is_refused_and_right_ones_never_count(harbour_app: Flask) -> None:
    given_account(harbour_app, "Ms Rivera")
    given_account(harbour_app, "Mr Okafor")
    visitor = Visitor(harbour_app)
    assert {sign_in(visitor).status_code for _ in range(12)} == {303}
    assert [sign_in(visitor, password="wrong").status_code for _ in range(10)] == [422] * 10
    refused = sign_in(visitor, " MS rivera")
    assert refused.status_code == 429
    assert "Try again in 15 minutes." in words_of(refused)
    assert 850 < int(refused.headers["Retry-After"]) <= 900
    assert sign_in(visitor, "Mr Okafor").status_code == 303
    assert visitor.get("/teacher/sign-in").status_code == 303


@on_one_database
@pytest.mark.usefixtures("cheap_hashing")
def test_a_hundred_failures_of_any_names_close_it_for_the_address(harbour_app: Flask) -> None:
    visitor = Visitor(harbour_app)
    tried = [sign_in(visitor, f"Guess {number}", "").status_code for number in range(12)]
    assert set(tried) == {422}  # nothing was tried, so nothing counts
    tried = [sign_in(visitor, f"Guess {number}", "wrong").status_code for number in range(101)]
    assert tried == [422] * 100 + [429]


def test_a_stranger_is_asked_to_sign_in_and_led_back(harbour_app: Flask) -> None:
    given_account(harbour_app)
    visitor = Visitor(harbour_app)
    asked = visitor.get("/teacher/account?done=password")
    assert asked.location == "/teacher/sign-in?next=/teacher/account?done%3Dpassword"
    assert 'name="next" value="/teacher/account?done=password"' in visitor.get(asked.location).text
    assert (
        sign_in(visitor, next="/teacher/account?done=password").location == "/teacher/account?done=password"
    )


@pytest.mark.parametrize(
    ("path", "is_own"),
    [
        ("/", True),
        ("/classes/3?by=name", True),
        ("", False),
        ("classes", False),
        ("//elsewhere.example", False),
        ("/\\elsewhere.example", False),
        ("/\t/elsewhere.example", False),
        ("/classes\n", False),
        ("https://elsewhere.example/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_leads_only_to_pages_of_this_server(path: str, is_own: bool) -> None:
    assert bool(OWN_PATH.fullmatch(path)) == is_own


@on_one_database
def test_an_address_elsewhere_leads_to_the_classes(harbour_app: Flask) -> None:
    given_account(harbour_app)
    assert sign_in(Visitor(harbour_app), next="//elsewhere.example").location == "/classes"


@on_one_database
def test_what_a_stranger_sends_is_kept_in_the_page_without_passwords(harbour_app: Flask) -> None:
    sent = Visitor(harbour_app).post("/teacher/account/password", present=PASSWORD, title="Period <3>")
    assert sent.status_code == 403
    assert 'name="title" value="Period &lt;3&gt;"' in sent.text
    assert PASSWORD not in sent.text
    assert "except for files and passwords" in words_of(sent)


@on_one_database
def test_a_session_ends_with_its_epoch_and_after_thirty_days(harbour_app: Flask) -> None:
    teacher_id = given_account(harbour_app)
    visitor = teacher_visitor(harbour_app, teacher_id)
    assert is_signed_in(visitor)
    with visitor.client.session_transaction() as session:
        session["teacher"] = {**session["teacher"], "at": session["teacher"]["at"] - 31 * 24 * 3600}
    assert not is_signed_in(visitor)
    visitor = teacher_visitor(harbour_app, teacher_id)
    with visitor.client.session_transaction() as session:
        session["teacher"] = {**session["teacher"], "epoch": 7}
    assert not is_signed_in(visitor)


@on_one_database
def test_the_masthead_costs_a_teacher_one_query_and_a_learner_none(harbour_app: Flask) -> None:
    teacher, learner = teacher_visitor(harbour_app, given_account(harbour_app)), Visitor(harbour_app)
    for visitor in (teacher, learner):
        visitor.get("/how-it-works")
    for visitor, queries in ((learner, 0), (teacher, 1)):
        with counted_statements(harbour_app) as seen:
            page = visitor.get("/how-it-works")
        assert len(seen) == queries
        assert ("Sign out" in page.text, "For teachers" in page.text) == (queries == 1, queries == 0)


@on_one_database
def test_before_set_up_the_sign_in_page_says_where_the_link_is(harbour_app: Flask) -> None:
    assert "There is no teacher on this server yet" in words_of(Visitor(harbour_app).get("/teacher/sign-in"))
    Visitor(harbour_app).post(given_link(harbour_app, "set-up"), name="Ms Rivera", password=PASSWORD)
    assert "no teacher" not in words_of(Visitor(harbour_app).get("/teacher/sign-in"))
