"""The learner of a class in this browser: an id and a claim in its signed session, for each class."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from flask import session
from sqlalchemy import exists, select

from quizapp.classroom.codes import spaced_code
from quizapp.store.assignments import Sitting
from quizapp.store.base import db
from quizapp.store.classes import Participant

KEY = "participants"
LARGEST_TICKET = 2**30
"""The largest claim that a form's ticket gives; those that the server draws are larger, so that no ticket,
not even one made to measure, gives one of them."""


@dataclass(frozen=True)
class ResumeCard:
    """Who this browser is, for `partials/_resume_code.html`; `code` is that of the assignment.

    A name with no sitting yet may be given back: it was the wrong one.
    """

    code: str
    name: str
    resume_code: str
    may_give_back: bool


def new_claim() -> int:
    """Return a claim that no browser holds: for a name that is new, or is made free."""
    return LARGEST_TICKET + 1 + secrets.randbelow(LARGEST_TICKET - 1)


def become(participant: Participant) -> None:
    """Make this browser the learner's, in the learner's class."""
    kept = dict(session.get(KEY, {}))
    kept[str(participant.class_id)] = [participant.id, participant.claim]
    session[KEY] = kept
    session.permanent = True


def leave(class_id: int) -> None:
    """Forget who this browser is in a class."""
    session[KEY] = {name: one for name, one in session.get(KEY, {}).items() if name != str(class_id)}


def current_participant(class_id: int) -> Participant | None:
    """Return who this browser is in a class; None for nobody, and once the name was made free."""
    kept = session.get(KEY, {}).get(str(class_id))
    participant = db.session.get(Participant, kept[0]) if kept else None
    if participant is None or participant.class_id != class_id or participant.claim != kept[1]:
        return None
    return participant


def resume_card(participant: Participant, code: str) -> ResumeCard:
    """Return what an assignment's overview says about who this browser is: one query."""
    sat = db.session.scalar(select(exists().where(Sitting.participant_id == participant.id)))
    return ResumeCard(code, participant.name, spaced_code(participant.resume_code), not sat)
