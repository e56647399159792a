"""Changing the settings of what was handed out, before and after learners have begun."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.store.assignments import Assignment
from tests.classroom.assigning import Maker, bridges_app, errors_in, fields_of
from tests.classroom.building import given_assignment, given_sitting, learners_of
from tests.visiting import words_of

__all__ = ["bridges_app"]

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Handed:
    """An assignment with a limit of 30 minutes, whose explanations come after handing in."""

    def __init__(self, app: Flask, *, begun: bool = False, **columns: Any) -> None:
        self.maker = Maker(app)
        given: dict[str, Any] = {"minutes": 30, "show_correctness": "submitted", "show_key": "submitted"}
        given |= {"show_explanation": "submitted"}
        self.id = given_assignment(app, self.maker.class_id, **{**given, **columns})
        self.url = f"/assignments/{self.id}/settings"
        if begun:
            learner = learners_of(app, self.maker.class_id)[0]
            given_sitting(app, self.id, learner, {}, submitted=False)

    def change(self, **changed: str) -> TestResponse:
        """Send the form as it is but for some fields."""
        sent = {**fields_of(self.maker.visitor.get(self.url)), **changed}
        return self.maker.visitor.post(self.url, **sent)

    def kept(self) -> Assignment:
        return self.maker.kept(self.id)


def test_everything_may_change_before_anybody_has_begun(bridges_app: Flask) -> None:
    one = Handed(bridges_app)
    reply = one.change(
        title="New", due_at="2049-05-05T10:00", minutes="", attempts="2", certainty="y",
        show_key="closed", number_rule="EXACT",
    )  # fmt: skip
    assert "The new settings are kept." in words_of(one.maker.visitor.get(reply.location))
    kept = one.kept()
    assert (kept.title, kept.minutes, kept.attempts_allowed, kept.with_certainty) == ("New", None, 2, True)
    assert kept.due_at == datetime(2049, 5, 5, 8, tzinfo=UTC)
    assert (kept.show_key, kept.marking["number"]) == ("closed", "EXACT")


@on_sqlite
def test_the_form_as_it_stands_changes_nothing(bridges_app: Flask) -> None:
    due = datetime(2049, 10, 31, 0, 30, tzinfo=UTC)
    one = Handed(bridges_app, due_at=due, marking={"select": "ALL_OR_NOTHING"})
    assert one.change().status_code == 303
    assert one.kept().due_at == due
    assert one.kept().marking["select"] == "ALL_OR_NOTHING"


@on_sqlite
def test_a_due_time_in_the_past_is_refused_unless_it_was_there_before(bridges_app: Flask) -> None:
    past = datetime(2026, 1, 5, 10, tzinfo=UTC)
    one = Handed(bridges_app, due_at=past)
    assert one.change(title="Only the title").status_code == 303
    refused = one.change(due_at="2026-01-05T12:00")
    assert refused.status_code == 422
    assert "would close at once" in errors_in(refused)[0]
    assert one.kept().due_at == past


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"show_key": "closed"}, "the right answer may come earlier than was set, but not later"),
        ({"minutes": "20"}, "Somebody is working on it now with 30 minutes"),
        ({"opens_at": "2049-01-01T10:00"}, "Learners have begun, so it cannot open later"),
    ],
)
@on_sqlite
def test_once_learners_have_begun_what_they_were_told_is_kept(
    bridges_app: Flask, changed: dict[str, str], error: str
) -> None:
    one = Handed(bridges_app, begun=True)
    refused = one.change(title="Typed already", **changed)
    assert refused.status_code == 422
    assert error in errors_in(refused)[0]
    assert 'value="Typed already"' in refused.text
    assert (one.kept().minutes, one.kept().show_key, one.kept().opens_at) == (30, "submitted", None)


@on_sqlite
def test_a_limit_is_not_brought_in_while_somebody_is_working(bridges_app: Flask) -> None:
    one = Handed(bridges_app, begun=True, minutes=None)
    assert "with no time limit" in errors_in(one.change(minutes="600"))[0]


@on_sqlite
def test_once_learners_have_begun_feedback_may_come_earlier_and_time_be_given(bridges_app: Flask) -> None:
    one = Handed(bridges_app, begun=True)
    earlier = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "at once")
    assert one.change(minutes="40", **earlier).status_code == 303
    assert (one.kept().minutes, one.kept().show_key) == (40, "at once")


@on_sqlite
def test_what_decides_marks_stays_once_learners_have_begun(bridges_app: Flask) -> None:
    one = Handed(bridges_app, begun=True, marking={"number": "EXACT"})
    page = words_of(one.maker.visitor.get(one.url))
    assert "What decides their marks stays as it is" in page
    assert "Ask how sure they are" not in page
    one.change(certainty="y", number_rule="IN_BANDS", select_rule="ALL_OR_NOTHING")
    assert one.kept().marking == {"number": "EXACT"}
    assert not one.kept().with_certainty


@on_sqlite
def test_settings_do_not_open_what_was_closed_by_hand(bridges_app: Flask) -> None:
    closed = datetime.now(UTC) - timedelta(hours=1)
    one = Handed(bridges_app, closed_at=closed)
    assert one.change(title="Still closed").status_code == 303
    assert one.kept().closed_at == closed
