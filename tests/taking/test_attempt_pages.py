from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.generation.question import Look
from quizapp.store import attaching
from quizapp.store.attaching import AttachedText
from tests.builders import a_match_question, a_question, a_quiz, a_reference, a_shown_pack, an_order_question
from tests.harbour import LEARNER
from tests.visiting import Visitor, given_quiz, words_of

PASSAGE = "From the pier the mayor said that it “opened in 1998”, not before."


@pytest.fixture
def quiz(harbour_app: Flask) -> str:
    return given_quiz(harbour_app, LEARNER)


def answer_all(visitor: Visitor, quiz: str, values: list[str]) -> None:
    for position, value in enumerate(values, start=1):
        assert visitor.answer(f"{quiz}/{position}", value).status_code == 303


def test_an_attempt_opens_at_the_first_open_question(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    assert visitor.get(quiz).location == f"{quiz}/2"


def test_a_finished_attempt_opens_at_its_results(visitor: Visitor, quiz: str) -> None:
    answer_all(visitor, quiz, ["1", "0", "120", "Ekdahl"])
    assert visitor.get(quiz).location == f"{quiz}/results"


def test_the_last_open_question_leads_to_the_results(visitor: Visitor, quiz: str) -> None:
    answer_all(visitor, quiz, ["1", "0", "120", "Ekdahl"])
    assert "See the results" in words_of(visitor.get(f"{quiz}/4"))


def test_a_skipped_question_comes_round_again(visitor: Visitor, quiz: str) -> None:
    for position, value in ((1, "1"), (3, "120"), (4, "Ekdahl")):
        visitor.answer(f"{quiz}/{position}", value)
    assert f'href="{quiz}/2"' in visitor.get(f"{quiz}/4").text


def test_feedback_puts_the_true_statement_before_the_chosen_option(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "0")
    page = words_of(visitor.get(f"{quiz}/1"))
    told = page.index("Not right"), page.index("Mayor Lindqvist said"), page.index("You chose “1989”")
    assert list(told) == sorted(told)


@pytest.mark.parametrize(
    "words",
    [
        "The Gazette · A harbour opens · Author not stated · 3 May 1998",
        "Known from elsewhere author: A. Holm, named in the archive's index",
        "Paragraph 4 · as of 1998 · report",
        "Says Mayor Lindqvist, relayed by the Gazette.",
        "Attributed claim · as of 1998.",
        "Look for the date of the figure",
        "Because of 1989: the reason why it is not so.",
        "not so.2 From another fact",
        "Because of 1999: the reason why it is not so. Computed",
    ],
)
def test_feedback_says_who_where_and_why(visitor: Visitor, quiz: str, words: str) -> None:
    visitor.answer(f"{quiz}/1", "0")
    assert words in words_of(visitor.get(f"{quiz}/1"))


def test_typed_answers_are_shown_with_the_right_one(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/3", "111")
    assert "You wrote “111”. The answer: 120 boats." in words_of(visitor.get(f"{quiz}/3"))


def test_what_learners_type_is_never_markup(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/4", "<script>alert(1)</script>")
    assert "&lt;script&gt;" in visitor.get(f"{quiz}/4").text


def test_an_attached_paragraph_is_shown_with_its_evidence_marked(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    with harbour_app.app_context():
        attaching.attach([AttachedText("harbour", "gazette", {4: PASSAGE, 2: "A plan."})], datetime.now(UTC))
    visitor.answer(f"{quiz}/1", "0")
    assert "“<mark>opened in 1998</mark>”, not before." in visitor.get(f"{quiz}/1").text


def test_no_paragraph_is_shown_before_the_answer(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    with harbour_app.app_context():
        attaching.attach([AttachedText("harbour", "gazette", {4: PASSAGE})], datetime.now(UTC))
    assert "pier" not in visitor.get(f"{quiz}/1").text


@pytest.mark.parametrize("position", ["0", "5", "99999999999999999999"])
def test_a_position_out_of_range_leads_back_to_the_quiz(visitor: Visitor, quiz: str, position: str) -> None:
    page = visitor.get(f"{quiz}/{position}")
    assert page.status_code == 404
    assert "numbered from 1 to 4" in words_of(page)
    assert f'href="{quiz}"' in page.text


@pytest.mark.parametrize(
    "address", ["/attempts/none-of-that-name", "/attempts/x", "/attempts/%00" + "x" * 30]
)
@pytest.mark.parametrize("page", ["", "/1", "/results"])
def test_an_unknown_attempt_is_not_found(visitor: Visitor, address: str, page: str) -> None:
    reply = visitor.get(address + page)
    assert reply.status_code == 404
    assert "This quiz is not in this browser" in words_of(reply)


@pytest.mark.parametrize("page", ["", "/1", "/results"])
def test_somebody_elses_attempt_looks_like_an_unknown_one(harbour_app: Flask, quiz: str, page: str) -> None:
    for stranger in (Visitor(harbour_app), Visitor(harbour_app, "another-learner")):
        reply = stranger.get(quiz + page)
        assert reply.status_code == 404
        assert words_of(reply) == words_of(stranger.get("/attempts/none-of-that-name"))


def test_nobody_answers_for_somebody_else(harbour_app: Flask, visitor: Visitor, quiz: str) -> None:
    assert Visitor(harbour_app, "another-learner").answer(f"{quiz}/1", "1").status_code == 404
    assert "Choose one" in words_of(visitor.get(f"{quiz}/1"))


def test_an_edited_pack_changes_nothing_for_an_open_attempt(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    harbour_app.extensions["quizapp.packs"] = {"harbour": a_shown_pack(hash="1" * 64, facts={})}
    answer_all(visitor, quiz, ["1", "0", "120", "Ekdahl"])
    assert "Mayor Lindqvist said that the harbour opened in 1998." in words_of(visitor.get(f"{quiz}/1"))
    assert visitor.get(f"{quiz}/results").status_code == 200


def test_a_pack_that_is_gone_leaves_the_attempt_readable(
    harbour_app: Flask, visitor: Visitor, quiz: str
) -> None:
    answer_all(visitor, quiz, ["0"])
    harbour_app.extensions["quizapp.packs"] = {"other": replace(a_shown_pack(), id="other")}
    assert "Not right" in words_of(visitor.get(f"{quiz}/results"))
    assert visitor.post(f"{quiz}/retry").status_code == 422


def test_results_add_up_by_topic_and_by_kind(visitor: Visitor, quiz: str) -> None:
    answer_all(visitor, quiz, ["1", "0", "111", "Ekdahl"])
    words = words_of(visitor.get(f"{quiz}/results"))
    assert "2.5 of 4 points" in words
    assert "Topic Points Questions Building it 2 2 Paying for it 0.5 2" in words
    assert "Choose the value 1 1 Tick all that apply 0.5 1 Type the number 0 1 Fill the gap 1 1" in words


def test_results_so_far_hold_back_what_is_open(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    words = words_of(visitor.get(f"{quiz}/results"))
    assert "1 of 4 questions are answered" in words
    assert "lighthouse" not in words


def test_note_numbers_are_unique_on_the_results_page(visitor: Visitor, quiz: str) -> None:
    answer_all(visitor, quiz, ["1", "0", "111", "Ekdahl"])
    text = visitor.get(f"{quiz}/results").text
    assert [text.count(f'id="note-{n}"') for n in range(1, 7)] == [1, 1, 1, 1, 1, 0]


def test_nothing_missed_offers_nothing_to_try_again(visitor: Visitor, harbour_app: Flask) -> None:
    quiz = given_quiz(harbour_app, LEARNER, [a_question()])
    answer_all(visitor, quiz, ["1"])
    assert "Try the ones I missed" not in words_of(visitor.get(f"{quiz}/results"))
    assert visitor.post(f"{quiz}/retry").status_code == 422


def test_a_post_to_results_is_not_allowed(visitor: Visitor, quiz: str) -> None:
    reply = visitor.post(f"{quiz}/results")
    assert (reply.status_code, "GET" in reply.headers["Allow"]) == (405, True)


def test_attempt_pages_are_kept_in_no_cache(visitor: Visitor, quiz: str) -> None:
    visitor.answer(f"{quiz}/1", "1")
    for page in ("/1", "/2", "/results"):
        assert visitor.get(quiz + page).headers["Cache-Control"] == "no-store"


def test_every_answer_form_has_its_partial(visitor: Visitor, quiz: str) -> None:
    for position, question in enumerate(a_quiz(), start=1):
        assert question.stem in words_of(visitor.get(f"{quiz}/{position}"))


def test_a_second_look_leads_to_each_source_once_and_to_the_comparisons(
    harbour_app: Flask, visitor: Visitor
) -> None:
    places = (a_reference(fact="berths"), a_reference(fact="opening", paragraphs=(7,)))
    look = Look("differs", "The two count otherwise.", ("The harbour holds 90 boats.",), places)
    quiz = given_quiz(harbour_app, LEARNER, [a_question(second_look=(look,))])
    visitor.answer(f"{quiz}/1", "1")
    page = visitor.get(f"{quiz}/1")
    assert "In its source: the harbour report · all sources compared" in words_of(page)
    assert page.text.count('href="/sources/harbour/gazette#fact-berths"') == 1
    assert 'href="/compare/harbour"' in page.text


def test_a_note_says_once_that_its_source_names_neither_outlet_nor_title_nor_author(
    harbour_app: Flask, visitor: Visitor
) -> None:
    ruling = a_reference(outlet="", title="", author="", date="3 May 1998")
    quiz = given_quiz(harbour_app, LEARNER, [a_question(citations=(ruling,))])
    visitor.answer(f"{quiz}/1", "1")
    page = words_of(visitor.get(f"{quiz}/1"))
    assert "Outlet, title and author not stated · 3 May 1998" in page


def test_second_looks_beyond_two_are_folded(harbour_app: Flask, visitor: Visitor) -> None:
    looks = tuple(
        Look("differs", f"Count {n}.", (f"It holds {n} boats.",), (a_reference(),)) for n in range(4)
    )
    quiz = given_quiz(harbour_app, LEARNER, [a_question(second_look=looks)])
    visitor.answer(f"{quiz}/1", "1")
    open_part, folded = visitor.get(f"{quiz}/1").text.split("2 more second looks")
    assert [f"Count {n}." in open_part for n in range(4)] == [True, True, False, False]
    assert [f"Count {n}." in folded for n in range(4)] == [False, False, True, True]


@pytest.fixture
def order(harbour_app: Flask) -> str:
    """A quiz of one question: three events to put in order."""
    return given_quiz(harbour_app, LEARNER, [an_order_question()])


def test_an_order_is_asked_by_a_labelled_list_of_places_for_each_item(visitor: Visitor, order: str) -> None:
    page = visitor.get(f"{order}/1").text
    assert [page.count(f'<label for="place-{n}">') for n in range(4)] == [1, 1, 1, 0]
    assert page.count('<select name="answer"') == 3
    assert page.count('<option value="3">') == 3


def test_a_place_given_twice_is_no_answer_and_what_was_chosen_stays(visitor: Visitor, order: str) -> None:
    reply = visitor.answer(f"{order}/1", "2", "2", "")
    assert reply.status_code == 422
    assert "Some items have no place yet" in words_of(reply)
    assert reply.text.count('<option value="2" selected>') == 2
    assert "Place 2 is given twice" in words_of(visitor.answer(f"{order}/1", "2", "2", "1"))


def test_an_answered_order_shows_the_right_one_and_the_swapped_pairs(visitor: Visitor, order: str) -> None:
    visitor.answer(f"{order}/1", "2", "1", "3")
    for path in ("/1", "/results"):
        words = words_of(visitor.get(order + path))
        assert "Partly right" in words
        assert "B The pier was built Your place too" in words
        assert "A The ferry sailed You put it at 2" in words
        assert "In the right order: C before A." in words


@pytest.fixture
def pairs(harbour_app: Flask) -> str:
    """A quiz of one question: three statements with gaps to match with four years."""
    return given_quiz(harbour_app, LEARNER, [a_match_question()])


def test_a_match_is_asked_by_a_labelled_list_of_choices_for_each_prompt(visitor: Visitor, pairs: str) -> None:
    page = visitor.get(f"{pairs}/1").text
    assert [page.count(f'<label for="match-{n}">') for n in range(4)] == [1, 1, 1, 0]
    assert page.count('<option value="3">1931</option>') == 3
    assert "A The ferry sailed in _____" in words_of(visitor.get(f"{pairs}/1"))


def test_a_match_with_a_blank_is_no_answer_and_what_was_chosen_stays(visitor: Visitor, pairs: str) -> None:
    reply = visitor.answer(f"{pairs}/1", "1", "", "1")
    assert reply.status_code == 422
    assert "No match yet for B: choose one for every item." in words_of(reply)
    assert reply.text.count('<option value="1" selected>') == 2


def test_an_answered_match_shows_every_pair_and_what_was_chosen(visitor: Visitor, pairs: str) -> None:
    visitor.answer(f"{pairs}/1", "1", "3", "2")
    for path in ("/1", "/results"):
        words = words_of(visitor.get(pairs + path))
        assert "Partly right" in words
        assert re.search(r"A The ferry sailed in _____ — 1905\d Your match too\.", words)
        assert re.search(r"B The pier was built in _____ — 1901\d You chose: 1931\.", words)
        assert "2 of 3 pairs right; not B." in words
        assert "Left over: “1931”. The mole was built in 1931." in words


def test_a_quote_of_two_lines_is_shown_as_two(harbour_app: Flask, visitor: Visitor) -> None:
    quiz = given_quiz(harbour_app, LEARNER, [a_question(quote="One says this.\nThe other says that.")])
    page = visitor.get(f"{quiz}/1").text
    assert "<p>One says this.</p><p>The other says that.</p>" in page
