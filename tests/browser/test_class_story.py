"""A class in two browsers: set up, assign, join, answer offline and online, report, regrade."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.test_journey import check, visit
from tests.support import server


def test_a_class_from_the_set_up_link_to_a_mended_mark(browser: Browser, tmp_path: Path) -> None:
    with server.running(tmp_path) as running:
        assert running.process.stdout is not None
        link = running.process.stdout.readline().split()[-1]
        with visit(browser, link) as teacher, visit(browser, running.url, width="phone") as learner:
            set_up(teacher)
            code = assign(teacher)
            join(learner, code)
            answer(learner)
            report(learner)
            hand_in(learner)
            mend(teacher)
            learner.reload()
            expect(learner.get_by_text("The old options both fit.")).to_be_visible()
            check(learner)
            look_at_results(teacher)


def set_up(teacher: Page) -> None:
    teacher.get_by_label("Your name").fill("Ms Rivera")
    teacher.get_by_role("textbox", name="Password").fill("correct horse battery")
    teacher.get_by_role("button", name="Make the account").click()


def assign(teacher: Page) -> str:
    """Hand out five questions whose answers are judged after submission, and return the code."""
    teacher.get_by_role("link", name="Quiz").click()
    teacher.get_by_role("link", name="Classes").click()
    teacher.get_by_role("link", name="Make a class").click()
    teacher.get_by_label("Name of the class").fill("Civics <8b>")
    teacher.get_by_role("button", name="Make the class").click()
    teacher.get_by_role("link", name="New assignment").first.click()
    teacher.get_by_role("radio", name="5", exact=True).check()
    teacher.locator("summary", has_text="Kinds of question").click()
    for kind in teacher.locator("[name=kinds]").all():
        kind.set_checked(kind.get_attribute("value") in ("value", "verdict"))
    teacher.get_by_role("button", name="Show the questions").click()
    teacher.get_by_role("button", name="Swap").first.click()
    teacher.locator("summary", has_text="More").click()
    for part in ("correctness", "key", "explanation"):
        teacher.locator(f"[name=show_{part}][value=submitted]").check()
    expect(teacher.locator("#questions[aria-busy]")).to_have_count(0)  # dimmed until the new ones are here
    check(teacher)
    teacher.get_by_role("button", name="Hand out").click()
    expect(teacher.get_by_role("link", name="Show on the projector")).to_be_visible()
    check(teacher)
    found = re.search(r"/j/([A-Z]{6})", teacher.inner_text("main"))
    assert found
    return found[1]


def join(learner: Page, code: str) -> None:
    learner.get_by_label("Have a code?").fill(f"{code[:3]} {code[3:]}".lower())
    learner.get_by_role("button", name="Join").click()
    learner.get_by_label("Nickname").fill("Ada <b>")
    learner.get_by_role("button", name="Join").click()
    expect(learner.get_by_text("Your resume code is")).to_be_visible()
    check(learner)
    learner.get_by_role("button", name="Begin").click()
    expect(learner.locator("[data-ready]")).to_be_visible()


def answer(learner: Page) -> None:
    """Choose the last option of each: online, then offline for two, then online again."""
    choose_and_go_on(learner, 1)
    learner.context.set_offline(True)
    choose_and_go_on(learner, 2)
    choose_and_go_on(learner, 3)
    expect(learner.locator("[data-says]")).to_contain_text("No connection")
    learner.context.set_offline(False)
    expect(learner.locator("[data-says]")).to_contain_text("Connected again")
    choose_and_go_on(learner, 4)


def choose_and_go_on(learner: Page, number: int) -> None:
    expect(learner.get_by_role("heading", level=1)).to_have_text(f"Question {number} of 5")
    learner.locator("[name=answer]:visible").last.check()
    learner.get_by_role("button", name="Save and go on").click()
    expect(learner.get_by_role("heading", level=1)).to_have_text(f"Question {number + 1} of 5")


def report(learner: Page) -> None:
    learner.get_by_role("link", name=re.compile("^1")).first.click()
    expect(learner.get_by_role("heading", level=1)).to_have_text("Question 1 of 5")
    learner.locator("summary:visible", has_text="Report a problem").click()
    learner.get_by_label("What is wrong").fill("Two of these are right, I think.")
    learner.get_by_role("button", name="Send the report").click()


def hand_in(learner: Page) -> None:
    learner.get_by_role("link", name="Hand in").click()
    learner.get_by_role("button", name="Hand in").click()
    expect(learner.locator(".score")).to_contain_text("of 5 points")


def mend(teacher: Page) -> None:
    teacher.get_by_role("link", name="Problems").click()
    expect(teacher.get_by_text("Two of these are right, I think.")).to_be_visible()
    check(teacher)
    teacher.get_by_role("link", name=re.compile("Mend")).first.click()
    teacher.get_by_label(re.compile("Full credit")).check()
    teacher.get_by_label(re.compile("Reason")).fill("The old options both fit.")
    teacher.get_by_role("button", name="Mend, and mark everybody again").click()
    expect(teacher.get_by_role("status")).to_contain_text("Mended")
    check(teacher)


def look_at_results(teacher: Page) -> None:
    teacher.get_by_role("link", name="The 287(g) programme").first.click()
    tabs = teacher.get_by_role("navigation", name="This assignment")
    for name in ("Results", "Misconceptions", "Item analysis"):
        tabs.get_by_role("link", name=name).click()
        expect(tabs.locator("[aria-current=page]")).to_have_text(name)
        check(teacher)
    tabs.get_by_role("link", name="Results").click()
    expect(teacher.get_by_role("main")).to_contain_text("Ada <b>")
