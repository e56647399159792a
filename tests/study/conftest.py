from __future__ import annotations

import pytest
from flask import Flask

from tests.harbour import LEARNER, harbour_app, visitor
from tests.pack_builders import a_full_pack, a_length, a_link, a_source, full_tables
from tests.visiting import Visitor

__all__ = ["bridges", "harbour_app", "visitor"]


@pytest.fixture
def bridges(harbour_app: Flask) -> Visitor:
    """A visitor of a pack from which every page about sources has something to show."""
    record = a_source(
        "record", text_kind="statute", paragraphs=[], boilerplate=[], outlet=None, as_of="1949",
        body="Town Council", citation="Bylaw 12 (1949)", url="https://example.org/bylaw-12", seen="primary",
    )  # fmt: skip
    known = full_tables()
    longer = a_length("old-length-record", "old", 118, cites=[{"source": "record", "place": "§ 2(b)"}])
    opened = next(fact for fact in known["fact"] if fact["id"] == "toll-opened")
    opened["slots"]["when"] = {"value": "1975", "external": "record"}
    opened["asks"] = []
    links = [
        known["link"][0],
        a_link("differs", "old-length", "old-length-record", why="The bylaw leaves out the ramps."),
        a_link("agrees", "old-length", "mill-length", why="Both are in one list."),
    ]
    pack = a_full_pack(source=[*known["source"], record], fact=[*known["fact"], longer], link=links)
    harbour_app.extensions["quizapp.packs"] = {"bridges": pack}
    return Visitor(harbour_app, LEARNER)
