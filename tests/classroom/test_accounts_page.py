"""A teacher's account: a new password, signing out everywhere, inviting."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.classroom.accounts_building import PASSWORD, given_account, is_signed_in, sign_in
from tests.classroom.building import teacher_visitor
from tests.visiting import Visitor, words_of

pytestmark = pytest.mark.usefixtures("cheap_hashing")

NEW = "another long password"


def test_a_new_password_ends_other_sessions_and_keeps_this_one(harbour_app: Flask) -> None:
    teacher_id = given_account(harbour_app)
    here, elsewhere = (teacher_visitor(harbour_app, teacher_id) for _ in range(2))
    changed = here.post("/teacher/account/password", present=PASSWORD, password=NEW)
    assert "Your password is changed" in words_of(here.get(changed.location))
    assert not is_signed_in(elsewhere)
    assert sign_in(elsewhere).status_code == 422
    assert sign_in(elsewhere, password=NEW).status_code == 303


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_new_password_needs_the_present_one(harbour_app: Flask) -> None:
    visitor = teacher_visitor(harbour_app, given_account(harbour_app))
    refused = visitor.post("/teacher/account/password", present="wrong", password=NEW)
    assert (refused.status_code, "not your present password" in refused.text) == (422, True)
    assert NEW not in refused.text
    for _ in range(9):
        visitor.post("/teacher/account/password", present="wrong", password=NEW)
    assert visitor.post("/teacher/account/password", present=PASSWORD, password=NEW).status_code == 429
    assert sign_in(Visitor(harbour_app)).status_code == 303


def test_signing_out_everywhere_ends_every_session(harbour_app: Flask) -> None:
    teacher_id = given_account(harbour_app)
    visitors = [teacher_visitor(harbour_app, teacher_id) for _ in range(2)]
    left = visitors[0].post("/teacher/account/sign-out-everywhere")
    assert "You are signed out on every device" in words_of(visitors[0].get(left.location))
    assert [is_signed_in(visitor) for visitor in visitors] == [False, False]


def test_an_invitation_is_shown_once_and_makes_a_teacher(harbour_app: Flask) -> None:
    visitor = teacher_visitor(harbour_app, given_account(harbour_app))
    page = visitor.get(visitor.post("/teacher/account/invitations").location).text
    found = re.search(r"http://localhost(/teacher/link/[\w-]{43})", page)
    assert found
    assert "works on this computer only" in page
    assert found[1] not in visitor.get("/teacher/account").text
    guest = Visitor(harbour_app)
    assert "You are invited" in words_of(guest.get(f"{found[1]}?name=Mr+Okafor"))
    assert guest.post(found[1], name="Mr Okafor", password=PASSWORD).status_code == 303
    assert "Mr Okafor" in words_of(guest.get("/teacher/account"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_invitation_names_the_public_address(harbour_app: Flask) -> None:
    harbour_app.config["PUBLIC_URL"] = "http://192.168.1.20:8000"
    visitor = teacher_visitor(harbour_app, given_account(harbour_app))
    page = visitor.get(visitor.post("/teacher/account/invitations").location).text
    assert "http://192.168.1.20:8000/teacher/link/" in page
    assert "this computer only" not in page
