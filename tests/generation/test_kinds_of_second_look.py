"""The kinds that set facts beside each other: events in order, sources compared, evidence, labels, words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from quizapp.assessment.forms import Choice, Order
from quizapp.facts.pack import Pack
from quizapp.facts.reading import PackError
from quizapp.facts.values import DateValue, same_value
from quizapp.generation.bank import bank
from quizapp.generation.question import Question
from tests.any_pack import packs
from tests.generation.making import facts_of, key, made, wrong
from tests.pack_builders import (
    SOURCES,
    UPKEEP,
    Entry,
    a_count,
    a_duty,
    a_fact,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_painting,
    a_position,
    a_source,
    an_opening,
    cited,
)

quickly = settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

OPENINGS = [
    an_opening("old", "old", "1954"),
    an_opening("new", "new", "1998", cites=cited("courier")),
    an_opening("king", "king", "1931-05"),
]


def of_kind(pack: Pack, kind: str) -> list[Question]:
    return [question for question in bank(pack, "s") if question.kind == kind]


def opened(*changed: Entry) -> list[Question]:
    """The timelines of the three openings, of which the last ones are replaced."""
    return made("timeline", a_pack(*OPENINGS[: 3 - len(changed)], *changed))


# timeline


def test_timeline_shows_events_without_their_dates_and_keys_their_order() -> None:
    (question,) = opened()
    shown = [option.text for option in question.options]
    assert sorted(shown) == ["King Bridge opened", "New Bridge opened", "Old Bridge opened"]
    assert question.answer == "King Bridge opened · Old Bridge opened · New Bridge opened"
    assert isinstance(question.form, Order)
    assert [text for _, text in sorted(zip(question.form.key, shown, strict=True))] == question.answer.split(
        " · "
    )


def test_timeline_tells_events_without_the_segments_that_may_be_dropped() -> None:
    (question,) = opened(
        an_opening("king", "king", "1931-05", says="{bridge} opened in {when}[ with a band]")
    )
    assert "King Bridge opened" in {option.text for option in question.options}


def test_timeline_names_its_sources_and_cites_each_event() -> None:
    (question,) = opened()
    assert question.stem.startswith("According to the Courier and the Herald, in which order")
    assert {reference.source for reference in question.citations} == {"herald", "courier"}
    assert question.explanation.statement.startswith("May 1931: King Bridge opened. 1954: Old Bridge opened.")


def test_timeline_does_not_name_its_sources_in_the_order_that_is_asked_for() -> None:
    first = an_opening("king", "king", "1931-05", cites=cited("mirror"))
    (question,) = opened(first)
    assert question.stem.startswith("According to the Courier, the Herald and the Mirror, in which order")


def test_timeline_marks_a_date_that_is_known_from_elsewhere() -> None:
    slots = {"bridge": "toll", "when": {"value": "1931", "external": "mirror"}}
    (question,) = opened(an_opening("toll", "toll", "1931", slots=slots, says="{bridge} opened", asks=[]))
    assert "dates known from elsewhere" in question.stem
    assert "1931 (known from elsewhere: the Mirror): Toll Bridge opened." in question.explanation.statement


def test_timeline_keys_no_date_that_is_known_from_memory_alone() -> None:
    slots = {"bridge": "toll", "when": {"value": "1931", "external": "almanac"}}
    event = an_opening("toll", "toll", "1931", slots=slots, says="{bridge} opened", asks=[])
    almanac = a_source("almanac", paragraphs=[], boilerplate=[], seen="memory")
    sources = [*map(a_source, SOURCES), almanac]
    assert made("timeline", a_pack(*OPENINGS[:2], event, source=sources)) == []


def test_timeline_does_not_name_a_source_whose_name_shows_a_date() -> None:
    sources = [a_source("herald", label="the Herald of May 1998"), a_source("courier"), a_source("mirror")]
    (question,) = made("timeline", a_pack(*OPENINGS, source=sources))
    assert "1998" not in question.stem
    assert question.stem.startswith("According to the sources that the answer names, in which order")


@pytest.mark.parametrize(
    "changed",
    [
        an_opening("king", "king", "1954-05"),
        an_opening("king", "king", "1955"),
        an_opening("king", "king", "unknown"),
        an_opening("king", "king", "1901/1931"),
        an_opening("king", "king", "1931", status="attributed", asserted_by="penn"),
        an_opening("king", "king", "1931", says="{bridge} opened when {when} had begun"),
        an_opening("king", "king", "1931", says="{bridge} of 1925 opened in {when}"),
        an_opening("king", "king", "1931", kind="statistic"),
        an_opening("king", "king", "1931", topic="care"),
    ],
    ids=["overlaps", "too near", "unknown", "a span", "a claim", "date not to be dropped", "another date",
         "no event", "another topic"],
)  # fmt: skip
def test_timeline_leaves_out_what_has_no_certain_place(changed: Entry) -> None:
    assert opened(changed) == []


def test_timeline_does_not_order_two_tellings_of_one_event() -> None:
    again = an_opening("king", "king", "1931-05")
    link = [a_link("agrees", "old", "king")]
    assert made("timeline", a_pack(*OPENINGS[:2], again, link=link)) == []


@quickly
@given(packs())
def test_timeline_orders_by_dates_that_never_overlap_and_shows_none(pack: Pack) -> None:
    for question in of_kind(pack, "timeline"):
        dates = [
            next(value.span for value in pack.facts[name].slots.values() if isinstance(value, DateValue))
            for name in question.facts
        ]
        assert all(a.end and b.start and a.end < b.start for a, b in pairwise(dates))
        assert 3 <= len(dates) <= 4
        assert not any(date.words() in option.text for date in dates for option in question.options)


# compare-sources

AGREE = [a_length("a1", "mill", 44), a_length("a2", "mill", 44, cites=cited("mirror"))]
DIFFER = [a_length("d1", "foot", 17), a_length("d2", "foot", 19, cites=cited("mirror"))]
UPDATE = [
    a_count("u1", "old", "2011", 2500, status="reported"),
    a_count("u2", "old", "2018", 4200, cites=cited("mirror")),
]
LINKS = [a_link("agrees", "a1", "a2"), a_link("differs", "d1", "d2"), a_link("updates", "u1", "u2")]


def test_compare_sources_keys_what_the_link_declares_and_the_slots_prove() -> None:
    found = made("compare-sources", a_pack(*AGREE, *DIFFER, *UPDATE, link=LINKS))
    assert {question.facts: question.answer for question in found} == {
        ("a1", "a2"): "They agree",
        ("d1", "d2"): "They differ for one and the same date",
        ("u1", "u2"): "They differ because the dates differ",
    }


def test_compare_sources_shows_both_statements_after_their_sources_with_their_dates() -> None:
    found = made("compare-sources", a_pack(*AGREE, *UPDATE, link=[LINKS[0], LINKS[2]]))
    quotes = {question.facts[0]: question.quote.splitlines() for question in found}
    assert quotes["a1"][1] == "The Mirror (as of 3 May 2019): Mill Bridge is 44 metres long."
    assert quotes["u1"][0] == "The Herald: In 2011, 2,500 vehicles crossed Old Bridge."


def test_compare_sources_makes_nothing_while_one_label_alone_has_pairs() -> None:
    assert made("compare-sources", a_pack(*AGREE, link=LINKS[:1])) == []


@pytest.mark.parametrize(
    "second",
    [
        a_length("d2", "foot", 17, cites=cited("mirror")),
        a_length("d2", "foot", 19),
        a_length("d2", "rail", 19, cites=cited("mirror")),
        a_length("d2", "foot", 19, cites=cited("mirror"), as_of="2011"),
        a_length("d2", "foot", 19, cites=cited("mirror"), as_of="2019"),
        a_length("d2", "foot", 19, cites=cited("mirror"), as_of="unknown"),
        a_length("d2", "foot", 19, cites=cited("mirror"), not_asked="Loose."),
    ],
    ids=["same value", "same source", "another thing", "another date", "overlapping", "no date", "not asked"],
)  # fmt: skip
def test_compare_sources_leaves_out_a_difference_that_is_not_proven(second: Entry) -> None:
    first = a_length("d1", "foot", 17, asserted_by=None)
    if second["cites"] == first["cites"]:
        second = second | {"asserted_by": "penn", "status": "attributed"}
    pack = a_pack(*AGREE, *UPDATE, first, second, link=LINKS)
    assert "d1" not in facts_of(made("compare-sources", pack))


def test_compare_sources_asks_each_label_equally_often() -> None:
    more = [
        fact
        for number, bridge in enumerate(("old", "new", "king"))
        for fact in (
            a_length(f"m{number}", bridge, 100),
            a_length(f"n{number}", bridge, 100, cites=cited("courier")),
        )
    ]
    links = [*LINKS, *(a_link("agrees", f"m{number}", f"n{number}") for number in range(3))]
    answers = Counter(
        q.answer for q in made("compare-sources", a_pack(*AGREE, *DIFFER, *UPDATE, *more, link=links))
    )
    assert set(answers.values()) == {1}


@quickly
@given(packs())
def test_compare_sources_never_contradicts_the_slots(pack: Pack) -> None:
    found = of_kind(pack, "compare-sources")
    for question in found:
        a, b = (pack.facts[name] for name in question.facts)
        same = same_value(a.slots[question.slot], b.slots[question.slot])
        assert (question.answer == "They agree") == same
        assert set(a.sources).isdisjoint(b.sources)
        assert any({a.id, b.id} <= set(link.facts) for link in pack.links)
    assert len(set(Counter(question.answer for question in found).values())) <= 1


# evidence

CLAIM = a_length("claim", "old", 120)
NEAR = a_painting("near", "mill")
FAR = [
    a_position("far", "attributed", "penn", "steel came by boat in the end", cites=cited("herald", 5)),
    a_position("off", "attributed", "holt", "the crew slept on the site", cites=cited("herald", 6)),
]


def evidence_for_claim(*facts: Entry, **changes: list[Entry]) -> list[Question]:
    found = made("evidence", a_pack(CLAIM, *facts, **changes))
    return [question for question in found if question.facts == ("claim",)]


def test_evidence_is_in_the_passage_that_also_says_what_stands_in_the_same_paragraph() -> None:
    (question,) = evidence_for_claim(
        a_position("near", "attributed", "marsh", "the paint was cheap", cites=cited()), *FAR
    )
    assert question.quote == "Old Bridge is 120 metres long."
    assert key(question) == "Eva Marsh said that the paint was cheap"
    assert wrong(question) == {
        "Ada Penn said that steel came by boat in the end",
        "Ben Holt said that the crew slept on the site",
    }
    told = {option.correct: option.feedback for option in question.options}
    assert "paragraph 3" in told[True]
    assert "the statement rests on paragraph 3" in told[False]


@pytest.mark.parametrize(
    ("facts", "links"),
    [
        ([*FAR], []),
        ([NEAR, FAR[0]], []),
        ([NEAR, *FAR], [a_link("agrees", "claim", "far")]),
        ([NEAR, FAR[0], FAR[1] | {"cites": cited("herald", 6, context=[3])}], []),
        ([NEAR, FAR[0], a_painting("off", "old", cites=cited("herald", 6))], []),
        ([NEAR, *FAR, a_length("again", "old", 120, cites=cited("herald", 6))], []),
        ([NEAR, FAR[0], FAR[1] | {"cites": cited("courier", 6)}], []),
    ],
    ids=["nothing beside it", "one other passage", "linked", "refers to it", "shares a value",
         "said again there", "another source"],
)  # fmt: skip
def test_evidence_is_not_asked_where_another_passage_may_bear_on_it(
    facts: list[Entry], links: list[Entry]
) -> None:
    assert evidence_for_claim(*facts, link=links) == []


@quickly
@given(packs())
def test_evidence_offers_one_passage_that_holds_the_statement(pack: Pack) -> None:
    for question in of_kind(pack, "evidence"):
        rests_on = set(question.citations[0].paragraphs)
        for option in question.options:
            assert option.correct == (not rests_on.isdisjoint(option.citations[0].paragraphs))
            assert option.citations[0].source == question.citations[0].source


# level-of-government


def test_a_labelled_slot_is_asked_with_its_labels_in_their_order() -> None:
    (question,) = made("level-of-government", a_pack(a_duty("d", "old", "the county’s")))
    assert [option.text for option in question.options] == ["the town’s", "the county’s", "the state’s"]
    assert question.form == Choice(3, 1)
    assert question.stem.endswith("whose duty is it to mend Old Bridge?")
    assert all(option.citations[0].fact == "d" for option in question.options)


def test_a_labelled_slot_is_not_asked_by_value() -> None:
    duties = [
        a_duty(name, name, f"the {who}’s")
        for name, who in (("old", "town"), ("new", "county"), ("mill", "state"))
    ]
    assert made("value", a_pack(*duties)) == []


def test_a_label_is_not_asked_where_another_may_fit_or_none_is_proven_false() -> None:
    other = a_duty("e", "old", "the state’s", cites=cited("courier"))
    assert made("level-of-government", a_pack(a_duty("d", "old", "the town’s"), other)) == []
    loose = UPKEEP | {"determines": []}
    assert made("level-of-government", a_pack(a_duty("d", "old", "the town’s"), relation=[loose])) == []


def test_a_filler_that_is_no_label_is_a_problem() -> None:
    with pytest.raises(PackError, match="none of the labels"):
        a_pack(a_duty("d", "old", "nobody’s"))


def test_labels_for_a_slot_that_the_relation_lacks_are_a_problem() -> None:
    with pytest.raises(PackError, match="labels"):
        a_pack(a_fact(), relation=[UPKEEP | {"labels": {"lvl": ["a", "b", "c"]}}])


# wording

LOADED = a_length("l", "old", 120, loaded="a vain hulk")
PLAIN = [a_length("p", "new", 640), a_length("q", "mill", 440)]


def test_wording_prefers_phrases_that_our_own_statement_repeats_to_names_and_figures() -> None:
    told = [
        a_painting("r", "mill", says="{bridge} was painted by a local firm", words=["a local firm"]),
        a_painting("s", "king", says="{bridge} was painted in one night", words=["in one night"]),
        a_painting("t", "new", says="{bridge} was painted cheaply", words=["for a song"]),
    ]
    (question,) = made("wording", a_pack(LOADED, *PLAIN, *told))
    assert wrong(question) == {"“a local firm”", "“in one night”"}
    proofs = {option.proof for option in question.options if not option.correct}
    assert proofs == {"its words stand in the even-handed statement too"}


def test_wording_sets_single_words_beside_a_single_one() -> None:
    loaded = a_length("l", "old", 120, loaded="sprawling")
    told = a_painting(
        "r", "mill", says="{bridge} was repainted by hired painters", words=["hired painters repainted it"]
    )
    (question,) = made("wording", a_pack(loaded, told))
    assert wrong(question) == {"“painters”", "“repainted”"}


def test_wording_asks_for_the_loaded_phrase_among_plain_ones_of_the_same_source() -> None:
    (question,) = made("wording", a_pack(LOADED, *PLAIN))
    assert key(question) == "“a vain hulk”"
    assert wrong(question) == {"“120 metres”", "“Old Bridge”"}
    assert question.stem == "Each of these phrases is printed in the Herald. Which one judges what it tells?"
    assert question.explanation.statement.startswith(
        "The Herald prints “a vain hulk”; said evenly: Old Bridge"
    )
    assert question.explanation.evidence[0] == ("a vain hulk",)


def test_wording_asks_nothing_without_two_plain_phrases_of_the_same_source() -> None:
    said = a_position("l", "reported", None, "the work went on", loaded="a vain hulk")
    apart = [fact | {"cites": cited("courier")} for fact in PLAIN]
    assert len(made("wording", a_pack(said, *PLAIN))) == 1
    assert made("wording", a_pack(said, *apart)) == []


def test_wording_offers_no_phrase_with_a_loaded_word() -> None:
    slot = {"value": 640, "text": "640 metres of eyesore", "unit": "metres"}
    said = a_position("l", "reported", None, "the work went on", loaded="a vain hulk")
    other = a_fact("p", slots={"bridge": "new", "metres": slot}, says="{bridge} is long", asks=[])
    assert made("wording", a_pack(said, other)) == []  # “New Bridge” alone is left


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [("long", "stands in `says` too"), ("a " * 10 + "wreck", "has 11 words")],
)  # fmt: skip
def test_a_loaded_phrase_that_cannot_be_quoted_is_a_problem(phrase: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem):
        a_pack(a_fact(loaded=phrase))


@quickly
@given(packs())
def test_wording_keys_a_quoted_phrase_of_the_pack_and_nothing_else(pack: Pack) -> None:
    for question in of_kind(pack, "wording"):
        assert key(question) == f"“{pack.facts[question.facts[0]].loaded}”"
        assert {option.citations[0].source for option in question.options} == {question.citations[0].source}


def test_every_kind_can_be_made_of_a_full_pack() -> None:
    kinds = {question.kind for question in bank(a_full_pack(), "s")}
    assert {"timeline", "compare-sources", "evidence", "level-of-government", "wording"} <= kinds
