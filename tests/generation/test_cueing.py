"""Cues: one question of a form shows what another asks."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings

from quizapp.facts.pack import Pack, same_content
from quizapp.generation.bank import bank
from quizapp.generation.cueing import Cue, cues, gives_away
from quizapp.generation.question import Question, question_from_json
from tests.any_pack import packs
from tests.builders import a_question
from tests.generation.making import made
from tests.pack_builders import a_full_pack, a_length, a_link, a_pack, a_relation, an_opening, cited

BRIDGES = a_pack(
    a_length("old", "old", 120),
    a_length("old-courier", "old", 120, cites=cited("courier")),
    a_length("new", "new", 640),
    an_opening("new-opened", "new", "1998"),
    link=[a_link("agrees", "new", "new-opened")],
)


def asking(fact: str, *, shows: tuple[str, ...] = (), displays: tuple[str, ...] = ()) -> Question:
    return a_question(facts=(fact,), shows=(fact, *shows), displays=displays)


def test_what_a_stem_or_an_option_displays_is_a_cue_in_both_reading_orders() -> None:
    shown, asked = asking("new", displays=("old",)), asking("old")
    assert cues(BRIDGES, [shown, asked]) == [Cue(0, 1, "old", "stem and options")]
    assert cues(BRIDGES, [asked, shown]) == [Cue(1, 0, "old", "stem and options")]


def test_what_feedback_shows_is_a_cue_only_for_what_comes_later() -> None:
    shown, asked = asking("new", shows=("old",)), asking("old")
    assert cues(BRIDGES, [shown, asked]) == [Cue(0, 1, "old", "feedback")]
    assert cues(BRIDGES, [asked, shown]) == []


def test_a_fact_is_shown_by_one_that_agrees_with_it_too() -> None:
    shown, asked = asking("old", displays=("new-opened",)), asking("new")
    assert cues(BRIDGES, [asked, shown]) == [Cue(1, 0, "new", "stem and options")]


def test_a_fact_is_shown_by_one_of_another_source_that_says_the_same() -> None:
    assert cues(BRIDGES, [asking("old"), asking("old-courier")]) == [Cue(0, 1, "old-courier", "feedback")]


def test_the_same_value_for_the_same_given_slots_is_the_same_whatever_else_is_said() -> None:
    slots = {"bridge": "place", "metres": "quantity", "kind": "term"}
    long = a_relation("length", slots, determines=[{"given": ["bridge"], "slot": "metres"}])
    bare, arched, new = (a_length(name, name, 120) for name in ("old", "arched", "new"))
    arched["slots"] |= {"bridge": "old", "kind": "arched"}
    pack = a_pack(bare | {"slots": bare["slots"] | {"kind": "straight"}}, arched, new, relation=[long])
    assert gives_away(pack, ["old"]) == {"old", "arched"}


def test_a_name_that_merely_recurs_is_no_cue() -> None:
    pack = a_pack(an_opening("opened", "new", "1998"), a_length("long", "new", 640))
    assert cues(pack, [asking("opened"), asking("long")]) == []
    assert cues(pack, [asking("long"), asking("opened")]) == []


def test_two_questions_on_one_fact_cue_each_other() -> None:
    assert cues(BRIDGES, [asking("old"), asking("old")]) == [Cue(0, 1, "old", "feedback")]


def test_a_lender_is_shown_by_the_feedback_of_its_option_and_not_before() -> None:
    pack = a_pack(*(a_length(name, name, size) for name, size in (("old", 120), ("new", 150), ("mill", 90))))
    found = {question.facts[0]: question for question in made("value", pack)}
    lender = next(name for name in found["old"].shows if name != "old")
    assert [cue.fact for cue in cues(pack, [found["old"], found[lender]]) if cue.shown_by == 0] == [lender]
    assert found["old"].displays == ()


def test_the_statements_that_stand_in_options_are_displayed() -> None:
    for question in made("evidence", a_full_pack()):
        assert len(question.displays) == 4
        assert set(question.facts) < set(question.displays)


def test_what_is_to_be_judged_or_found_in_a_text_is_displayed_whole() -> None:
    for kind in ("which-source", "what-kind", "compare-sources"):
        assert all(question.displays == question.facts for question in made(kind, a_full_pack()))
    displayed = {question.answer: bool(question.displays) for question in made("verdict", a_full_pack())}
    assert displayed["Supported by the source"]
    assert not displayed["Contradicted by the source"]


def test_snapshots_of_older_versions_load_and_keep_their_id() -> None:
    question = asking("old", displays=("old",))
    older = {name: value for name, value in question.to_json().items() if name not in ("displays", "prompts")}
    loaded = question_from_json(json.loads(json.dumps(older)))
    assert (loaded.displays, loaded.prompts, loaded.id) == ((), (), question.id)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_what_a_fact_gives_away_is_what_looking_at_every_other_one_finds(pack: Pack) -> None:
    for fact in pack.facts.values():
        alike = {other.id for other in pack.by_relation[fact.relation.id] if same_content(fact, other)}
        assert gives_away(pack, [fact.id]) >= {fact.id, *alike, *pack.agreeing(fact.id)}


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_what_is_displayed_is_also_shown(pack: Pack) -> None:
    for question in bank(pack, "s"):
        assert set(question.displays) <= set(question.shows)
