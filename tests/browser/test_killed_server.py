"""A server that is killed in the middle loses no answer that was shown as marked, and doubles none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect

from tests.browser.test_journey import give_some_answer
from tests.support import server


def test_an_answer_outlives_the_server_and_can_be_sent_again(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with server.running(tmp_path) as first:
        page.goto(first.url)
        page.get_by_role("button", name="Start the quiz").first.click()
        give_some_answer(page)
        answered = page.url
        page.get_by_role("link", name="Next question").click()
        server.kill(first.process)
    with pytest.raises(Error, match=r"ERR_CONNECTION_RE(FUSED|SET)"):
        page.goto(answered)
    with server.running(tmp_path, QUIZAPP_BIND=first.url.removeprefix("http://")):
        page.goto(answered)
        expect(page.get_by_role("status")).to_contain_text("ight")
        page.get_by_role("link", name="Next question").click()
        give_some_answer(page)
        expect(page.get_by_text("2 of 10 answered.")).to_be_visible()
    context.close()
