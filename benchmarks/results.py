"""`python -m benchmarks.results`: how long a class's results take, alone and beside a hundred other classes.

Two SQLite databases, each with one class of 40 and its 20 questions, one of them with 100 more
classes of 40 that have answered as much. Their pages are opened in turns, so that a busy
minute falls on both alike. Time by the clock, of the whole request.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import click
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert

from quizapp import paths
from quizapp.app import create_app
from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.facts.pack import Pack
from quizapp.facts.reading import read_packs
from quizapp.generation.bank import deal
from quizapp.generation.question import Question
from quizapp.settings import read_settings
from quizapp.site.accounts import KEY
from quizapp.store import migrations
from quizapp.store.assignments import AssignedQuestion, Assignment, FormSeat, Sitting
from quizapp.store.attempts import Attempt, DealtQuestion, Response
from quizapp.store.base import Base, db
from quizapp.store.classes import Participant, SchoolClass
from quizapp.store.teachers import Teacher

LEARNERS, QUESTIONS = 40, 20
NOW = datetime.now(UTC)
PAGES = (
    "results",
    "progress",
    "results/learners/1",
    "results/questions/1",
    "results/misconceptions",
    "results/items",
    "marks.csv",
    "responses.csv",
)

Row = dict[str, Any]


@click.command()
@click.option("--others", default=100, show_default=True, help="Other classes in the second database.")
@click.option("--times", default=9, show_default=True, help="How often each page is opened.")
@click.option("--pack", "pack_id", help="The pack to ask from, by default the first one.")
def bench(others: int, times: int, pack_id: str | None) -> None:
    """Measure how long the results of a class take to open."""
    packs = read_packs(paths.packs())
    pack = packs[pack_id] if pack_id else next(iter(packs.values()))
    with TemporaryDirectory() as folder:
        alone = _database(Path(folder) / "alone", pack, 1)
        crowded = _database(Path(folder) / "crowded", pack, 1 + others)
        click.echo(f"| page | alone, ms | beside {others} classes, ms | kB |\n|---|---:|---:|---:|")
        for page in PAGES:
            found = _in_turns([alone, crowded], f"/assignments/1/{page}", times)
            size = len(alone.get(f"/assignments/1/{page}").data)
            click.echo(f"| {page} | {found[0]:.0f} | {found[1]:.0f} | {size / 1024:.0f} |")


def _in_turns(clients: Sequence[FlaskClient], url: str, times: int) -> list[float]:
    """Return the median milliseconds of each client, after one request that is not counted."""
    found: list[list[float]] = [[] for _ in clients]
    for turn in range(times + 1):
        for client, taken in zip(clients, found, strict=True):
            begun = time.perf_counter()
            status = client.get(url).status_code
            if turn:
                taken.append((time.perf_counter() - begun) * 1000)
            if status != 200:
                raise click.ClickException(f"{url}: status {status}")
    return [median(taken) for taken in found]


def _database(folder: Path, pack: Pack, classes: int) -> FlaskClient:
    folder.mkdir()
    app = create_app(read_settings({"QUIZAPP_INSTANCE": str(folder)}), packs={pack.id: pack})
    questions = deal(pack, "1", QUESTIONS)
    with app.app_context():
        migrations.upgrade()
        _add(Teacher, [{"id": 1, "name": "T", "name_key": "t", "password_hash": "", "created_at": NOW}])
        for number in range(1, classes + 1):
            _add_class(number, pack, questions)
        db.session.commit()
    return _signed_in(app)


def _signed_in(app: Flask) -> FlaskClient:
    client = app.test_client()
    with client.session_transaction() as session:
        session[KEY] = {"id": 1, "epoch": 0, "at": int(NOW.timestamp())}
    return client


def _add(model: type[Base], rows: Sequence[Row]) -> None:
    db.session.execute(insert(model), rows)


def _add_class(number: int, pack: Pack, questions: Sequence[Question]) -> None:
    """Add a class with an assignment, and everybody's answers: a third of them wrong."""
    first = (number - 1) * LEARNERS + 1
    learners = range(first, first + LEARNERS)
    start = (number - 1) * len(questions) + 1
    one = {
        "id": number,
        "teacher_id": 1,
        "title": "C",
        "time_zone": "UTC",
        "naming": "nickname",
        "created_at": NOW,
    }
    _add(SchoolClass, [one])
    _add(Participant, [_participant(number, learner) for learner in learners])
    _add(Assignment, [_assignment(number, pack)])
    _add(AssignedQuestion, [_assigned(number, start + n, question) for n, question in enumerate(questions)])
    seats = [
        {"assignment_id": number, "form": 0, "position": n + 1, "assigned_id": start + n}
        for n in _places(questions)
    ]
    _add(FormSeat, seats)
    _add(Sitting, [_sitting(number, learner) for learner in learners])
    _add(Attempt, [_attempt(learner, pack) for learner in learners])
    _add(
        DealtQuestion,
        [_dealt(learner, n, start + n, questions[n]) for learner in learners for n in _places(questions)],
    )
    _add(Response, [_response(learner, n, questions[n]) for learner in learners for n in _places(questions)])


def _places(questions: Sequence[Question]) -> Iterator[int]:
    return iter(range(len(questions)))


def _participant(number: int, learner: int) -> Row:
    name = f"Learner {learner:05}"
    row = {"id": learner, "class_id": number, "name": name, "name_key": name.lower(), "joined_at": NOW}
    return row | {"resume_code": f"R{learner:06}"}


def _assignment(number: int, pack: Pack) -> Row:
    code = "".join("BCDFGHJKMP"[int(digit)] for digit in f"{number:06}")
    shown = dict.fromkeys(("show_correctness", "show_key", "show_explanation"), "at once")
    made = {
        "pack": pack.id,
        "pack_hash": pack.hash,
        "version": "1",
        "seed": "1",
        "blueprint": {},
        "marking": {},
    }
    row = {"id": number, "class_id": number, "title": "A", "code": code, "forms": 1, "attempts_allowed": 1}
    return row | made | shown | {"with_certainty": True, "created_at": NOW}


def _assigned(number: int, assigned: int, question: Question) -> Row:
    kept = {"question_id": question.id, "family": question.family, "snapshot": question.to_json()}
    named = {"kind": question.kind, "topic": question.topic, "skill": question.skill, "accepted": []}
    return {"id": assigned, "assignment_id": number} | kept | named


def _sitting(number: int, learner: int) -> Row:
    times = {"started_at": NOW - timedelta(minutes=20), "submitted_at": NOW}
    return {"id": learner, "assignment_id": number, "participant_id": learner, "form": 0, "number": 1} | times


def _attempt(learner: int, pack: Pack) -> Row:
    token = _token(learner)
    made = {"pack": pack.id, "pack_hash": pack.hash, "version": "1", "seed": "1", "blueprint": {}}
    return {
        "id": token,
        "learner": token,
        "started_at": NOW,
        "with_certainty": True,
        "sitting_id": learner,
    } | made


def _dealt(learner: int, place: int, assigned: int, question: Question) -> Row:
    row = {"attempt_id": _token(learner), "position": place + 1, "assigned_id": assigned, "snapshot": None}
    return row | {"question_id": question.id, "family": question.family}


def _response(learner: int, place: int, question: Question) -> Row:
    wrong = (learner + place) % 3 == 0
    row = {"attempt_id": _token(learner), "position": place + 1, "try_number": 1, "answered_at": NOW}
    sent = {"answer": _answer(question, learner, wrong=wrong), "credit": 0.0 if wrong else 1.0}
    return row | sent | {"final": True, "certainty": 1 + learner % 3}


def _answer(question: Question, learner: int, *, wrong: bool) -> list[str]:
    match question.form:
        case Choice(options=options, key=key):
            return [str((key + (1 + learner % (options - 1) if wrong else 0)) % options)]
        case Select(options=options, key=keys):
            return [str(place) for place in (range(options) if wrong else keys)]
        case Order(key=key):
            return [str(place + 1) for place in (sorted(key) if wrong else key)]
        case Match(key=key):
            return [str(place) for place in (reversed(key) if wrong else key)]
        case Number(text=text):
            return [str(7 + learner % 5) if wrong else text]
        case Text(accepted=accepted):
            return [f"Nobody {learner % 5}" if wrong else accepted[0]]


def _token(learner: int) -> str:
    return f"benchmark-attempt-{learner:08}"


if __name__ == "__main__":
    bench()
