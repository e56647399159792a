"""Reading figures as print gives them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.facts.quantities import LONGEST, Quantity, parse_quantity, same_quantity, say, tolerance

TEXTS = [
    *("72", "2,500", "2011", "more than 2,500 people", "about 22 million people", "1.2 m", "$1.2bn"),
    *("55 percent", "5 percentage points", "3½ years", "four-week", "twenty-two million", "49th", "first"),
    *("half", "a third of them", "a dozen", "5 dozen agencies", "two hundred", "0.25", "1e9", "-3", "€40"),
    *("between 200 and 300", "5 to 10 million", "nearly half a million", "three and a half years"),
]
NUMBERISH = "1 9 , . / - ½ e m k % $ a an and one half of to between hundred million third second"


def quantity(text: str) -> Quantity:
    found = parse_quantity(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("72", 72),
        ("1,612 DWI arrests", 1612),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("about 22 million", 22_000_000),
        ("1.2 m", 1_200_000),
        ("$1.2bn", 1_200_000_000),
        ("5K", 5000),
        ("1e9", 10**9),
        ("twenty-two million", 22_000_000),
        ("two hundred and fifty-six", 256),
        ("one hundred twenty-three thousand four hundred", 123_400),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("3½ years", Fraction(7, 2)),
        ("3 1/2", Fraction(7, 2)),
        ("three and a half years", Fraction(7, 2)),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("½", Fraction(1, 2)),
        ("two thirds", Fraction(2, 3)),
        ("a third", Fraction(1, 3)),
        ("the third", 3),
        ("No. 5", 5),
        ("No.5", 5),
        ("-3", -3),
        ("−3", -3),
        ("-$3", -3),
        ("minus 3", -3),
        ("0", 0),
        ("１２", 12),
        ("٢٢", 22),
        ("one-week", 1),
        ("ten-second", 10),
        ("twenty-second", 22),
    ],
)
def test_reads_figures_in_digits_and_in_words(text: str, value: int | Fraction) -> None:
    assert quantity(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        *("", "no idea", "agencies", "no one", "someone", "dozens", "a few hundred", "5²", "½½", "1/0"),
        *("55 percent of 373", "10:30", "1,5", "300-200", "one in five", "72 in 2011", "G7 B2", "1.2.3"),
        "9" * (LONGEST + 1),
    ],
)
def test_reads_nothing_where_there_is_no_figure_or_are_two(text: str) -> None:
    assert parse_quantity(text) is None


@given(st.text(max_size=LONGEST + 20))
def test_never_raises_on_any_text(text: str) -> None:
    parse_quantity(text)


@given(
    st.lists(
        st.sampled_from(NUMBERISH.split()),
        max_size=40,
    )
)
def test_never_raises_on_heaps_of_number_words(words: list[str]) -> None:
    parse_quantity(" ".join(words))
    parse_quantity("".join(words))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("72", ""),
        ("about 500", "about"),
        ("some 700 people", "about"),
        ("an estimated 5,000", "about"),
        ("~500", "about"),
        ("500 or so", "about"),
        ("nearly 500", "almost"),
        ("more than a dozen", "more than"),
        ("just over $5", "more than"),
        ("at least 3", "at least"),
        ("500+", "at least"),
        ("two weeks or more", "at least"),
        ("fewer than 20", "less than"),
        ("up to 48 hours", "up to"),
        ("no more than 48 hours", "up to"),
        ("took over in 1996", ""),
    ],
)
def test_reads_how_a_figure_is_hedged(text: str, hedge: str) -> None:
    assert quantity(text).hedge == hedge


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("24 hours a day", "hours"),
        ("four-week basic training", "weeks"),
        ("13 years", "years"),
        ("13-year-old", "years"),
        ("72 agencies", "agencies"),
        ("11 active deputies", "active deputies"),
        ("22 million people", "people"),
        ("55 percent", "%"),
        ("55 per cent", "%"),
        ("55%", "%"),
        ("5 percentage points", "percentage points"),
        ("5 percent points", "percentage points"),
        ("US$5", "$"),
        ("5 million dollars", "$"),
        ("3€", "€"),
        ("the first of its kind", ""),
        ("287(g)", ""),
    ],
)
def test_reads_what_is_counted(text: str, unit: str) -> None:
    assert quantity(text).unit == unit


@pytest.mark.parametrize(
    ("text", "digit"),
    [
        ("72", 1),
        ("2,500", 1),
        ("more than 2,500", 100),
        ("about 20", 1),
        ("22 million", 1_000_000),
        ("1.2 m", 100_000),
        ("55 percent", 1),
        ("3½", Fraction(1, 2)),
        ("0.25", Fraction(1, 100)),
        ("half", Fraction(1, 10)),
        ("two hundred", 1),
        ("5 dozen", 1),
    ],
)
def test_knows_the_last_reported_digit(text: str, digit: int | Fraction) -> None:
    assert quantity(text).digit == digit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 200 and 300", 200, 300),
        ("between two hundred and three hundred", 200, 300),
        ("between $5 and $10 million", 5_000_000, 10_000_000),
        ("200 to 300", 200, 300),
        ("200–300", 200, 300),
        ("$200 - $300", 200, 300),
        ("5 to 10 million", 5_000_000, 10_000_000),
        ("4 weeks to 6 weeks", 4, 6),
        ("two or three days", 2, 3),
    ],
)
def test_reads_ranges_from_end_to_end(text: str, low: int, high: int) -> None:
    found = quantity(text)
    assert (found.low, found.high) == tolerance(found) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("text", ["49th", "first", "the 49th", "ninety-ninth", "22nd"])
def test_knows_ordinals(text: str) -> None:
    assert quantity(text).ordinal


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("72", 71.5, 72.5),
        ("22 million", 21_500_000, 22_500_000),
        ("about 500", 450, 550),
        ("more than 2,500", 2450, 2750),
        ("up to 48", 47.5, 48.5),
        ("within 48 hours", 47.5, 48.5),
        ("-3", -3.5, -2.5),
    ],
)
def test_allows_half_a_digit_or_what_the_hedge_leaves_open(text: str, low: float, high: float) -> None:
    assert tuple(map(float, tolerance(quantity(text)))) == (low, high)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1.2 m", "1,200,000"),
        ("48 hours", "2 days"),
        ("12 months", "one year"),
        ("half", "50 percent"),
        ("about half", "49%"),
        ("49th", "49"),
        ("four weeks", "four-week"),
        ("11 active deputies", "11 deputies"),
        ("about 22 million", "20 million"),
        ("between 200 and 300", "250"),
    ],
)
def test_takes_two_ways_of_printing_for_one_figure(a: str, b: str) -> None:
    assert same_quantity(quantity(a), quantity(b))
    assert same_quantity(quantity(b), quantity(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("36", "37"),
        ("5 percent", "5 percentage points"),
        ("55 percent", "55 agencies"),
        ("72 agencies", "72 officers"),
        ("$5", "€5"),
        ("4 weeks", "4 months"),
        ("between 200 and 300", "300 to 400"),
    ],
)
def test_keeps_different_figures_apart(a: str, b: str) -> None:
    assert not same_quantity(quantity(a), quantity(b))


@pytest.mark.parametrize(
    ("value", "like", "printed"),
    [
        (19_400_000, "about 22 million people", "about 19 million people"),
        (1_234, "more than 2,500", "more than 1,200"),
        (1_200, "142", "1,200"),
        (2015, "2011", "2015"),
        (37, "55 percent", "37 percent"),
        (52, "49th", "52nd"),
        (111, "49th", "111th"),
        (22, "first", "twenty-second"),
        (6, "Four-week", "Six-week"),
        (1, "13 years", "1 year"),
        (3, "one county jail", "three county jails"),
        (4, "1 agency", "4 agencies"),
        (2, "1 person", "2 people"),
        (1, "5 percentage points", "1 percentage point"),
        (Fraction(9, 2), "3½ years", "4½ years"),
        (Fraction(1, 3), "half", "a third"),
        (250_000, "half a million", "a quarter of a million"),
        (1_700_000_000, "$1.2bn", "$1.7bn"),
        (85, "5 dozen agencies", "85 agencies"),
        (350, "between 200 and 300", "between 300 and 400"),
        (12_500_000, "5 to 10 million", "10 to 15 million"),
    ],
)
def test_prints_another_value_in_the_same_words(value: int | Fraction, like: str, printed: str) -> None:
    assert say(Fraction(value), quantity(like)) == printed


@given(st.sampled_from(TEXTS), st.fractions(min_value=0, max_value=4, max_denominator=60))
def test_what_it_prints_it_reads_back_within_the_digit(text: str, ratio: Fraction) -> None:
    like = quantity(text)
    value = like.value * ratio
    assert abs(quantity(say(value, like)).value - value) <= like.digit


@pytest.mark.parametrize("text", TEXTS)
def test_printing_the_same_value_gives_the_same_figure(text: str) -> None:
    like = quantity(text)
    assert same_quantity(quantity(say(like.value, like)), like)
