"""The places of keys are balanced, and do not stand in long runs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.assessment.forms import Choice
from quizapp.generation.bank import deal, drafts
from quizapp.generation.draws import Draw
from quizapp.generation.ordering import LONGEST_RUN, ordered, runs
from quizapp.generation.pool import Entry
from quizapp.generation.question import Question
from tests.builders import a_number_question, a_question
from tests.pack_builders import a_full_pack

PACK = a_full_pack()


def entries(keys: list[int | None]) -> list[Entry]:
    """One entry for each place of a key; None for a typed answer."""
    questions = [a_number_question() if key is None else a_question(form=Choice(3, key)) for key in keys]
    draft = next(drafts(PACK, "s"))
    return [Entry(place, draft, (), question, True) for place, question in enumerate(questions)]


def order(keys: list[int | None], seed: str = "s") -> tuple[Question, ...]:
    return ordered(entries(keys), Draw(seed))


def test_a_run_is_of_keys_in_one_place_and_a_typed_answer_ends_it() -> None:
    keys = [0, 0, None, 0, 1, 1, 1]
    assert runs([entry.question for entry in entries(keys) if entry.question]) == [2, 1, 3]


@pytest.mark.parametrize("keys", [[0] * 9 + [1] * 3, [2] * 6 + [None], [0] * 3 + [1] * 12, [1, 1, 1]])
def test_no_run_is_longer_than_three_where_it_can_be_helped(keys: list[int | None]) -> None:
    for seed in map(str, range(8)):
        assert max(runs(order(keys, seed))) <= LONGEST_RUN


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([0, 1, 2, None]), max_size=20))
def test_ordering_keeps_every_question(keys: list[int | None]) -> None:
    given = [entry.question for entry in entries(keys)]
    assert Counter(map(repr, order(keys))) == Counter(map(repr, given))


@pytest.mark.parametrize("seed", [str(seed) for seed in range(8)])
def test_keys_stand_in_every_place_about_as_often(seed: str) -> None:
    places = Counter(
        question.form.key
        for question in deal(PACK, seed, 12)
        if isinstance(question.form, Choice) and question.form.options == 3
    )
    assert max(places.values()) - min(places[place] for place in range(3)) <= 3
