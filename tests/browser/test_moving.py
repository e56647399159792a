"""Orders and matches in a real browser: by keyboard alone, by pointer alone, and looked at by axe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from quizapp.assessment.forms import Match, Order
from quizapp.facts.reading import read_pack
from quizapp.generation.bank import KINDS, deal_again
from quizapp.generation.question import Question
from quizapp.paths import packs
from tests.browser.test_journey import Scheme, check, tab_to, visit

PACK = "287g"


@cache
def a_dealt(kind: str) -> tuple[str, Question]:
    """Return the address that offers a quiz of one question of a kind, and the question."""
    pack = read_pack(packs() / PACK)
    (module,) = (module for module in KINDS if kind == module.NAME)
    for seed in map(str, range(200)):
        fact = next(iter(module.drafts(pack, seed))).fact.id
        dealt = deal_again(pack, seed, [fact])
        if dealt and dealt[0].kind == kind:
            return f"/quiz/{PACK}?seed={seed}&count=1&facts={fact}", dealt[0]
    raise AssertionError(f"no seed deals {kind} first")


@contextmanager
def opened(
    browser: Browser, live_server: str, kind: str, *, width: str = "wide", scheme: Scheme = "light"
) -> Iterator[tuple[Page, Question]]:
    """Yield a page that asks one question of a kind."""
    address, question = a_dealt(kind)
    with visit(browser, live_server, width=width, scheme=scheme) as page:
        page.goto(live_server + address)
        page.get_by_role("button", name="Start this quiz").click()
        expect(page.get_by_role("button", name="Answer")).to_be_visible()
        yield page, question


def in_order(page: Page) -> list[str]:
    return page.locator(".movable-item .letter").all_text_contents()


def wanted_order(question: Question) -> list[str]:
    assert isinstance(question.form, Order)
    return [letter for _, letter in sorted(zip(question.form.key, "ABCDEFGHIJ", strict=False))]


def is_right(page: Page) -> None:
    expect(page.locator("#verdict")).to_have_text("Right")
    check(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", ["wide", "phone"])
@pytest.mark.parametrize("kind", ["timeline", "matching"])
def test_the_pages_are_accessible_at_rest_and_in_the_middle(
    browser: Browser, live_server: str, kind: str, width: str, scheme: Scheme
) -> None:
    with opened(browser, live_server, kind, width=width, scheme=scheme) as (page, _):
        check(page)
        page.locator(".chip, .mover").nth(1).click()
        check(page)


def test_an_order_is_put_right_by_keyboard_alone(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "timeline") as (page, question):
        for place, letter in enumerate(wanted_order(question)):
            while in_order(page)[place] != letter:
                page.get_by_role("button", name=f"Move {letter} up").focus()
                page.keyboard.press("Enter" if place else "ArrowUp")
        expect(page.locator("[aria-live]")).to_contain_text(" is now ")
        page.get_by_role("button", name=f"Move {in_order(page)[0]} up").press("Enter")
        assert in_order(page) == wanted_order(question)  # at the top already: nothing moves
        tab_to(page, "button[type=submit]")
        page.keyboard.press("Enter")
        is_right(page)


def test_an_order_is_put_right_by_dragging(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "timeline", width="phone") as (page, question):
        for place, letter in enumerate(wanted_order(question)):
            here = page.locator(f".movable-item[data-letter={letter}] .grip")
            drag(page, here, page.locator(".movable-item").nth(place))
            assert in_order(page)[place] == letter
        page.get_by_role("button", name="Answer").click()
        is_right(page)


def drag(page: Page, grip: Locator, onto: Locator) -> None:
    start, end = grip.bounding_box(), onto.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, end["y"] + 2, steps=8)
    page.mouse.up()


def pairs_of(question: Question) -> list[tuple[str, str]]:
    """Return each prompt's letter with the words of its choice."""
    assert isinstance(question.form, Match)
    choices = [question.options[place].text for place in question.form.key]
    return list(zip("ABCDEFGHIJ", choices, strict=False))


def test_a_match_is_made_by_keyboard_alone(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "matching") as (page, question):
        for letter, choice in pairs_of(question):
            page.locator(".chip", has_text=choice).focus()
            page.keyboard.press("Enter")
            expect(page.locator("[aria-live]")).to_contain_text("choose where it belongs")
            while page.evaluate("document.activeElement.getAttribute('aria-label')") != f"Put at {letter}":
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            expect(page.locator("[aria-live]")).to_contain_text(f"is at {letter}.")
        tab_to(page, "button[type=submit]")
        page.keyboard.press("Enter")
        is_right(page)


def test_a_match_is_made_by_pointer_alone(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "matching", width="phone") as (page, question):
        for number, (_, choice) in enumerate(pairs_of(question)):
            page.locator(".chip", has_text=choice).click()
            page.locator(".matchable label").nth(number).click()
        page.get_by_role("button", name="Answer").click()
        is_right(page)


def test_a_picked_choice_is_let_go_with_escape(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "matching") as (page, _):
        page.locator(".chip").first.click()
        expect(page.locator(".chip").first).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("Escape")
        expect(page.locator(".chip").first).to_have_attribute("aria-pressed", "false")
        expect(page.get_by_role("button", name="Put at A")).to_be_hidden()


def test_the_lists_of_a_match_show_what_was_picked(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "matching") as (page, _):
        page.get_by_role("combobox").first.select_option(index=2)
        expect(page.locator(".chip").nth(1)).to_contain_text("A")


def test_going_back_shows_the_matches_that_were_made(browser: Browser, live_server: str) -> None:
    with opened(browser, live_server, "matching") as (page, _):
        page.locator(".chip").first.click()
        page.locator(".matchable label").nth(1).click()
        page.get_by_role("link", name="How this works").click()
        page.go_back()
        expect(page.locator(".chip").first).to_contain_text("B")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_words_of_an_order_keep_most_of_a_narrow_screen(
    browser: Browser, live_server: str, scripts: bool
) -> None:
    with visit(browser, live_server, width="zoomed", scripts=scripts) as page:
        page.goto(live_server + a_dealt("timeline")[0])
        page.get_by_role("button", name="Start this quiz").click()
        words = page.locator(".movable-words" if scripts else ".placeable label").first
        expect(words).to_be_visible()
        assert words.evaluate("words => words.getBoundingClientRect().width") >= 190


def test_what_moves_is_big_enough_for_a_thumb(browser: Browser, live_server: str) -> None:
    for kind in ("timeline", "matching"):
        with opened(browser, live_server, kind, width="phone") as (page, _):
            for target in page.locator(".mover, .grip, .chip, .matchable select").all():
                box = target.bounding_box()
                assert box
                assert box["height"] >= 44
                assert box["width"] >= 44
