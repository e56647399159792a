"""A class for tests: a teacher, learners, an assignment of hand-made questions, sittings with answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from flask import Flask
from sqlalchemy import func, select

from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.participants import KEY as PARTICIPANTS
from quizapp.generation.question import Question, question_from_json
from quizapp.site.accounts import KEY as TEACHER
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.teachers import Teacher
from tests.builders import a_quiz
from tests.store.rows import a_class, a_participant, a_teacher, an_assigned_question, an_assignment
from tests.visiting import Visitor

_numbers = count(1)
CODE_LETTERS = "BCDFGHJKMPQRTVWXYZ"


def given_teacher(app: Flask, name: str = "Ms Rivera") -> int:
    """Keep a teacher who can sign in by session alone, and return the id."""
    number = next(_numbers)
    with app.app_context():
        teacher = a_teacher(id=None, name=f"{name} {number}", name_key=f"{name} {number}".casefold())
        db.session.add(teacher)
        db.session.commit()
        return teacher.id


def given_class(app: Flask, teacher_id: int, learners: int = 3, **columns: object) -> int:
    """Keep a class with learners who have joined, named "Learner 1" and so on, and return its id."""
    with app.app_context():
        one = a_class(id=None, teacher_id=teacher_id, **columns)
        db.session.add(one)
        db.session.flush()
        class_id = one.id
        for number in range(1, learners + 1):
            db.session.add(
                a_participant(
                    id=None,
                    class_id=class_id,
                    name=f"Learner {number}",
                    name_key=f"learner {number}",
                    resume_code=f"R{next(_numbers):05}",
                )
            )
        db.session.commit()
        return class_id


def learners_of(app: Flask, class_id: int) -> list[int]:
    """Return the ids of a class's learners, in the order they were made."""
    with app.app_context():
        rows = select(Participant.id).where(Participant.class_id == class_id).order_by(Participant.id)
        return list(db.session.scalars(rows))


def given_assignment(
    app: Flask, class_id: int, forms: Sequence[Sequence[Question]] = (), **columns: object
) -> int:
    """Keep an assignment of hand-made questions, by default one form of `a_quiz()`, and return its id."""
    forms = forms or [a_quiz()]
    with app.app_context():
        assignment = an_assignment(
            **{"id": None, "class_id": class_id, "code": _code(), "forms": len(forms), **columns}
        )
        db.session.add(assignment)
        db.session.flush()
        rows: dict[str, AssignedQuestion] = {}
        for form, questions in enumerate(forms):
            for position, question in enumerate(questions, start=1):
                if question.id not in rows:
                    rows[question.id] = _assigned(assignment.id, question)
                    db.session.add(rows[question.id])
                    db.session.flush()
                seat = FormSeat(assignment_id=assignment.id, form=form, position=position)
                seat.assigned_id = rows[question.id].id
                db.session.add(seat)
        db.session.commit()
        return assignment.id


def given_sitting(
    app: Flask,
    assignment_id: int,
    participant_id: int,
    answers: Mapping[int, Sequence[str]],
    *,
    submitted: bool = True,
    certainty: int | None = None,
    **columns: object,
) -> int:
    """Keep a sitting with answers by position, from 1, marked as usual, and return its id."""
    with app.app_context():
        started = datetime.now(UTC) - timedelta(minutes=10)
        sitting = Sitting(
            **{
                "assignment_id": assignment_id,
                "participant_id": participant_id,
                "form": 0,
                "number": 1,
                "started_at": started,
                "submitted_at": started + timedelta(minutes=5) if submitted else None,
                **columns,
            }
        )
        db.session.add(sitting)
        db.session.flush()
        attempt = _attempt(sitting, certainty is not None)
        db.session.add(attempt)
        db.session.flush()
        for position, raw in answers.items():
            db.session.add(_response(attempt, position, raw, certainty))
        db.session.commit()
        return sitting.id


def teacher_visitor(app: Flask, teacher_id: int) -> Visitor:
    """Return a browser in which the teacher is signed in."""
    visitor = Visitor(app)
    with app.app_context():
        teacher = db.session.get_one(Teacher, teacher_id)
        kept = {"id": teacher.id, "epoch": teacher.epoch, "at": int(datetime.now(UTC).timestamp())}
    with visitor.client.session_transaction() as session:
        session[TEACHER] = kept
    return visitor


def learner_visitor(app: Flask, participant_id: int) -> Visitor:
    """Return a browser that is the learner's."""
    visitor = Visitor(app)
    with app.app_context():
        one = db.session.get_one(Participant, participant_id)
        kept = {str(one.class_id): [one.id, one.claim]}
    with visitor.client.session_transaction() as session:
        session[PARTICIPANTS] = kept
    return visitor


def code_of(app: Flask, assignment_id: int) -> str:
    with app.app_context():
        return db.session.get_one(Assignment, assignment_id).code


def class_of(app: Flask, class_id: int) -> SchoolClass:
    with app.app_context():
        return db.session.get_one(SchoolClass, class_id)


def count_of(app: Flask, model: type) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def _code() -> str:
    number = next(_numbers)
    letters = [CODE_LETTERS[number // len(CODE_LETTERS) ** place % len(CODE_LETTERS)] for place in range(6)]
    return "".join(letters)


def _assigned(assignment_id: int, question: Question) -> AssignedQuestion:
    return an_assigned_question(
        id=None,
        assignment_id=assignment_id,
        question_id=question.id,
        family=question.family,
        kind=question.kind,
        topic=question.topic,
        skill=question.skill,
        snapshot=question.to_json(),
    )


def _attempt(sitting: Sitting, with_certainty: bool) -> Attempt:
    assignment = db.session.get_one(Assignment, sitting.assignment_id)
    token = f"sitting-for-a-test-{next(_numbers)}"
    attempt = Attempt(
        id=token,
        learner=token,
        pack=assignment.pack,
        pack_hash=assignment.pack_hash,
        seed=assignment.seed,
        version=assignment.version,
        blueprint={"count": 0, "topics": [], "facts": []},
        started_at=sitting.started_at,
        with_certainty=with_certainty,
        sitting_id=sitting.id,
    )
    rows = db.session.execute(
        select(FormSeat.position, AssignedQuestion)
        .join(AssignedQuestion, AssignedQuestion.id == FormSeat.assigned_id)
        .where(FormSeat.assignment_id == assignment.id, FormSeat.form == sitting.form)
        .order_by(FormSeat.position)
    )
    attempt.questions = [
        DealtQuestion(position=position, question_id=one.question_id, family=one.family, assigned_id=one.id)
        for position, one in rows
    ]
    return attempt


def _response(attempt: Attempt, position: int, raw: Sequence[str], certainty: int | None) -> Response:
    dealt = attempt.questions[position - 1]
    question = question_from_json(db.session.get_one(AssignedQuestion, dealt.assigned_id).snapshot)
    answer = parse(question.form, raw)
    assert isinstance(answer, Answer), answer
    return Response(
        attempt_id=attempt.id,
        position=position,
        try_number=1,
        answer=list(answer.raw),
        credit=float(grade(question.form, answer).credit),
        answered_at=attempt.started_at + timedelta(minutes=position),
        final=True,
        certainty=certainty,
    )
