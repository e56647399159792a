"""The kinds that ask for more than picking an option: pairs to match, words to type, figures to work out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.assessment.forms import Match, Text
from quizapp.facts.model import GAP
from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.generation.falsity import basis, may_be_true
from quizapp.generation.question import Question
from tests.any_pack import packs
from tests.generation.making import facts_of, key, made, wrong
from tests.pack_builders import (
    DESIGNED,
    LENGTH,
    Entry,
    a_bridge,
    a_count,
    a_design,
    a_fact,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_painting,
    a_relation,
    cited,
)

quickly = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def of_kind(pack: Pack, kind: str) -> list[Question]:
    return [question for question in bank(pack, "s") if question.kind == kind]


# matching

DESIGNS = [
    a_design("a", "old", "penn"),
    a_design("b", "new", "holt"),
    a_design("c", "mill", "marsh"),
    a_design("d", "king", "stone"),
]


def matched(question: Question) -> dict[str, str]:
    """Return each prompt with the choice that is its key."""
    assert isinstance(question.form, Match)
    return {
        prompt: question.options[place].text
        for prompt, place in zip(question.prompts, question.form.key, strict=True)
    }


def test_matching_tells_each_fact_with_a_gap_and_offers_one_filler_more() -> None:
    (question,) = made("matching", a_pack(*DESIGNS[:3], a_design("d", "king", "stone", asks=[])))
    assert matched(question) == {
        f"{GAP} designed Old Bridge": "Ada Penn",
        f"{GAP} designed New Bridge": "Ben Holt",
        f"{GAP} designed Mill Bridge": "Eva Marsh",
    }
    assert wrong(question) == {"Tom Stone"}
    assert (
        question.stem
        == "According to the Herald (as of 3 May 2019), which of the choices belongs in which gap?"
    )


def test_matching_gives_every_pair_its_statement_and_the_surplus_one_its_proof() -> None:
    (question,) = made("matching", a_pack(*DESIGNS[:3], a_design("d", "king", "stone", asks=[])))
    told = {option.text: option for option in question.options}
    assert told["Ada Penn"].feedback == "Ada Penn designed Old Bridge."
    assert "Tom Stone designed King Bridge." in told["Tom Stone"].feedback
    assert told["Tom Stone"].proof == "determined by bridge, in each of the gaps"


def test_matching_lists_names_by_the_alphabet_and_figures_ascending() -> None:
    lengths = [a_length(name, name, metres) for name, metres in (("old", 120), ("new", 640), ("mill", 44))]
    (question,) = made("matching", a_pack(*lengths))
    shown = [int(option.text.split()[0]) for option in question.options]
    assert shown == sorted(shown)
    assert {44, 120, 640} < set(shown)
    (named,) = made("matching", a_pack(*DESIGNS[:3], a_design("d", "king", "stone", asks=[])))
    assert [option.text for option in named.options] == ["Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone"]


@pytest.mark.parametrize(
    "spoiling",
    [
        {"fact": [*DESIGNS[:3], a_design("also", "old", "holt", cites=cited("courier"), not_asked="Loose.")]},
        {"fact": [DESIGNS[0], DESIGNS[1], DESIGNS[2] | {"asks": []}]},
        {"fact": DESIGNS[:3], "link": [a_link("agrees", "a", "b")]},
        {"fact": DESIGNS[:3], "relation": [DESIGNED | {"determines": []}]},
        {"fact": [*DESIGNS[:2], DESIGNS[2] | {"status": "attributed", "asserted_by": "stone"}]},
        {"fact": [*DESIGNS[:2], DESIGNS[2] | {"slots": {"bridge": "mill", "who": "holt"}}]},
        {"fact": DESIGNS[:3]},
    ],
    ids=["another source pairs otherwise", "not asked", "linked", "nothing determined", "another speaker",
         "one filler twice", "nothing left over"],
)  # fmt: skip
def test_matching_makes_nothing_where_a_pair_is_not_provably_the_only_one(
    spoiling: dict[str, list[Entry]],
) -> None:
    assert made("matching", a_pack(**spoiling)) == []


WITHIN = a_relation(
    "within", {"bridge": "place", "where": "place"}, determines=[{"given": ["bridge"], "slot": "where"}]
)


def within(*, part_of: list[str]) -> Pack:
    """Three bridges in three towns; a fourth, not asked, on a quay."""
    places = {"old": "aldmouth", "new": "belmouth", "mill": "cormouth", "king": "quaymouth"}
    towns = [{"id": name, "type": "place", "name": name.title(), "group": "town"} for name in places.values()]
    facts = [
        a_fact(bridge, relation="within", slots={"bridge": bridge, "where": town},
               says="{bridge} is in {where}", asks=["where"] if bridge != "king" else [])
        for bridge, town in places.items()
    ]  # fmt: skip
    entities = [*map(a_bridge, places), *towns[:-1], towns[-1] | {"part_of": part_of}]
    return a_pack(*facts, relation=[WITHIN], entity=entities)


def test_matching_drops_a_surplus_filler_that_is_a_part_of_another() -> None:
    assert len(made("matching", within(part_of=[]))) == 1
    assert made("matching", within(part_of=["aldmouth"])) == []


@quickly
@given(packs())
def test_every_other_pair_of_a_matching_is_proven_false(pack: Pack) -> None:
    for question in of_kind(pack, "matching"):
        assert isinstance(question.form, Match)
        facts = [pack.facts[name] for name in question.facts]
        values = [fact.slots[question.slot] for fact in facts]
        for (n, fact), (m, value) in product(enumerate(facts), enumerate(values)):
            proof = basis(fact, question.slot)
            assert proof is not None
            assert (may_be_true(pack, fact, question.slot, value, proof.given) is None) == (n != m)
        assert question.form.choices == len(question.options) == question.form.prompts + 1


# short-answer


def test_short_answer_asks_for_a_name_or_a_date_and_knows_the_rivals() -> None:
    found = {(one.facts[0], one.slot): one for one in made("short-answer", a_full_pack())}
    who = found["old-design", "who"]
    assert who.stem.endswith("who is named as having designed Old Bridge?")
    assert isinstance(who.form, Text)
    assert (who.form.accepted, who.quote) == (("Ada Penn",), "")
    assert set(who.form.rivals) == {"Ben Holt", "Eva Marsh", "Tom Stone"}
    assert found["old-opened", "when"].form == Text(("1954",))


def test_short_answer_leaves_figures_to_the_kind_for_numbers() -> None:
    assert made("short-answer", a_pack(a_fact())) == []


@pytest.mark.parametrize(
    "change",
    [
        {"ask": {"who": "was {bridge} designed by an engineer of the Herald?"}},
        {"status": "attributed", "asserted_by": "penn"},
    ],
    ids=["yes or no", "names the answer"],
)
def test_short_answer_is_not_asked_where_the_question_gives_it_or_wants_no_word(change: Entry) -> None:
    assert made("short-answer", a_pack(a_design("a", "old", "penn", **change))) == []


def test_short_answer_is_not_asked_where_the_source_gives_another_filler_too() -> None:
    assert len(made("short-answer", a_pack(a_painting("p", "old")))) == 1
    assert made("short-answer", a_pack(a_painting("p", "old"), a_painting("q", "mill"))) == []


PAINT = a_relation(
    "paint", {"bridge": "place", "colour": "term"}, determines=[{"given": ["bridge"], "slot": "colour"}],
    ask={"colour": "which paint was used on {bridge}?"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("paint", "asked"),
    [
        ("Aldmouth Red", True),
        ("Paint of the North", True),
        ("dull red", False),
        ("A Paint of the Far Far North", False),
    ],
)
def test_short_answer_takes_a_term_only_if_it_is_a_short_name(paint: str, asked: bool) -> None:
    fact = a_fact(
        "p", relation="paint", slots={"bridge": "old", "colour": paint}, asks=["colour"],
        says="{bridge} was painted in {colour}",
    )  # fmt: skip
    assert bool(made("short-answer", a_pack(fact, relation=[PAINT]))) == asked


# numeracy

COUNTS = [a_count("early", "old", "2011", 72), a_count("late", "old", "2018", 40)]


def worked(*facts: Entry, **changes: list[Entry]) -> dict[str, Question]:
    """Return the numeracy questions on some facts, by what is worked out."""
    found = made("numeracy", a_pack(*facts, **changes))
    return {question.slot.split(", ")[1]: question for question in found}


def test_numeracy_shows_both_statements_with_their_source_and_asks_for_the_change() -> None:
    question = worked(*COUNTS)["difference"]
    assert question.stem == (
        "Work it out from the two statements: by how many vehicles did the figure fall from 2011 to 2018?"
    )
    assert question.quote.splitlines() == [
        "The Herald: In 2011, 72 vehicles crossed Old Bridge.",
        "The Herald: In 2018, 40 vehicles crossed Old Bridge.",
    ]
    assert (key(question), set(question.facts)) == ("32", {"early", "late"})
    assert question.explanation.statement.endswith("72 − 40 = 32 vehicles.")


def test_numeracy_shows_the_slip_of_every_wrong_option_beside_the_right_way() -> None:
    for question in worked(*COUNTS).values():
        for option in question.options:
            assert option.origin == "computed"
            assert {reference.fact for reference in option.citations} == {"early", "late"}
            assert option.correct or "The right way:" in option.feedback


def test_numeracy_sets_an_earlier_figure_before_a_later_one_whatever_their_order_in_the_pack() -> None:
    assert key(worked(*reversed(COUNTS))["percent"]) == "44%"


def test_numeracy_compares_two_things_of_one_measure() -> None:
    found = worked(a_length("a", "old", 120), a_length("b", "new", 480))
    assert (key(found["times"]), key(found["share"])) == ("4.0", "25%")
    assert found["difference"].stem.endswith("by how many metres do the two figures differ?")


def a_rate(name: str, when: str, percent: int) -> Entry:
    slots = {"bridge": "old", "when": when, "count": {"value": percent, "text": f"{percent}%", "unit": "%"}}
    return a_fact(
        name, relation="traffic", slots=slots, says="in {when}, {count} of the traffic crossed {bridge}",
        asks=["count"],
    )  # fmt: skip


def test_numeracy_asks_of_percentages_for_points_and_for_nothing_else() -> None:
    found = worked(a_rate("a", "2011", 40), a_rate("b", "2018", 62))
    assert set(found) == {"difference"}
    assert "how many percentage points did the figure rise" in found["difference"].stem
    assert key(found["difference"]) == "22"


def hedged(text: str) -> Entry:
    slots = {"bridge": "old", "when": "2018", "count": {"value": 40, "text": text, "unit": "vehicles"}}
    return COUNTS[1] | {"slots": slots}


@pytest.mark.parametrize(
    "second",
    [
        COUNTS[1] | {"cites": cited("courier")},
        COUNTS[1] | {"status": "attributed", "asserted_by": "penn"},
        COUNTS[1] | {"not_asked": "Loose."},
        a_count("late", "new", "2018", 40),
        a_count("late", "old", "2018", 72),
        a_count("late", "old", "unknown", 40),
        hedged("more than 40"),
        hedged("about 40"),
        hedged("30 to 50"),
    ],
    ids=["another source", "another speaker", "not asked", "two things at two times", "the same figure",
         "no date", "open-ended", "hedged", "a range"],
)  # fmt: skip
def test_numeracy_sets_no_figure_against_one_that_may_count_something_else(second: Entry) -> None:
    assert worked(COUNTS[0], second) == {}


@pytest.mark.parametrize("link", ["updates", "agrees", "qualifies"])
def test_numeracy_never_sets_two_sources_against_each_other_as_they_may_count_differently(link: str) -> None:
    assert worked(COUNTS[0], COUNTS[1])
    second = COUNTS[1] | {"cites": cited("courier")}
    assert not worked(COUNTS[0], second, link=[a_link(link, "early", "late")])


def test_numeracy_never_compares_counts_of_things_that_a_term_tells_apart() -> None:
    held = a_relation(
        "held", {"what": "term", "count": "quantity"}, determines=[{"given": ["what"], "slot": "count"}]
    )
    facts = [
        a_fact(
            what, relation="held", slots={"what": what, "count": {"value": count, "unit": "boats"}},
            says="the harbour held {count} {what}", asks=["count"],
        )
        for what, count in (("ferries", 12), ("tugs", 40))
    ]  # fmt: skip
    assert worked(*facts, relation=[held, LENGTH]) == {}


@quickly
@given(packs())
def test_numeracy_offers_three_results_in_order_of_which_one_is_right(pack: Pack) -> None:
    for question in of_kind(pack, "numeracy"):
        shown = [float(option.text.replace(",", "").rstrip("%")) for option in question.options]
        assert shown == sorted(shown)
        assert len(set(shown)) == 3
        assert facts_of([question]) == list(question.facts)


def test_the_rank_of_the_result_is_even() -> None:
    pack = a_pack(*(a_length(f"f{n}", f"b{n}", 40 + 37 * n) for n in range(40)),
                  entity=[a_bridge(f"b{n}") for n in range(40)])  # fmt: skip
    places = [question.form.key for question in made("numeracy", pack)]  # type: ignore[union-attr]
    assert all(len(places) / 4 < places.count(rank) < len(places) / 2.4 for rank in range(3))
