"""The bank, and the forms dealt from it."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.generation.assembly import Form
from quizapp.generation.bank import KINDS, bank, deal, deal_again, deal_form
from quizapp.generation.cueing import cues, gives_away
from quizapp.generation.rules.lint import flaws
from tests.pack_builders import (
    a_design,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_position,
    cited,
    full_tables,
)

SEEDS = [str(seed) for seed in range(12)]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_questions_of_a_form_share_a_fact_or_give_one_away(seed: str) -> None:
    pack = a_full_pack()
    form = deal(pack, seed, 12)
    facts = [name for question in form for name in question.facts]
    assert len(facts) == len(set(facts))
    assert cues(pack, form) == []


def test_facts_that_agree_or_say_the_same_never_meet_in_a_form() -> None:
    same = [a_length("a", "old", 120), a_length("b", "old", 120, cites=cited("courier"))]
    link = a_link("agrees", "c", "d")
    pack = a_pack(*same, a_length("c", "new", 640), a_length("d", "mill", 44), link=[link])
    assert gives_away(pack, ["a"]) == {"a", "b"}
    assert gives_away(pack, ["c"]) == {"c", "d"}
    for seed in SEEDS:
        asked = {name for question in deal(pack, seed, 9) for name in question.facts}
        assert not {"a", "b"} <= asked
        assert not {"c", "d"} <= asked


def test_kinds_take_turns() -> None:
    for seed in SEEDS:
        kinds = Counter(question.kind for question in deal(a_full_pack(), seed, 6))
        assert len(kinds) >= 5


def test_topics_are_mixed() -> None:
    for seed in SEEDS:
        topics = Counter(question.topic for question in deal(a_full_pack(), seed, 8))
        assert min(topics["building"], topics["care"]) >= 2


def test_other_seeds_deal_other_forms_and_the_same_seed_the_same() -> None:
    forms = [deal(a_full_pack(), seed, 6) for seed in SEEDS]
    assert len({tuple(question.id for question in form) for form in forms}) >= 10
    assert deal(a_full_pack(), "0", 6) == forms[0]


def test_what_is_dealt_is_in_the_bank() -> None:
    questions = set(bank(a_full_pack(), "s"))
    assert set(deal(a_full_pack(), "s", 9)) <= questions


def test_a_form_is_of_the_topics_and_kinds_that_are_named() -> None:
    pack = a_full_pack()
    assert {question.topic for question in deal(pack, "s", 5, ["care"])} == {"care"}
    assert {question.kind for question in deal_form(pack, "s", 4, (), ["cloze"]).questions} == {"cloze"}
    assert deal(pack, "s", 5, ["nothing"]) == ()


def test_a_form_says_by_how_many_it_falls_short() -> None:
    pack = a_pack(a_length("a", "old", 120))
    form = deal_form(pack, "s", 10)
    assert len(form.questions) == 1
    assert form.short_by == 9
    assert deal_form(a_full_pack(), "s", 5).short_by == 0
    assert Form((), 0).short_by == 0


def test_asking_for_nothing_deals_nothing() -> None:
    assert deal(a_full_pack(), "s", 0) == ()


def test_a_pack_without_facts_that_may_be_asked_gives_an_empty_bank() -> None:
    pack = a_pack(a_length("a", "old", 120, not_asked="Loose."))
    assert bank(pack, "s") == ()
    assert deal(pack, "s", 5) == ()


def test_the_bank_is_in_the_order_of_kinds_and_facts() -> None:
    pack = a_full_pack()
    kinds = [kind.NAME for kind in KINDS]
    order = [kinds.index(question.kind) for question in bank(pack, "s")]
    assert order == sorted(order)
    facts = [
        list(pack.facts).index(question.facts[0]) for question in bank(pack, "s") if question.kind == "value"
    ]
    assert facts == sorted(facts)


def test_a_flawed_question_is_left_out_of_the_bank() -> None:
    entries = full_tables()
    entries["source"][0]["name"] = "the Herald of the whole town and its seven bridges, 2019"
    which = bank(a_full_pack(source=entries["source"]), "s")
    assert all(flaws(question) == [] for question in which)
    shown = {
        option.text for question in which if question.kind == "which-source" for option in question.options
    }
    assert entries["source"][0]["name"] not in shown


def test_dealing_again_asks_each_of_the_facts_once() -> None:
    pack = a_full_pack()
    wanted = ["old-length", "penn-fine", "old-fee", "gone-since"]
    again = deal_again(pack, "s", wanted)
    assert Counter(name for question in again for name in question.facts if name in wanted) == {
        "old-length": 1, "penn-fine": 1, "old-fee": 1
    }  # fmt: skip
    assert deal_again(pack, "s", wanted) == again
    assert deal_again(pack, "s", []) == ()


def test_what_no_question_asks_is_not_dealt_again() -> None:
    pack = a_pack(a_position("own", "opinion", None, "it is grand", cites=cited("herald", 4)), relation=[
        {"id": "statement", "about": "x"}])  # fmt: skip
    assert deal_again(pack, "s", ["own"]) == ()


def test_links_and_lenders_count_as_shown() -> None:
    pack = a_pack(a_design("a", "old", "penn"), a_design("b", "new", "holt"), a_design("c", "mill", "marsh"))
    (first,) = (
        question for question in bank(pack, "s") if question.kind == "value" and question.facts == ("a",)
    )
    assert set(first.shows) == {"a", "b", "c"}
