"""Teachers with passwords, and links, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.classroom.accounts import passwords
from quizapp.classroom.accounts.operations import make_link
from quizapp.classroom.accounts.passwords import hash_password
from quizapp.store.base import db
from quizapp.store.names import name_key
from quizapp.store.teachers import Teacher
from tests.store.rows import a_teacher
from tests.visiting import Visitor

PASSWORD = "correct horse battery"


@pytest.fixture
def cheap_hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a password cost a millisecond: a hundred failures are to be tried."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._hash_of_nobody.cache_clear()
    yield
    passwords._hash_of_nobody.cache_clear()


def given_account(app: Flask, name: str = "Ms Rivera", password: str = PASSWORD) -> int:
    """Keep a teacher who can sign in with a password, and return the id."""
    with app.app_context():
        teacher = a_teacher(
            id=None, name=name, name_key=name_key(name), password_hash=hash_password(password)
        )
        db.session.add(teacher)
        db.session.commit()
        return teacher.id


def given_link(app: Flask, purpose: str, teacher_id: int | None = None, age: timedelta = timedelta(0)) -> str:
    """Keep a link of some age, and return its path."""
    with app.app_context():
        return f"/teacher/link/{make_link(purpose, datetime.now(UTC) - age, teacher_id)}"


def sign_in(visitor: Visitor, name: str = "Ms Rivera", password: str = PASSWORD, **more: str) -> TestResponse:
    return visitor.post("/teacher/sign-in", name=name, password=password, **more)


def is_signed_in(visitor: Visitor) -> bool:
    return visitor.get("/teacher/account").status_code == 200


def teacher_of(app: Flask, teacher_id: int) -> Teacher:
    with app.app_context():
        return db.session.get_one(Teacher, teacher_id)
