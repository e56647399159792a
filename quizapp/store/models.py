"""Every model in one place, so that the metadata is whole for who needs all of it."""

from __future__ import annotations

from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import Base
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.mendings import Mending, OldMark, ProblemReport
from quizapp.store.teachers import Invitation, Teacher
from quizapp.store.texts import AttachedParagraph

__all__ = [
    "AssignedQuestion",
    "Assignment",
    "AttachedParagraph",
    "Attempt",
    "Base",
    "DealtQuestion",
    "FormSeat",
    "Invitation",
    "Mending",
    "OldMark",
    "Participant",
    "ProblemReport",
    "Response",
    "SchoolClass",
    "Sitting",
    "Teacher",
]
