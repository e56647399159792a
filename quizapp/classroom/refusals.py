"""What the pages of a class refuse, each with its status and what to do about it."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


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


class UnknownLearner(Refusal):
    """The class has no such learner."""

    status = 404
    title = "There is no such learner in this class"
    advice = "The address may be mistyped, or the learner was removed from the class, answers and all."

    def __init__(self, class_id: int) -> None:
        super().__init__(class_id)
        self.class_id = class_id

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("classes.one_class", class_id=self.class_id), "Back to the class")
