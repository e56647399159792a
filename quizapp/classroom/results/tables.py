"""What the results are as tables for a spreadsheet: marks, and every answer."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.answered import answer_words
from quizapp.classroom.gradebook import AssignedItem, Gradebook, Sat, credit_of
from quizapp.classroom.moments import stamp
from quizapp.classroom.results.marks import LearnerMarks, Marked, learner_marks
from quizapp.classroom.results.wording import form_letter
from quizapp.exchange.spreadsheet import Cell
from quizapp.site.words import certainty_words

STANDINGS = {"counts": "counts", "full": "full credit for everybody", "dropped": "dropped"}


def marks_header(zone: str, *, with_certainty: bool) -> list[str]:
    certainty = ["Accuracy of answers given, percent", "Bonus, points"] if with_certainty else []
    return [
        "Learner",
        "Attempt",
        "Form",
        f"Begun ({zone})",
        f"Handed in ({zone})",
        "State",
        "Answered",
        "Points",
        "Of",
        "Percent",
        *certainty,
        "Mark that counts",
    ]


def marks_rows(own: OwnAssignment, book: Gradebook) -> Iterator[list[Cell]]:
    """Yield a row for each attempt, and one for everybody who has not begun, by name."""
    marks = {one.participant.id: one for one in learner_marks(book)}
    for participant in book.participants:
        if participant.id in marks:
            yield from _attempts(own, marks[participant.id])
        else:
            blanks = [""] * (len(marks_header("", with_certainty=own.assignment.with_certainty)) - 6)
            yield [participant.name, "", "", "", "", "not begun", *blanks]


def _attempts(own: OwnAssignment, marks: LearnerMarks) -> Iterator[list[Cell]]:
    counts = marks.counts
    for one in marks.attempts:
        certainty = _certainty(one) if own.assignment.with_certainty else []
        yield [*_sitting(own, one.sat), *_result(one), *certainty, "yes" if one is counts else ""]


def _sitting(own: OwnAssignment, sat: Sat) -> list[Cell]:
    zone = own.school_class.time_zone
    state = "handed in" if sat.submitted_at else "time is up" if sat.over else "working"
    stamps = [stamp(sat.started_at, zone), stamp(sat.submitted_at, zone)]
    return [sat.name, sat.number, form_letter(sat.form), *stamps, state]


def _result(one: Marked) -> list[Cell]:
    return [one.answered, one.score.points, one.score.of, one.score.share * 100]


def _certainty(one: Marked) -> list[Cell]:
    return [one.judged.accuracy * 100, one.judged.bonus * 100] if one.judged else ["", ""]


def responses_header(zone: str) -> list[str]:
    return [
        "Learner",
        "Attempt",
        "Form",
        "Position",
        "Question",
        "Answer",
        "Key",
        "Credit",
        "Certainty",
        f"Answered ({zone})",
        "Standing",
    ]


def responses_rows(own: OwnAssignment, book: Gradebook) -> Iterator[list[Cell]]:
    """Yield a row for each question of each attempt, blanks too, by name, attempt and position."""
    order = {one.id: place for place, one in enumerate(book.participants)}
    for sat in sorted(book.sittings, key=lambda sat: (order.get(sat.participant_id, -1), sat.number)):
        for item in book.items_of(sat.form):
            yield _response(own, item, sat)


def _response(own: OwnAssignment, item: AssignedItem, sat: Sat) -> list[Cell]:
    question, given = item.question, sat.given.get(item.id)
    return [
        sat.name,
        sat.number,
        form_letter(sat.form),
        item.places[sat.form],
        "\n".join(filter(None, (question.stem, question.quote))),
        answer_words(question, given.answer) if given else "",
        question.answer,
        credit_of(item, sat) if given or sat.over else "",
        certainty_words(given.certainty) if given and given.certainty else "",
        stamp(given.answered_at, own.school_class.time_zone) if given else "",
        STANDINGS[item.standing],
    ]
