"""The whole journey in a real browser, on the program as it is served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WIDTHS = {"wide": (1280, 900), "phone": (390, 844), "zoomed": (320, 256)}
ABOUT_SOURCES = ("/timeline/287g", "/compare/287g", "/corrections/287g", "/sources")
Scheme = Literal["light", "dark"]
PACKS = ("The 287(g) programme", "The branches of government")


@contextmanager
def visit(
    browser: Browser, url: str, *, width: str = "wide", scheme: Scheme = "light", scripts: bool = True
) -> Iterator[Page]:
    """Yield a fresh browser profile at the front page; fail if a page reports an error."""
    wide, high = WIDTHS[width]
    context = browser.new_context(
        viewport={"width": wide, "height": high}, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(url)
    yield page
    context.close()
    # Chromium reports the status of error pages, which some tests open on purpose.
    assert [text for text in complaints if not text.startswith("Failed to load resource")] == []


def check(page: Page) -> None:
    """Fail if axe-core finds anything, or if the page is wider than the screen."""
    page.wait_for_load_state()  # a click returns once the next page has begun
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (
        page.url
    )


def give_some_answer(page: Page) -> None:
    """Answer whatever is asked; right or wrong does not matter."""
    option = page.locator("[name=answer][type=radio], [name=answer][type=checkbox]")
    lists = page.get_by_role("combobox")
    if lists.count():
        for number in range(lists.count()):
            lists.nth(number).select_option(index=number + 1)
    elif option.count():
        option.first.check()
    elif not page.locator(".movable").count():  # an order is answered as it stands
        page.get_by_role("textbox").fill("1,234")
    page.get_by_role("button", name="Answer").click()


def take_quiz(page: Page, *, pack: str = PACKS[0], look: bool = True) -> int:
    """Go from the front page to the results, and return how many questions there were."""
    form = page.get_by_role("region", name=pack)
    form.get_by_role("radio", name="5", exact=True).check()
    form.get_by_role("button", name="Start the quiz").click()
    for number in range(1, 6):
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"Question {number} of")
        if look:
            check(page)
        give_some_answer(page)
        expect(page.get_by_role("status")).to_contain_text("ight")
        if look:
            check(page)
        following = page.get_by_role("link", name="Next question")
        if not following.count():
            break
        following.click()
    page.get_by_role("link", name="See the results").click()
    return number


LOOKS = pytest.mark.parametrize(("width", "scheme"), [("wide", "light"), ("phone", "dark")])
"""Both widths and both schemes: what is wrong in one is hardly ever right in its other pairing."""


@LOOKS
def test_the_whole_journey_is_accessible(
    browser: Browser, live_server: str, width: str, scheme: Scheme
) -> None:
    with visit(browser, live_server, width=width, scheme=scheme) as page:
        check(page)
        take_quiz(page)
        check(page)
        page.get_by_role("link", name="link to this quiz").click()
        expect(page.get_by_role("button", name="Start this quiz")).to_be_visible()
        check(page)


@pytest.mark.parametrize("pack", PACKS)
def test_each_pack_has_its_own_start_and_a_quiz_of_five(
    browser: Browser, live_server: str, pack: str
) -> None:
    with visit(browser, live_server, width="phone") as page:
        assert take_quiz(page, pack=pack) == 5
        expect(page.get_by_role("heading", level=1)).to_have_text("Results")


@LOOKS
def test_the_other_pages_are_accessible(
    browser: Browser, live_server: str, width: str, scheme: Scheme
) -> None:
    with visit(browser, live_server, width=width, scheme=scheme) as page:
        for path in (
            "/how-it-works",
            "/nowhere",
            "/attempts/none-of-that-name/1",
            "/quiz/287g",
            *ABOUT_SOURCES,
        ):
            page.goto(live_server + path)
            check(page)
        page.locator(".source-list a").first.click()
        check(page)
        page.get_by_role("link", name="as in the text").click()
        check(page)
        page.get_by_role("link", name="Sources compared").click()
        for folded in page.locator("summary").all():
            folded.click()
        check(page)


def test_no_page_about_sources_is_wider_than_the_screen_at_400_per_cent(
    browser: Browser, live_server: str
) -> None:
    with visit(browser, live_server, width="zoomed") as page:
        page.goto(f"{live_server}/sources")
        links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
        for url in dict.fromkeys([*links, live_server, f"{live_server}/how-it-works"]):
            page.goto(url)
            sizes = page.evaluate(
                "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.documentElement)"
            )
            assert sizes[0] <= sizes[1], url


def test_the_words_of_the_timeline_stay_within_its_drawing(browser: Browser, live_server: str) -> None:
    with visit(browser, f"{live_server}/timeline/287g", width="phone") as page:
        drawing = page.get_by_role("img", name="Timeline from").bounding_box()
        assert drawing
        assert drawing["x"] + drawing["width"] <= 390
        rights = page.locator("svg.timeline-drawing text").evaluate_all(
            "texts => texts.map(text => text.getBoundingClientRect().right)"
        )
        assert max(rights) <= drawing["x"] + drawing["width"]


def test_from_a_comparison_to_the_fact_and_back_to_what_others_add(
    browser: Browser, live_server: str
) -> None:
    with visit(browser, f"{live_server}/compare/287g") as page:
        page.locator(".side a").first.click()
        expect(page.locator("li:target")).to_be_visible()
        page.locator("li:target").get_by_role("link", name="What another source adds").first.click()
        expect(page.locator("article:target")).to_be_visible()


def test_no_script_is_needed(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server, scripts=False) as page:
        asked = take_quiz(page, look=False)
        expect(page.get_by_role("heading", level=1)).to_have_text("Results")
        assert page.get_by_role("heading", level=3).count() == asked
        page.get_by_text("link to this quiz").click()
        page.get_by_role("button", name="Start this quiz").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Question 1 of")


def test_a_blank_answer_is_explained_beside_the_field(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        page.get_by_role("button", name="Start the quiz").first.click()
        while page.locator(".movable").count():  # an order is never blank
            give_some_answer(page)
            page.get_by_role("link", name="Next question").click()
        page.get_by_role("button", name="Answer").click()
        expect(page.locator("#answer-error")).to_be_visible()
        check(page)


def test_the_focus_moves_to_the_feedback(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        page.get_by_role("button", name="Start the quiz").first.click()
        give_some_answer(page)
        assert page.evaluate("document.activeElement.id") == "feedback"


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on the wanted element, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} cannot be reached by keyboard on {page.url}")


def test_the_journey_by_keyboard_alone(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
        page.keyboard.press("Enter")
        tab_to(page, "input[name=count]")
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("radio", name="5", exact=True).first).to_be_checked()
        tab_to(page, "button")
        page.keyboard.press("Enter")
        while "/results" not in page.url:
            answer_by_keyboard(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Results")


def answer_by_keyboard(page: Page) -> None:
    expect(page.get_by_role("button", name="Answer")).to_be_visible()
    lists = page.get_by_role("combobox").count()
    tab_to(page, ".mover" if page.locator(".movable").count() else "[name=answer]")
    for number in range(1, lists + 1):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab" if number < lists else "ArrowDown")
    if lists or page.locator(".movable").count():
        page.keyboard.press("ArrowDown")
    elif page.evaluate("document.activeElement.type") == "text":
        page.keyboard.type("1,234")
    else:
        page.keyboard.press("Space")
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#feedback")).to_be_visible()
    tab_to(page, ".onward a")
    page.keyboard.press("Enter")
    page.wait_for_function("!document.getElementById('feedback')")


def test_going_back_after_an_answer_shows_its_feedback(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        page.get_by_role("button", name="Start the quiz").first.click()
        give_some_answer(page)
        page.get_by_role("link", name="Next question").click()
        page.go_back()
        page.go_back()
        expect(page.get_by_role("status")).to_contain_text("ight")


def test_a_closed_tab_loses_nothing(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        page.get_by_role("button", name="Start the quiz").first.click()
        give_some_answer(page)
        later = page.context.new_page()
        page.close()
        later.goto(live_server)
        later.get_by_role("link", name="1 of 10 answered").click()
        expect(later.get_by_role("heading", level=1)).to_have_text("Question 2 of 10")


def test_targets_are_big_enough_for_a_thumb(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server, width="phone") as page:
        for target in page.locator("label.tickable, button, nav a").all():
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44


def test_nothing_is_fetched_from_elsewhere(browser: Browser, live_server: str) -> None:
    with visit(browser, live_server) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        take_quiz(page, look=False)
        assert asked
        assert [url for url in asked if not url.startswith(live_server)] == []
