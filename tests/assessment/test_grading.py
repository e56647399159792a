"""How right is it?"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.forms import Choice, Number, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark, is_final
from quizapp.facts.quantities import parse_quantity, tolerance
from tests.assessment.answering import marked, selects


def credit(form: Select, places: list[int] | tuple[int, ...]) -> Fraction:
    return marked(form, *map(str, places)).credit


def test_a_choice_is_right_or_wrong() -> None:
    assert marked(Choice(3, 1), "1") == Mark(Fraction(1), "right")
    assert marked(Choice(3, 1), "2") == Mark(Fraction(0), "wrong")


def test_a_wrong_tick_takes_away_what_a_right_one_gives() -> None:
    form = Select(5, (0, 1, 2))
    assert marked(form, "0", "1", "4") == Mark(
        Fraction(1, 3), "partly right", "You ticked 2 of the 3 right options, and 1 that does not belong."
    )


def test_credit_for_ticks_is_never_below_zero() -> None:
    assert marked(Select(4, (0,)), "1", "2").credit == 0
    assert marked(Select(4, (0,)), "1", "2").verdict == "wrong"


@given(selects())
def test_ticking_exactly_the_key_is_right(form: Select) -> None:
    assert credit(form, form.key) == 1


@given(selects())
def test_ticking_everything_earns_full_credit_only_when_everything_is_right(form: Select) -> None:
    assert (credit(form, range(form.options)) == 1) == (len(form.key) == form.options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "unit", "typed"),
    [
        ("72", "agencies", "72"),
        ("72", "agencies", "seventy-two"),
        ("72", "agencies", "72 police forces"),
        ("about 22 million", "people", "22 million"),
        ("about 22 million", "people", "22,000,000"),
        ("about 22 million", "people", "20m"),
        ("22 million", "million people", "22"),
        ("22 million", "million people", "22 million"),
        ("55 percent", "%", "55"),
        ("55 percent", "%", "55 per cent"),
        ("50 percent", "%", "half"),
        ("48 hours", "hours", "2 days"),
        ("four-week", "weeks", "4"),
        ("four-week", "weeks", "four weeks"),
        ("3½", "years", "3.5"),
        ("49th", "", "49"),
        ("between 200 and 300", "people", "250"),
        ("between 200 and 300", "people", "200-300"),
        ("more than a dozen", "counties", "12"),
        ("$1.2bn", "$", "1,200 million"),
        ("1.2 million", "people", "1,250,000"),
        ("1.2 million", "people", "1.15m"),
        ("1.2 million", "people", "1200k"),
        ("1.2 million", "people", "1 200 000"),
        ("2,500", "people", "twenty-five hundred"),
        ("2,500", "people", "2.5 thousand"),
        ("$5 million", "$", "USD 5 million"),
        ("$5 million", "million dollars", "5"),
        ("22 million", "million people", "22m"),
        ("about 500", "people", "450"),
        ("about 500", "people", "550"),
        ("more than 1,000", "agencies", "1,100"),
        ("55 percent", "%", "11/20"),
        ("half", "of the counties", "50%"),
        ("half", "", "0.5"),
        ("two thirds", "", "67 percent"),
        ("0.5 percent", "%", "half a percent"),
        ("0.5 percent", "%", "half"),
        ("5 percentage points", "percentage points", "5"),
        ("5 percentage points", "", "5 pp"),
        ("3½", "years", "three and a half"),
        ("3½", "years", "42 months"),
        ("48", "hours", "48 huors"),
        ("55 percent", "%", "55 precent"),
        ("between 200 and 300", "people", "210 to 290"),
        ("-3", "degrees", "minus 3"),
    ],
)
def test_a_number_is_right_however_it_is_written(text: str, unit: str, typed: str) -> None:
    assert marked(Number(text, unit), typed).credit == 1


@pytest.mark.parametrize(
    ("text", "unit", "typed", "note"),
    [
        ("22 million", "people", "22", "You wrote 22; the source says 22 million: check the scale word."),
        ("22 million", "million people", "22 billion", "check the scale word"),
        ("22 million", "million people", "22 thousand", "check the scale word"),
        ("22 million", "million people", "21", "Within 5 percent"),
        ("1.2 million", "people", "1,149,999", "Within 5 percent"),
        ("1.2 million", "people", "1.26 million", "Within 5 percent"),
        ("1.2 million", "people", "1.2", "check the scale word"),
        ("1.2 million", "people", "1.2bn", "check the scale word"),
        ("72", "agencies", "72k", "check the scale word"),
        ("55 percent", "%", "0.55", "check the number of digits"),
        ("55 percent", "%", "55 agencies", "the source says 55 percent: check the unit."),
        ("0.5 percent", "%", "50%", "check the number of digits"),
        ("72", "agencies", "72%", "You wrote 72%; the source says 72 agencies: check the unit."),
        ("72", "agencies", "$72", "check the unit"),
        ("48 hours", "hours", "48 minutes", "the source says 48 hours: check the unit."),
        ("48", "hours", "48 people", "the source says 48 hours: check the unit."),
        ("$5 million", "$", "5 million euros", "check the unit"),
        ("about 500", "people", "449", "The right order of magnitude"),
        ("between 200 and 300", "people", "199", "The right order of magnitude"),
        ("between 200 and 300", "people", "100 to 300", "The right order of magnitude"),
        ("2,500", "people", "250", "check the number of digits"),
        ("55 percent", "%", "55 percentage points", "the source gives percent: the two are not the same"),
        ("5 percentage points", "", "5 percent", "the source gives percentage points"),
        ("48", "hours", "48 days", "You wrote 48 days; the source says 48 hours: check the unit."),
        ("$5 million", "$", "€5 million", "check the unit"),
        ("142", "agencies", "140", "Within 5 percent"),
        ("2,500", "people", "4,000", "The right order of magnitude"),
        ("72", "agencies", "1 to 1,000", "one figure, not a range"),
        ("72", "agencies", "37", ""),
        ("142", "agencies", "-142", ""),
        ("0", "agencies", "3", ""),
        ("1", "agency", "7", ""),
    ],
)
def test_a_wrong_number_earns_nothing_and_the_note_says_what_to_check(
    text: str, unit: str, typed: str, note: str
) -> None:
    mark = marked(Number(text, unit), typed)
    assert mark.credit == 0
    assert mark.verdict == "wrong"
    assert note in mark.note if note else mark.note == ""


def test_a_number_that_is_near_enough_hears_what_the_source_says() -> None:
    assert marked(Number("about 500", "people"), "480").note == "Near enough: the source says about 500."


def test_a_key_that_is_no_figure_is_a_defect_of_the_question() -> None:
    with pytest.raises(ValueError, match="no figure"):
        marked(Number("several", "people"), "3")


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_typed_integer_is_right_exactly_within_the_tolerance(key: int, typed: int) -> None:
    parsed = parse_quantity(f"{key:,}")
    assert parsed is not None
    low, high = tolerance(parsed)
    assert (marked(Number(f"{key:,}", "people"), str(typed)).credit == 1) == (low <= typed <= high)


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("Biden", "biden"),
        ("Fourth Amendment", "the fourth amendment."),
        ("Fourth Amendment", "Fourth Amendmant"),
        ("Sheriff Ana Núñez", "ana nunez"),
        ("Núñez", "Gov. Núñez"),
        ("New York", "new-york"),
        ("U.S. Congress", "US Congress"),
        ("287(g)", "287g"),
        ("Ｔｅｘａｓ", "Texas"),
        ("The Who", "who"),
        ("Texas", "Te\u00adxas"),
    ],
)
def test_words_are_right_whatever_their_case_accents_titles_and_punctuation(
    accepted: str, typed: str
) -> None:
    assert marked(Text((accepted,)), typed).credit == 1


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("Iran", "Iraq"),
        ("Rensselaer County", "County"),
        ("Fifth Amendment", "Sixth Amendment"),
        ("fourteen", "fourten"),
        ("January 2018", "January 2017"),
        ("Governor's office", "office"),
        ("President of the Senate", "of the Senate"),
    ],
)
def test_another_name_number_or_date_is_never_taken_for_a_misspelling(accepted: str, typed: str) -> None:
    mark = marked(Text((accepted,)), typed)
    assert mark == Mark(Fraction(0), "wrong")


@pytest.mark.parametrize(
    "typed", ["December 3, 1998", "3 Dec. 1998", "3rd of December 1998", "the 3rd December, 1998"]
)
def test_a_date_is_right_however_it_is_written(typed: str) -> None:
    assert marked(Text(("3 December 1998",)), typed) == Mark(Fraction(1), "right")
    assert marked(Text((typed,)), "3 December 1989") == Mark(Fraction(0), "wrong")
    assert marked(Text((typed,)), "December 1998") == Mark(Fraction(0), "wrong")


def test_a_misspelling_as_close_to_a_rival_is_not_accepted() -> None:
    assert marked(Text(("Anderson",)), "Andersen").credit == 1
    assert marked(Text(("Anderson",), rivals=("Andersen",)), "Andersen").credit == 0
    assert marked(Text(("Hendersons",)), "Hendersens").credit == 1
    assert marked(Text(("Hendersons",), rivals=("Hendersen's",)), "Hendersens") == Mark(Fraction(0), "wrong")


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("Rockingham", "Rokinghm"),
        ("Hernandez", "Hernnadezz"),
        ("Suffolk County", "Sufolk Conty"),
        ("Oxford v. the State", "Oxfrd v. State's"),
    ],
)
def test_slips_too_many_to_be_forgiven_are_close_and_earn_nothing(accepted: str, typed: str) -> None:
    assert marked(Text((accepted,)), typed) == Mark(
        Fraction(0), "close", "Close, but the spelling differs too much to count."
    )


def test_a_close_spelling_may_be_mended_once_and_nothing_else_may() -> None:
    close, wrong, right = (marked(Text(("Rockingham",)), typed) for typed in ("Rokinghm", "no", "rockingham"))
    assert [is_final(mark, 1) for mark in (close, wrong, right)] == [False, True, True]
    assert is_final(close, 2)


@pytest.mark.parametrize(
    ("accepted", "rivals", "typed"),
    [
        ("Hendersons", ("Hendorsens",), "Hendersens"),
        ("North Carolina", ("South Carolina",), "Sorth Carolina"),
        ("Iran", ("Iraq",), "Iraq"),
        ("Rensselaer County", ("Rockland County",), "Rockland County"),
        ("Texas", (), "Tex"),
        ("3 May 1998", (), "3 May 1989"),
        ("fourteen", (), "fortteen"),
    ],
)
def test_what_may_be_another_name_number_or_date_is_never_called_close(
    accepted: str, rivals: tuple[str, ...], typed: str
) -> None:
    assert marked(Text((accepted,), rivals), typed) == Mark(Fraction(0), "wrong")


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("the programme", "program"),
        ("Department of Labor", "Department of Labour"),
        ("Harbours", "harbors"),
        ("Ministry of Defence", "ministry of defense"),
    ],
)
def test_a_british_and_an_american_spelling_are_one_word(accepted: str, typed: str) -> None:
    assert marked(Text((accepted,)), typed) == Mark(Fraction(1), "right")
    assert marked(Text((typed,)), accepted) == Mark(Fraction(1), "right")


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [("Biden", "Bidden"), ("Maryland", "Marylend"), ("Cuomo", "Coumo")],
)
def test_one_slip_is_forgiven(accepted: str, typed: str) -> None:
    assert marked(Text((accepted,)), typed).credit == 1


def test_another_first_letter_is_another_name() -> None:
    assert marked(Text(("North Carolina",)), "South Carolina") == Mark(Fraction(0), "wrong")


def test_a_misspelling_within_a_tenth_is_right_and_says_so() -> None:
    assert marked(Text(("Rockingham",)), "Rockinghan").note == "Right; check the spelling."


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=40))
def test_grading_words_never_raises_and_gives_all_or_nothing(typed: str, accepted: str) -> None:
    mark = grade(Text((accepted,)), Answer((typed,)))
    assert mark.credit in (0, 1)
