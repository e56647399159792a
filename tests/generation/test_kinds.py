"""Each kind of question: what it makes, and what it refuses to make. Here: values, figures, verdicts."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.assessment.forms import Number, Text
from quizapp.facts.model import GAP
from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS
from tests.generation.making import JUDGED, facts_of, key, made
from tests.pack_builders import (
    LENGTH,
    PAINTED,
    a_count,
    a_design,
    a_fact,
    a_full_pack,
    a_length,
    a_pack,
    a_painting,
    an_opening,
    cited,
)


@pytest.mark.parametrize("kind", [kind.NAME for kind in KINDS])
def test_every_kind_makes_questions_of_its_own_name(kind: str) -> None:
    found = made(kind, a_full_pack())
    assert found
    assert {question.kind for question in found} == {kind}
    assert {question.seed for question in found} == {"s"}


@pytest.mark.parametrize("kind", [kind.NAME for kind in KINDS])
def test_no_kind_asks_what_is_not_to_be_asked(kind: str) -> None:
    facts = [
        fact | {"not_asked": "Loose."} for fact in (*JUDGED, a_painting("p", "old"), a_painting("q", "new"))
    ]
    assert made(kind, a_pack(*facts)) == []


def test_every_kind_has_a_name_a_title_and_a_sentence_on_what_it_trains() -> None:
    assert len({kind.NAME for kind in KINDS}) == len(KINDS) == 16
    assert all(kind.TITLE and kind.TRAINS.endswith(".") for kind in KINDS)


def test_value_asks_each_slot_that_is_asked_with_its_key_in_its_place() -> None:
    found = made("value", a_full_pack())
    asked = {(question.facts[0], question.slot) for question in found}
    assert {("old-length", "metres"), ("old-length", "bridge"), ("new-opened", "when")} <= asked
    assert ("old-fee", "fee") not in asked
    assert all(len(question.options) == 3 and key(question) == question.answer for question in found)


def test_value_says_of_each_wrong_option_where_it_comes_from() -> None:
    for question in made("value", a_full_pack()):
        for option in question.options:
            lent = not option.correct and option.origin == "from-fact"
            assert ("another statement" in option.feedback) == lent
            assert ("computed near" in option.feedback) == (option.origin == "computed")
            assert (option.citations[0].fact != question.facts[0]) == lent


def test_value_puts_figures_and_dates_in_ascending_order() -> None:
    for question in made("value", a_full_pack()):
        if question.facts[0] == "old-opened":
            years = [int(option.text) for option in question.options]
            assert years == sorted(years)


def test_value_makes_nothing_where_too_little_is_provably_false() -> None:
    assert made("value", a_pack(a_design("a", "old", "penn"), a_design("b", "new", "holt"))) == []
    open_world = LENGTH | {"determines": [], "closed_in": []}
    assert made("value", a_pack(a_fact(), relation=[open_world])) == []


def test_number_types_every_figure_that_is_asked_even_if_nothing_is_provably_false() -> None:
    found = made("number", a_full_pack())
    assert "old-fee" in facts_of(found)
    forms = {question.facts[0]: question.form for question in found}
    assert forms["old-fee"] == Number("about $3", "$")


def test_number_shows_a_measure_always_and_what_is_counted_where_the_question_names_it() -> None:
    shown = a_count("c", "old", "2011", 2500)
    silent = shown | {"id": "d", "ask": {"count": "how busy was {bridge} in {when}?"}}
    forms = [question.form for question in made("number", a_pack(a_fact(), shown, silent))]
    assert forms == [Number("120 metres", "metres"), Number("2,500", "vehicles"), Number("2,500", "")]


def test_number_leaves_names_and_dates_alone() -> None:
    assert made("number", a_pack(a_design("a", "old", "penn"), an_opening("b", "old", "1954"))) == []


def test_cloze_hides_the_asked_slot_and_knows_other_names_as_rivals() -> None:
    found = {(question.facts[0], question.slot): question for question in made("cloze", a_full_pack())}
    who = found["old-design", "who"]
    assert who.quote == f"{GAP} designed Old Bridge."
    assert isinstance(who.form, Text)
    assert who.form.accepted == ("Ada Penn",)
    assert set(who.form.rivals) == {"Ben Holt", "Eva Marsh", "Tom Stone"}
    assert found["old-opened", "when"].form == Text(("1954",))


def test_cloze_takes_a_date_in_words_and_in_digits() -> None:
    (question,) = made("cloze", a_pack(an_opening("a", "old", "1931-05")))
    assert question.form == Text(("May 1931", "1931-05"))


def test_cloze_refuses_a_gap_whose_filler_stands_beside_it() -> None:
    says = "{who} designed {bridge}, the work of Ada Penn"
    assert made("cloze", a_pack(a_design("a", "old", "penn", says=says))) == []


def test_cloze_refuses_a_gap_that_the_source_fills_in_another_way_too() -> None:
    assert len(made("cloze", a_pack(a_painting("p", "old")))) == 1
    assert made("cloze", a_pack(a_painting("p", "old"), a_painting("q", "mill"))) == []
    elsewhere = a_painting("q", "mill", cites=cited("courier"))
    assert facts_of(made("cloze", a_pack(a_painting("p", "old"), elsewhere))) == ["p", "q"]


def test_cloze_refuses_figures_and_dates_said_in_other_words() -> None:
    opened = an_opening("a", "old", "1954")
    opened["slots"]["when"] = {"value": "1954", "shows": "the year of the flood"}
    assert made("cloze", a_pack(a_fact(), opened)) == []


def test_verdict_never_judges_opinions_or_predictions() -> None:
    assert set(facts_of(made("verdict", a_pack(*JUDGED)))) == {"old-length"}


def test_verdict_makes_as_many_true_statements_as_false_ones() -> None:
    found = made("verdict", a_full_pack())
    pairs = Counter((question.facts, question.slot) for question in found)
    assert set(pairs.values()) == {2}
    assert Counter(key(question).startswith("Supported") for question in found) == {
        True: len(pairs), False: len(pairs)
    }  # fmt: skip


def test_verdict_changes_one_slot_of_the_statement() -> None:
    true, false = made("verdict", a_pack(a_fact()))
    assert true.quote == "Old Bridge is 120 metres long."
    assert false.quote.startswith("Old Bridge is ")
    assert false.quote != true.quote
    assert (true.stem, true.slot) == (false.stem, false.slot)
    assert key(false) == "Contradicted by the source"


def test_verdict_leaves_out_segments_that_would_betray_the_change_but_not_the_one_that_is_changed() -> None:
    aside, within = "{bridge} is {metres} long[, said the town]", "{bridge} is long[: {metres}]"
    (true, _), (_, false) = (made("verdict", a_pack(a_fact(says=says))) for says in (aside, within))
    assert true.quote == "Old Bridge is 120 metres long."
    assert false.quote.startswith("Old Bridge is long: ")
    assert "120" not in false.quote


def painted(*, closed: list[str], elsewhere: str = "courier") -> Pack:
    """Two bridges painted, and a third that only another source mentions."""
    facts = [
        a_painting("p", "old"),
        a_painting("q", "mill"),
        a_length("other", "foot", 17, cites=cited(elsewhere)),
    ]
    return a_pack(*facts, relation=[PAINTED | {"closed_in": closed}, LENGTH])


def test_verdict_says_not_found_only_where_the_relation_is_closed() -> None:
    closed = [
        question for question in made("verdict", painted(closed=["herald"])) if question.slot == "bridge"
    ]
    assert {key(question) for question in closed} == {"Supported by the source", "Not found in the source"}
    assert {question.quote for question in closed if "Not found" in key(question)} == {
        "Foot Bridge was painted."
    }
    assert [q for q in made("verdict", painted(closed=[])) if q.facts[0] != "other"] == []


def test_verdict_says_not_found_only_of_what_the_source_never_mentions() -> None:
    found = made("verdict", painted(closed=["herald"], elsewhere="herald"))
    assert [question for question in found if question.slot == "bridge"] == []
