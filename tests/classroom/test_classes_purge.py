"""Deleting a class: nothing of it stays, and nothing else goes."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from quizapp.cli import quizapp
from quizapp.store.base import db
from quizapp.store.classes import SchoolClass
from tests.classroom.building import (
    count_of,
    given_assignment,
    given_class,
    given_teacher,
    teacher_visitor,
)
from tests.store.rows import a_row_for_every_table, rows_of_a_class
from tests.visiting import words_of

LONG_AGO = datetime.now(UTC) - timedelta(days=400)


def rows_in_each_table(app: Flask) -> Counter[str]:
    with app.app_context():
        tables = db.metadata.sorted_tables
        return Counter(
            {one.name: db.session.scalar(select(func.count()).select_from(one)) or 0 for one in tables}
        )


def keep_a_row_in_every_table(app: Flask) -> None:
    with app.app_context():
        for row in a_row_for_every_table():
            db.session.add(row)
            db.session.flush()
        db.session.commit()


def test_a_purged_class_leaves_no_row_in_any_table(harbour_app: Flask) -> None:
    keep_a_row_in_every_table(harbour_app)
    of_class = Counter(row.__tablename__ for row in rows_of_a_class())
    del of_class["teacher"], of_class["invitation"]
    before = rows_in_each_table(harbour_app)
    visitor = teacher_visitor(harbour_app, 1)
    asked = words_of(visitor.get("/classes/1/purge"))
    assert "1 learner 1 assignment 1 attempt with 1 answer 1 report of problems" in asked
    purged = visitor.post("/classes/1/purge", title=" civics  8B")
    assert "The class is deleted" in words_of(visitor.get(purged.location))
    assert +rows_in_each_table(harbour_app) == before - of_class


def test_a_class_is_not_purged_until_its_title_is_typed(harbour_app: Flask) -> None:
    teacher_id = given_teacher(harbour_app)
    class_id = given_class(harbour_app, teacher_id)
    refused = teacher_visitor(harbour_app, teacher_id).post(f"/classes/{class_id}/purge", title="Civics")
    assert refused.status_code == 422
    assert "That is not the name of this class" in words_of(refused)
    assert 'value="Civics"' in refused.text
    assert count_of(harbour_app, SchoolClass) == 1


class CommandLine:
    """`quizapp class …`, on the app's database."""

    def __init__(self, app: Flask, folder: Path) -> None:
        url = app.config["SQLALCHEMY_DATABASE_URI"]
        self.environment = {"QUIZAPP_INSTANCE": str(folder), "QUIZAPP_DATABASE_URL": url}

    def run(self, *arguments: str, answer: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(quizapp, ["class", *arguments], input=answer, env=self.environment)
        return done.exit_code, done.output


@pytest.fixture
def command_line(harbour_app: Flask, tmp_path: Path) -> CommandLine:
    return CommandLine(harbour_app, tmp_path)


def test_classes_are_listed_with_when_they_were_last_used(
    harbour_app: Flask, command_line: CommandLine
) -> None:
    assert command_line.run("list") == (0, "There is no class.\n")
    class_id = given_class(harbour_app, given_teacher(harbour_app), created_at=LONG_AGO)
    given_assignment(harbour_app, class_id, due_at=datetime(2999, 1, 1, tzinfo=UTC))
    status, listed = command_line.run("list")
    assert (
        status,
        "“Civics 8b”" in listed,
        "3 learners, 1 assignment; in use until 2999-01-01" in listed,
    ) == (
        0,
        True,
        True,
    )


def test_a_class_is_purged_by_its_id_once_somebody_says_yes(
    harbour_app: Flask, command_line: CommandLine
) -> None:
    class_id = given_class(harbour_app, given_teacher(harbour_app))
    assert command_line.run("purge", str(class_id), answer="n\n")[0] == 1
    assert count_of(harbour_app, SchoolClass) == 1
    assert command_line.run("purge", str(class_id), answer="y\n")[0] == 0
    assert count_of(harbour_app, SchoolClass) == 0
    status, said = command_line.run("purge", str(class_id), "--yes")
    assert (status, f"there is no class {class_id}" in said) == (1, True)


def test_only_unused_classes_are_purged_by_age(harbour_app: Flask, command_line: CommandLine) -> None:
    teacher_id = given_teacher(harbour_app)
    given_class(harbour_app, teacher_id, 0, title="Unused", created_at=LONG_AGO)
    answered = given_class(harbour_app, teacher_id, 0, title="Used", created_at=LONG_AGO)
    given_assignment(harbour_app, answered, created_at=datetime.now(UTC))
    status, said = command_line.run("purge", "--older-than", "365", "--yes")
    assert (status, "“Unused”" in said, "“Used”" in said) == (0, True, False)
    assert count_of(harbour_app, SchoolClass) == 1
    assert "nothing was deleted" in command_line.run("purge", "--older-than", "365")[1]
