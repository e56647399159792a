"""Wrong ideas, over hand-made gradebooks: counted, pooled, and put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.classroom.gradebook import AssignedItem, Given, Gradebook, Sat
from quizapp.classroom.results.known import Known, known_value
from quizapp.classroom.results.mistakes import Mistake, mistakes
from quizapp.classroom.results.slips import Slip
from quizapp.classroom.results.telling import came_from, reason, told, truth
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.values import QuantityValue
from quizapp.generation.question import Question
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_reference,
    a_select_question,
    a_shown_fact,
    a_shown_pack,
    an_explanation,
    an_option,
    an_order_question,
)

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def an_item(question: Question, number: int = 1, **changes: Any) -> AssignedItem:
    given = {"standing": "counts", "accepted": (), "places": {0: number}}
    return AssignedItem(number, question, **(given | changes))


def a_book(items: Sequence[AssignedItem], *answers: Mapping[int, Sequence[str]], **changes: Any) -> Gradebook:
    """A sitting for each mapping of item ids to answers, all first ones, all over."""
    known = {item.id: item.question for item in items}
    sittings = []
    for number, mine in enumerate(answers, start=1):
        found = {item: given(known[item], raw) for item, raw in mine.items()}
        sat = Sat(number, number, f"Learner {number}", 0, 1, NOON, NOON, True, found)
        sittings.append(replace(sat, **changes))
    return Gradebook(tuple(items), (), tuple(sittings))


def given(question: Question, raw: Sequence[str], certainty: int | None = None) -> Given:
    answer = parse(question.form, raw)
    assert isinstance(answer, Answer)
    return Given(1, answer.raw, grade(question.form, answer).credit, certainty, NOON)


def counts(found: Sequence[Mistake]) -> list[tuple[int, int, int]]:
    return [(one.had, one.answered, one.blank) for one in found]


def test_wrong_options_are_counted_the_commonest_first_and_blanks_apart() -> None:
    book = a_book([an_item(a_question())], {1: ["2"]}, {1: ["0"]}, {1: ["0"]}, {1: ["1"]}, {})
    found = mistakes(book, None)
    assert counts(found) == [(2, 4, 1), (1, 4, 1)]
    assert [one.slip.option for one in found] == [0, 2]
    assert found[0].share is None


def test_a_share_is_told_from_ten_answers_on() -> None:
    book = a_book([an_item(a_question())], *[{1: ["0"]}] * 4, *[{1: ["1"]}] * 6)
    assert mistakes(book, None)[0].share == Fraction(4, 10)


def test_the_value_of_one_fact_is_one_idea_in_whatever_question_it_was_chosen() -> None:
    lure = an_option("1989", citations=(a_reference(fact="first-plan"),))
    first = an_item(a_question(options=(lure, an_option("1998", correct=True), an_option("2001"))), 1)
    second = an_item(
        a_question(options=(an_option("1970"), an_option("1998", correct=True), lure)), 2, places={1: 1}
    )
    book = a_book([first, second], {1: ["0"]}, {1: ["1"]})
    (other,) = a_book([first, second], {2: ["2"]}, form=1).sittings
    both = Gradebook(book.items, (), (*book.sittings, replace(other, id=3)))
    assert counts(mistakes(both, None)) == [(2, 3, 0)]
    assert mistakes(both, None)[0].questions == 2


def test_whoever_could_have_had_an_idea_is_counted_among_those_who_might() -> None:
    lure = an_option("1989", citations=(a_reference(fact="first-plan"),))
    first = an_item(a_question(options=(lure, an_option("1998", correct=True), an_option("2001"))), 1)
    second = an_item(
        a_question(options=(an_option("1970"), an_option("1998", correct=True), lure)), 2, places={1: 1}
    )
    without = an_item(
        a_question(options=(an_option("1970"), an_option("1998", correct=True), an_option("2001"))), 2
    )
    one_had_it = a_book([first, second], {1: ["0"]})
    right_in_the_other = a_book([first, second], {2: ["1"]}, form=1).sittings[0]
    book = Gradebook((first, second), (), (*one_had_it.sittings, replace(right_in_the_other, id=2)))
    assert counts(mistakes(book, None)) == [(1, 2, 0)]
    assert mistakes(book, None)[0].questions == 1
    elsewhere = replace(book, items=(first, replace(without, places={1: 1})))
    assert counts(mistakes(elsewhere, None)) == [(1, 1, 0)]


def test_what_one_alone_typed_is_left_out_and_what_two_typed_is_not() -> None:
    book = a_book([an_item(a_number_question())], {1: ["99"]}, {1: ["300"]}, {1: ["300 boats"]})
    found = mistakes(book, None)
    assert [(one.had, one.written) for one in found] == [(2, "300")]


def test_dropped_questions_and_accepted_answers_are_no_misconceptions() -> None:
    question = a_question()
    assert not mistakes(a_book([an_item(question, standing="dropped")], {1: ["0"]}), None)
    book = a_book([an_item(question)], {1: ["0"]})
    accepted = Given(1, ("0",), Fraction(1), None, NOON)
    mended = Gradebook(book.items, (), (Sat(1, 1, "A", 0, 1, NOON, NOON, True, {1: accepted}),))
    assert not mistakes(mended, None)


def test_who_is_still_at_it_or_tries_again_is_not_counted() -> None:
    assert not mistakes(a_book([an_item(a_question())], {1: ["0"]}, over=False), None)
    assert not mistakes(a_book([an_item(a_question())], {1: ["0"]}, number=2), None)


def test_how_many_were_sure_is_told_where_it_was_asked() -> None:
    sats = [
        Sat(n, n, "A", 0, 1, NOON, NOON, True, {1: given(a_question(), ["0"], certainty)})
        for n, certainty in enumerate((3, 1), start=1)
    ]
    (one,) = mistakes(Gradebook((an_item(a_question()),), (), tuple(sats)), None)
    assert one.sure == 1
    assert mistakes(a_book([an_item(a_question())], {1: ["0"]}), None)[0].sure is None


def a_dated_question() -> Question:
    """How many boats in 2011: 72; 120 is the figure of 2020."""
    lure = an_option(
        "120 boats",
        feedback="This belongs to another statement: In 2020, 120 boats lay here.",
        citations=(
            a_reference(fact="boats-2020", as_of="30 June 2020 (known from elsewhere: the log of 1999)"),
        ),
    )
    return a_question(
        options=(lure, an_option("72 boats", correct=True), an_option("64 boats", origin="computed")),
        answer="72 boats",
        explanation=an_explanation(statement="In 2011, 72 boats lay here."),
        citations=(a_reference(fact="boats-2011", as_of="2011"),),
    )


def test_a_figure_of_another_year_is_told_by_the_years() -> None:
    question = a_dated_question()
    assert told(question, Slip("chose", 0), "", None) == (
        "took the 2020 figure for the 2011 one: “120 boats” for “72 boats”"
    )
    known = Known("boats-2020", "In 2020, 120 boats lay here.", question.options[0].citations)
    assert told(question, Slip("wrote", typed="120"), "120", known).startswith("took the 2020 figure")


def test_years_that_the_statements_do_not_say_are_not_made_up() -> None:
    question = a_dated_question()
    undated = a_question(
        options=question.options,
        answer="72 boats",
        citations=question.citations,
        explanation=an_explanation(),
    )
    assert told(undated, Slip("chose", 0), "", None) == "chose “120 boats”; the answer is “72 boats”"


def test_a_year_that_is_the_answer_itself_is_not_told_as_a_figure_of_a_year() -> None:
    lure = an_option(
        "1997",
        feedback="This belongs to another statement: The quay opened in 1997.",
        citations=(a_reference(fact="quay", as_of="27 June 1997"),),
    )
    question = a_question(
        options=(lure, an_option("2013", correct=True), an_option("1970")),
        answer="2013",
        explanation=an_explanation(statement="The pier opened in 2013."),
        citations=(a_reference(fact="pier", as_of="7 August 2013"),),
    )
    assert told(question, Slip("chose", 0), "", None) == "chose “1997”; the answer is “2013”"


def test_a_figure_of_another_thing_in_another_year_is_not_told_by_the_years() -> None:
    question = a_dated_question()
    known = Known("crews", "In 2020, 120 crews were hired.", question.options[0].citations)
    words = "wrote “120”, which another statement gives; the answer is “72 boats”"
    assert told(question, Slip("wrote", typed="120"), "120", known) == words


@pytest.mark.parametrize(("typed", "fact"), [("500", "crews"), ("520", None)])
def test_another_fact_gives_a_typed_figure_only_to_the_digit(typed: str, fact: str | None) -> None:
    def boats(words: str) -> QuantityValue:
        quantity = parse_quantity(words)
        assert quantity is not None
        return QuantityValue(quantity, words, words, "boats")

    question = a_number_question(facts=("boats",), slot="count")
    facts = {
        "boats": a_shown_fact(id="boats", slots={"count": boats("120")}),
        "crews": a_shown_fact(id="crews", slots={"count": boats("about 500")}),
    }
    found = known_value(a_shown_pack(facts=facts), question, typed)
    assert (found and found.fact) == fact


def test_a_computed_figure_is_nobodys_statement() -> None:
    question = a_dated_question()
    words = "chose “64 boats”, computed: no source here gives it; the answer is “72 boats”"
    assert told(question, Slip("chose", 2), "", None) == words
    assert came_from(question, Slip("chose", 2), None) == "computed"
    worked_out = a_question(options=(an_option("3", origin="computed", proof="arithmetic: 6 − 2 = 4"),))
    assert told(worked_out, Slip("chose", 0), "", None) == "chose “3”; the answer is “1998”"


def test_each_sort_of_slip_has_its_words() -> None:
    select, match, order = a_select_question(), a_match_question(), an_order_question()
    assert told(select, Slip("ticked", 1), "", None) == "ticked “A car park”, which does not belong"
    assert told(select, Slip("missed", 3), "", None) == "left out “A crane”, which belongs"
    assert (
        told(match, Slip("matched", 3, 1), "", None)
        == "put “1931”, not “1901”, with “The pier was built in _____”"
    )
    assert (
        told(order, Slip("swapped", 0, 1), "", None) == "put “The ferry sailed” before “The pier was built”"
    )
    number = a_number_question()
    assert told(number, Slip("wrote", typed="99"), "99", None) == "wrote “99”; the answer is “120 boats”"


def test_the_truth_of_a_wrong_pair_is_that_of_the_right_one() -> None:
    match = a_match_question()
    assert truth(match, Slip("matched", 3, 1))[0] == "The pier was built in 1901."
    assert reason(match, Slip("matched", 3, 1), "", None) == "The mole was built in 1931."


def test_what_marking_says_to_one_learner_is_not_said_to_a_class() -> None:
    assert reason(a_number_question(), Slip("wrote", typed="1200"), "1200", None) == ""
