import pytest

from quizapp.site.words import (
    after_label,
    as_of_words,
    briefly,
    counted,
    kind_words,
    listed,
    paragraph_words,
    score_words,
    status_words,
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
