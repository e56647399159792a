"""A form meets its blueprint as far as the pack allows, and says how far that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form, assemble
from quizapp.generation.bank import KINDS, bank, drafts, sound
from quizapp.generation.blueprint import Blueprint, Quota, quota
from quizapp.generation.cueing import cues
from quizapp.generation.draws import Draw
from quizapp.generation.limits import OffCourse, Shortfall, most_together, shortfalls
from quizapp.generation.pool import Entry, Pool, band
from quizapp.generation.seats import has_circle
from quizapp.quality.synthetic import synthesise
from tests.any_pack import packs
from tests.pack_builders import a_full_pack, a_length, a_pack

quickly = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
PACK = a_full_pack()
BANK = bank(PACK, "s")

COUNTS = st.sampled_from(["0", "1", "3", "1+", "4+", "0-1", "2-3"])
QUOTAS = st.one_of(
    st.builds(quota, st.just("topic"), st.sampled_from(["building", "care"]), COUNTS),
    st.builds(quota, st.just("kind"), st.sampled_from([kind.NAME for kind in KINDS]), COUNTS),
    st.builds(quota, st.just("source"), st.sampled_from(["herald", "courier"]), COUNTS),
    st.builds(quota, st.just("skill"), st.sampled_from(["S1", "S9", "S10"]), COUNTS),
    st.builds(quota, st.just("band"), st.sampled_from(["easy", "hard"]), COUNTS),
)
BLUEPRINTS = st.builds(
    Blueprint,
    st.integers(1, 12),
    st.lists(QUOTAS, max_size=4, unique_by=lambda one: one.trait).map(tuple),
    st.sampled_from([None, 40, 60]),
)


def form_of(blueprint: Blueprint, seed: str = "s") -> Form:
    return assemble(Pool.of(PACK, BANK), blueprint, Draw(seed))


def counted(pool: Pool, form: Form) -> Counter[tuple[str, str]]:
    chosen = {question.id for question in form.questions}
    entries = [entry for entry in pool.entries if entry.question and entry.question.id in chosen]
    return Counter(trait for entry in entries for trait in entry.traits)


@quickly
@given(packs(), BLUEPRINTS)
def test_every_count_is_kept_or_its_shortfall_is_told(pack: Pack, blueprint: Blueprint) -> None:
    pool = Pool.of(pack, bank(pack, "s"))
    form = assemble(pool, blueprint, Draw("s"))
    counts, told = counted(pool, form), {one.trait: given for one, given in form.unmet}
    assert len(form.questions) <= blueprint.length
    for one in blueprint.quotas:
        assert one.most is None or counts[one.trait] <= one.most
        assert counts[one.trait] >= one.least or told[one.trait] == counts[one.trait]


@quickly
@given(packs(), BLUEPRINTS)
def test_no_form_holds_a_cue_a_shared_fact_or_one_family_twice(pack: Pack, blueprint: Blueprint) -> None:
    form = assemble(Pool(pack, drafts(pack, "s"), sound), blueprint, Draw("s"))
    facts = [name for question in form.questions for name in question.facts]
    assert len(facts) == len(set(facts))
    assert len({question.family for question in form.questions}) == len(form.questions)
    assert cues(pack, form.questions) == []


@quickly
@given(packs(), BLUEPRINTS)
def test_the_same_pool_blueprint_and_draw_give_the_same_form(pack: Pack, blueprint: Blueprint) -> None:
    questions = bank(pack, "s")
    forms = [assemble(Pool.of(pack, questions), blueprint, Draw("s")) for _ in range(2)]
    assert forms[0] == forms[1]


@quickly
@given(packs(), BLUEPRINTS)
def test_no_form_goes_beyond_what_is_proven_to_be_the_most(pack: Pack, blueprint: Blueprint) -> None:
    pool = Pool.of(pack, bank(pack, "s"))
    form = assemble(pool, blueprint, Draw("s"))
    assert len(form.questions) <= most_together(pool, blueprint, None, blueprint.length)[0]
    for lack in shortfalls(pool, blueprint, form, Draw("t")):
        assert isinstance(lack, OffCourse) or lack.given <= lack.most


@quickly
@given(packs(), st.sampled_from([kind.NAME for kind in KINDS]))
def test_the_most_that_is_proven_is_what_trying_every_set_finds(pack: Pack, kind: str) -> None:
    pool = Pool(pack, [draft for draft in drafts(pack, "s") if draft.kind == kind][:9], sound)
    most, exact = most_together(pool, Blueprint(9), None, 9)
    entries = [entry for entry in pool.entries if pool.ready(entry)]
    sizes = [n for n in range(len(entries) + 1) if any(map(may_stand, combinations(entries, n)))]
    assert most == max(sizes) or not exact
    assert most >= max(sizes)


def may_stand(entries: tuple[Entry, ...]) -> bool:
    together = all(not one.reach.excludes(other.reach) for one, other in combinations(entries, 2))
    return together and not has_circle([entry.reach for entry in entries])


def test_counts_of_topics_and_kinds_are_kept_together() -> None:
    form = form_of(
        Blueprint(8, (quota("topic", "care", 3), quota("kind", "value", 2), quota("kind", "cloze", 1)))
    )
    assert len(form.questions) == 8
    assert form.unmet == ()
    assert Counter(question.topic for question in form.questions)["care"] == 3
    assert Counter(question.kind for question in form.questions)["value"] == 2


def test_skills_bands_sources_and_speakers_can_be_counted() -> None:
    wanted = [
        ("skill", "S9", 2),
        ("band", "hard", "2+"),
        ("source", "courier", "2+"),
        ("speaker", "penn", "1+"),
    ]
    form = form_of(Blueprint(9, tuple(quota(*one) for one in wanted)))
    assert form.unmet == ()
    assert sum(question.skill == "S9" for question in form.questions) == 2
    assert sum(band(question.difficulty) == "hard" for question in form.questions) >= 2
    spoken = [PACK.facts[question.facts[0]].asserted_by for question in form.questions]
    assert "penn" in [speaker.id for speaker in spoken if speaker]


def test_one_question_gives_way_where_only_that_lets_a_count_be_kept() -> None:
    both = [entry for entry in Pool.of(PACK, BANK).entries if ("kind", "wording") in entry.traits]
    form = form_of(
        Blueprint(4, (quota("kind", "wording", 1), quota("topic", "care", 3), quota("topic", "building", 1)))
    )
    assert both
    assert form.unmet == ()
    assert form.short_by == 0


@pytest.mark.parametrize("mean", [40, 48, 56])
def test_the_mean_difficulty_is_kept(mean: int) -> None:
    form = form_of(Blueprint(8, (), mean, 2))
    assert abs(form.difficulty - mean) <= 2


def test_a_difficulty_that_no_form_has_is_told_with_the_nearest_found() -> None:
    blueprint = Blueprint(8, (), 100)
    pool = Pool.of(PACK, BANK)
    (lack,) = shortfalls(pool, blueprint, assemble(pool, blueprint, Draw("s")), Draw("t"))
    assert lack.words.startswith("mean difficulty: 100 within 3 wanted, ")
    assert "; the hardest form found has " in lack.words


def test_facts_and_families_can_be_left_out() -> None:
    family = next(question.family for question in BANK if question.kind == "number")
    form = form_of(Blueprint(40, (), without=frozenset({"old-length", family})))
    assert "old-length" not in {name for question in form.questions for name in question.facts}
    assert family not in {question.family for question in form.questions}


def lacks(*quotas: Quota, length: int = 6) -> Iterator[str]:
    blueprint, pool = Blueprint(length, quotas), Pool.of(PACK, BANK)
    form = assemble(pool, blueprint, Draw("s"))
    yield from (one.words for one in shortfalls(pool, blueprint, form, Draw("t")))


def test_what_cannot_be_kept_is_told_with_the_most_that_can() -> None:
    assert list(lacks(quota("kind", "wording", 3))) == [
        "kind wording: 3 wanted, at most 1 can stand together"
    ]


def test_a_form_too_long_for_its_pack_is_told_so() -> None:
    (words,) = lacks(length=60)
    assert words.startswith("length: 60 wanted, at most ")


def test_counts_that_bar_each_other_are_named() -> None:
    (words,) = lacks(quota("kind", "select-all", 1), quota("topic", "care", 0))
    assert words == "kind select-all: 1 wanted, at most 0 can stand together"
    told = set(lacks(quota("source", "herald", "0-1"), quota("kind", "level-of-government", 2)))
    assert told == {"kind level-of-government: 2 wanted, 1 found; it is met without source herald 0 to 1"}


def test_a_shortfall_says_when_nothing_is_proven() -> None:
    assert (
        Shortfall("length", 5, 4, 5, False).words == "length: 5 wanted, 4 found (no proof that it cannot be)"
    )
    assert "5 could stand together by themselves" in Shortfall("length", 5, 4, 5, True).words


def test_a_question_whose_feedback_shows_another_comes_after_it() -> None:
    pack = a_pack(*(a_length(name, name, size) for name, size in (("old", 120), ("new", 150), ("mill", 90))))
    showing = next(one for one in bank(pack, "s") if one.kind == "value" and one.facts == ("old",))
    shown = next(name for name in showing.shows if name != "old")
    asking = next(one for one in bank(pack, "s") if one.kind == "number" and one.facts == (shown,))
    for seed in map(str, range(6)):
        form = assemble(Pool.of(pack, [showing, asking]), Blueprint(2), Draw(seed))
        assert form.questions == (asking, showing)


def test_the_same_words_never_stand_twice_in_a_form() -> None:
    slots = {"bridge": "place", "metres": "quantity"}
    relation = [{"id": "length", "about": "x", "slots": slots, "ask": {"metres": "how long is it?"}}]
    pack = a_pack(a_length("a", "old", 120), a_length("b", "new", 640), relation=relation)
    asked = [one.stem for one in bank(pack, "s") if one.kind == "number"]
    assert len(asked) == 2 > len(set(asked))
    assert len(assemble(Pool.of(pack, bank(pack, "s")), Blueprint(4), Draw("s")).questions) == 1


def test_the_labels_of_a_kind_are_dealt_in_turn_though_some_have_speakers_that_others_lack() -> None:
    pack = synthesise(110, "1").pack
    pool = Pool.of(pack, [one for one in bank(pack, "s") if one.kind in ("what-kind", "who-said")])
    forms = [assemble(pool, Blueprint(12), Draw(str(seed))).questions for seed in range(40)]
    asked = Counter(one.answer for form in forms for one in form if one.kind == "what-kind")
    assert len(asked) == 4
    assert max(asked.values()) < 1.5 * min(asked.values())
