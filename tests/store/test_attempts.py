from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, StatementError

from quizapp.store.base import db
from quizapp.store.models import Attempt, Base, DealtQuestion, Response
from tests.store.rows import A_MOMENT, a_dealt_question, a_response, a_row_for_every_table, an_attempt

pytestmark = pytest.mark.usefixtures("store")


def save(*rows: Base) -> None:
    for row in rows:
        db.session.add(row)
        db.session.flush()
    db.session.commit()


def count(model: type[Base]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_an_attempt_comes_back_as_it_was_kept() -> None:
    save(an_attempt(), a_dealt_question(position=2), a_dealt_question(), a_response())
    db.session.expire_all()
    attempt = db.session.get_one(Attempt, "a" * 43)
    assert [dealt.position for dealt in attempt.questions] == [1, 2]
    assert attempt.questions[0].snapshot == {"stem": "Was wäre “wenn”?"}
    assert [(given.answer, given.credit) for given in attempt.responses] == [(["0"], 0.5)]
    assert attempt.started_at == A_MOMENT


def test_the_same_try_is_kept_only_once() -> None:
    save(an_attempt(), a_dealt_question(), a_response())
    with pytest.raises(IntegrityError):
        save(a_response(answer=["1"], credit=1))
    db.session.rollback()
    save(a_response(try_number=2, credit=0, final=False))
    assert count(Response) == 2


def test_one_try_counts_at_most() -> None:
    save(an_attempt(), a_dealt_question(), a_response())
    with pytest.raises(IntegrityError):
        save(a_response(try_number=2))


def test_what_is_not_said_of_an_answer_is_that_it_stands_and_had_no_certainty() -> None:
    save(an_attempt(), a_dealt_question(), a_response())
    db.session.expire_all()
    kept = db.session.scalars(select(Response)).one()
    assert (kept.final, kept.certainty) == (True, None)
    assert db.session.get_one(Attempt, "a" * 43).with_certainty is False


@pytest.mark.parametrize(
    "row",
    [
        an_attempt(id="guessable"),
        an_attempt(id="c" * 43, retried_from="nobody's"),
        a_dealt_question(position=0),
        a_dealt_question(attempt_id="nobody's"),
        a_dealt_question(position=1),
        a_response(position=2),
        a_response(credit=1.01),
        a_response(credit=-0.01),
        a_response(try_number=0),
        a_response(credit=None),
        a_response(certainty=0),
        a_response(certainty=4),
        a_response(final=False, credit=0.5),
    ],
    ids=lambda row: f"{row.__tablename__}-{row.position if hasattr(row, 'position') else row.id[:3]}",
)
def test_the_tables_refuse_what_cannot_be(row: Base) -> None:
    columns = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    fresh = type(row)(**{name: value for name, value in columns.items() if value is not None})
    save(an_attempt(), a_dealt_question())
    with pytest.raises(IntegrityError):
        save(fresh)


def test_deleting_an_attempt_deletes_its_questions_and_answers_but_no_other_attempt() -> None:
    save(*a_row_for_every_table())
    db.session.delete(db.session.get_one(Attempt, "a" * 43))
    db.session.commit()
    left = db.session.scalars(select(Response.attempt_id).union_all(select(DealtQuestion.attempt_id)))
    assert set(left) == {"c" * 43}
    assert db.session.get_one(Attempt, "b" * 43).retried_from is None


def test_times_come_back_in_utc() -> None:
    in_kathmandu = datetime(2026, 3, 5, 19, 50, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    save(an_attempt(started_at=in_kathmandu))
    db.session.expire_all()
    started: Any = db.session.get_one(Attempt, "a" * 43).started_at
    assert started == in_kathmandu
    assert started.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(StatementError, match="has no time zone"):
        save(an_attempt(started_at=datetime(2026, 3, 5)))  # noqa: DTZ001 -- what must not be done
