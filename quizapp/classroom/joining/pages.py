"""The context of the door: what a code shows to somebody who has no name in the class yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from random import SystemRandom

from quizapp.classroom.codes import spaced_code
from quizapp.classroom.joining.forms import NameForm, NicknameForm, ResumeForm, new_ticket, signed_offer
from quizapp.classroom.joining.queries import Door, name_keys_of, roster_of
from quizapp.classroom.moments import moment_words
from quizapp.classroom.names import generated_name
from quizapp.classroom.times import State, closes_at, state_of

LONG_LIST = 24
"""From so many names on, a list has a field to search it."""


@dataclass(frozen=True)
class RosterLine:
    """A name on the list, and whether somebody has it."""

    participant_id: int
    name: str
    taken: bool


@dataclass(frozen=True)
class Offer:
    """A generated name, and the signed words that its form sends."""

    name: str
    signed: str


@dataclass(frozen=True)
class DoorPage:
    """A quiz, whether it is open, and the ways to take a name; `when` is when it opens or closed.

    `problem` is what was wrong with the name that was sent, `resume_problem` with the resume
    code; what was typed stays in its field.
    """

    code: str
    code_spaced: str
    class_title: str
    title: str
    state: State
    when: str
    naming: str
    ticket: str
    roster: tuple[RosterLine, ...]
    offer: Offer | None
    nickname: str = ""
    problem: str = ""
    resume_code: str = ""
    resume_problem: str = ""

    @property
    def searchable(self) -> bool:
        return len(self.roster) >= LONG_LIST


def door_page(door: Door, now: datetime) -> DoorPage:
    assignment, school_class = door.assignment, door.school_class
    state = state_of(assignment, now)
    moment = closes_at(assignment) if state == "closed" else assignment.opens_at
    return DoorPage(
        code=assignment.code,
        code_spaced=spaced_code(assignment.code),
        class_title=school_class.title,
        title=assignment.title,
        state=state,
        when=moment_words(moment, school_class.time_zone) if moment else "",
        naming=school_class.naming,
        ticket=new_ticket(),
        roster=_roster(door) if state == "open" and school_class.naming == "roster" else (),
        offer=_offer(door) if state == "open" and school_class.naming == "generated" else None,
    )


def door_page_again(page: DoorPage, form: NameForm | ResumeForm, problem: str) -> DoorPage:
    """Return the page with what was wrong with a form, and what was typed in it."""
    if isinstance(form, ResumeForm):
        return replace(page, resume_problem=problem, resume_code=form.typed)
    return replace(page, problem=problem, nickname=form.name.data if isinstance(form, NicknameForm) else "")


def _roster(door: Door) -> tuple[RosterLine, ...]:
    people = roster_of(door.school_class.id)
    return tuple(RosterLine(one.id, one.name, one.joined_at is not None) for one in people)


def _offer(door: Door) -> Offer:
    class_id = door.school_class.id
    name = generated_name(name_keys_of(class_id), SystemRandom())
    return Offer(name, signed_offer(class_id, name))
