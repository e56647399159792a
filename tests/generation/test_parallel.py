"""Parallel forms are equal cell by cell and in difficulty, and ask little twice."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form
from quizapp.generation.bank import bank
from quizapp.generation.blueprint import Blueprint, quota
from quizapp.generation.cueing import cues
from quizapp.generation.draws import Draw
from quizapp.generation.parallel import Parallel, parallel
from quizapp.generation.pool import Pool
from quizapp.quality.synthetic.building import synthesise
from tests.any_pack import packs
from tests.pack_builders import a_full_pack

PACK = a_full_pack()


@pytest.fixture(scope="module")
def large() -> Pool:
    pack = synthesise(300).pack
    return Pool.of(pack, bank(pack, "s"))


def of_full_pack(blueprint: Blueprint, count: int) -> Parallel:
    return parallel(Pool.of(PACK, bank(PACK, "s")), blueprint, count, Draw("s"))


def cells(form: Form) -> Counter[tuple[str, str]]:
    return Counter((question.topic, question.kind) for question in form.questions)


def test_six_forms_of_a_large_pack_share_no_fact(large: Pool) -> None:
    found = parallel(large, Blueprint(8), 6, Draw("s"))
    assert [len(form.questions) for form in found.forms] == [8] * 6
    assert (found.again, found.forced, found.scarce) == (0, 0, ())
    assert {(one.facts, one.questions) for one in found.overlaps} == {(0, 0)}
    assert len(found.overlaps) == 15


def test_forms_are_equal_cell_by_cell_and_within_two_points_of_difficulty(large: Pool) -> None:
    wanted = Blueprint(8, (quota("kind", "value", 2), quota("skill", "S9", "1+")))
    found = parallel(large, wanted, 6, Draw("s"))
    assert len({frozenset(cells(form).items()) for form in found.forms}) == 1
    means = [form.difficulty for form in found.forms]
    assert max(means) - min(means) <= 2
    assert all(form.unmet == () for form in found.forms)


def test_no_form_holds_a_cue(large: Pool) -> None:
    for form in parallel(large, Blueprint(8), 3, Draw("s")).forms:
        assert cues(large.pack, form.questions) == []


def test_other_draws_give_other_forms_and_the_same_draw_the_same() -> None:
    forms = [parallel(Pool.of(PACK, bank(PACK, "s")), Blueprint(5), 2, Draw(seed)) for seed in "ssz"]
    assert forms[0] == forms[1] != forms[2]


def test_a_small_pack_says_how_much_it_forces_and_why() -> None:
    found = of_full_pack(Blueprint(4, (quota("kind", "what-kind", 4),)), 6)
    assert found.again >= found.forced > 0
    scarce = {one.name: (one.most, one.needed) for one in found.scarce}
    assert scarce["kind what-kind"] == (8, 24)
    assert sum(one.facts for one in found.overlaps) > 0


def test_where_a_fact_must_come_again_another_question_asks_it() -> None:
    found = of_full_pack(Blueprint(6, (quota("topic", "building", "1+"),)), 4)
    same = sum(one.questions for one in found.overlaps)
    assert same <= sum(one.facts for one in found.overlaps)
    assert same < 4 * 6


def test_one_form_is_the_form_of_its_blueprint() -> None:
    found = of_full_pack(Blueprint(6, (quota("kind", "cloze", 2),)), 1)
    (form,) = found.forms
    assert (len(form.questions), form.unmet, found.overlaps) == (6, (), ())
    assert Counter(question.kind for question in form.questions)["cloze"] == 2


def test_forms_fall_short_of_what_was_asked_for_not_of_each_other() -> None:
    found = of_full_pack(Blueprint(5, (quota("kind", "wording", 3),)), 2)
    for form in found.forms:
        assert form.asked_for == 5
        assert [(one.name, given) for one, given in form.unmet] == [("kind wording", 1)]


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_facts_asked_twice_are_counted_and_never_fewer_than_forced(pack: Pack) -> None:
    found = parallel(Pool.of(pack, bank(pack, "s")), Blueprint(5), 3, Draw("s"))
    asked = Counter(name for form in found.forms for one in form.questions for name in one.facts)
    assert found.again == sum(count - 1 for count in asked.values())
    assert found.again >= found.forced
    assert len({len(form.questions) for form in found.forms}) == 1
