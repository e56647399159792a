"""A review policy, a time limit and a deadline in the words that a learner reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from quizapp.assessment.review import Moment, Revealed, ReviewPolicy
from quizapp.classroom import times
from quizapp.classroom.moments import moment_words
from quizapp.site.words import counted, listed
from quizapp.store.assignments import Assignment
from quizapp.store.classes import Participant

_PARTS = {
    "correctness": "whether it was right",
    "explanation": "an explanation with its source",
    "key": "the right answer",
}


def review_words(policy: ReviewPolicy) -> list[str]:
    """Return what is shown when, a sentence for each moment that shows something."""
    leads = {
        Moment.AT_ONCE: "After each answer you see",
        Moment.SUBMITTED: "Once you have handed in, you see of each answer",
        Moment.CLOSED: "Once the quiz is closed for everybody, you see of each answer",
    }
    parts = {moment: [_PARTS[name] for name in _PARTS if getattr(policy, name) is moment] for moment in leads}
    return [f"{leads[moment]} {listed(shown)}." for moment, shown in parts.items() if shown]


def changing_words(policy: ReviewPolicy) -> str:
    if policy.may_change_answers:
        return "You can change your answers until you hand in."
    return "The first answer to a question stands, so choose before you send it."


def later_words(assignment: Assignment, shown: Revealed, zone: str) -> str:
    """Return what will be shown when the assignment is closed, and when that is; "" for nothing more."""
    kept = [words for name, words in _PARTS.items() if not getattr(shown, name)]
    if not kept:
        return ""
    closes = times.closes_at(assignment)
    when = f"after {moment_words(closes, zone)}" if closes else "once your teacher closes this quiz"
    return f"You will see of each answer {listed(kept)} {when}. Come back to this page then."


def limit_words(assignment: Assignment, participant: Participant) -> str:
    """Return the time limit that holds for a learner; "" where there is none."""
    if assignment.minutes is None or participant.untimed:
        return ""
    minutes = assignment.minutes * (100 + participant.extra_percent) // 100
    extra = minutes - assignment.minutes
    whole = counted(minutes, "minute")
    return f"{whole}, {extra} more than usual" if extra else whole


def left_words(seconds: float) -> str:
    """Return the time left as a page says it: "12 minutes left", "less than a minute left"."""
    minutes = int(seconds // 60)
    if minutes >= 120:
        return f"{minutes // 60} hours left"
    return f"{counted(minutes, 'minute')} left" if minutes else "less than a minute left"


def standing_words(standing: str) -> str:
    """Return what a mended question means for the mark, or ""."""
    return {
        "dropped": "This question does not count.",
        "full": "Everybody has full credit for this question.",
    }.get(standing, "")


def day_and_clock(moments: tuple[datetime | None, ...], zone: str) -> Iterator[str]:
    for moment in moments:
        yield moment_words(moment, zone) if moment else ""
