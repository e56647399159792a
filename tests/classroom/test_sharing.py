"""Handing an assignment out: link, QR code, and the page for the projector."""

from __future__ import annotations

import re
from io import StringIO
from xml.etree import ElementTree

import pytest
import segno
from flask import Flask, render_template

from quizapp.classroom.sharing.drawing import qr_svg
from quizapp.classroom.sharing.pages import share_card
from quizapp.store.assignments import Assignment
from quizapp.store.base import db
from tests.classroom.building import (
    code_of,
    given_assignment,
    given_class,
    given_sitting,
    given_teacher,
    learners_of,
    teacher_visitor,
)
from tests.visiting import Visitor, words_of

sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
URL = "http://192.168.1.20:8000/j/BCDGHJ"
QUIET = 4


def modules_of(svg: bytes) -> list[list[bool]]:
    """Return the dark modules that the picture draws, row by row, quiet zone and all."""
    root = ElementTree.fromstring(svg)
    size = int(root.attrib["viewBox"].split()[-1])
    dark = [[False] * size for _ in range(size)]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", root[-1].attrib["d"]):
        steps = [float(number) for number in numbers.split()]
        if command == "h":
            for column in range(int(x), int(x + steps[0])):
                dark[int(y)][column] = True
            x += steps[0]
        else:
            x, y = (steps[0], steps[1]) if command == "M" else (x + steps[0], y + steps[1])
    return dark


def test_the_picture_draws_the_modules_of_the_address() -> None:
    wanted = StringIO()
    segno.make_qr(URL, error="m").save(wanted, kind="txt", border=QUIET)
    rows = [[sign == "1" for sign in line] for line in wanted.getvalue().split()]
    assert modules_of(qr_svg(URL)) == rows


def test_the_picture_is_dark_on_light_and_needs_no_inline_style() -> None:
    svg = qr_svg(URL).decode()
    assert '<path fill="#fff"' in svg
    assert not re.search(r"style|script|class=", svg)


@sqlite_only
def test_the_code_and_the_links_lead_to_the_public_address(harbour_app: Flask) -> None:
    harbour_app.config["PUBLIC_URL"] = "https://quiz.example.org"
    assignment_id = given_assignment(harbour_app, given_class(harbour_app, given_teacher(harbour_app)))
    with harbour_app.test_request_context():
        card = share_card(db.session.get_one(Assignment, assignment_id))
        partial = render_template("partials/_share.html", share=card)
    assert card.short_url == f"https://quiz.example.org/j/{card.code}"
    assert (card.host, card.short_words) == ("quiz.example.org", f"quiz.example.org/j/{card.code}")
    assert card.code_spaced in partial
    assert card.qr_url in partial


def test_the_projector_shows_the_code_and_counts_but_no_names(harbour_app: Flask) -> None:
    teacher = given_teacher(harbour_app)
    class_id = given_class(harbour_app, teacher, learners=3, naming="roster")
    assignment_id = given_assignment(harbour_app, class_id, title="<b>Harbour</b>", attempts_allowed=2)
    first, second, _ = learners_of(harbour_app, class_id)
    for number in (1, 2):
        given_sitting(harbour_app, assignment_id, first, {}, number=number)
    given_sitting(harbour_app, assignment_id, second, {}, submitted=False)
    visitor = teacher_visitor(harbour_app, teacher)
    page = visitor.get(f"/assignments/{assignment_id}/project")
    code = code_of(harbour_app, assignment_id)
    assert f"Go to localhost and enter {code[:3]} {code[3:]}" in words_of(page)
    assert "joined 3 of 3 began 2 handed in 1" in words_of(page)
    assert "Learner" not in page.text
    assert "<b>" not in page.text
    counts = visitor.get(f"/assignments/{assignment_id}/turnout").json
    assert counts == {"names": 3, "joined": 3, "begun": 2, "submitted": 1}


@sqlite_only
@pytest.mark.parametrize("page", ["project", "turnout", "qr.svg"])
def test_only_its_teacher_hands_an_assignment_out(harbour_app: Flask, page: str) -> None:
    teacher = given_teacher(harbour_app)
    address = f"/assignments/{given_assignment(harbour_app, given_class(harbour_app, teacher))}/{page}"
    assert teacher_visitor(harbour_app, teacher).get(address).status_code == 200
    assert teacher_visitor(harbour_app, given_teacher(harbour_app)).get(address).status_code == 404
    assert Visitor(harbour_app).get(address).status_code == 303


@sqlite_only
def test_an_address_that_phones_cannot_open_is_told(harbour_app: Flask) -> None:
    teacher_id = given_teacher(harbour_app)
    assignment_id = given_assignment(harbour_app, given_class(harbour_app, teacher_id))
    teacher, url = teacher_visitor(harbour_app, teacher_id), f"/assignments/{assignment_id}"
    assert "Phones cannot open this address" in words_of(teacher.get(url))
    harbour_app.config["PUBLIC_URL"] = "http://192.168.1.20:8000"
    assert "Phones cannot open this address" not in words_of(teacher.get(url))
