from __future__ import annotations

import pytest

from tests.visiting import Visitor, words_of


def test_each_link_has_its_reason_and_the_statements_with_their_sources(bridges: Visitor) -> None:
    words = words_of(bridges.get("/compare/bridges"))
    assert (
        "The bylaw leaves out the ramps. Old Bridge is 120 metres long. Reported fact · as of 3 May 2019 "
        "Town Herald, 2019 Old Bridge is 118 metres long. Reported fact · as of 1949 Town Record, 2019"
    ) in words


def test_links_are_grouped_by_kind_with_their_number(bridges: Visitor) -> None:
    words = words_of(bridges.get("/compare/bridges"))
    assert "3 comparisons in all" in words
    assert "Sources that differ 1 Later figures and events 1 Sources that agree 1" in words
    assert "Statements that answer each other" not in words


def test_what_stands_within_one_text_is_folded_away(bridges: Visitor) -> None:
    words = words_of(bridges.get("/compare/bridges"))
    assert "Within one text: 1 Both are in one list." in words


def test_each_statement_links_to_its_source(bridges: Visitor) -> None:
    page = bridges.get("/compare/bridges").text
    assert 'href="/sources/bridges/record#fact-old-length-record"' in page
    assert 'href="/sources/bridges/herald#fact-old-length"' in page


def test_a_pack_without_links_says_so(visitor: Visitor) -> None:
    assert "No statement of these sources has been set beside another yet." in words_of(
        visitor.get("/compare/harbour")
    )


@pytest.mark.parametrize("page", ["timeline", "compare", "corrections"])
def test_every_page_about_sources_leads_to_the_others_and_to_no_unknown_pack(
    bridges: Visitor, page: str
) -> None:
    text = bridges.get(f"/{page}/bridges").text
    assert all(f'href="/{other}/bridges"' in text for other in ("timeline", "compare", "corrections"))
    assert f'href="/{page}/bridges"' in bridges.get("/sources").text
    assert bridges.get(f"/{page}/nowhere").status_code == 404
