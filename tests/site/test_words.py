from fractions import Fraction

import pytest

from quizapp.site.words import (
    after_label,
    as_of_words,
    briefly,
    certainty_pays,
    certainty_span,
    counted,
    kind_words,
    listed,
    mark_words,
    paragraph_words,
    percent_words,
    points_words,
    quoted,
    score_words,
    status_words,
    total_words,
)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((3,), "paragraph 3"), ((3, 4), "paragraphs 3 and 4"), ((1, 2, 9), "paragraphs 1, 2 and 9")],
)
def test_paragraphs_are_named_as_in_print(numbers: tuple[int, ...], words: str) -> None:
    assert paragraph_words(numbers) == words


def test_nothing_listed_is_no_words() -> None:
    assert listed([]) == ""


@pytest.mark.parametrize(("number", "words"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions")])
def test_numbers_agree_with_their_noun(number: int, words: str) -> None:
    assert counted(number, "question") == words


@pytest.mark.parametrize(
    ("credit", "words"), [(7.0, "7"), (7.5, "7.5"), (1 / 3, "0.33"), (10.0, "10"), (0.0, "0")]
)
def test_scores_have_no_idle_zeros(credit: float, words: str) -> None:
    assert score_words(credit) == words


@pytest.mark.parametrize(
    ("share", "percent", "points"),
    [
        ("4/5", "80%", "+80 points"),
        ("1/3", "33.3%", "+33.3 points"),
        ("0", "0%", "0 points"),
        ("1/100", "1%", "+1 point"),
        ("-1/40", "−2.5%", "−2.5 points"),
        ("1/10000", "0%", "0 points"),
    ],
)
def test_shares_are_percent_and_what_is_added_to_them_is_points(
    share: str, percent: str, points: str
) -> None:
    assert (percent_words(Fraction(share)), points_words(Fraction(share))) == (percent, points)


def test_a_total_agrees_with_its_parts_as_they_are_printed() -> None:
    parts = Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)
    assert [percent_words(part) for part in parts] == ["33.3%"] * 3
    assert total_words(parts) == "99.9%"


def test_a_share_below_nothing_has_the_same_minus_as_points() -> None:
    assert total_words((Fraction(0), Fraction(-1, 5))) == "−20%"
    assert percent_words(Fraction(-1, 10000)) == "0%"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("a lighthouse", "“a lighthouse”"),
        ("“tall, so tall”", "“tall, so tall”"),
        ("She said it was “tall”", "“She said it was ‘tall’”"),
        ("“tall” or “small”", "“‘tall’ or ‘small’”"),
    ],
)
def test_quotation_marks_are_never_doubled(words: str, printed: str) -> None:
    assert quoted(words) == printed


@pytest.mark.parametrize(("mark", "words"), [("3", "+3"), ("0", "0"), ("-6", "−6"), ("-2/3", "−0.67")])
def test_certainty_marks_have_their_sign(mark: str, words: str) -> None:
    assert mark_words(Fraction(mark)) == words


def test_each_certainty_says_what_it_pays_and_where_it_pays_best() -> None:
    assert [certainty_pays(level) for level in (1, 2, 3)] == [
        "+1 if right, 0 if wrong",
        "+2 if right, −2 if wrong",
        "+3 if right, −6 if wrong",
    ]
    assert [certainty_span(level) for level in (1, 2, 3)] == [
        "under 2 in 3",
        "2 in 3 to 4 in 5",
        "4 in 5 or more",
    ]


def test_an_unknown_kind_is_named_by_its_code() -> None:
    assert (kind_words("odd-one-out"), status_words("reported")) == ("Odd one out", "Reported fact")


def test_an_unknown_date_is_not_called_as_of() -> None:
    assert (as_of_words("2011"), as_of_words("date not stated")) == ("as of 2011", "date not stated")


def test_a_date_in_brief_keeps_that_it_is_known_from_elsewhere() -> None:
    assert briefly("May 1998 (known from elsewhere: a (poor) reprint)") == "May 1998 (known from elsewhere)"
    assert briefly("May 1998") == "May 1998"


def test_a_label_is_not_printed_twice() -> None:
    assert after_label("Opinion: a judgement.", "Opinion") == "A judgement."
    assert after_label("It is a judgement.", "Opinion") == "It is a judgement."
