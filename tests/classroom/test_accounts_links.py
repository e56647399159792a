"""Links that make a teacher or let one in again: each once, in time, for what it is for."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.store.base import db
from quizapp.store.teachers import Invitation, Teacher
from tests.classroom.accounts_building import (
    PASSWORD,
    given_account,
    given_link,
    is_signed_in,
    sign_in,
    teacher_of,
)
from tests.classroom.building import count_of, teacher_visitor
from tests.visiting import Visitor, words_of

pytestmark = pytest.mark.usefixtures("cheap_hashing")

on_one_database = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_the_set_up_link_makes_the_first_teacher_and_signs_in(harbour_app: Flask) -> None:
    visitor, link = Visitor(harbour_app), given_link(harbour_app, "set-up")
    assert "Set up your teacher account" in words_of(visitor.get(link))
    made = visitor.post(link, name="  Ms   Rivera ", password=PASSWORD)
    assert (made.status_code, made.location) == (303, "/classes")
    assert "Ms Rivera" in words_of(visitor.get("/teacher/account"))
    again = visitor.get(link)
    assert (again.status_code, "was used already" in again.text) == (410, True)


def test_a_set_up_link_dies_with_the_first_teacher_an_invitation_does_not(harbour_app: Flask) -> None:
    set_up, invitation = (given_link(harbour_app, purpose) for purpose in ("set-up", "invitation"))
    given_account(harbour_app)
    refused = Visitor(harbour_app).post(set_up, name="Mr Okafor", password=PASSWORD)
    assert (refused.status_code, "set up already" in refused.text) == (410, True)
    made = Visitor(harbour_app).post(invitation, name="Mr Okafor", password=PASSWORD)
    assert made.status_code == 303
    assert count_of(harbour_app, Teacher) == 2


@pytest.mark.parametrize("links", [1, 2])
def test_of_two_who_set_up_at_once_one_wins(harbour_app: Flask, links: int) -> None:
    made = [given_link(harbour_app, "set-up") for _ in range(links)]
    visitors = [Visitor(harbour_app), Visitor(harbour_app)]
    tokens = [visitor.token() for visitor in visitors]
    statuses: list[int] = []

    def set_up(number: int) -> None:
        fields = {"csrf_token": tokens[number], "name": f"Teacher {number}", "password": PASSWORD}
        statuses.append(visitors[number].client.post(made[number % links], data=fields).status_code)

    threads = [threading.Thread(target=set_up, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303, 410]
    assert count_of(harbour_app, Teacher) == 1


def test_a_taken_name_is_told_and_the_link_stays_good(harbour_app: Flask) -> None:
    given_account(harbour_app, "Ms Rivera")
    visitor, link = Visitor(harbour_app), given_link(harbour_app, "invitation")
    refused = visitor.post(link, name="MS rivera", password=PASSWORD)
    assert refused.status_code == 422
    assert "A teacher of this name has an account here" in refused.text
    assert 'value="MS rivera"' in refused.text
    assert visitor.post(link, name="Ms A. Rivera", password=PASSWORD).status_code == 303


@on_one_database
@pytest.mark.parametrize(
    ("name", "password", "words"),
    [
        ("", PASSWORD, "Give the name"),
        ("\u200b", PASSWORD, "Give the name"),
        ("x" * 61, PASSWORD, "at most 60 characters"),
        ("Ms Rivera", "", "Choose a password"),
        ("Ms Rivera", "7 chars", "has 8 to 200 characters"),
        ("Ms Rivera", "x" * 201, "has 8 to 200 characters"),
    ],
)
def test_says_at_the_field_what_is_wrong(harbour_app: Flask, name: str, password: str, words: str) -> None:
    refused = Visitor(harbour_app).post(given_link(harbour_app, "set-up"), name=name, password=password)
    assert refused.status_code == 422
    assert words in words_of(refused)
    assert count_of(harbour_app, Teacher) == 0


@on_one_database
def test_a_name_with_markup_is_shown_as_text(harbour_app: Flask) -> None:
    visitor = Visitor(harbour_app)
    visitor.post(given_link(harbour_app, "set-up"), name="<b>Ms</b> Rivera", password=PASSWORD)
    page = visitor.get("/teacher/account").text
    assert "&lt;b&gt;Ms&lt;/b&gt; Rivera" in page
    assert "<b>Ms" not in page


@on_one_database
@pytest.mark.parametrize(
    ("purpose", "days"), [("set-up", 7), ("invitation", 7), ("reset", 1)], ids=lambda one: str(one)
)
def test_a_link_is_good_until_its_time_is_up(harbour_app: Flask, purpose: str, days: int) -> None:
    teacher_id = given_account(harbour_app) if purpose == "reset" else None
    minute = timedelta(minutes=1)
    young = given_link(harbour_app, purpose, teacher_id, timedelta(days=days) - minute)
    old = given_link(harbour_app, purpose, teacher_id, timedelta(days=days) + minute)
    assert [Visitor(harbour_app).get(link).status_code for link in (young, old)] == [200, 410]
    assert "too old" in Visitor(harbour_app).post(old, name="Ms Rivera", password=PASSWORD).text


@on_one_database
def test_keeps_no_token_and_forgets_dead_links(harbour_app: Flask) -> None:
    given_link(harbour_app, "invitation", age=timedelta(days=60))
    link = given_link(harbour_app, "invitation")
    with harbour_app.app_context():
        (kept,) = db.session.scalars(select(Invitation.token_hash))
    assert len(kept) == 64
    assert link.rpartition("/")[2] not in kept
    assert Visitor(harbour_app).get(f"{link}x").status_code == 404


def test_a_reset_link_sets_the_password_and_ends_every_session(harbour_app: Flask) -> None:
    teacher_id = given_account(harbour_app, password="the old password")
    elsewhere = teacher_visitor(harbour_app, teacher_id)
    visitor = Visitor(harbour_app)
    links = [given_link(harbour_app, "reset", teacher_id) for _ in range(2)]
    assert "Ms Rivera" in words_of(visitor.get(links[0]))
    assert visitor.post(links[0], password=PASSWORD).status_code == 303
    assert (is_signed_in(visitor), is_signed_in(elsewhere)) == (True, False)
    assert visitor.get(links[1]).status_code == 410
    assert sign_in(Visitor(harbour_app), password="the old password").status_code == 422
    assert sign_in(Visitor(harbour_app)).status_code == 303
    assert teacher_of(harbour_app, teacher_id).epoch == 1


@on_one_database
def test_links_cannot_be_guessed_at_speed(harbour_app: Flask) -> None:
    visitor, good = Visitor(harbour_app), given_link(harbour_app, "set-up")
    assert {visitor.get(good).status_code for _ in range(40)} == {200}
    tried = [visitor.get(f"/teacher/link/guess-{number}").status_code for number in range(31)]
    assert tried == [404] * 30 + [429]
