"""Codes and names: pure functions."""

from __future__ import annotations

from random import Random

import pytest

from quizapp.classroom.codes import LETTERS, new_code, read_code, spaced_code
from quizapp.classroom.names import clean_name, generated_name, name_key


def test_a_code_has_so_many_letters_and_no_vowel_or_look_alike() -> None:
    assert len(new_code(8)) == 8
    assert set("".join(new_code(8) for _ in range(200))) == set(LETTERS)
    assert not set(LETTERS) & set("AEIOUYL0125S")


@pytest.mark.parametrize("typed", ["bcd-ghj", " BCD GHJ ", "b.c.d.g.h.j", "ＢＣＤＧＨＪ", "bcd\u2011ghj"])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert read_code(typed) == "BCDGHJ"


def test_a_code_is_shown_in_groups() -> None:
    assert (spaced_code("BCDGHJMP"), spaced_code("BCDGHJ")) == ("BCDG HJMP", "BCD GHJ")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada Lovelace", " ada  LOVELACE "), ("Zoë", "Zoe\u0308"), ("Straße", "STRASSE"), ("Ada", "A\u200bda")],
)
def test_case_spaces_and_unseen_characters_do_not_make_another_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_key_fits_its_column_though_folding_lengthens_names() -> None:
    assert len(name_key("ß" * 60)) == 60


def test_a_kept_name_has_no_control_or_direction_characters() -> None:
    assert clean_name(" A\x00da\t\u202eLove\n ") == "Ada Love"
    assert clean_name("<b>Ada</b>") == "<b>Ada</b>"
    assert clean_name("Ada \u202e Love \x00") == "Ada Love"


def test_a_generated_name_is_two_words_and_free() -> None:
    taken: set[str] = set()
    for seed in range(300):
        name = generated_name(taken, Random(seed))
        assert (len(name.split()), name_key(name) in taken) == (2, False)
        taken.add(name_key(name))


def test_a_class_that_has_every_generated_name_gets_one_with_a_number() -> None:
    class Everything:
        def __contains__(self, _key: object) -> bool:
            return True

    assert generated_name(Everything(), Random(1)).split()[2].isdigit()
