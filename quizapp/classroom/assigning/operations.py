"""What changes an assignment: handing it out, its settings, closing, opening again, deleting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from quizapp import __version__
from quizapp.classroom.assigning.choices import Choices
from quizapp.classroom.assigning.selection import Selection
from quizapp.classroom.assigning.settings import Settings
from quizapp.classroom.codes import JOIN_LENGTH, new_code
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat
from quizapp.store.base import db

TRIES = 5
"""So many codes are tried: that one is taken already is rare, five times in a row does not happen."""


@dataclass(frozen=True)
class Quiz:
    """The questions of an assignment, form by form, and what they were made from."""

    pack: Pack
    choices: Choices
    selection: Selection
    forms: tuple[tuple[Question, ...], ...]


def hand_out(class_id: int, quiz: Quiz, settings: Settings, now: datetime) -> int:
    """Keep an assignment with its questions and forms under a code of its own, and return its id."""
    for tries_left in reversed(range(TRIES)):
        try:
            return _kept(class_id, quiz, settings, now)
        except IntegrityError:
            db.session.rollback()
            if not tries_left:
                raise
    raise AssertionError("the last try returns or raises")


def _kept(class_id: int, quiz: Quiz, settings: Settings, now: datetime) -> int:
    assignment = Assignment(
        class_id=class_id,
        code=new_code(JOIN_LENGTH),
        pack=quiz.pack.id,
        pack_hash=quiz.pack.hash,
        version=__version__,
        seed=quiz.selection.seed,
        blueprint=quiz.choices.to_json(quiz.selection.left_out),
        forms=len(quiz.forms),
        created_at=now,
        **_columns(settings),
    )
    db.session.add(assignment)
    db.session.flush()
    assignment_id = assignment.id
    assigned = {one.id: _assigned(assignment_id, one) for form in quiz.forms for one in form}
    db.session.add_all(assigned.values())
    db.session.flush()
    db.session.add_all(
        FormSeat(assignment_id=assignment_id, form=form, position=position, assigned_id=assigned[one.id].id)
        for form, questions in enumerate(quiz.forms)
        for position, one in enumerate(questions, start=1)
    )
    db.session.commit()
    return assignment_id


def _assigned(assignment_id: int, question: Question) -> AssignedQuestion:
    return AssignedQuestion(
        assignment_id=assignment_id,
        question_id=question.id,
        family=question.family,
        kind=question.kind,
        topic=question.topic,
        skill=question.skill,
        snapshot=question.to_json(),
    )


def _columns(settings: Settings) -> dict[str, Any]:
    return {
        "title": settings.title,
        "opens_at": settings.opens_at,
        "due_at": settings.due_at,
        "attempts_allowed": settings.attempts_allowed,
        "minutes": settings.minutes,
        "with_certainty": settings.with_certainty,
        "show_correctness": settings.review.correctness.value,
        "show_key": settings.review.key.value,
        "show_explanation": settings.review.explanation.value,
        "marking": dict(settings.marking),
    }


def change_settings(assignment: Assignment, settings: Settings) -> None:
    """Keep new settings; whether it was closed by hand stays as it is."""
    for name, value in _columns(settings).items():
        setattr(assignment, name, value)
    db.session.commit()


def close_now(assignment: Assignment, now: datetime) -> None:
    """Close an assignment; what is closed already stays closed from when it was."""
    assignment.closed_at = min(assignment.closed_at or now, now)
    db.session.commit()


def open_again(assignment: Assignment, now: datetime) -> None:
    """Open an assignment again; a due time that is past no longer counts."""
    assignment.closed_at = None
    if assignment.due_at and assignment.due_at <= now:
        assignment.due_at = None
    db.session.commit()


def delete_assignment(assignment: Assignment) -> None:
    """Delete an assignment with its questions, sittings and answers: foreign keys take them along."""
    db.session.execute(delete(Assignment).where(Assignment.id == assignment.id))
    db.session.commit()
