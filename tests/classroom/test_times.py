"""When a sitting is over, when it is settled, and what is shown then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from quizapp.assessment.review import BadPolicy, Moment, Revealed, ReviewPolicy
from quizapp.classroom import times
from quizapp.classroom.sitting.words import later_words, left_words, limit_words, review_words
from tests.store.rows import a_participant, a_sitting, an_assignment

START = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
NOTHING, ALL = Revealed(False, False, False), Revealed(True, True, True)


def minutes(number: float) -> datetime:
    return START + timedelta(minutes=number)


def ends(sitting: dict[str, Any] | None = None, learner: dict[str, Any] | None = None, **columns: Any) -> Any:
    """Return after how many minutes a sitting ends, None for never."""
    assignment = an_assignment(**{"minutes": 10, **columns})
    sat = a_sitting(**{"started_at": START, "extra_minutes": 0, **(sitting or {})})
    end = times.ends_at(
        assignment, sat, a_participant(**{"extra_percent": 0, "untimed": False, **(learner or {})})
    )
    return end and (end - START) / timedelta(minutes=1)


def test_extra_time_is_reckoned_in() -> None:
    assert ends() == 10
    assert ends({"extra_minutes": 5}) == 15
    assert ends(learner={"extra_percent": 50}) == 15
    assert ends(learner={"untimed": True}) is None
    assert ends(minutes=None) is None


def test_the_end_of_the_assignment_ends_every_sitting() -> None:
    assert ends(due_at=minutes(4)) == 4
    assert ends(due_at=minutes(8), closed_at=minutes(3)) == 3
    assert ends(learner={"untimed": True}, due_at=minutes(4)) == 4


@pytest.mark.parametrize(
    ("at", "over", "takes", "shown"),
    [
        (9.9, False, True, NOTHING),
        (10, True, True, NOTHING),
        (11.9, True, True, NOTHING),
        (12, True, False, ALL),
    ],
)
def test_nothing_is_shown_while_an_answer_is_still_taken(
    at: float, over: bool, takes: bool, shown: Revealed
) -> None:
    submitted = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "submitted")
    assignment = an_assignment(minutes=10, **submitted)
    sitting, learner = (
        a_sitting(started_at=START, extra_minutes=0),
        a_participant(extra_percent=0, untimed=False),
    )
    assert times.is_over(assignment, sitting, learner, minutes(at)) is over
    assert times.takes_answers(assignment, sitting, learner, minutes(at)) is takes
    assert times.shown_now(assignment, sitting, learner, minutes(at)) == shown
    assert times.settles_at(assignment, sitting, learner) == minutes(12)


def test_who_has_handed_in_does_not_see_the_key_while_others_still_answer() -> None:
    at_close = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "closed")
    assignment = an_assignment(due_at=minutes(10), **at_close)
    sitting, learner = a_sitting(started_at=START, submitted_at=minutes(5)), a_participant()
    assert times.shown_now(assignment, sitting, learner, minutes(11)) == NOTHING
    assert times.shown_now(assignment, sitting, learner, minutes(12)) == ALL


def test_a_policy_may_not_tell_the_key_before_right_and_wrong() -> None:
    with pytest.raises(BadPolicy, match="key tells right from wrong"):
        ReviewPolicy(Moment.CLOSED, Moment.SUBMITTED, Moment.CLOSED)


def test_a_policy_is_told_in_a_sentence_for_each_moment() -> None:
    assert review_words(ReviewPolicy(Moment.AT_ONCE, Moment.CLOSED, Moment.SUBMITTED)) == [
        "After each answer you see whether it was right.",
        "Once you have handed in, you see of each answer an explanation with its source.",
        "Once the quiz is closed for everybody, you see of each answer the right answer.",
    ]


def test_what_comes_later_is_told_with_its_time() -> None:
    later = later_words(an_assignment(due_at=START), Revealed(True, False, True), "Europe/Berlin")
    assert later.startswith(
        "You will see of each answer the right answer after Thursday 5 March 2026, 15:00 ("
    )
    assert later_words(an_assignment(), ALL, "Europe/Berlin") == ""


def test_limits_and_the_time_left_are_told_in_minutes() -> None:
    assert limit_words(an_assignment(minutes=20), a_participant(extra_percent=25, untimed=False)) == (
        "25 minutes, 5 more than usual"
    )
    assert limit_words(an_assignment(minutes=20), a_participant(extra_percent=0, untimed=True)) == ""
    assert [left_words(seconds) for seconds in (59, 60, 3599, 7200)] == [
        "less than a minute left",
        "1 minute left",
        "59 minutes left",
        "2 hours left",
    ]
