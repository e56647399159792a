"""The first page of an assignment for a learner: what it is, and what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.assessment.credit import DEFAULT_RULES, CreditRule
from quizapp.classroom import times
from quizapp.classroom.marking import marking_of
from quizapp.classroom.moments import moment_words
from quizapp.classroom.participants import ResumeCard, resume_card
from quizapp.classroom.sitting.queries import Joined, length_of, sittings_of
from quizapp.classroom.sitting.words import changing_words, day_and_clock, limit_words, review_words
from quizapp.store.assignments import Assignment, Sitting


@dataclass(frozen=True)
class AttemptLine:
    """One of the learner's attempts."""

    number: int
    running: bool
    when: str


@dataclass(frozen=True)
class OverviewPage:
    """An assignment as a learner finds it. `limit`, `opens` and `closes` are "" where nothing is set."""

    code: str
    title: str
    class_title: str
    resume_card: ResumeCard
    questions: int
    limit: str
    state: times.State
    opens: str
    closes: str
    attempts: tuple[AttemptLine, ...]
    attempts_allowed: int
    may_begin: bool
    review: tuple[str, ...]
    rules: tuple[CreditRule, ...]

    @property
    def running(self) -> AttemptLine | None:
        """The attempt to go on with."""
        return next((one for one in self.attempts if one.running), None)

    @property
    def attempts_left(self) -> int:
        return max(0, self.attempts_allowed - len(self.attempts))


def overview_page(here: Joined, now: datetime) -> OverviewPage:
    assignment, zone = here.assignment, here.school_class.time_zone
    policy, state = times.policy_of(assignment), times.state_of(assignment, now)
    opens, closes = day_and_clock((assignment.opens_at, times.closes_at(assignment)), zone)
    attempts = tuple(_line(here, one, now) for one in sittings_of(here))
    return OverviewPage(
        code=assignment.code,
        title=assignment.title,
        class_title=here.school_class.title,
        resume_card=resume_card(here.participant, assignment.code),
        questions=length_of(assignment.id),
        limit=limit_words(assignment, here.participant),
        state=state,
        opens=opens,
        closes=closes,
        attempts=attempts,
        attempts_allowed=assignment.attempts_allowed,
        may_begin=state == "open"
        and not any(one.running for one in attempts)
        and len(attempts) < assignment.attempts_allowed,
        review=(*review_words(policy), changing_words(policy)),
        rules=rules_of(assignment),
    )


def rules_of(assignment: Assignment) -> tuple[CreditRule, ...]:
    """Return the rules of credit that an assignment is marked by."""
    marking = marking_of(assignment)
    chosen = {**DEFAULT_RULES} | {"select": marking.select, "number": marking.number.rule}
    rules = tuple(chosen[form] for form in DEFAULT_RULES)
    return (*rules, CreditRule.CERTAINTY) if assignment.with_certainty else rules


def _line(here: Joined, sitting: Sitting, now: datetime) -> AttemptLine:
    running = not times.is_over(here.assignment, sitting, here.participant, now)
    when = moment_words(sitting.started_at, here.school_class.time_zone)
    return AttemptLine(sitting.number, running, when)
