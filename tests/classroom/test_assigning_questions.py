"""Choosing, leaving out and swapping: over plain values, without the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from quizapp.classroom.assigning.choices import Choices, usual_choices
from quizapp.classroom.assigning.dealing import deal
from quizapp.classroom.assigning.drafting import DraftBank
from quizapp.classroom.assigning.rearranging import NO_OTHER, NONE_FITS, SAME, Spot, leave_out, swap
from quizapp.classroom.assigning.selection import Selection, questions_in, read_families, read_forms
from quizapp.facts.pack import Pack
from quizapp.generation.cueing import cues
from quizapp.generation.question import Question
from tests.pack_builders import a_full_pack


@pytest.fixture(scope="module")
def bridges() -> DraftBank:
    return DraftBank(a_full_pack(), "s")


@pytest.fixture(scope="module")
def shipped(shipped_packs: Mapping[str, Pack]) -> DraftBank:
    return DraftBank(next(iter(shipped_packs.values())), "s")


def chosen(bank: DraftBank, choices: Choices) -> Selection:
    return deal(bank, choices, Selection(bank.seed)).selection


def forms_of(bank: DraftBank, selection: Selection) -> tuple[tuple[Question, ...], ...]:
    found = questions_in(bank, selection)
    assert found is not None
    return found


def cells(form: tuple[Question, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.topic, one.kind) for one in form)


def test_only_what_was_ticked_is_asked(bridges: DraftBank) -> None:
    choices = Choices(("building",), ("value", "number"), length=3)
    (form,) = forms_of(bridges, chosen(bridges, choices))
    assert {one.topic for one in form} == {"building"}
    assert {one.kind for one in form} <= {"value", "number"}


def test_the_same_choices_and_seed_give_the_same_questions(bridges: DraftBank) -> None:
    again = DraftBank(bridges.pack, bridges.seed)
    choices = usual_choices(bridges.pack)
    assert chosen(again, choices) == chosen(bridges, choices)


def test_what_a_small_pack_cannot_give_is_said_with_how_far_it_goes(bridges: DraftBank) -> None:
    found = deal(bridges, replace(usual_choices(bridges.pack), length=50), Selection("s"))
    given = len(found.selection.forms[0])
    assert any(words.startswith("50 questions were asked for") for words in found.lacks)
    assert given < 50
    assert any(str(given) in words and "Tick more topics" in words for words in found.lacks)


def test_a_difficulty_out_of_reach_is_said(bridges: DraftBank) -> None:
    choices = Choices(("building", "care"), ("what-kind",), length=2, level="harder")
    lacks = deal(bridges, choices, Selection("s")).lacks
    assert any(words.startswith("A mean difficulty near 65 of 100 was asked for") for words in lacks)


def test_parallel_forms_are_alike_and_their_common_facts_are_said(bridges: DraftBank) -> None:
    found = deal(bridges, replace(usual_choices(bridges.pack), length=8, forms=3), Selection("s"))
    forms = forms_of(bridges, found.selection)
    assert len(forms) == 3
    asked = Counter(name for form in forms for one in form for name in one.facts)
    assert any("asked again in another form" in words for words in found.lacks) == (max(asked.values()) > 1)


def test_a_pack_without_questions_gives_none_and_says_so(bridges: DraftBank) -> None:
    found = deal(bridges, Choices(("care",), ("numeracy",), length=5), Selection("s"))
    assert found.selection.forms == ()
    assert "give none" in found.lacks[0]


def test_a_swap_keeps_topic_and_kind_and_gives_no_answer_away(shipped: DraftBank) -> None:
    choices = usual_choices(shipped.pack)
    before = chosen(shipped, choices)
    (form,) = forms_of(shipped, before)
    for position in range(len(form)):
        done = swap(shipped, choices, before, Spot(0, position))
        (swapped,) = forms_of(shipped, done.selection)
        if done.note.startswith(SAME):
            assert cells(swapped) == cells(form)
        assert {one.family for one in swapped} != {one.family for one in form}
        assert not cues(shipped.pack, swapped)


def test_swapping_again_and_again_never_shows_what_was_swapped_away(shipped: DraftBank) -> None:
    choices = usual_choices(shipped.pack)
    selection, seen = chosen(shipped, choices), set()
    for _ in range(8):
        seen.add(forms_of(shipped, selection)[0][2].family)
        selection = swap(shipped, choices, selection, Spot(0, 2)).selection
        assert seen.isdisjoint(one.family for one in forms_of(shipped, selection)[0])


def test_without_another_of_its_kind_the_nearest_comes_and_in_the_end_none(bridges: DraftBank) -> None:
    choices = usual_choices(bridges.pack)
    selection = chosen(bridges, choices)
    notes: list[str] = []
    while not notes or notes[-1] != NONE_FITS:
        done = swap(bridges, choices, selection, Spot(0, 0))
        selection = done.selection
        notes.append(done.note)
    assert any(note.startswith(NO_OTHER) for note in notes)
    assert len(notes) < 200


def test_a_question_of_parallel_forms_is_left_out_of_all_and_its_like_of_the_others(
    shipped: DraftBank,
) -> None:
    choices = replace(usual_choices(shipped.pack), forms=3)
    before = chosen(shipped, choices)
    done = leave_out(shipped, before, Spot(1, 4))
    forms = forms_of(shipped, done.selection)
    left = forms_of(shipped, before)[1][4]
    assert [len(form) for form in forms] == [9, 9, 9]
    assert cells(forms[0]) == cells(forms[1]) == cells(forms[2])
    assert left.family not in {one.family for form in forms for one in form}
    assert "form A and form C" in done.note


def test_what_was_left_out_does_not_come_back_with_other_choices(bridges: DraftBank) -> None:
    choices = usual_choices(bridges.pack)
    selection = leave_out(bridges, chosen(bridges, choices), Spot(0, 0)).selection
    longer = deal(bridges, replace(choices, length=20), selection).selection
    families = {one.family for one in forms_of(bridges, longer)[0]}
    assert families.isdisjoint(selection.left_out)


def test_a_selection_goes_through_a_page_unchanged(bridges: DraftBank) -> None:
    selection = chosen(bridges, replace(usual_choices(bridges.pack), forms=2, length=3))
    assert read_forms(selection.forms_text) == selection.forms


@pytest.mark.parametrize(
    "text", ["", "a", "1..2", "1.1", "1_2_3_4_5_6_7", ".".join(map(str, range(51))), "9999999", "1.2\n", "-1"]
)
def test_forms_that_no_page_holds_are_read_as_none(text: str) -> None:
    assert read_forms(text) == ()


def test_a_number_beyond_the_drafts_is_no_selection(bridges: DraftBank) -> None:
    assert questions_in(bridges, Selection("s", ((999_999,),))) is None


def test_families_are_read_once_each_and_bounded() -> None:
    many = [f"{number:016x}" for number in range(400)]
    assert read_families("x 0123456789abcdef 0123456789abcdef") == ("0123456789abcdef",)
    assert read_families(" ".join(many)) == tuple(many[-300:])
