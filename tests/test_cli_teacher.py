"""`quizapp teacher`, and the set-up link that `quizapp serve` prints, as they are run."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import server
from tests.support.server import quizapp

PASSWORD = "correct horse battery"


@pytest.fixture
def settings(tmp_path: Path, small_packs: Path) -> Mapping[str, str]:
    settings = {"QUIZAPP_INSTANCE": str(tmp_path / "instance"), "QUIZAPP_PACKS": str(small_packs)}
    assert quizapp("db", "upgrade", **settings).returncode == 0
    return settings


def open_link(link: str, **fields: str) -> str:
    """Open a link in a browser of its own, send its form, and return the page that follows."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(cookies)
    with browser.open(link) as page:
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.read().decode())
    assert token
    sent = urllib.parse.urlencode({"csrf_token": token[1], **fields}).encode()
    try:
        browser.open(link, sent).close()
    except urllib.error.HTTPError as error:  # where it leads to is another's page
        error.close()
    with browser.open(urllib.parse.urljoin(link, "/teacher/account")) as page:
        return str(page.read().decode())


def printed_link(running: server.RunningServer) -> str:
    assert running.process.stdout is not None
    line = running.process.stdout.readline()
    assert line.startswith(f"Set up your teacher account: {running.url}/teacher/link/")
    return line.split()[-1]


def test_a_server_prints_a_set_up_link_until_there_is_a_teacher(settings: Mapping[str, str]) -> None:
    instance = Path(settings["QUIZAPP_INSTANCE"])
    packs = {"QUIZAPP_PACKS": settings["QUIZAPP_PACKS"]}
    with server.running(instance, **packs) as one, server.running(instance, **packs) as two:
        links = [printed_link(one), printed_link(two)]
        assert "Ms Rivera" in open_link(links[1], name="Ms Rivera", password=PASSWORD)
        with pytest.raises(urllib.error.HTTPError, match="410"):
            urllib.request.urlopen(links[0])
    with server.running(instance, **packs) as again:
        assert again.process.stdout is not None
        again.process.terminate()
        assert again.process.stdout.read() == ""
    listed = quizapp("teacher", "list", **settings)
    assert re.fullmatch(r"Ms Rivera: since \d{4}-\d\d-\d\d\n", listed.stdout)


def test_adds_a_teacher_lists_them_and_lets_them_in_again(settings: Mapping[str, str]) -> None:
    assert "There is no teacher yet" in quizapp("teacher", "list", **settings).stdout
    added = quizapp("teacher", "add", "  Mr  Okafor ", **settings)
    link = added.stdout.split()[-1]
    assert added.stdout.startswith("For Mr Okafor, to make an account (once, for 7 days):\nhttp://127.0.0.1:")
    assert link.endswith("?name=Mr+Okafor")
    with server.running(
        Path(settings["QUIZAPP_INSTANCE"]), QUIZAPP_PACKS=settings["QUIZAPP_PACKS"]
    ) as running:
        open_link(at(running, link), name="Mr Okafor", password=PASSWORD)
        again = quizapp("teacher", "add", "mr okafor", **settings)
        assert "for a forgotten password: quizapp teacher reset" in again.stderr
        reset = quizapp("teacher", "reset", "mr okafor", **settings)
        assert reset.stdout.startswith("For Mr Okafor, to choose a new password (once, for 24 hours):\n")
        assert "Mr Okafor" in open_link(at(running, reset.stdout.split()[-1]), password="a new password")
        unknown = quizapp("teacher", "reset", "Mr Okafer", **settings)
        assert unknown.returncode == 1
        assert unknown.stderr == (
            'Error: there is no teacher "Mr Okafer"; did you mean "Mr Okafor"? '
            "All names: quizapp teacher list\n"
        )


def at(running: server.RunningServer, link: str) -> str:
    """Return a printed link at the port that a server happened to get."""
    parts = urllib.parse.urlsplit(link)
    return running.url + parts.path + (f"?{parts.query}" if parts.query else "")


def test_a_name_that_cannot_be_one_is_refused(settings: Mapping[str, str]) -> None:
    assert "Give the name" in quizapp("teacher", "add", " ", **settings).stderr
    assert "at most 60 characters" in quizapp("teacher", "add", "x" * 61, **settings).stderr


def test_links_name_the_public_address(settings: Mapping[str, str]) -> None:
    public = {"QUIZAPP_BIND": "0.0.0.0:8000", "QUIZAPP_PUBLIC_URL": "https://quiz.example"}
    added = quizapp("teacher", "add", "Ms Rivera", **settings, **public)
    assert "\nhttps://quiz.example/teacher/link/" in added.stdout
