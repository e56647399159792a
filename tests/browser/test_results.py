"""The results in a real browser: progress that keeps itself fresh, and the wall by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from quizapp.app import create_app
from quizapp.settings import read_settings
from quizapp.store.base import db
from tests.browser.test_journey import WIDTHS, Scheme, check
from tests.classroom.building import given_sitting
from tests.classroom.test_results_pages import RIGHT, WRONG, Room
from tests.support import server


@contextmanager
def watching(
    browser: Browser, instance: Path, *, width: str, scheme: Scheme
) -> Iterator[tuple[Page, Room, str]]:
    """Yield a page on which the teacher is signed in, the class, and the address of its results."""
    with server.running(instance) as running:
        app = create_app(read_settings({"QUIZAPP_INSTANCE": str(instance)}), packs={})
        room = Room(app, 4, minutes=30, with_certainty=True)
        context = browser.new_context(
            viewport={"width": WIDTHS[width][0], "height": WIDTHS[width][1]}, color_scheme=scheme
        )
        with room.teacher.client.session_transaction() as session:
            kept = dict(session)
        cookie = app.session_interface.get_signing_serializer(app).dumps(kept)  # type: ignore[attr-defined]
        context.add_cookies([{"name": "quizapp_session", "value": cookie, "url": running.url}])
        yield context.new_page(), room, f"{running.url}{room.url}"
        context.close()
        with app.app_context():
            db.engine.dispose()


def test_progress_arrives_by_itself_until_it_is_paused(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path, width="phone", scheme="dark") as (page, room, url):
        page.goto(f"{url}/results")
        one, two, three, _ = room.learners
        given_sitting(room.app, room.assignment_id, one, {1: ["1"]}, submitted=False)
        row = page.get_by_role("row", name="Learner 1")
        expect(row).to_contain_text("1 of 6", timeout=15_000)
        row.get_by_role("link").focus()
        given_sitting(room.app, room.assignment_id, two, WRONG)
        expect(page.get_by_role("row", name="Learner 2").first).to_contain_text("6 of 6", timeout=15_000)
        expect(row.get_by_role("link")).to_be_focused()
        page.get_by_role("button", name="Pause updates").click()
        given_sitting(room.app, room.assignment_id, three, RIGHT)
        check(page)
        page.wait_for_timeout(6000)
        expect(page.get_by_text("2 learners have begun")).to_be_visible()
        page.get_by_role("button", name="Go on updating").click()
        expect(page.get_by_text("3 learners have begun")).to_be_visible()


def test_the_wall_is_walked_with_the_arrow_keys(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path, width="wide", scheme="light") as (page, room, url):
        for one, answers in zip(room.learners, (WRONG, WRONG, RIGHT, {}), strict=True):
            given_sitting(room.app, room.assignment_id, one, answers, certainty=3)
        for rest in ("results", f"results/learners/{room.learners[0]}", "results/misconceptions"):
            page.goto(f"{url}/{rest}")
            check(page)
        for item in room.item_ids():
            page.goto(f"{url}/results/questions/{item}")
            check(page)
        page.goto(f"{url}/results/misconceptions")
        page.get_by_role("link", name="Project one at a time").click()
        expect(page).to_have_url(f"{url}/results/misconceptions?project=1&at=1")
        check(page)
        first = page.get_by_role("heading", level=1).inner_text()
        page.keyboard.press("ArrowRight")
        expect(page).to_have_url(f"{url}/results/misconceptions?project=1&at=2")
        page.keyboard.press("ArrowLeft")
        expect(page.get_by_role("heading", level=1)).to_have_text(first)
