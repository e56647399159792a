"""How right is it?"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.forms import AnswerForm, Choice, Number, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark
from quizapp.assessment.parsing import parse
from quizapp.facts.quantities import parse_quantity, tolerance


def marked(form: AnswerForm, *raw: str) -> Mark:
    answer = parse(form, raw)
    assert isinstance(answer, Answer), answer
    return grade(form, answer)


@st.composite
def selects(draw: st.DrawFn) -> Select:
    options = draw(st.integers(2, 8))
    keys = draw(st.sets(st.integers(0, options - 1), min_size=1, max_size=options))
    return Select(options, tuple(sorted(keys)))


@st.composite
def ticked(draw: st.DrawFn) -> tuple[Select, list[int]]:
    form = draw(selects())
    return form, draw(st.lists(st.integers(0, form.options - 1), min_size=1, unique=True))


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


@given(ticked(), st.randoms())
def test_the_order_of_ticks_does_not_matter(case: tuple[Select, list[int]], rng: object) -> None:
    form, places = case
    assert credit(form, places) == credit(form, places[::-1])


@given(ticked())
def test_another_right_tick_never_costs_and_another_wrong_one_never_gains(
    case: tuple[Select, list[int]],
) -> None:
    form, places = case
    for place in set(range(form.options)) - set(places):
        change = credit(form, [*places, place]) - credit(form, places)
        assert change >= 0 if place in form.key else change <= 0


@given(ticked())
def test_credit_runs_from_0_to_1_and_the_verdict_agrees(case: tuple[Select, list[int]]) -> None:
    mark = marked(case[0], *map(str, case[1]))
    assert 0 <= mark.credit <= 1
    assert mark.verdict == {0: "wrong", 1: "right"}.get(mark.credit, "partly right")  # type: ignore[call-overload]


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
    ],
)
def test_a_number_is_right_however_it_is_written(text: str, unit: str, typed: str) -> None:
    assert marked(Number(text, unit), typed).credit == 1


@pytest.mark.parametrize(
    ("text", "unit", "typed", "note"),
    [
        ("22 million", "people", "22", "You wrote 22; the source says 22 million: check the scale word."),
        ("22 million", "million people", "22 billion", "check the scale word"),
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


def test_a_misspelling_as_close_to_a_rival_is_not_accepted() -> None:
    assert marked(Text(("Anderson",)), "Andersen").credit == 1
    assert marked(Text(("Anderson",), rivals=("Andersen",)), "Andersen").credit == 0
    assert marked(Text(("Hendersons",)), "Hendersens").credit == 1
    assert marked(Text(("Hendersons",), rivals=("Hendersen's",)), "Hendersens") == Mark(Fraction(0), "wrong")


def test_two_slips_are_too_many_and_it_says_so() -> None:
    assert marked(Text(("Rockingham",)), "Rokinghm") == Mark(
        Fraction(0), "wrong", "Close, but the spelling differs too much to count."
    )


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
