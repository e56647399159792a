"""What joining writes: a name taken, gone on with, or given back. Each commits once.

Of two who take a name at once, the database lets one: by the unique key of a new name, and
for a name that is there by a condition of its UPDATE.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.classroom.access import LARGEST_ID
from quizapp.classroom.codes import RESUME_LENGTH, new_code
from quizapp.classroom.joining.forms import NameForm, NicknameForm, OfferForm, RosterForm
from quizapp.classroom.joining.queries import learner_resuming
from quizapp.classroom.names import name_key
from quizapp.classroom.participants import new_claim
from quizapp.store.assignments import Sitting
from quizapp.store.base import db
from quizapp.store.classes import Participant

MOST_LEARNERS = 500
"""Who has a code can add names: so many, that nobody fills a class by a script."""

_NOT_LISTED = "That name is no longer on the list. Choose yours again."
_TAKEN = (
    "Somebody has taken the name “{name}”. If it was you, go on with your resume code, below. "
    "If it was not, {remedy}."
)
_STALE_OFFER = "That name can no longer be had. Here is another one."
_FULL = f"This class has {MOST_LEARNERS} names, and takes no more. Tell your teacher."


@dataclass(frozen=True)
class NotJoined:
    """The name was not taken, for this reason."""

    reason: str
    status: int = 409


def join(class_id: int, form: NameForm, now: datetime) -> Participant | NotJoined:
    """Take the name that a form asks for."""
    if not form.validate():
        return NotJoined(form.problem, status=422)
    match form:
        case RosterForm():
            return take_listed(class_id, form.participant.data, form.claim, now)
        case NicknameForm():
            return take_new(class_id, form.name.data, form.claim, now)
        case OfferForm() if name := form.offered_name(class_id):
            outcome = take_new(class_id, name, form.claim, now)
            return NotJoined(_STALE_OFFER) if outcome == _taken(name) else outcome
    return NotJoined(_STALE_OFFER)


def take_listed(class_id: int, participant_id: int, claim: int, now: datetime) -> Participant | NotJoined:
    """Take a name from the roster, if it is free."""
    wanted = min(max(participant_id, 0), LARGEST_ID)
    found = _take(class_id, Participant.id == wanted, claim, now)
    if found is None:
        return NotJoined(_NOT_LISTED)
    return found if found.claim == claim else _taken(found.name, "tell your teacher, who can make it free")


def take_new(class_id: int, name: str, claim: int, now: datetime) -> Participant | NotJoined:
    """Add a learner of that name, or take the name where it is there and free."""
    learners = select(func.count()).where(Participant.class_id == class_id)
    if (db.session.scalar(learners) or 0) >= MOST_LEARNERS:
        return NotJoined(_FULL)
    added = _participant(class_id, name, claim, now)
    db.session.add(added)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        found = _take(class_id, Participant.name_key == name_key(name), claim, now)
        return found if found and found.claim == claim else _taken(name)
    return added


def resume(class_id: int, typed: str, now: datetime) -> Participant | None:
    """Return the learner of this class whose resume code it is, who has joined now if not before."""
    found = learner_resuming(class_id, typed)
    if found is not None and found.joined_at is None:
        found.joined_at = now
        db.session.commit()
    return found


def give_back(participant: Participant, *, listed: bool) -> bool:
    """Make a name free that was taken by mistake, and tell whether it is: not once there is a sitting.

    A name that stands on a roster (`listed`) stays there, with a new resume code.
    """
    unused = [Participant.id == participant.id, Participant.claim == participant.claim, _never_sat()]
    fresh = {"joined_at": None, "claim": new_claim(), "resume_code": new_code(RESUME_LENGTH)}
    statement = update(Participant).values(fresh) if listed else delete(Participant)
    done = db.session.execute(
        statement.where(*unused).returning(Participant.id),
        execution_options={"synchronize_session": False},
    ).first()
    db.session.commit()
    return done is not None


def _take(class_id: int, wanted: ColumnElement[bool], claim: int, now: datetime) -> Participant | None:
    """Take a name of the class if it is free; return it, whoever has it now."""
    ours = (Participant.class_id == class_id, wanted)
    db.session.execute(
        update(Participant)
        .where(*ours, Participant.joined_at.is_(None))
        .values(joined_at=now, claim=claim)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    return db.session.scalar(select(Participant).where(*ours))


def _participant(class_id: int, name: str, claim: int, now: datetime) -> Participant:
    return Participant(
        class_id=class_id,
        name=name,
        name_key=name_key(name),
        claim=claim,
        resume_code=new_code(RESUME_LENGTH),
        joined_at=now,
    )


def _never_sat() -> ColumnElement[bool]:
    return ~exists().where(Sitting.participant_id == Participant.id).correlate(Participant)


def _taken(name: str, remedy: str = "choose another one") -> NotJoined:
    return NotJoined(_TAKEN.format(name=name, remedy=remedy))
