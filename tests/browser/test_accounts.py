"""From the line that the server prints to a teacher's account, on a phone in the dark, looked at by axe."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.test_journey import check, visit
from tests.support import server


def test_a_teacher_sets_the_server_up_and_invites_another(
    browser: Browser, tmp_path: Path, small_packs: Path
) -> None:
    with server.running(tmp_path, QUIZAPP_PACKS=str(small_packs)) as running:
        assert running.process.stdout is not None
        link = running.process.stdout.readline().split()[-1]
        with visit(browser, link, width="phone", scheme="dark") as page:
            check(page)
            page.get_by_label("Your name").fill("Ms Rivera")
            password = page.get_by_role("textbox", name="Password")
            password.fill("short")
            page.get_by_role("button", name="Show password").click()
            expect(password).to_have_attribute("type", "text")
            page.get_by_role("button", name="Make the account").click()
            expect(password).to_have_accessible_description(re.compile("8 to 200 characters"))
            check(page)
            password.fill("correct horse battery")
            page.get_by_role("button", name="Make the account").click()
            page.get_by_role("link", name="Account").click()
            page.get_by_role("button", name="Make a link").click()
            expect(page.get_by_role("status")).to_contain_text(f"{running.url}/teacher/link/")
            check(page)
            page.get_by_role("button", name="Sign out", exact=True).click()
            page.get_by_role("link", name="For teachers").click()
            expect(page.get_by_role("button", name="Sign in")).to_be_visible()
            check(page)
