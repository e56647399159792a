"""Every wrong option can say, in full, why it is wrong and what was searched for a reason against that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.facts.pack import Pack
from quizapp.facts.reading import read_pack
from quizapp.generation.bank import bank
from quizapp.generation.proofs import FIXED, Proof, proof_of
from quizapp.generation.question import Option, Question
from tests.any_pack import packs
from tests.generation.making import made
from tests.pack_builders import (
    BRIDGES,
    a_bridge,
    a_design,
    a_duty,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_painting,
    cited,
)

PACKS = Path(__file__).parents[2] / "questions"


def wrong(pack: Pack) -> Iterator[tuple[Question, Option]]:
    for question in bank(pack, "s"):
        for option in question.options:
            if not option.correct:
                yield question, option


def proofs(pack: Pack, kind: str) -> dict[str, Proof]:
    return {
        option.text: proof_of(pack, question, option)
        for question in reversed(made(kind, pack))
        for option in question.options
        if not option.correct
    }


def holds(pack: Pack, question: Question, option: Option) -> None:
    proof = proof_of(pack, question, option)
    assert proof.rule, (question, option)
    assert proof.sources, (question, option)
    assert set(question.facts) & set(proof.searched), (question, option)
    assert proof.lender in (*pack.facts, "computed", FIXED)


@pytest.mark.parametrize("name", sorted(path.parent.name for path in PACKS.glob("*/pack.toml")))
def test_every_wrong_option_of_a_shipped_pack_has_a_proof(name: str) -> None:
    pack = read_pack(PACKS / name)
    for question, option in wrong(pack):
        holds(pack, question, option)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_every_wrong_option_of_any_pack_has_a_proof(pack: Pack) -> None:
    for question, option in wrong(pack):
        holds(pack, question, option)


def test_a_proof_names_the_rule_the_given_slots_the_lender_and_what_was_searched() -> None:
    facts = [a_design("a", "old", "penn"), a_design("b", "new", "holt", cites=cited("courier"))]
    other = a_design("other", "old", "marsh", cites=cited("mirror"))
    pack = a_pack(*facts, a_design("c", "mill", "stone"), other)
    proof = proofs(pack, "value")["Ben Holt"]
    assert (proof.relation, proof.slot, proof.rule) == ("designed", "who", "determined by bridge")
    assert proof.given == (("bridge", "Old Bridge"),)
    assert proof.lender == "b"
    assert proof.searched == ("a", "other", "b")
    assert proof.sources == ("herald", "mirror", "courier")


def test_a_computed_option_says_so_and_the_linked_facts_were_searched() -> None:
    facts = [a_length("a", "old", 420), a_length("b", "new", 77, cites=cited("courier"), asks=[])]
    found = proofs(a_pack(*facts, link=[a_link("qualifies", "a", "b")]), "value")
    assert {proof.lender for proof in found.values()} == {"computed"}
    assert all(proof.searched == ("a", "b") for proof in found.values())


def test_a_fixed_label_is_no_fact_s() -> None:
    assert {proof.lender for proof in proofs(a_full_pack(), "verdict").values()} == {FIXED}


def test_the_source_of_a_which_source_option_was_read() -> None:
    bridges = [a_bridge(name) for name in BRIDGES]
    pack = a_pack(a_length("a", "old", 120), a_length("b", "new", 77, cites=cited("courier")), entity=bridges)
    found = proofs(pack, "which-source")
    assert "courier" in found["Town Courier, 2019"].sources
    assert "b" in found["Town Courier, 2019"].searched


def test_a_proof_goes_into_a_line() -> None:
    line = proofs(a_full_pack(), "value")["Ben Holt"].words
    assert line.startswith("designed.who: determined by bridge (bridge = ")
    assert "; lent by new-design; searched " in line


def test_a_right_option_has_no_proof() -> None:
    pack = a_full_pack()
    question = next(question for question in bank(pack, "s") if question.options)
    right = next(option for option in question.options if option.correct)
    with pytest.raises(ValueError, match="is right"):
        proof_of(pack, question, right)


def test_what_fills_no_gap_is_proven_by_the_fact_that_fills_it_otherwise() -> None:
    duties = [
        a_duty(n, n, f"the {who}’s") for n, who in (("old", "town"), ("new", "town"), ("mill", "county"))
    ]
    duties.append(a_duty("king", "king", "the state’s"))
    found = proofs(a_pack(*duties), "select-all")
    assert (found["King Bridge"].lender, "king" in found["King Bridge"].searched) == ("king", True)


def test_what_a_source_does_not_list_may_be_lent_by_a_fact_of_another_relation() -> None:
    facts = [a_painting("old", "old"), a_painting("new", "new")]
    lenders = [a_duty("mill", "mill", "the town’s"), a_duty("king", "king", "the town’s")]
    found = proofs(a_pack(*facts, *lenders), "select-all")
    assert found["Mill Bridge"].relation == "painted"
    assert found["Mill Bridge"].lender == "mill"
