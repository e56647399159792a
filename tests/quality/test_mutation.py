"""The mutation suite: flaws are found where they were put, and only there; a broken rule is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.generation.question import Question
from quizapp.generation.rules.item import Item
from quizapp.quality.mutants.lots import Mutation
from quizapp.quality.mutation import MUTATIONS, Detection, mutate_and_detect, mutation_lines
from quizapp.quality.rules import RULEBOOK, Rulebook
from quizapp.quality.synthetic import synthesise


@cache
def invented() -> tuple[Pack, tuple[Question, ...]]:
    pack = synthesise(400, "1").pack
    return pack, bank(pack, "1")


@cache
def detections() -> tuple[Detection, ...]:
    pack, questions = invented()
    return mutate_and_detect(questions, pack, "1")


def tried(rules: Rulebook, number: int) -> Detection:
    """How the rule of a number does when only it is tried, by these rules."""
    pack, questions = invented()
    mutations = [mutation for mutation in MUTATIONS if mutation.rule == number]
    return mutate_and_detect(questions, pack, "1", rules, mutations)[0]


def test_every_rule_finds_its_flaws_and_takes_nothing_else_for_them() -> None:
    assert [one for one in detections() if not one.passes] == []


def test_every_rule_of_a_question_is_tried_often_enough_to_tell() -> None:
    assert {one.rule for one in detections()} == set(range(1, 27))
    assert min(one.injected for one in detections()) >= 20
    assert min(one.clean for one in detections()) >= 20


def test_without_a_rule_none_of_its_flaws_is_found() -> None:
    assert all(tried(RULEBOOK.without(number), number).detected == 0 for number in (4, 14, 17))
    assert all(tried(RULEBOOK, number).detected for number in (4, 14, 17))


def test_a_rule_that_knows_one_word_only_is_found_out() -> None:
    def always(item: Item) -> Iterator[str]:
        yield from (text for text in item.rivals if text.startswith("always"))

    assert tried(_with_check(4, always), 4).recall < Fraction(1, 2)


def test_a_rule_that_takes_every_figure_for_a_flaw_is_found_out() -> None:
    def figures(item: Item) -> Iterator[str]:
        yield from (figure.quantity.text for figure in item.figures)

    assert tried(_with_check(8, figures), 8).alarms > Fraction(1, 3)


def _with_check(number: int, check: Callable[[Item], Iterator[str]]) -> Rulebook:
    rules = (replace(one, check=check) if one.number == number else one for one in RULEBOOK.item)
    return replace(RULEBOOK, item=tuple(rules))


def test_the_same_seed_gives_the_same_figures() -> None:
    assert tried(RULEBOOK, 17) == tried(RULEBOOK, 17)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.rule} {one.units}")
def test_each_mutation_tries_a_rule_there_is(mutation: Mutation) -> None:
    assert RULEBOOK.name_of(mutation.rule, mutation.units)


def test_the_table_names_every_rule_and_marks_the_one_that_misses() -> None:
    missing = replace(detections()[0], detected=0)
    lines = list(mutation_lines([missing, *detections()[1:]]))
    assert len(lines) == 1 + len(detections())
    assert lines[1].endswith("missed")
    assert not any(line.endswith("missed") for line in lines[2:])


def test_what_could_not_be_tried_is_said() -> None:
    (line,) = list(mutation_lines([Detection(24, "trivia", "questions", 0, 0, 0, 0)]))[1:]
    assert line.endswith("nothing to try")
