"""What a bank covers, and which of its questions are items of their own."""

from __future__ import annotations

from dataclasses import replace

from quizapp.generation.bank import bank
from quizapp.quality.coverage import COUNTED, coverage, distinct, repeated, skills, uncovered
from tests.builders import a_number_question, a_question
from tests.pack_builders import a_fact, a_length, a_pack, an_opening


def test_a_fact_is_covered_by_the_kinds_that_ask_it() -> None:
    pack = a_pack(a_fact(), a_length("new-length", "new", 640))
    bank = [a_question(kind=kind, facts=("old-length",)) for kind in ("value", "number", "verdict")]
    found = coverage(pack, bank)
    assert (found.facts, found.once, found.thrice) == (2, 1, 1)
    assert (found.share_once, found.share_thrice) == (0.5, 0.5)
    assert uncovered(pack, bank) == ["new-length"]


def test_every_skill_is_counted_with_none_too() -> None:
    counts = skills([a_question(skill="S3"), a_question(skill="S3"), a_question(skill="S10")])
    assert list(counts) == [f"S{n}" for n in range(1, 11)]
    assert (counts["S3"], counts["S10"], counts["S1"]) == (2, 1, 0)


def test_a_new_seed_alone_makes_no_item() -> None:
    pack = a_pack(a_fact(), an_opening("old-opened", "old", "1954"))
    numbers = [q for seed in "abc" for q in bank(pack, seed) if q.kind == "number"]
    assert len(numbers) == 3
    assert distinct(numbers) == 1


def test_options_in_another_order_make_no_item_and_other_options_do() -> None:
    question = a_question()
    turned = replace(question, options=question.options[::-1])
    other = replace(question, options=(*question.options[:2], replace(question.options[2], text="2001")))
    assert distinct([question, turned]) == 1
    assert distinct([question, turned, other]) == 2


def test_a_statement_judged_true_and_false_is_one_item() -> None:
    assert distinct([a_question(quote="It is old."), a_question(quote="It is new.")]) == 1


def test_five_items_of_one_fact_slot_and_kind_are_counted_at_most() -> None:
    asked = [a_question(stem=f"{number}: how long is it?") for number in range(9)]
    assert distinct(asked) == COUNTED
    assert distinct([*asked, a_number_question()]) == COUNTED + 1


def test_what_shows_the_same_words_is_repeated() -> None:
    assert repeated([a_question(), a_question(facts=("other",)), a_question(stem="Another?")]) == 1
