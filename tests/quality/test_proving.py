"""Citations proven: the evidence stands in the cited paragraphs, and what a reader finds there is counted."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.facts.pack import Pack
from quizapp.generation.bank import bank
from quizapp.generation.question import Question
from quizapp.quality.proof_report import proven, table
from quizapp.quality.proving import Readings, found, known_paragraphs, measure, passage, unproven
from tests.pack_builders import LINES, a_design, a_fact, a_pack, a_position, a_source, cited

TEXTS = {"herald.txt": "\n".join(LINES)}
HOLT_SAYS = a_position("holt-says", "attributed", "holt", "it is fine", cites=cited("herald", 4))
OTHERS = [a_position(f"{name}-says", "attributed", name, f"{name} was there") for name in ("penn", "marsh")]


def a_proven_pack() -> Pack:
    return a_pack(a_fact(cites=cited("herald", 3, context=[1])))


def number_questions(pack: Pack) -> list[Question]:
    return [question for question in bank(pack, "s") if question.kind == "number"]


def test_a_passage_is_the_byline_the_paragraphs_and_their_context() -> None:
    sources = [a_source("herald", author="Eva Marsh"), a_source("courier"), a_source("mirror")]
    pack = a_pack(a_fact(cites=cited("herald", 3, context=[1])), source=sources)
    known = known_paragraphs(pack, TEXTS.values())
    assert passage(pack, pack.facts["old-length"], known) == f"By Eva Marsh\n{LINES[2]}\n{LINES[0]}"


def test_evidence_in_the_cited_paragraphs_is_proven() -> None:
    pack = a_proven_pack()
    assert unproven(pack, bank(pack, "s"), known_paragraphs(pack, TEXTS.values())) == []


def test_evidence_that_is_not_there_is_told_once_with_fact_and_kind() -> None:
    pack = a_pack(a_fact(cites=cited("herald", 4, context=[1])))
    asked = number_questions(pack)
    assert unproven(pack, asked * 2, known_paragraphs(pack, TEXTS.values())) == [
        'bridges/all.toml: fact "old-length": number: “120 metres” is not in the cited paragraphs; '
        "cite where it stands"
    ]


def test_who_said_needs_the_speaker_s_name() -> None:
    pack = a_pack(HOLT_SAYS, *OTHERS)
    asked = [one for one in bank(pack, "s") if one.kind == "who-said" and one.facts == ("holt-says",)]
    assert asked
    (problem,) = unproven(pack, asked, known_paragraphs(pack, TEXTS.values()))
    assert "who-said: the cited paragraphs do not name Ben Holt" in problem


def test_sources_without_a_text_are_passed_over() -> None:
    pack = a_pack(HOLT_SAYS, *OTHERS)
    assert unproven(pack, bank(pack, "s"), {}) == []
    assert measure(pack, bank(pack, "s"), {}, "s") == ()


def test_counts_what_the_reader_finds_with_the_cited_paragraph_with_none_and_with_another() -> None:
    pack = a_proven_pack()
    (row,) = measure(pack, number_questions(pack), known_paragraphs(pack, TEXTS.values()), "s")
    assert row == Readings("number", asked=1, cited=1, none=0, wrong=0, missed=())


def test_names_what_the_reader_does_not_find() -> None:
    pack = a_pack(a_fact(cites=cited("herald", 4)))
    (row,) = measure(pack, number_questions(pack), known_paragraphs(pack, TEXTS.values()), "s")
    assert (row.cited, row.missed) == (0, ("old-length.metres",))


def test_the_share_found_is_over_all_kinds_together() -> None:
    row = Readings("value", asked=3, cited=3, none=0, wrong=0, missed=())
    assert found([row, replace(row, asked=1, cited=0)]) == Fraction(3, 4)
    assert found([]) == 1


def test_a_pack_that_the_reader_cannot_answer_is_a_problem_with_its_table() -> None:
    slots = {"bridge": "old", "who": "penn"}
    pack = a_pack(a_design("old-design", "old", "penn", slots=slots, cites=cited("herald", 3)))
    proof = proven(pack, TEXTS)
    assert any(
        "a reader finds 0.0 % of the answers; at least 95.0 % are wanted" in one for one in proof.problems
    )
    missed = [line.split()[2:] for line in proof.table if "not found" in line]
    assert missed == [["cloze", "old-design.who"], ["short-answer", "old-design.who"]]


def test_the_table_has_a_line_for_each_kind_and_one_for_all() -> None:
    lines = list(table("bridges", [Readings("value", 200, 199, 0, 30, ("old.metres",))]))
    assert lines[2].split() == ["value", "200", "99.5", "%", "0.0", "%", "15.0", "%"]
    assert lines[3].split() == ["all", "200", "99.5", "%", "0.0", "%", "15.0", "%"]
    assert lines[4] == "  not found: value old.metres"
