from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.assessment.item_flags import Flag
from quizapp.assessment.samples import Estimate, Silent
from quizapp.classroom.access import OwnAssignment
from quizapp.classroom.analysis.drawings import certainty_plot, items_plot, options_plot, scores_plot
from quizapp.classroom.analysis.measuring import analyse
from quizapp.classroom.analysis.pages import ItemsPage, items_page
from quizapp.classroom.analysis.wording import coefficient, flag_words, percent
from quizapp.classroom.gradebook import Gradebook
from quizapp.classroom.plots import Plot
from tests.builders import a_match_question, a_number_question, a_select_question
from tests.classroom.books import a_book, simulated_answers, some_choices
from tests.store.rows import a_class, an_assignment


def page_of(book: Gradebook, **columns: object) -> ItemsPage:
    return items_page(OwnAssignment(an_assignment(**columns), a_class()), book)


def a_simulated_book(learners: int, questions: int = 6, **changes: object) -> Gradebook:
    return a_book([some_choices(questions)], simulated_answers(learners, questions), **changes)  # type: ignore[arg-type]


def test_what_is_dropped_or_full_is_left_out_of_the_items_and_named() -> None:
    book = a_simulated_book(12, standings={2: "dropped", 5: "full"})
    found = analyse(book)
    assert [item.label for item in found.items] == ["1", "3", "4", "6"]
    assert (found.dropped, found.full) == (("2",), ("5",))
    assert found.whole.mean == pytest.approx(sum(float(book.score(sat).share) for sat in book.sittings) / 12)
    notes = page_of(book).notes
    assert notes[0] == "Question 2: dropped, and counts for nothing here."
    assert notes[1].startswith("Question 5: left out, because everybody has full credit for it")


def test_with_every_question_dropped_there_is_a_page_that_says_so() -> None:
    page = page_of(a_simulated_book(40, standings=dict.fromkeys(range(1, 7), "dropped")))
    assert page.items == ()
    assert page.spread.why_none == "no question is measured"
    assert "because it takes 5 questions; 0 are measured." in page.figure_silences[-1]


def test_only_first_attempts_that_are_over_are_measured() -> None:
    assert analyse(a_simulated_book(12, over=False)).whole.n == 0
    book = a_simulated_book(12)
    again = replace(book, sittings=(*book.sittings, *(replace(sat, number=2) for sat in book.sittings)))
    assert analyse(again).whole.n == 12


def test_an_attempt_without_any_answer_is_left_out_and_said_to_be() -> None:
    answers = [*simulated_answers(12, 6), {}]
    found = analyse(a_book([some_choices(6)], answers))
    assert (found.whole.n, found.empty) == (12, 1)
    note = page_of(a_book([some_choices(6)], answers)).notes[0]
    assert note == "First attempts without a single answer, which are left out here: 1."


def test_an_answer_that_the_teacher_accepts_is_a_right_option() -> None:
    item = analyse(a_simulated_book(12, accepted={1: (("2",),)})).items[0]
    assert [option.right for option in item.found.options] == [True, False, True]
    assert item.found.item.chance == pytest.approx(2 / 3)


def test_in_parallel_forms_a_question_is_named_by_the_first_form_it_stands_in() -> None:
    shared, own, other = some_choices(2), some_choices(1, "A "), some_choices(1, "B ")
    found = analyse(a_book([shared + own, other + shared], simulated_answers(64, 3)))
    assert [(item.label, item.found.n) for item in found.items] == [
        ("A1", 64),
        ("A2", 64),
        ("A3", 32),
        ("B1", 32),
    ]
    assert isinstance(found.whole.alpha, Silent)
    assert isinstance(found.items[0].found.discrimination, Estimate)


def test_the_pairs_of_a_match_and_the_ticks_of_a_select_are_counted_one_by_one() -> None:
    quiz = [a_match_question(), a_select_question(), a_number_question()]
    book = a_book([quiz], [{1: ["1", "0", "3"], 2: ["0", "1"], 3: ["120"]}, {2: ["0"]}])
    match, select, number = analyse(book).items
    assert [match.choices[place] for place, option in enumerate(match.found.options) if option.count] == [
        "The ferry sailed in _____ → 1905",
        "The pier was built in _____ → 1901",
        "The light was lit in _____ → 1931",
    ]
    assert [option.count for option in select.found.options] == [2, 1, 0, 0]
    assert (number.found.options, number.found.item.chance, number.found.blank) == ((), 0.0, 1)


def test_below_ten_the_page_has_counts_and_says_why_there_is_no_more() -> None:
    page = page_of(a_simulated_book(9))
    assert not any(figure.told.words for figure in page.figures)
    assert page.figure_silences == (
        "Not told: mean, median, standard deviation, skewness and kurtosis, "
        "because it takes 10 first attempts; there are 9.",
        "Not told: alpha (KR-20), error ratio and standard error, "
        "because it takes 30 first attempts; there are 9.",
    )
    assert page.silences[0] == (
        "Not told: facility and standard deviation of every question, "
        "because it takes 10 first attempts; there are 9."
    )
    assert page.scores.why_none == "it takes 10 first attempts; there are 9"
    assert sum(option.count for option in page.items[0].options) + page.items[0].blank == 9


def test_from_thirty_on_everything_is_told_with_its_plot() -> None:
    page = page_of(a_simulated_book(40))
    assert all(figure.told.words for figure in page.figures)
    assert page.silences == ()
    assert page.scores.plot
    assert page.spread.plot
    assert all(row.drawing for row in page.items)


def test_every_plot_has_a_table_that_says_the_same() -> None:
    found = analyse(a_simulated_book(40, certainty=3))
    assert found.sureness
    scores, spread = scores_plot(found), items_plot(found)
    choices, certain = options_plot(found.items[0]), certainty_plot(found.sureness)
    assert isinstance(scores, Plot)
    assert sum(int(count) for _, count in scores.rows) == 40
    assert isinstance(spread, Plot)
    assert [row[0] for row in spread.rows] == ["1", "2", "3", "4", "5", "6"]
    assert isinstance(choices, Plot)
    assert [row[0] for row in choices.rows] == ["A (key)", "B", "C"]
    assert isinstance(certain, Plot)
    assert [row[0] for row in certain.rows] == ["Not sure", "Fairly sure", "Sure"]
    assert certain.rows[0][1:] == ("0", "not told under 10 answers", "50%")


def test_certainty_has_a_place_where_it_is_asked_and_none_where_it_is_not() -> None:
    assert page_of(a_simulated_book(12)).certainty is None
    asked = page_of(a_simulated_book(1, certainty=2), with_certainty=True).certainty
    assert asked
    assert asked.why_none == "it takes 10 answers at one level of certainty"


def test_figures_have_real_minus_signs_and_no_minus_0() -> None:
    assert (coefficient(-0.204), coefficient(-0.001), percent(-0.71), percent(0.625)) == (
        "−0.20",
        "0.00",
        "−71%",
        "62%",
    )


def test_an_option_that_is_a_quotation_is_not_quoted_twice() -> None:
    item = replace(analyse(a_simulated_book(12)).items[0], choices=("“spin”", "said", "told"))
    assert flag_words(Flag("hardly chosen", 0), item).startswith("Fewer than 1 in 20 chose “spin”:")
