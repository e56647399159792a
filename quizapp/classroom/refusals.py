"""What the pages of a class refuse, each with its status and what to do about it."""

from __future__ import annotations

from quizapp.site.errors import Refusal


class UnknownClass(Refusal):
    """No such class, or another teacher's: the two must look the same from outside."""

    status = 404
    title = "There is no such class"
    advice = "The address may be mistyped, the class may have been deleted, or it is another teacher’s."


class UnknownAssignment(Refusal):
    """No such assignment, or another teacher's."""

    status = 404
    title = "There is no such assignment"
    advice = "The address may be mistyped, the assignment may have been deleted, or it is another teacher’s."
