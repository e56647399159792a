"""What holds for every question of any valid pack."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from quizapp.assessment.forms import Choice
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, NotAnAnswer
from quizapp.assessment.parsing import parse
from quizapp.assessment.self_test import Raw, self_test
from quizapp.facts.dates import DateSpan
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity, same_quantity
from quizapp.facts.values import DateValue, QuantityValue
from quizapp.generation.bank import bank, deal
from quizapp.generation.cueing import cues
from quizapp.generation.falsity import basis
from quizapp.generation.question import Option, Question, question_from_json
from quizapp.generation.rules.lint import flaws
from tests.any_pack import packs

quickly = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def credit(question: Question, raw: Raw) -> float:
    answer = parse(question.form, raw)
    assert isinstance(answer, Answer), (question, raw)
    return float(grade(question.form, answer).credit)


def wrong_options(question: Question) -> list[Option]:
    return [option for option in question.options if not option.correct]


def asked(pack: Pack, question: Question) -> Fact:
    return pack.facts[question.facts[0]]


def kinds_of(pack: Pack, *kinds: str) -> Iterator[Question]:
    return (question for question in bank(pack, "s") if question.kind in kinds)


@quickly
@given(packs())
def test_right_answers_earn_full_credit_and_wrong_ones_none(pack: Pack) -> None:
    for question in bank(pack, "s"):
        tried = self_test(question.form)
        assert {credit(question, raw) for raw in tried.right} == {1}, question
        assert {credit(question, raw) for raw in tried.wrong} <= {0}, question
        assert all(0 < credit(question, raw) < 1 for raw in tried.part), question


@quickly
@given(packs())
def test_what_is_no_answer_costs_nothing(pack: Pack) -> None:
    for question in bank(pack, "s"):
        tried = self_test(question.form).not_answers
        assert all(isinstance(parse(question.form, raw), NotAnAnswer) for raw in tried), question


@quickly
@given(packs())
def test_every_wrong_option_says_why_with_proof_and_citation(pack: Pack) -> None:
    for question in bank(pack, "s"):
        for option in wrong_options(question):
            assert option.proof, question
            assert option.feedback, question
            assert option.citations, question


@quickly
@given(packs())
def test_every_question_cites_where_each_of_its_facts_stands(pack: Pack) -> None:
    for question in bank(pack, "s"):
        assert {reference.fact for reference in question.citations} == set(question.facts)
        assert all(reference.paragraphs for reference in question.citations)
        assert question.explanation.statement


@quickly
@given(packs())
def test_a_question_goes_to_json_and_back_unchanged(pack: Pack) -> None:
    for question in bank(pack, "s"):
        assert question_from_json(json.loads(json.dumps(question.to_json()))) == question


@quickly
@given(packs())
def test_generating_twice_gives_the_same(pack: Pack) -> None:
    assert bank(pack, "s") == bank(pack, "s")


@quickly
@given(packs())
def test_no_question_of_a_bank_has_a_flaw(pack: Pack) -> None:
    assert [flaw for question in bank(pack, "s") for flaw in flaws(question)] == []


@quickly
@given(packs())
def test_judgements_and_what_is_not_to_be_asked_are_never_asked_right_or_wrong(pack: Pack) -> None:
    for question in bank(pack, "s"):
        facts = [pack.facts[name] for name in question.facts]
        assert all(fact.not_asked is None for fact in facts)
        if question.kind not in ("what-kind", "who-said", "which-source", "wording"):
            assert {fact.status for fact in facts} <= {"reported", "attributed"}


@quickly
@given(packs())
def test_no_figure_offered_could_be_the_key_and_each_lent_one_is_its_lender_s(pack: Pack) -> None:
    for question in kinds_of(pack, "value"):
        key = asked(pack, question).slots[question.slot]
        if isinstance(key, QuantityValue):
            for option in wrong_options(question):
                offered = parse_quantity(option.text)
                assert offered is not None
                assert not same_quantity(offered, key.quantity), question
                lender = pack.facts[option.citations[0].fact].slots.get(question.slot)
                if option.origin == "from-fact" and isinstance(lender, QuantityValue):
                    lent = lender.quantity.value
                    assert abs(offered.value - lent) * 20 <= abs(lent), question


@quickly
@given(packs())
def test_no_date_offered_is_later_than_its_source(pack: Pack) -> None:
    for question in kinds_of(pack, "value"):
        fact = asked(pack, question)
        if isinstance(fact.slots[question.slot], DateValue):
            latest = pack.sources[fact.sources[0]].as_of.end
            for option in wrong_options(question):
                start = date_of(pack, option, question.slot).start
                assert start is None or latest is None or start <= latest, question


def date_of(pack: Pack, option: Option, slot: str) -> DateSpan:
    """Return the date that a fact lent to an option; a computed one has no start here."""
    lender = pack.facts[option.citations[0].fact].slots.get(slot)
    if option.origin == "from-fact" and isinstance(lender, DateValue):
        return lender.span
    return DateSpan(None, None, "unknown")


@quickly
@given(packs())
def test_verdicts_come_in_pairs_and_each_false_one_is_proven(pack: Pack) -> None:
    families: dict[str, list[str]] = {}
    for question in kinds_of(pack, "verdict"):
        families.setdefault(question.family, []).append(question.answer)
        proof = basis(asked(pack, question), question.slot)
        assert proof is not None
        if "Not found" in question.answer:
            fact = asked(pack, question)
            assert proof.rule == "not reported"
            assert set(fact.sources) <= set(fact.relation.closed_in)
    for answers in families.values():
        assert len(answers) == 2
        assert answers.count("Supported by the source") == 1


@quickly
@given(packs())
def test_each_label_of_what_kind_is_right_equally_often(pack: Pack) -> None:
    answers = Counter(question.answer for question in kinds_of(pack, "what-kind"))
    assert len(answers) in (0, 4)
    assert len(set(answers.values())) <= 1


@quickly
@given(packs())
def test_the_questions_of_a_form_share_no_fact_and_cue_nothing(pack: Pack) -> None:
    form = deal(pack, "s", 12)
    facts = [name for question in form for name in question.facts]
    assert len(facts) == len(set(facts))
    assert cues(pack, form) == []


@quickly
@given(packs())
def test_choices_have_one_key_that_is_the_option_marked_right(pack: Pack) -> None:
    for question in bank(pack, "s"):
        if isinstance(question.form, Choice):
            right = [place for place, option in enumerate(question.options) if option.correct]
            assert right == [question.form.key]
            assert question.options[question.form.key].text == question.answer
