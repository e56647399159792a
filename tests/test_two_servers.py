"""Two server processes that share nothing but the database and the secret key."""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.conftest import SECRET
from tests.support import server

Browser = urllib.request.OpenerDirector


@pytest.fixture
def two_servers(database_url: str, tmp_path: Path) -> Iterator[tuple[str, str]]:
    shared = {"QUIZAPP_DATABASE_URL": database_url, "QUIZAPP_SECRET_KEY": SECRET, "QUIZAPP_WORKERS": "1"}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with (
        server.running(tmp_path / "one", **shared) as one,
        server.running(tmp_path / "two", **shared) as two,
    ):
        yield one.url, two.url


@pytest.fixture
def browser() -> Browser:
    """Something that keeps cookies, as a browser does whatever the port."""
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def values_of(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]*)"', page)


def start_quiz(browser: Browser, home: str) -> str:
    """Start a quiz of three questions about everything, and return the path of its first question."""
    page = browser.open(home).read().decode()
    (pack, *_) = values_of(page, "pack")
    fields = [("csrf_token", values_of(page, "csrf_token")[0]), ("pack", pack), ("count", "3")]
    fields += [("topics", topic) for topic in values_of(page, "topics")]
    with browser.open(f"{home}/attempts", urllib.parse.urlencode(fields).encode()) as first:
        return str(urllib.parse.urlsplit(first.url).path)


def some_answer(page: str) -> list[tuple[str, str]]:
    """Return fields that answer whatever the page asks: items in their order, else the first option or 0."""
    items = page.count('<select name="answer"')
    return [("answer", str(place)) for place in range(1, items + 1)] or [("answer", "0")]


def test_a_quiz_started_at_one_is_answered_at_the_other(
    two_servers: tuple[str, str], browser: Browser
) -> None:
    one, two = two_servers
    question = start_quiz(browser, one)
    page = browser.open(two + question).read().decode()
    fields = [("csrf_token", values_of(page, "csrf_token")[0]), ("try", "1"), *some_answer(page)]
    browser.open(two + question, urllib.parse.urlencode(fields).encode()).close()
    for home in two_servers:
        assert 'id="feedback"' in browser.open(home + question).read().decode()
