"""A sitting in a real browser: a lost connection, and the end of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select, update

from quizapp.app import create_app
from quizapp.classroom.participants import KEY
from quizapp.generation.question import Question
from quizapp.settings import read_settings
from quizapp.store.assignments import Assignment, Sitting
from quizapp.store.attempts import Response
from quizapp.store.base import db
from tests.browser.test_journey import WIDTHS, check
from tests.builders import a_match_question, a_question, an_order_question
from tests.classroom.building import code_of, given_assignment, given_class, given_teacher, learners_of
from tests.support import server

DEFERRED: dict[str, Any] = {
    "show_correctness": "submitted",
    "show_key": "submitted",
    "show_explanation": "submitted",
}


@contextmanager
def begun(
    browser: Browser, instance: Path, forms: Sequence[Sequence[Question]] = (), **columns: Any
) -> Iterator[tuple[Page, Flask, str]]:
    """Yield the page of a learner who has just begun, the program's tables, and the quiz's address."""
    with server.running(instance) as running:
        app = create_app(read_settings({"QUIZAPP_INSTANCE": str(instance)}), packs={})
        class_id = given_class(app, given_teacher(app))
        code = code_of(app, given_assignment(app, class_id, forms, **columns))
        context = browser.new_context(viewport={"width": WIDTHS["phone"][0], "height": WIDTHS["phone"][1]})
        session = {KEY: {str(class_id): [learners_of(app, class_id)[0], 0]}}
        cookie = app.session_interface.get_signing_serializer(app).dumps(session)  # type: ignore[attr-defined]
        context.add_cookies([{"name": "quizapp_session", "value": cookie, "url": running.url}])
        page = context.new_page()
        url = f"{running.url}/j/{code}/quiz"
        page.goto(url)
        check(page)
        page.get_by_role("button", name="Begin").click()
        expect(page.locator("[data-ready]")).to_be_visible()
        yield page, app, url
        context.close()
        with app.app_context():
            db.engine.dispose()


def answers(app: Flask) -> list[tuple[int, list[str]]]:
    with app.app_context():
        rows = db.session.scalars(select(Response).order_by(Response.position))
        return [(row.position, row.answer) for row in rows]


def says(page: Page, words: str) -> None:
    expect(page.locator("[data-says]")).to_contain_text(words)


def test_answers_given_offline_are_kept_and_sent_once(browser: Browser, tmp_path: Path) -> None:
    with begun(browser, tmp_path, **DEFERRED) as (page, app, _):
        page.context.set_offline(True)
        page.get_by_label("1989").check()
        says(page, "No connection. Your answer is kept in this browser and will be sent.")
        page.get_by_role("button", name="Save and go on").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Question 2 of 4")
        page.get_by_role("link", name="3").click()
        page.get_by_role("textbox", name="Your number").fill("120")
        page.get_by_role("button", name="Save and go on").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Question 4 of 4")
        expect(page.locator(".places .kept")).to_have_count(2)
        check(page)
        assert answers(app) == []
        page.context.set_offline(False)
        says(page, "Connected again. 2 answers are sent.")
        assert answers(app) == [(1, ["0"]), (3, ["120"])]
        assert page.evaluate("localStorage.length") == 0
        page.get_by_role("link", name="Hand in").click()
        page.get_by_role("button", name="Hand in").click()
        expect(page.locator(".score")).to_contain_text("1 of 4 points")
        check(page)


def test_a_choice_not_sent_yet_outlives_a_report_and_a_reload(browser: Browser, tmp_path: Path) -> None:
    with begun(browser, tmp_path) as (page, app, url):
        page.get_by_label("1998").check()
        page.get_by_text("Report a problem with this question").click()
        page.get_by_label("What is wrong with this question?").fill("Two are right.")
        page.get_by_role("button", name="Send the report").click()
        expect(page.get_by_text("Thank you. Your teacher will see your report.")).to_be_visible()
        expect(page.get_by_label("1998")).to_be_checked()
        page.reload()
        expect(page.get_by_label("1998")).to_be_checked()
        assert answers(app) == []
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_role("link", name="Next question")).to_be_visible()
        page.goto(f"{url}/1/2")
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_at_the_end_of_the_time_the_page_is_sent_and_handed_in(browser: Browser, tmp_path: Path) -> None:
    with begun(browser, tmp_path, minutes=1) as (page, app, url):
        with app.app_context():
            db.session.scalars(select(Sitting)).one().started_at = datetime.now(UTC) - timedelta(seconds=56)
            db.session.commit()
        page.reload()
        expect(page.get_by_role("timer")).to_have_text("less than a minute left")
        page.get_by_label("1998").check()
        check(page)
        page.wait_for_url(f"{url}/1/results")
        assert answers(app) == [(1, ["1"])]
        expect(page.get_by_role("heading", level=1)).to_have_text("Handed in")


def test_an_answer_that_comes_too_late_is_told_once_and_in_words_on_any_page(
    browser: Browser, tmp_path: Path
) -> None:
    questions = (a_question(), an_order_question(), a_match_question())
    with begun(browser, tmp_path, [questions], **DEFERRED) as (page, app, url):
        page.context.set_offline(True)
        page.get_by_label("1998").check()
        page.get_by_role("button", name="Save and go on").click()
        page.get_by_role("button", name="Move A down").click()
        page.get_by_role("button", name="Save and go on").click()
        page.locator("#match-0").select_option("1905")
        says(page, "No connection.")
        with app.app_context():
            db.session.execute(update(Assignment).values(closed_at=datetime.now(UTC) - timedelta(minutes=5)))
            db.session.commit()
        page.close()
        again = page.context.new_page()
        page.context.set_offline(False)
        again.goto(f"{url}/1/results")
        told = again.locator("[data-tells] .notice")
        expect(told).to_have_count(3)
        expect(told.nth(0)).to_contain_text("You answered: 1998")
        expect(told.nth(1)).to_contain_text("B The pier was built · A The ferry sailed · C The light was lit")
        expect(told.nth(2)).to_contain_text("A The ferry sailed in _____: 1905")


def test_a_quiz_closed_in_the_middle_leads_to_its_results(browser: Browser, tmp_path: Path) -> None:
    with begun(browser, tmp_path, **DEFERRED) as (page, app, url):
        with app.app_context():
            db.session.execute(update(Assignment).values(closed_at=datetime.now(UTC) - timedelta(minutes=5)))
            db.session.commit()
        page.get_by_label("1998").check()
        says(page, "was not taken")
        page.get_by_role("button", name="Save and go on").click()
        says(page, "was not taken")
        expect(page.locator("[data-tells] .notice")).to_have_count(1)
        check(page)
        page.get_by_role("link", name="See the results").click()
        page.wait_for_url(f"{url}/1/results")


def test_a_sheet_without_an_answer_says_so_at_its_group(browser: Browser, tmp_path: Path) -> None:
    with begun(browser, tmp_path) as (page, _, _url):
        page.get_by_role("button", name="Answer").click()
        group = page.get_by_role("group", name="Choose one")
        expect(group).to_have_accessible_description("Choose one of the options.")
        page.get_by_label("1998").check()
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_role("link", name="Next question")).to_be_visible()
