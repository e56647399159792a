from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from tests.builders import a_question, a_shown_pack
from tests.harbour import LEARNER
from tests.pack_builders import a_fact, a_pack, a_person, a_position, tables
from tests.visiting import Visitor, given_quiz, words_of

LINK = "/quiz/harbour?seed=abc&count=10&topics=building,money&hash=" + "0" * 64


def test_the_front_page_offers_every_topic_and_length(visitor: Visitor) -> None:
    text = visitor.get("/").text
    assert text.count('name="topics"') == text.count('value="building"') + text.count('value="money"') == 2
    assert text.count(" checked") == 3
    assert [f'value="{n}"' in text for n in (5, 10, 20)] == [True] * 3


def test_a_new_visitor_has_nothing_to_continue(harbour_app: Flask) -> None:
    assert "Continue your quiz" not in words_of(Visitor(harbour_app).get("/"))


def test_an_unfinished_quiz_can_be_continued(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(harbour_app, LEARNER)
    visitor.answer(f"{quiz}/1", "1")
    page = visitor.get("/")
    assert "The old harbour: 1 of 4 answered" in words_of(page)
    assert f'href="{quiz}"' in page.text


def test_a_finished_quiz_is_not_offered_again(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(harbour_app, LEARNER, [a_question()])
    visitor.answer(f"{quiz}/1", "1")
    assert "Continue your quiz" not in words_of(visitor.get("/"))


def test_nobody_sees_what_others_have_begun(harbour_app: Flask) -> None:
    given_quiz(harbour_app, LEARNER)
    assert "Continue your quiz" not in words_of(Visitor(harbour_app, "another-learner").get("/"))


def test_several_packs_have_a_form_each(harbour_app: Flask, visitor: Visitor) -> None:
    other = replace(a_shown_pack(), id="lighthouse", title="The lighthouse")
    harbour_app.extensions["quizapp.packs"] = {"harbour": a_shown_pack(), "lighthouse": other}
    text = visitor.get("/").text
    assert text.count('<form class="start"') == 2
    assert 'value="lighthouse"' in text


def test_a_link_says_what_quiz_it_is(visitor: Visitor) -> None:
    words = words_of(visitor.get(LINK))
    assert "Questions 10 Topics Building it and Paying for it Seed abc" in words
    assert "the same questions in the same order" in words


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (LINK.replace("0" * 64, "f" * 64), "facts have been edited since this link was made"),
        (LINK + "&version=0.0.0-other", "program has been updated since this link was made"),
        (LINK.replace("money", "gone"), "Some of what it asked about is no longer there"),
        (LINK + "&facts=opening,gone", "Some of what it asked about is no longer there"),
    ],
)
def test_a_link_says_when_its_questions_may_differ(visitor: Visitor, link: str, words: str) -> None:
    page = words_of(visitor.get(link))
    assert words in page
    assert "may differ" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "It names no seed. It names no length."),
        ("seed=a", "It names no length."),
        ("seed=a&count=ten", "Not a valid integer value."),
        ("seed=a&count=0", "Choose a length from 1 to 50 questions."),
        ("seed=a&count=1000000", "Choose a length from 1 to 50 questions."),
        ("seed=%00&count=5", "A seed has at most 64"),
        ("seed=a&count=5&hash=xyz", "64 hexadecimal digits"),
        ("seed=a&count=5&topics=<b>", "not a list of ids"),
    ],
)
def test_a_damaged_link_is_told_so(visitor: Visitor, query: str, words: str) -> None:
    reply = visitor.get(f"/quiz/harbour?{query}")
    assert reply.status_code == 400
    assert words in words_of(reply)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/quiz/nowhere?seed=a&count=5", "does not have these sources"),
        ("/sources/nowhere/gazette", "does not have these sources"),
        ("/sources/harbour/nothing", "There is no such source"),
    ],
)
def test_what_is_not_here_is_not_found(visitor: Visitor, address: str, words: str) -> None:
    reply = visitor.get(address)
    assert (reply.status_code, words in words_of(reply)) == (404, True)


def test_the_list_of_sources_says_what_kind_of_text_each_is(visitor: Visitor) -> None:
    page = visitor.get("/sources")
    assert "A harbour opens (The Gazette) report · 2 facts taken from it" in words_of(page)
    assert 'href="/sources/harbour/gazette"' in page.text


def test_how_it_works_says_what_is_stored(visitor: Visitor) -> None:
    assert "What is stored" in words_of(visitor.get("/how-it-works"))


def test_how_it_works_shows_who_speaks_in_each_pack(harbour_app: Flask, visitor: Visitor) -> None:
    spoken = a_pack(*(a_position(f"{name}-fine", "opinion", name, "it is fine") for name in ("penn", "holt")))
    harbour_app.extensions["quizapp.packs"] = {"bridges": spoken}
    words = words_of(visitor.get("/how-it-works"))
    assert "Who speaks in “Bridges” Its 2 facts by kind of text: report 2." in words
    assert "No statement has a loaded word outside quotation marks." in words
    assert "Ada Penn 0 1 0 Ben Holt 0 1 0" in words


def test_those_who_say_little_share_a_line(harbour_app: Flask, visitor: Visitor) -> None:
    names = [f"p{number}" for number in range(10)]
    facts = [a_position(f"{name}-fine", "opinion", name, "it is fine") for name in names]
    people = [a_person(name) for name in names]
    spoken = a_pack(a_fact(), *facts, entity=[*tables()["entity"], *people])
    harbour_app.extensions["quizapp.packs"] = {"bridges": spoken}
    assert "P7 0 1 0 2 others 0 2 0" in words_of(visitor.get("/how-it-works"))
