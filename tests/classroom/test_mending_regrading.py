"""What a mending does to stored marks: without a database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.accepting import Rule, mark_by
from quizapp.assessment.forms import AnswerForm, Choice, Text
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.mending.effects import Effect
from quizapp.classroom.mending.regrading import Change, Tried, regrade
from tests.assessment.answering import forms, known_answers

CHOICE = Choice(3, 0)
NAME = Text(("Mayor Lindqvist",), ())
ACCEPT_1 = Change("accept", ("1",))


def tried(raw: str, credit: float = 0.0, number: int = 1, *, final: bool = True) -> Tried:
    return Tried(number, number, (raw,), credit, final)


def test_a_close_try_that_is_accepted_counts_though_the_question_is_still_open() -> None:
    tries = [tried("Lindqvst Major", final=False)]
    after = Change("accept", ("Lindqvst Major",)).after(NAME, Rule())
    assert [(one.credit, one.final) for one in regrade(NAME, tries, Rule(), after)] == [(1, True)]


def test_a_close_try_that_is_accepted_counts_in_place_of_the_one_after_it() -> None:
    tries = [tried("the mayr", final=False), tried("nobody", number=2)]
    after = Change("accept", ("the mayr",)).after(NAME, Rule())
    new = regrade(NAME, tries, Rule(), after)
    assert [(one.credit, one.final) for one in new] == [(1, True), (0, False)]


def test_a_later_try_that_is_right_stays_the_one_that_counts() -> None:
    tries = [tried("the mayr", final=False), tried("Mayor Lindqvist", 1, 2)]
    after = Change("accept", ("the mayr",)).after(NAME, Rule())
    assert list(regrade(NAME, tries, Rule(), after)) == tries


def test_full_credit_leaves_a_question_open_that_has_only_a_close_try() -> None:
    tries = [tried("the mayr", final=False)]
    assert list(regrade(NAME, tries, Rule(), Rule(standing="full"))) == tries


def test_dropping_changes_no_credit_but_takes_back_what_everybody_got() -> None:
    full, dropped = Rule(standing="full"), Rule(standing="dropped")
    assert regrade(CHOICE, [tried("1", 0.25)], Rule(), dropped)[0].credit == 0.25
    assert regrade(CHOICE, [tried("1", 1)], full, dropped)[0].credit == 0


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (ACCEPT_1, Rule(), Rule(accepted=(("1",),))),
        (ACCEPT_1, Rule(accepted=(("1",),)), Rule(accepted=(("1",),))),
        (Change("accept", ("0",)), Rule(), Rule()),
        (Change("accept", ("0",)), Rule(standing="dropped"), Rule()),
        (ACCEPT_1, Rule(standing="dropped"), Rule(accepted=(("1",),))),
        (ACCEPT_1, Rule(standing="full"), Rule(standing="full")),
        (Change("full"), Rule(standing="dropped"), Rule(standing="full")),
        (Change("drop"), Rule(standing="full"), Rule(standing="dropped")),
    ],
)
def test_a_change_that_is_made_twice_or_is_none_leaves_the_rule(
    change: Change, before: Rule, after: Rule
) -> None:
    assert change.after(CHOICE, before) == after
    assert change.after(CHOICE, after) == after


@given(forms(), st.data())
def test_accepting_and_full_credit_lower_no_stored_mark(form: AnswerForm, data: st.DataObject) -> None:
    answers = known_answers(form)
    before = Rule(standing=data.draw(st.sampled_from(["counts", "dropped"])))
    raw = data.draw(answers)
    answer = parse(form, raw)
    assert isinstance(answer, Answer)
    stored = [Tried(1, 1, raw, float(mark_by(before, form, answer).credit), True)]
    change = data.draw(st.sampled_from([Change("full"), Change("accept", data.draw(answers))]))
    new = regrade(form, stored, before, change.after(form, before))
    assert new[0].credit >= stored[0].credit
    assert new[0].final


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (Effect(28, 7, 0, True), "7 of 28 learners gain a point; nobody loses."),
        (Effect(28, 1, 0, False), "1 of 28 learners gains; nobody loses."),
        (Effect(28, 5, 1, False), "5 of 28 learners gain; 1 loses."),
        (Effect(1, 0, 1, False), "1 of 1 learner loses; nobody gains."),
        (Effect(28, 0, 0, False), "Nobody’s mark changes."),
        (Effect(0, 0, 0, False), "Nobody has been asked it yet."),
    ],
)
def test_an_effect_is_told_in_words(effect: Effect, words: str) -> None:
    assert effect.words == words
