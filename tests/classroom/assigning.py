"""A teacher who makes assignments from a small pack about bridges: what a browser would send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.app import create_app
from quizapp.store.assignments import Assignment
from quizapp.store.base import db
from tests.classroom.building import given_class, given_teacher, teacher_visitor
from tests.conftest import settings_for
from tests.pack_builders import a_full_pack
from tests.visiting import Visitor


@pytest.fixture
def bridges_app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The whole program with one pack from which every kind of question can be made."""
    app = create_app(settings_for(tmp_path, database_url), packs={"bridges": a_full_pack()})
    app.testing = True
    yield app
    with app.app_context():
        db.engine.dispose()


class Maker:
    """A teacher at the page of a new assignment; `sends` is what its form holds now."""

    def __init__(self, app: Flask, time_zone: str = "Europe/Berlin") -> None:
        self.app = app
        self.teacher_id = given_teacher(app)
        self.class_id = given_class(app, self.teacher_id, time_zone=time_zone)
        self.visitor: Visitor = teacher_visitor(app, self.teacher_id)
        self.url = f"/classes/{self.class_id}/assignments/new"
        self.page = self.visitor.get(self.url)
        self.sends = fields_of(self.page)

    def press(self, button: str, **changed: str | list[str]) -> TestResponse:
        """Send the form as it is, with some fields changed, by one of its buttons."""
        self.page = self.visitor.post(self.url, **{**self.sends, **changed, "do": button})
        if self.page.status_code != 303:
            self.sends = fields_of(self.page)
        return self.page

    def chosen(self) -> list[list[str]]:
        """Return the numbers of the chosen questions, form by form."""
        return [form.split(".") for form in self.sends["chosen"][0].split("_")]

    def hand_out(self, **changed: str | list[str]) -> int:
        reply = self.press("assign", **changed)
        assert reply.status_code == 303, errors_in(reply)
        return int(reply.location.split("/")[-1].partition("?")[0])

    def kept(self, assignment_id: int) -> Assignment:
        with self.app.app_context():
            return db.session.scalars(select(Assignment).where(Assignment.id == assignment_id)).one()


def fields_of(response: TestResponse) -> dict[str, list[str]]:
    """Return what a browser would send of a page's form if nobody touched it."""
    found: dict[str, list[str]] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            given = dict(attributes)
            name, is_box = given.get("name"), given.get("type") in ("checkbox", "radio")
            if tag == "input" and name and name != "csrf_token" and not (is_box and "checked" not in given):
                found.setdefault(name, []).append(given.get("value") or "")

    Reader().feed(response.text)
    return found


def errors_in(response: TestResponse) -> list[str]:
    """Return the errors at the fields of a page."""
    found = re.findall(r'class="field-error".*?</svg>(.*?)</p>', response.text, re.S)
    return [" ".join(words.split()) for words in found]
