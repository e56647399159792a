"""The background law of the pack 287g: four acts and four grounds kept apart, every trap linked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

import pytest

from quizapp import paths
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.wording import quoted_phrases, without_quotes
from quizapp.generation.bank import bank
from quizapp.generation.question import Question

SEEDS = ("1", "2", "3")

ACTS = {
    "notify": "notifying ICE of a release",
    "hold": "holding people past release",
    "serve": "serving ICE’s own warrants",
    "screen": "screening people for status",
}
GROUNDS = {
    "Fourth Amendment": "the Fourth Amendment",
    "federal statute or regulation": "federal statute or rule",
    "Tenth Amendment": "the Tenth Amendment",
    "state law": "the law of the state",
}
LEVELS = {"federal law", "state policy", "local decision"}

NO_FOURTH_AMENDMENT_RULING = ("jimenez-moreno-2016", "lunn-2017", "demarco-2018")

TRAPS = {
    "started under one president, first used under another": {
        "started-under-clinton", "statute-287g-year", "first-agreement-year",
    },
    "37, 36 and 35 at the start of 2017": {
        "participants-2017-time", "participants-2017-summary", "participants-2017-oig",
        "participants-2017-gao",
    },
    "72 in 2011 is of the same term as the cut": {"obama-curtailed", "participants-2011", "task-force-ended"},
    "the only one in the state, then and later": {"rensselaer-only-in-state", "new-york-agencies-2026"},
    "two speakers of one quotation": {"state-police-will-not", "state-troubled", "state-police-line-nyt"},
    "not codified, yet in a statute and a regulation": {
        "lucero-not-codified", "regulation-request", "statute-1357d-drugs",
    },
    "decisions both ways": {
        "mcfadden-court-decisions", "miranda-olivares-2014-held", "santoyo-2017-held",
        "lopez-lopez-2018-held", "el-cenizo-2018-held",
    },
    "decisions on other grounds": {
        "mcfadden-court-decisions", "jimenez-moreno-2016-held", "lunn-2017-held", "demarco-2018-held",
    },
    "a ruling that came later": {"mcfadden-court-decisions", "chavez-2020-held"},
    "three different 48 hours": {
        "detainer-hold-48", "wso-pick-up-48", "baltimore-notice-48", "regulation-48", "i-247a-flat-48",
    },
    "administrative warrants": {"wso-serves-warrants", "wso-serve-arrest-warrants", "i-200-officers"},
    "North Carolina before and after": {"some-nc-sheriffs-ignore", "mecklenburg-declines", "nc-hb10-rule"},
    "a state may require what federal law does not": {"lucero-may-choose", "texas-sb4-rule", "nc-hb10-rule"},
    "a hold in New York": {"rensselaer-honors-holds", "demarco-2018-held"},
    "who let the agreement lapse": {"prince-william-ended", "jail-board-lapse"},
    "why four counties left": {"orange-ended", "harris-ended", "orange-ended-month", "harris-ended-month"},
    "declining agencies and declining jails": {"lucero-agencies-declining", "jails-declining-2021"},
    "renewed, then ended by a state’s law": {"harford-renewed", "maryland-ended"},
    "a name that officials do not accept": {"places-began-cooperating", "montgomery-not-sanctuary"},
}  # fmt: skip


@pytest.fixture(scope="module")
def pack(shipped_packs: Mapping[str, Pack]) -> Pack:
    return shipped_packs["287g"]


@pytest.fixture(scope="module")
def questions(pack: Pack) -> list[Question]:
    """The whole banks of some seeds."""
    return [question for seed in SEEDS for question in bank(pack, seed)]


def background(pack: Pack) -> list[Fact]:
    return [fact for fact in pack.facts.values() if not pack.sources[fact.sources[0]].held]


def fillers(pack: Pack, slot: str, *relations: str) -> list[tuple[Fact, str]]:
    return [
        (fact, fact.slots[slot].words)
        for name in relations
        for fact in pack.by_relation[name]
        if slot in fact.slots
    ]


def test_each_ground_is_exactly_one_of_the_four_and_all_four_occur(pack: Pack) -> None:
    assert {words for _, words in fillers(pack, "ground", *pack.relations)} == set(GROUNDS.values())


def test_each_act_of_the_law_is_exactly_one_of_the_four_and_all_four_occur(pack: Pack) -> None:
    assert {words for _, words in fillers(pack, "act", "act")} == set(ACTS.values())


def test_no_case_has_two_grounds_and_no_matter_two_acts(pack: Pack) -> None:
    for relation, given in (("ground", "case"), ("act", "matter")):
        named = [words for _, words in fillers(pack, given, relation)]
        assert len(named) == len(set(named)), relation


def test_no_statement_of_a_ground_names_another_ground(pack: Pack) -> None:
    for fact, ground in fillers(pack, "ground", "ground"):
        others = [words for words in GROUNDS.values() if words != ground]
        assert not any(other.casefold() in fact.statement.casefold() for other in others), fact.id


def test_no_statement_of_an_act_names_another_act(pack: Pack) -> None:
    stems = {"notify": "notif", "hold": "holding", "serve": "serving", "screen": "screening"}
    for fact, act in fillers(pack, "act", "act"):
        others = [stem for name, stem in stems.items() if ACTS[name] != act]
        assert not any(stem in fact.statement for stem in others), fact.id


def test_options_about_a_ground_are_the_four_grounds_and_nothing_merged(questions: list[Question]) -> None:
    asked = [q for q in questions if q.slot == "ground" and q.kind == "value"]
    assert asked
    for question in asked:
        assert {option.text for option in question.options} <= set(GROUNDS.values())


def test_options_about_an_act_are_the_four_acts_and_nothing_merged(
    pack: Pack, questions: list[Question]
) -> None:
    asked = [q for q in questions if pack.facts[q.facts[0]].relation.id == "act" and q.kind == "value"]
    assert asked
    for question in asked:
        assert {option.text for option in question.options} <= set(ACTS.values())


def test_rulings_on_a_statute_or_on_state_law_are_never_keyed_as_fourth_amendment_ones(
    pack: Pack, questions: list[Question]
) -> None:
    for case in NO_FOURTH_AMENDMENT_RULING:
        assert pack.facts[f"{case}-ground"].slots["ground"].words in (
            GROUNDS["federal statute or regulation"], GROUNDS["state law"],
        )  # fmt: skip
        assert pack.facts[f"{case}-answer"].slots["answer"].words == "left it undecided"
        for question in questions:
            if f"{case}-ground" in question.facts and question.answer.startswith("Supported"):
                assert "Fourth Amendment" not in question.quote


def test_santos_is_never_a_case_about_detainers(pack: Pack) -> None:
    about = [fact for fact in pack.facts.values() if "santos-2013" in fact.sources]
    assert about
    assert not any(fact.relation.id in ("act", "fourth-amendment-answer") for fact in about)
    assert not any("detainer" in fact.statement for fact in about)


def test_a_case_is_asked_about_holds_only_where_no_ice_warrant_was_served(pack: Pack) -> None:
    asked = {fact.id for fact in pack.by_relation["act"] if fact.asks}
    assert asked == {"galarza-2014-act", "miranda-olivares-2014-act", "montgomery-act"}


def test_levels_are_the_three_and_each_has_four_facts_or_more(pack: Pack) -> None:
    found = [words for _, words in fillers(pack, "level", "level")]
    assert set(found) == LEVELS
    assert min(found.count(level) for level in LEVELS) >= 4
    assert 8 <= len(found) <= 12


def test_a_law_says_one_thing_of_one_matter(pack: Pack) -> None:
    effects = {words for _, words in fillers(pack, "effect", "local-rule")}
    assert effects == {"compulsory", "prohibited", "voluntary"}


def test_every_background_source_says_how_far_it_was_verified_and_who_issued_it(pack: Pack) -> None:
    for source in pack.sources.values():
        if not source.held:
            assert source.seen in ("primary", "secondary"), source.id
            assert source.body or source.text_kind in ("report", "agency page"), source.id


def test_every_decision_and_statute_has_a_citation_in_legal_form(pack: Pack) -> None:
    legal = ("constitution", "statute", "regulation", "court decision", "executive order")
    for source in pack.sources.values():
        if source.text_kind in legal:
            assert source.citation, source.id
        if source.text_kind == "court decision":
            assert re.search(r"\d", source.citation or "") or " v. " in (source.citation or "")
            assert source.date.value, source.id


def test_names_of_sources_are_about_equally_long(pack: Pack) -> None:
    lengths = [len(source.name) for source in pack.sources.values() if not source.held]
    assert min(lengths) >= 26
    assert max(lengths) <= 42


def test_nothing_known_from_memory_is_asked_or_lent(pack: Pack, questions: list[Question]) -> None:
    assert [fact.id for fact in pack.askable if fact.seen == "memory"] == []
    for question in questions:
        lent = (c for option in question.options for c in option.citations)
        assert all(reference.seen != "memory" for reference in (*question.citations, *lent))


def test_each_topic_stands_on_its_own(pack: Pack, questions: list[Question]) -> None:
    for topic in pack.topics:
        own = [question for question in questions if question.topic == topic.id]
        assert len({name for question in own for name in question.facts}) >= 40, topic.id
        assert len({question.kind for question in own}) >= 3, topic.id


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_linked(pack: Pack, trap: str) -> None:
    facts = TRAPS[trap]
    assert facts <= set(pack.facts)
    for a, b in combinations(sorted(facts), 2):
        assert b in pack.linked(a), (a, b)


@pytest.mark.parametrize("trap", TRAPS)
def test_an_explanation_meets_a_trap_with_a_second_look(pack: Pack, trap: str) -> None:
    named = [link for link in pack.links if link.kind != "agrees" and TRAPS[trap].intersection(link.facts)]
    assert named


def test_each_link_of_the_law_gives_its_reason_in_one_sentence(pack: Pack) -> None:
    for link in pack.links:
        assert link.why.endswith((".", "”.")), link.why
        assert len(re.findall(r"[.!?](?:\s|$)", link.why)) == 1, link.why


def test_what_is_disputed_or_unverified_is_no_fact(pack: Pack) -> None:
    for fact in background(pack):
        own = without_quotes(fact.statement).casefold()
        assert "two-hour" not in own
        assert "two hours" not in own
        assert "currently" not in own
        assert not ("new york" in own and " ban" in own), fact.id


def test_the_48_hours_are_never_asked_of_the_law(pack: Pack) -> None:
    for fact in background(pack):
        if "48" in fact.statement:
            assert not fact.asks, fact.id


def test_quoted_phrases_of_the_law_are_short(pack: Pack) -> None:
    for fact in background(pack):
        assert all(len(phrase.split()) <= 9 for phrase in quoted_phrases(fact.says)), fact.id


def test_the_log_of_corrections_explains_its_format_and_is_dated() -> None:
    text = (paths.packs() / "287g" / "CORRECTIONS.md").read_text("utf-8")
    for words in ("**It said:**", "**It says now:**", "**Why:**", "## As of 2026-11-22"):
        assert words in text
