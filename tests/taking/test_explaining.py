from __future__ import annotations

from datetime import UTC, datetime

import pytest

from quizapp.generation.question import Question
from quizapp.store.attempts import Response
from quizapp.taking.explaining import Explained, explain, verdict_for
from quizapp.taking.notes import NoteBook
from quizapp.taking.queries import Item, Progress
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_select_question,
    an_order_question,
)


def explained(question: Question, *answer: str, credit: float = 0.0) -> Explained:
    response = Response(answer=list(answer), credit=credit, answered_at=datetime.now(UTC))
    return explain(Item(1, question, response), NoteBook({}))


@pytest.mark.parametrize(
    ("credit", "verdict"), [(1, "right"), (0.999, "partly right"), (0.01, "partly right"), (0, "wrong")]
)
def test_the_verdict_follows_from_the_stored_credit(credit: float, verdict: str) -> None:
    assert verdict_for(credit) == verdict


def test_an_open_question_is_not_explained() -> None:
    with pytest.raises(ValueError, match="no answer yet"):
        explain(Item(1, a_question(), None), NoteBook({}))


def test_chosen_options_are_told_apart_from_the_others() -> None:
    told = explained(a_select_question(), "0", "1", credit=0.0)
    assert [remark.text for remark in told.on_yours] == ["A lighthouse", "A car park"]
    assert [remark.text for remark in told.others] == ["A cinema", "A crane"]


def test_each_remark_carries_the_notes_of_its_proof() -> None:
    told = explained(a_question(), "0")
    assert (told.marks, told.on_yours[0].marks, [note.number for note in told.notes]) == ((1,), (2,), [1, 2])


def test_an_order_is_explained_from_its_first_item_with_the_place_each_was_given() -> None:
    told = explained(an_order_question(), "1", "2", "3")
    assert [(one.letter, one.given, one.remark.text) for one in told.placings] == [
        ("B", 2, "The pier was built"),
        ("C", 3, "The light was lit"),
        ("A", 1, "The ferry sailed"),
    ]
    assert [one.is_right(place) for place, one in enumerate(told.placings, 1)] == [False, False, False]


def test_a_match_is_explained_prompt_by_prompt_with_the_right_choice_and_the_given_one() -> None:
    told = explained(a_match_question(), "1", "1", "3")
    assert [(one.letter, one.given, one.right.text, one.is_right) for one in told.matched] == [
        ("A", "1905", "1905", True),
        ("B", "1905", "1901", False),
        ("C", "1931", "1912", False),
    ]


def test_a_choice_given_twice_is_remarked_on_once() -> None:
    assert [one.text for one in explained(a_match_question(), "1", "1", "3").on_yours] == ["1905", "1931"]


def test_other_forms_have_no_placings_and_no_pairs() -> None:
    told = explained(a_select_question(), "0")
    assert (told.placings, told.matched) == ((), ())


def test_typed_answers_have_no_options_to_remark_on() -> None:
    told = explained(a_number_question(), "about 100")
    assert (told.yours, told.on_yours, told.others) == (("about 100",), (), ())


def test_a_note_on_the_mark_is_left_out_when_marking_has_changed_since() -> None:
    assert explained(a_select_question(), "0", credit=0.5).note
    assert not explained(a_select_question(), "0", credit=1.0).note


def test_an_answer_that_no_longer_parses_is_shown_as_it_was_sent() -> None:
    assert explained(a_question(), "9").yours == ("9",)


@pytest.mark.parametrize(("after", "following"), [(0, 2), (2, 4), (4, 2)])
def test_the_next_open_question_comes_round_again(after: int, following: int) -> None:
    assert Progress((1.0, None, 0.0, None)).next_open(after) == following


def test_a_finished_attempt_has_no_next_question() -> None:
    progress = Progress((1.0, 0.0))
    assert (progress.next_open(), progress.answered, progress.total) == (None, 2, 2)
