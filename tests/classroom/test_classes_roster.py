"""Adding names to a class: pasted or from a file; nothing is lost on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.store.base import db
from quizapp.store.classes import Participant
from tests.classroom.building import count_of, given_class, given_teacher, teacher_visitor
from tests.visiting import words_of

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Roster:
    """A teacher at the roster of a class, which has no learners yet."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.teacher_id = given_teacher(app)
        self.class_id = given_class(app, self.teacher_id, 0, naming="roster")
        self.visitor = teacher_visitor(app, self.teacher_id)
        self.url = f"/classes/{self.class_id}/roster"

    def paste(self, names: str, **fields: str) -> TestResponse:
        return self.visitor.post(self.url, names=names, **fields)

    def upload(self, data: bytes, name: str = "class.csv", names: str = "") -> TestResponse:
        fields = {"csrf_token": self.visitor.token(), "names": names, "file": (BytesIO(data), name)}
        return self.visitor.client.post(self.url, data=fields, content_type="multipart/form-data")

    def names(self) -> list[str]:
        with self.app.app_context():
            return [one.name for one in db.session.query(Participant).order_by(Participant.id)]


@pytest.fixture
def roster(harbour_app: Flask) -> Roster:
    return Roster(harbour_app)


def test_pasted_names_are_added(roster: Roster) -> None:
    added = roster.paste("Lovelace, Ada\r\n<b>Ben</b>\r\n")
    page = roster.visitor.get(added.location)
    assert (added.status_code, roster.names()) == (303, ["Lovelace, Ada", "<b>Ben</b>"])
    assert "2 learners added." in words_of(page)
    assert "&lt;b&gt;Ben&lt;/b&gt;" in page.text


def test_a_file_is_added(roster: Roster) -> None:
    added = roster.upload("Vorname;Name\r\nZoë;Ng\r\nAda;Lovelace\r\n".encode("cp1252"))
    assert (added.status_code, roster.names()) == (303, ["Zoë Ng", "Ada Lovelace"])


def test_nothing_is_added_while_a_name_would_be_dropped_until_the_teacher_agrees(roster: Roster) -> None:
    refused = roster.paste("Ada\nBen\nada\n" + "x" * 61)
    assert (refused.status_code, roster.names()) == (422, [])
    assert "2 lines give no name to add" in words_of(refused)
    assert "Line 3: “ada” stands in line 1 already" in words_of(refused)
    assert '<textarea name="names" hidden>\nAda\nBen\n</textarea>' in refused.text
    assert "Ada\nBen\nada\n" + "x" * 61 + "</textarea>" in refused.text
    assert roster.paste("\r\nAda\r\nBen\r\n", exactly="y").status_code == 303
    assert roster.names() == ["Ada", "Ben"]


@on_sqlite
def test_names_that_are_in_the_class_are_not_added_twice(roster: Roster) -> None:
    roster.paste("Ada\nBen")
    assert "is in the class already" in words_of(roster.paste("Ada\nCleo"))
    again = roster.paste("Ada\nBen", exactly="y")
    assert "all of these names are in the class already" in words_of(roster.visitor.get(again.location))
    assert roster.names() == ["Ada", "Ben"]


def test_the_same_names_sent_at_once_are_added_once(roster: Roster) -> None:
    tabs = [teacher_visitor(roster.app, roster.teacher_id) for _ in range(4)]
    names = "\n".join(f"Learner {n}" for n in range(30))
    with ThreadPoolExecutor(4) as at_once:
        replies = list(at_once.map(lambda tab: tab.post(roster.url, names=names, exactly="y"), tabs))
    assert [reply.status_code for reply in replies] == [303] * 4
    assert roster.names() == names.split("\n")


@on_sqlite
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 a spreadsheet", "This is a spreadsheet file"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500_000, "This is a picture"),
        (b'Name,Group\n"Ada,1\nBen,2', "the quotation marks do not match"),
        (b"", "This file is empty"),
    ],
    ids=["spreadsheet", "picture", "quotation marks", "empty"],
)
def test_a_file_of_the_wrong_kind_says_what_to_do(roster: Roster, data: bytes, message: str) -> None:
    refused = roster.upload(data)
    assert (refused.status_code, message in words_of(refused)) == (422, True)
    assert count_of(roster.app, Participant) == 0


@on_sqlite
def test_a_file_that_cannot_be_a_list_is_refused_with_the_remedy(roster: Roster) -> None:
    form = "multipart/form-data; boundary=x"  # a body of bytes, for the client leaves a file open
    refused = roster.visitor.client.post(roster.url, data=b"x" * 1_100_000, content_type=form)
    assert (refused.status_code, "save the list as CSV" in words_of(refused)) == (413, True)


@on_sqlite
def test_names_typed_beside_a_file_are_kept(roster: Roster) -> None:
    refused = roster.upload(b"Ada\n", names="Ben")
    assert "Names were typed as well as a file chosen" in words_of(refused)
    assert "Ben</textarea>" in refused.text


@on_sqlite
def test_nothing_at_all_is_told(roster: Roster) -> None:
    assert "Paste or type at least one name" in words_of(roster.paste(" \n"))


@on_sqlite
def test_a_list_of_thousands_is_answered_in_a_few_lines_wherever_it_is_sent(roster: Roster) -> None:
    names = "\n".join(f"A learner of number {number}" for number in range(5000))
    settings = {"title": "Civics", "time_zone": "UTC", "naming": "roster"}
    for refused in (roster.paste(names), roster.visitor.post("/classes/new", names=names, **settings)):
        words = words_of(refused)
        assert refused.status_code == 422, words
        assert "Line 201: The class is full" in words
        assert "4770 more lines, the last of them line 5000" in words
        assert names in refused.text.replace("\r\n", "\n")
