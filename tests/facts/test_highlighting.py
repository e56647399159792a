import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.facts.highlighting import highlighted


def marked(paragraph: str, evidence: str) -> list[str]:
    return [piece.text for piece in highlighted(paragraph, [[evidence]]) if piece.marked]


def test_marks_the_evidence_and_keeps_what_surrounds_it() -> None:
    pieces = highlighted("By 2011, 72 agencies had joined.", [["72 agencies"]])
    assert [(p.text, p.marked) for p in pieces] == [
        ("By 2011, ", False),
        ("72 agencies", True),
        (" had joined.", False),
    ]


@pytest.mark.parametrize(
    ("paragraph", "evidence", "found"),
    [
        ("a “sanctuary” rule", '"sanctuary" rule', ["“sanctuary” rule"]),
        ("the county’s jail", "the county's jail", ["the county’s jail"]),
        ("in  two\u00a0 weeks", "two weeks", ["two\u00a0 weeks"]),
        ("2006–2010 figures", "2006-2010", ["2006–2010"]),
        ("Four weeks, then four weeks", "four weeks", ["Four weeks", "four weeks"]),
        ("The Straße is long", "strasse", ["Straße"]),
    ],
)
def test_quotes_dashes_spaces_and_case_do_not_count(paragraph: str, evidence: str, found: list[str]) -> None:
    assert marked(paragraph, evidence) == found


@pytest.mark.parametrize(
    ("paragraph", "evidence"), [("373 people", "73"), ("13.5 per cent", "13"), ("1,613", "613")]
)
def test_a_figure_is_not_found_inside_a_longer_one(paragraph: str, evidence: str) -> None:
    assert marked(paragraph, evidence) == []


def test_without_evidence_nothing_is_marked() -> None:
    assert [(p.text, p.marked) for p in highlighted("Some text.", [[" "], []])] == [("Some text.", False)]


@given(st.text(), st.text(max_size=6))
def test_the_pieces_always_join_to_the_paragraph(paragraph: str, evidence: str) -> None:
    assert "".join(piece.text for piece in highlighted(paragraph, [[evidence]])) == paragraph


@given(st.lists(st.text("abcß’“ \u00a012", min_size=1, max_size=5), min_size=3, max_size=3))
def test_marks_never_overlap_nor_run_backwards(parts: list[str]) -> None:
    pieces = highlighted("".join(parts), [parts[:2], parts[1:]])
    assert all(piece.text for piece in pieces) or not "".join(parts)


def test_of_several_ways_to_print_a_piece_the_longest_that_occurs_is_marked() -> None:
    pieces = highlighted("Ada Penn spoke. Penn left.", [["Penn", "Ada Penn", "Engineer Ada Penn"]])
    assert [piece.text for piece in pieces if piece.marked] == ["Ada Penn"]


def test_pieces_that_overlap_are_marked_as_one() -> None:
    pieces = highlighted("about 120 metres long", [["about 120"], ["120 metres"]])
    assert [piece.text for piece in pieces if piece.marked] == ["about 120 metres"]
