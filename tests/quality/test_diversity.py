"""How varied the wording is: stems are compared with what facts fill in masked."""

from __future__ import annotations

from quizapp.generation.bank import bank
from quizapp.quality.diversity import diversity, template
from tests.builders import a_question
from tests.pack_builders import a_full_pack, a_length, a_pack, a_position

PACK = a_pack(
    a_length("old-length", "old", 120),
    a_length("new-length", "new", 640, asserted_by="holt", status="attributed"),
    a_position("marsh-says", "attributed", "marsh", "it is fine"),
)


def asking(stem: str, *facts: str) -> str:
    return template(PACK, a_question(stem=stem, facts=facts))


def test_values_speakers_and_sources_are_masked() -> None:
    assert (
        asking("According to Ben Holt, as reported by the Herald, how long is New Bridge?", "new-length")
        == "According to {speaker}, as reported by {source}, how long is {bridge}?"
    )


def test_dates_of_a_source_and_other_figures_are_masked() -> None:
    assert asking("In the Herald (as of 3 May 2019), is it 12?", "old-length") == "In {source}, is it {n}?"


def test_stems_that_differ_in_what_is_filled_in_share_a_template() -> None:
    stems = ["how long is Old Bridge?", "how long is New Bridge?", "what is 120 metres long?"]
    asked = [
        a_question(stem=stem, facts=facts)
        for stem, facts in zip(stems, [("old-length",), ("new-length",), ("old-length",)], strict=True)
    ]
    found = diversity(PACK, asked, "s")
    assert (found.templates, found.largest, found.frame) == (2, 2 / 3, "how long is {bridge}?")


def test_overlap_is_one_for_equal_stems_and_none_for_unlike_ones() -> None:
    same = [a_question(facts=("old-length",), stem="how long is it now?") for _ in range(3)]
    unlike = [
        a_question(facts=("old-length",), stem=stem) for stem in ("how long is it?", "who was there then?")
    ]
    assert diversity(PACK, same, "s").overlap > 0.6  # the rest drew one question twice
    assert diversity(PACK, unlike, "s").overlap == 0


def test_a_bank_has_many_templates() -> None:
    pack = a_full_pack()
    found = diversity(pack, bank(pack, "s"), "s")
    assert found.templates > 10
    assert 0 < found.largest < 0.5


def test_no_question_has_no_template() -> None:
    assert diversity(PACK, [], "s").templates == 0
