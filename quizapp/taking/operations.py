"""What changes an attempt: starting it, answering a question, starting over with what was missed.

Each operation commits once. Constraints decide, not checks made beforehand: between a
check and its insert, a second tab may have answered.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from quizapp import __version__
from quizapp.assessment.certainty import Certainty
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark, NotAnAnswer, is_final
from quizapp.assessment.parsing import parse
from quizapp.facts.pack import Pack
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import db
from quizapp.taking.forms import Sent
from quizapp.taking.plans import Plan, plan_to_json, questions_for
from quizapp.taking.queries import Item, answered_items, standing_response
from quizapp.taking.refusals import NothingMissed, NothingToAsk, UnknownAttempt

Marker = Callable[[Item, Answer], Mark]
"""How an answer to an item is marked."""


def standard_mark(item: Item, answer: Answer) -> Mark:
    """Mark an answer as every quiz of one's own is marked."""
    return grade(item.question.form, answer)


@dataclass(frozen=True)
class Recorded:
    """The try has an answer: this one, an equal one, or (`stands_instead`) an earlier one."""

    stands_instead: bool


def start_attempt(
    learner: str,
    pack: Pack,
    plan: Plan,
    now: datetime,
    *,
    with_certainty: bool,
    retried_from: str | None = None,
) -> str:
    """Deal a quiz, keep it, and return its id; raise NothingToAsk if the pack gives no question.

    `with_certainty`: each answer will be asked for with how sure the learner is.
    """
    questions = questions_for(pack, plan)
    if not questions:
        raise NothingToAsk
    attempt = Attempt(
        id=secrets.token_urlsafe(16),
        learner=learner,
        pack=pack.id,
        pack_hash=pack.hash,
        seed=plan.seed,
        version=__version__,
        blueprint=plan_to_json(plan),
        retried_from=retried_from,
        with_certainty=with_certainty,
        started_at=now,
    )
    attempt.questions = [
        DealtQuestion(position=n, question_id=q.id, family=q.family, snapshot=q.to_json())
        for n, q in enumerate(questions, start=1)
    ]
    attempt_id = attempt.id
    db.session.add(attempt)
    db.session.commit()
    return attempt_id


def record_answer(
    attempt: Attempt, item: Item, sent: Sent, now: datetime, mark: Marker = standard_mark
) -> Recorded | NotAnAnswer:
    """Mark an answer and keep it, unless its try has one: then the first answer stands.

    What is no answer (blank, malformed) is returned as such and costs nothing. A close
    answer is kept as a try that does not count, if there is another one left.
    """
    answer = parse(item.question.form, sent.answer)
    if isinstance(answer, NotAnAnswer):
        return answer
    attempt_id = attempt.id
    db.session.add(_response(attempt, item, sent, answer, now, mark))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return _what_stands(attempt_id, item, sent.try_number, answer)
    return Recorded(stands_instead=False)


def revise_answer(
    attempt: Attempt, item: Item, sent: Sent, now: datetime, mark: Marker = standard_mark
) -> Recorded | NotAnAnswer:
    """Mark an answer and keep it in the place of the one before it: the last one sent stands.

    It counts as it is: there is no second try where nothing is told of the first. What is no
    answer changes nothing.
    """
    answer = parse(item.question.form, sent.answer)
    if isinstance(answer, NotAnAnswer):
        return answer
    row = _response(attempt, item, Sent(item.standing_try, sent.answer, sent.certainty), answer, now, mark)
    row.final = True
    values = {name: getattr(row, name) for name in _REVISED}
    place = (attempt.id, item.position, item.standing_try)
    if not _revised(place, values):
        _add_or_revise(row, place, values)
    db.session.commit()
    return Recorded(stands_instead=False)


def _add_or_revise(row: Response, place: tuple[str, int, int], values: dict[str, Any]) -> None:
    """Add the first answer; where another tab was first, come after it.

    Only the insert is rolled back, so that what the transaction has locked stays locked.
    """
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        if not _revised(place, values):  # not answered twice, so the attempt itself is gone
            raise UnknownAttempt from None


_REVISED = ("answer", "credit", "answered_at", "final", "certainty")


def _revised(place: tuple[str, int, int], values: dict[str, Any]) -> bool:
    """Put values into the row of a try, and tell whether there is one."""
    attempt_id, position, try_number = place
    rows = update(Response).where(
        Response.attempt_id == attempt_id,
        Response.position == position,
        Response.try_number == try_number,
    )
    return db.session.scalar(rows.values(values).returning(Response.id)) is not None


def _response(
    attempt: Attempt, item: Item, sent: Sent, answer: Answer, now: datetime, marker: Marker
) -> Response:
    mark = marker(item, answer)
    return Response(
        attempt_id=attempt.id,
        position=item.position,
        try_number=sent.try_number,
        answer=list(answer.raw),
        credit=float(mark.credit),
        answered_at=now,
        final=is_final(mark, sent.try_number),
        certainty=(sent.certainty or Certainty.NOT_SURE) if attempt.with_certainty else None,
    )


def _what_stands(attempt_id: str, item: Item, try_number: int, answer: Answer) -> Recorded:
    standing = standing_response(attempt_id, item.position, try_number)
    if standing is None:  # not answered twice, so the attempt itself is gone
        raise UnknownAttempt
    earlier = parse(item.question.form, standing.answer)
    return Recorded(stands_instead=not (isinstance(earlier, Answer) and _same(earlier, answer)))


def _same(one: Answer, other: Answer) -> bool:
    """Tell whether two answers say the same; ticks may have been sent in another order."""
    return one.chosen == other.chosen if one.chosen or other.chosen else one.raw == other.raw


def retry_missed(attempt: Attempt, pack: Pack, now: datetime) -> str:
    """Start an attempt with fresh questions on the facts that were missed, and return its id.

    Raises NothingMissed if every answer so far earned full credit.
    """
    missed = [item for item in answered_items(attempt.id) if item.response and item.response.credit < 1]
    facts = tuple(dict.fromkeys(item.question.facts[0] for item in missed))  # a question for each
    if not facts:
        raise NothingMissed
    plan = Plan(secrets.token_hex(4), len(missed), tuple(attempt.blueprint["topics"]), facts)
    return start_attempt(
        attempt.learner, pack, plan, now, with_certainty=attempt.with_certainty, retried_from=attempt.id
    )
