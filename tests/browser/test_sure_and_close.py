"""How sure one is, and a spelling to mend, in a real browser on the program as it is served."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.assessment.forms import Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.facts.pack import Pack
from quizapp.generation.bank import deal
from tests.browser.test_journey import Scheme, check, give_some_answer, tab_to, visit

LOOKS = [("wide", "light"), ("phone", "dark")]
LENGTH = 20


def start_with_certainty(page: Page) -> None:
    page.get_by_role("checkbox", name="Say how sure I am").first.check()
    page.get_by_role("radio", name="5", exact=True).first.check()
    page.get_by_role("button", name="Start the quiz").first.click()


def say_how_sure(page: Page, words: str) -> None:
    page.get_by_role("group", name="How sure are you?").get_by_role("radio", name=words).check()


def give_some_answers(page: Page) -> None:
    """Answer five questions, a choice of how sure one is on each."""
    for words in ("Not sure", "Fairly sure", "Sure +3", "Sure +3", "Not sure"):
        say_how_sure(page, words)
        give_some_answer(page)
        onward = page.locator(".onward a")
        expect(page.get_by_text("Certainty mark:")).to_be_visible()
        onward.click()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_certainty_is_asked_with_every_question_and_shown_with_the_results(
    browser: Browser, live_server: str, width: str, scheme: Scheme
) -> None:
    with visit(browser, live_server, width=width, scheme=scheme) as page:
        start_with_certainty(page)
        check(page)
        give_some_answers(page)
        expect(page.get_by_role("heading", name="How sure you were")).to_be_visible()
        check(page)


def test_certainty_needs_no_script(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server, scripts=False) as page:
        start_with_certainty(page)
        give_some_answers(page)
        expect(page.get_by_role("heading", name="How sure you were")).to_be_visible()


def test_certainty_is_chosen_by_keyboard(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        tab_to(page, "input[name=certainty]")
        page.keyboard.press("Space")
        tab_to(page, "button")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Question 1 of")
        tab_to(page, "input[name=certainty]")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("radio", name="Fairly sure")).to_be_checked()


def test_certainty_can_be_tapped_with_a_thumb(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server, width="phone") as page:
        start_with_certainty(page)
        expect(page.get_by_role("group", name="How sure are you?")).to_be_visible()
        boxes = [target.bounding_box() for target in page.locator(".certainty label").all()]
        assert [box is not None and box["height"] >= 44 for box in boxes] == [True] * 3


def misspelt(form: Text) -> str:
    """Return an answer that is close to an accepted one, or "" where none is."""
    tries = (
        name[:n] + name[n + 1 : m] + name[m + 1 :]
        for name in form.accepted
        for n in range(1, len(name))
        for m in range(n + 2, len(name))
    )
    return next((text for text in tries if grade(form, Answer((text,))).verdict == "close"), "")


def find_a_question_to_misspell(pack: Pack) -> tuple[str, int, Text]:
    """Return the seed of a quiz, and the position and form of a question in it."""
    for seed in map(str, range(100)):
        for position, question in enumerate(deal(pack, seed, LENGTH, frozenset()), start=1):
            if isinstance(question.form, Text) and misspelt(question.form):
                return seed, position, question.form
    raise AssertionError("no quiz has a question whose answer could be misspelt")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_close_spelling_is_mended(
    browser: Browser, live_server: str, shipped_packs: Mapping[str, Pack], width: str, scheme: Scheme
) -> None:
    seed, position, form = find_a_question_to_misspell(shipped_packs["287g"])
    link = f"{live_server}/quiz/287g?seed={seed}&count={LENGTH}"
    with visit(browser, link, width=width, scheme=scheme) as page:
        page.get_by_role("button", name="Start this quiz").click()
        page.goto(f"{page.url.rsplit('/', 1)[0]}/{position}")
        page.get_by_role("textbox").fill(misspelt(form))
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_role("status")).to_have_text("Close: check the spelling and try once more.")
        assert page.evaluate("document.activeElement.id") == "feedback"
        check(page)
        page.get_by_role("textbox").fill(form.accepted[0])
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_role("status")).to_have_text("Right")
