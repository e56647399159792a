"""What mending refuses, each with its status and what to do about it."""

from __future__ import annotations

from flask import url_for

from quizapp.site.errors import Refusal, WayOut


class UnknownQuestion(Refusal):
    """The assignment has no such question."""

    status = 404
    title = "This assignment has no such question"
    advice = "The address may be mistyped. The results list every question of the assignment."

    def __init__(self, assignment_id: int) -> None:
        super().__init__(assignment_id)
        self.assignment_id = assignment_id

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("results.overview", assignment_id=self.assignment_id), "Open the results")


class UnknownReport(UnknownQuestion):
    """The assignment has no such report."""

    title = "There is no such report"
    advice = "It may have been deleted with the answers of its learner."

    @property
    def way_out(self) -> WayOut:
        return WayOut(url_for("mending.reports", assignment_id=self.assignment_id), "Open the reports")
