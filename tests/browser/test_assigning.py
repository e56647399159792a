"""Making an assignment in a real browser: from the set-up link to the code, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_journey import check, visit
from tests.support import server


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of its own, whose first teacher has the password below."""
    with server.running(tmp_path_factory.mktemp("assigning")) as running:
        assert running.process.stdout
        lines = iter(running.process.stdout.readline, "")
        yield next(found[0] for line in lines if (found := re.search(r"http\S+/teacher/link/\S+", line)))


NAME, PASSWORD = "Ms Rivera", "quiet lantern on the pier"


def begin(page: Page, url: str) -> None:
    """Sign in, the first time by the set-up link, and open the page of a new assignment."""
    page.goto(url)
    if page.get_by_label("Your name").count():
        page.get_by_label("Your name").fill(NAME)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Make the account").click()
    else:
        page.goto(re.sub(r"/link/.*", "/sign-in", url))
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
    page.goto(re.sub(r"/teacher/.*", "/assign", url))
    if page.get_by_label("Name of the class").count():
        page.get_by_label("Name of the class").fill("Civics 8b")
        page.get_by_role("button", name="Go on to the questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New assignment")


def test_questions_change_on_the_page_and_the_eyes_stay_where_they_were(
    browser: Browser, set_up: str
) -> None:
    with visit(browser, re.sub(r"/teacher/.*", "/", set_up), width="phone", scheme="dark") as page:
        begin(page, set_up)
        check(page)
        address, questions = page.url, page.locator(".shown-question")
        page.get_by_label("Title").fill("Typed already")
        page.get_by_role("button", name="Swap question A3").click()
        expect(page.locator("#A3 .notice")).to_be_visible()
        expect(page.get_by_role("button", name="Swap question A3")).to_be_focused()
        page.get_by_role("button", name="Leave question A2 out").click()
        expect(questions).to_have_count(9)
        page.get_by_role("radio", name="5", exact=True).check()
        expect(questions).to_have_count(5)
        page.get_by_text("More: times").click()
        page.locator("#A1 summary").click()
        check(page)
        assert page.url == address
        page.get_by_role("button", name="Hand out").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Typed already")
        check(page)


def test_without_scripts_the_same_buttons_do_the_same(browser: Browser, set_up: str) -> None:
    with visit(browser, re.sub(r"/teacher/.*", "/", set_up), scripts=False) as page:
        begin(page, set_up)
        page.get_by_role("button", name="Swap question A3").click()
        expect(page.locator("#A3 .notice")).to_be_in_viewport()
        page.get_by_role("radio", name="5", exact=True).check()
        page.get_by_role("button", name="Show the questions").click()
        expect(page.locator(".shown-question")).to_have_count(5)
        page.get_by_role("button", name="Hand out").click()
        expect(page.get_by_role("heading", name="Share it")).to_be_visible()
