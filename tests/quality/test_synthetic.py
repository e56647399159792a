"""The synthetic pack is a sound pack, the same each time, and gives every kind its questions."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.facts.checking import check
from quizapp.facts.texts import prove
from quizapp.generation.bank import KINDS, bank
from quizapp.generation.question import Question
from quizapp.quality.proving import FOUND_FROM, found, known_paragraphs, measure
from quizapp.quality.synthetic import Synthetic, synthesise


@pytest.fixture(scope="module")
def small() -> Synthetic:
    return synthesise(500)


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return bank(synthesise(220).pack, "s")


def test_holds_as_many_facts_as_were_asked_for(small: Synthetic) -> None:
    assert [len(small.pack.facts), len(synthesise(37).pack.facts)] == [500, 37]


def test_a_check_of_the_pack_finds_nothing(small: Synthetic) -> None:
    assert check(small.pack) == []


def test_the_texts_prove_every_citation(small: Synthetic) -> None:
    assert prove(small.pack, small.texts) == []


def test_the_same_seed_gives_the_same_pack_and_texts(small: Synthetic) -> None:
    again = synthesise(500)
    assert (again.pack.hash, again.texts) == (small.pack.hash, small.texts)


def test_another_seed_gives_other_facts(small: Synthetic) -> None:
    assert synthesise(500, "2").pack.hash != small.pack.hash


def test_no_text_tells_a_fact_in_our_words(small: Synthetic) -> None:
    text = "\n".join(small.texts.values())
    assert not [fact.id for fact in small.pack.facts.values() if fact.clause() in text]


def test_no_two_entities_share_a_name(small: Synthetic) -> None:
    names = Counter(name for entity in small.pack.entities.values() for name in entity.names)
    assert names.most_common(1)[0][1] == 1


@pytest.mark.parametrize("kind", [kind.NAME for kind in KINDS])
def test_every_kind_draws_on_it(questions: tuple[Question, ...], kind: str) -> None:
    assert any(question.kind == kind for question in questions)


def test_a_reader_finds_the_answers_in_the_cited_paragraphs_and_not_without(
    questions: tuple[Question, ...],
) -> None:
    synthetic = synthesise(220)
    known = known_paragraphs(synthetic.pack, synthetic.texts.values())
    rows = measure(synthetic.pack, questions, known, "s")
    assert found(rows) >= FOUND_FROM
    assert not any(row.none for row in rows)
