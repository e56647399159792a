from __future__ import annotations

import re

import pytest

from tests.visiting import Visitor, words_of

HERALD = "/sources/bridges/herald"
RECORD = "/sources/bridges/record"


@pytest.mark.parametrize(
    "words",
    [
        "Outlet The Gazette",
        "Author not stated in the text Known from elsewhere A. Holm (the archive's index)",
        "Date not stated in the text",
        "What it passes on 1 Claims: the text names who makes them. Mayor Lindqvist "
        "Mayor Lindqvist said that the harbour opened in 1998. Paragraph 4. "
        "Says Mayor Lindqvist, relayed by the Gazette.",
        "A statement without a date of its own holds as of 1998.",
        "Questions none is made from it",
    ],
)
def test_a_source_says_what_it_is_and_what_is_taken_from_it(visitor: Visitor, words: str) -> None:
    assert words in words_of(visitor.get("/sources/harbour/gazette"))


def test_the_facts_can_be_had_in_the_order_of_the_text(visitor: Visitor) -> None:
    assert (
        "Paragraph 4 "
        "Mayor Lindqvist said that the harbour opened in 1998. "
        "Attributed claim. Says Mayor Lindqvist, relayed by the Gazette. "
        "The harbour opened in 1998. Reported fact. Said in the text’s own voice."
    ) in words_of(visitor.get("/sources/harbour/gazette?order=text"))


def test_reports_claims_and_opinions_stay_apart(bridges: Visitor) -> None:
    words = words_of(bridges.get(HERALD))
    reports, claims, opinions = (
        words.index(part) for part in ("What it reports", "What it passes on", "What is opinion")
    )
    assert reports < words.index("Old Bridge opened in 1954.") < claims
    assert claims < words.index("Ada Penn said that the steel came by boat.") < opinions
    assert opinions < words.index("Opinion · Paragraph 4")
    assert "The text itself The text itself says that the town deserved it." in words


@pytest.mark.parametrize("order", ["", "?order=text"])
def test_every_fact_has_one_anchor(bridges: Visitor, order: str) -> None:
    page = bridges.get(HERALD + order).text
    anchors = re.findall(r'id="(fact-[^"]+)"', page)
    assert len(anchors) == len(set(anchors)) > 15
    assert len(re.findall(r'id="([^"]+)"', page)) == len(set(re.findall(r'id="([^"]+)"', page)))


def test_a_source_lists_what_others_add_with_a_link_to_their_fact(bridges: Visitor) -> None:
    page = bridges.get(HERALD)
    assert "differs The bylaw leaves out the ramps. Here Old Bridge is 120 metres long." in words_of(page)
    assert 'href="/sources/bridges/record#fact-old-length-record"' in page.text
    assert 'href="#fact-old-length"' in page.text


def test_what_stands_in_the_same_text_is_not_what_others_add(bridges: Visitor) -> None:
    assert "Both are in one list." not in words_of(bridges.get(HERALD))


@pytest.mark.parametrize(
    "words",
    [
        "Issued by Town Council Citation Bylaw 12 (1949) Date not stated As of 1949",
        "Seen at https://example.org/bylaw-12 Verified Primary text seen in excerpt",
        "Old Bridge is 118 metres long. § 2(b)",
    ],
)
def test_a_source_known_by_reference_says_where_and_how_far_it_was_seen(bridges: Visitor, words: str) -> None:
    assert words in words_of(bridges.get(RECORD))


def test_a_link_away_does_not_tell_where_one_comes_from(bridges: Visitor) -> None:
    assert '<a href="https://example.org/bylaw-12" rel="noreferrer">' in bridges.get(RECORD).text


def test_the_questions_made_from_a_source_are_counted_by_kind(bridges: Visitor) -> None:
    found = re.search(
        r"Questions (\d+), on (\d+) of its (\d+) facts: (.*?\))(?: [A-Z]|$)", words_of(bridges.get(HERALD))
    )
    assert found
    assert int(found[1]) == sum(map(int, re.findall(r"\((\d+)\)", found[4]))) > 0
    assert 0 < int(found[2]) <= int(found[3])


def test_the_list_tells_texts_from_what_is_known_by_reference(bridges: Visitor) -> None:
    words = words_of(bridges.get("/sources"))
    assert words.index("Texts cited by paragraph") < words.index("Town Herald, 2019")
    assert "Statute Town Record, 2019 A report on the town's bridges. 1 fact · Primary text seen" in words
