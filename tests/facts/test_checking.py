"""What must hold in a pack beyond its shape: sense, neutral wording, no claim against itself."""

from __future__ import annotations

from typing import Any

import pytest

from quizapp.facts.reading import PackError
from tests.pack_builders import (
    Entry,
    a_count,
    a_fact,
    a_length,
    a_link,
    a_pack,
    a_position,
    a_source,
    cited,
)


def problems(*facts: Entry, **changes: Any) -> list[str]:
    """Return what checking finds, without the places."""
    try:
        a_pack(*facts, **changes)
    except PackError as error:
        return [line.split('": ', 1)[1] for line in error.problems]
    return []


def test_a_loaded_word_outside_quotation_marks_is_a_problem() -> None:
    (found,) = problems(a_fact(says="the eyesore {bridge} is {metres} long"))
    assert found == 'says: "eyesore" is a loaded word outside quotation marks; quote it or say it neutrally'


def test_a_loaded_word_inside_quotation_marks_is_none() -> None:
    assert problems(a_fact(says="the “eyesore” {bridge} is {metres} long")) == []


def test_a_loaded_word_in_a_link_is_a_problem_where_the_link_stands() -> None:
    link = a_link("agrees", "old-length", "b", why="Both call it an eyesore.")
    with pytest.raises(PackError) as error:
        a_pack(a_fact(), a_length("b", "new", 3), link=[link])
    assert error.value.problems[0].startswith('bridges/all.toml: link "old-length + b": why: "eyesore" is')


def test_a_quoted_phrase_has_nine_words_at_most() -> None:
    nine = "one two three four five six seven eight nine"
    assert problems(a_fact(says=f"{{bridge}} is {{metres}}, “{nine}”")) == []
    (found,) = problems(a_fact(says=f"{{bridge}} is {{metres}}, “{nine} ten”"))
    assert found == f'"{nine} ten" has 10 words; a phrase from a source has at most 9'


def test_words_as_printed_have_nine_at_most_too() -> None:
    text = "some 120 metres " + "and more " * 4
    assert (
        "has 11 words" in problems(a_fact(slots={"bridge": "old", "metres": {"value": 120, "text": text}}))[0]
    )
    assert "has 10 words" in problems(a_fact(words=["a b c d e f g h i j"]))[0]


def test_straight_quotation_marks_and_full_stops_are_problems() -> None:
    assert "curly quotation marks" in problems(a_fact(says='{bridge} is "{metres}" long'))[0]
    assert "leave the full stop out" in problems(a_fact(says="{bridge} is {metres} long."))[0]


def test_a_fact_without_slots_or_quotes_names_the_words_that_carry_it() -> None:
    fact = a_position("x", "opinion", "penn", "it is fine")
    assert problems(fact) == []
    (found,) = problems(fact | {"words": []})
    assert found.startswith("words: no slot, no quoted phrase and no words")


def test_opinions_are_positions_and_never_asked_right_or_wrong() -> None:
    found = problems(a_fact(status="opinion"))
    assert [line.split(":")[0] for line in found] == ["kind", "asks"]


def test_an_attributed_claim_names_its_speaker() -> None:
    assert problems(a_fact(status="attributed"))[0].startswith("asserted_by: missing")
    assert problems(a_fact(status="attributed", asserted_by="penn")) == []


def test_a_question_that_gives_its_answer_away_is_a_problem() -> None:
    (found,) = problems(a_fact(ask={"metres": "is {bridge} really 120 metres long?"}))
    assert found == "ask.metres: the question gives its own answer away; take it out"


def test_what_is_known_from_elsewhere_only_cannot_be_asked() -> None:
    slot = {"value": 120, "text": "120", "external": "courier"}
    (found,) = problems(a_fact(slots={"bridge": "old", "metres": slot}))
    assert found == 'asks: "metres" is known from elsewhere, so herald cannot be asked for it'


def test_one_speaker_in_one_source_gives_a_determined_slot_one_value() -> None:
    (found,) = problems(a_fact(), a_length("other", "old", 130))
    assert found.startswith('slots.metres: "130 metres", but fact "old-length" gives "120 metres"')


@pytest.mark.parametrize(
    "other",
    [
        a_length("other", "old", 130, cites=cited("courier")),
        a_length("other", "old", 130, status="attributed", asserted_by="penn"),
        a_length("other", "new", 130),
        a_length("other", "old", 120),
    ],
    ids=["another source", "another speaker", "another bridge", "the same value"],
)
def test_who_or_what_differs_is_no_conflict(other: Entry) -> None:
    assert problems(a_fact(), other) == []


def test_figures_conflict_only_for_the_very_same_date() -> None:
    first = a_count("a", "old", "2011", 900)
    assert problems(first, a_count("b", "old", "2012", 1200)) == []
    assert problems(first, a_count("b", "old", "2011-05", 1200)) == []
    assert problems(a_count("a", "old", "unknown", 900), a_count("b", "old", "unknown", 1200)) == []
    assert len(problems(first, a_count("b", "old", "2011", 1200))) == 1


def test_a_source_known_only_by_reference_needs_no_paragraphs() -> None:
    courier = a_source("courier", paragraphs=[], boilerplate=[], seen="primary")
    sources = [a_source("herald"), courier, a_source("mirror")]
    assert problems(a_fact(cites=[{"source": "courier"}]), source=sources) == []
