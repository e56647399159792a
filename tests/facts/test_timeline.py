from __future__ import annotations

from quizapp.facts.timeline import events
from tests.pack_builders import a_length, a_pack, an_opening


def test_events_are_the_facts_with_a_known_date_the_earliest_first() -> None:
    pack = a_pack(
        an_opening("late", "new", "1998"),
        an_opening("in-a-month", "king", "1931-05"),
        an_opening("unknown", "mill", "unknown"),
        a_length("length", "old", 120),
        an_opening("in-that-year", "old", "1931"),
    )
    assert [(event.fact.id, event.words) for event in events(pack)] == [
        ("in-that-year", "1931"),
        ("in-a-month", "May 1931"),
        ("late", "1998"),
    ]


def test_an_event_says_which_source_gives_a_date_that_the_text_leaves_out() -> None:
    when = {"value": "1954", "external": "courier"}
    pack = a_pack(an_opening("opened", "old", "1954", slots={"bridge": "old", "when": when}, asks=[]))
    assert [event.known_from for event in events(pack)] == ["courier"]
