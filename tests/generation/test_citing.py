"""The words around a question: who says so, where, as of when; and what linked facts add."""

from __future__ import annotations

import pytest

from quizapp.facts.dates import parse_date
from quizapp.facts.pack import Pack
from quizapp.generation.citing import explanation, latest_of, lead_in, references, second_look
from tests.pack_builders import (
    Entry,
    a_count,
    a_fact,
    a_length,
    a_link,
    a_pack,
    a_position,
    a_source,
    an_opening,
    cited,
)


def led_in(fact: Entry) -> str:
    pack = a_pack(fact)
    return lead_in(pack, pack.facts[fact["id"]])


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (a_fact(), "According to the Herald (as of 3 May 2019)"),
        (a_fact(as_of="2018"), "According to the Herald (as of 2018)"),
        (a_fact(as_of="unknown"), "According to the Herald"),
        (an_opening("x", "old", "1954"), "According to the Herald"),
        (a_fact(status="attributed", asserted_by="penn", as_of="unknown"),
         "According to Ada Penn, as reported by the Herald"),
    ],
    ids=["own voice", "another date", "unknown date", "dated by a slot", "a speaker"],
)  # fmt: skip
def test_a_question_leads_in_with_who_says_so_where_and_as_of_when(fact: Entry, words: str) -> None:
    assert led_in(fact) == words


def test_a_reference_says_what_the_text_does_not_state() -> None:
    herald = a_source("herald", date={"value": "May 2019", "where": "the index"})
    pack = a_pack(a_fact(), source=[herald, a_source("courier"), a_source("mirror")])
    (reference,) = references(pack, pack.facts["old-length"])
    assert (reference.outlet, reference.author, reference.date) == ("Town Herald", None, None)
    assert reference.elsewhere == ("date: May 2019 (the index)",)
    assert reference.paragraphs == (3,)


def test_each_place_is_cited_once() -> None:
    pack = a_pack(a_fact(cites=[*cited("herald"), *cited("courier")]))
    fact = pack.facts["old-length"]
    assert [reference.source for reference in references(pack, fact, fact)] == ["herald", "courier"]


def test_the_explanation_begins_with_the_truth_and_the_printed_words_of_the_key() -> None:
    pack = a_pack(a_fact())
    told = explanation(pack, [pack.facts["old-length"]], "metres", "S1")
    assert told.statement == "Old Bridge is 120 metres long."
    assert told.evidence == (("120 metres",), ("Old Bridge",))
    assert told.status_note.startswith("Reported fact")


def test_no_words_in_print_are_known_of_a_text_that_is_not_held() -> None:
    courier = a_source("courier", paragraphs=[], boilerplate=[], seen="primary")
    pack = a_pack(
        a_fact(cites=[{"source": "courier"}]), source=[a_source("herald"), courier, a_source("mirror")]
    )
    assert explanation(pack, [pack.facts["old-length"]], "metres", "S1").evidence == ()


def linked(kind: str) -> Pack:
    facts = [a_length("a", "old", 120), a_length("b", "old", 125, cites=cited("courier"))]
    return a_pack(*facts, link=[a_link(kind, "a", "b", why="One counts the ramps.")])


@pytest.mark.parametrize("kind", ["differs", "updates", "answers", "qualifies"])
def test_a_second_look_says_what_a_linked_fact_adds_and_where(kind: str) -> None:
    pack = linked(kind)
    (look,) = second_look(pack, [pack.facts["a"]])
    assert (look.kind, look.why) == (kind, "One counts the ramps.")
    assert look.statements == ("Old Bridge is 125 metres long.",)
    assert [reference.source for reference in look.citations] == ["courier"]


def test_facts_that_agree_add_no_second_look() -> None:
    pack = linked("agrees")
    assert second_look(pack, [pack.facts["a"]]) == ()


def test_what_is_asked_itself_is_no_part_of_its_second_look() -> None:
    facts = [
        a_count("a", "old", "2011", 9),
        a_count("b", "old", "2012", 12),
        a_position("c", "opinion", "penn", "so"),
    ]
    pack = a_pack(*facts, link=[a_link("updates", "a", "b", "c")])
    (look,) = second_look(pack, [pack.facts["a"], pack.facts["b"]])
    assert look.statements == ("Ada Penn said that so.",)


def test_options_beside_a_source_known_by_reference_may_lie_after_it_but_not_after_the_pack() -> None:
    decision = a_source("courier", paragraphs=[], boilerplate=[], seen="primary", as_of="1998")
    sources = [a_source("herald"), decision, a_source("mirror")]
    facts = [a_fact(), a_length("c", "mill", 44, cites=[{"source": "courier"}])]
    pack = a_pack(*facts, source=sources)
    assert latest_of(pack, pack.facts["old-length"]).iso() == "2019-05-03"
    assert latest_of(pack, pack.facts["c"]) == pack.newest == parse_date("2019-05-03")
