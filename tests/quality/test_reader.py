"""A reader with a passage and a question: it finds what is printed, and knows nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.assessment.forms import AnswerForm, Choice, Number, Select, Text
from quizapp.facts.model import GAP
from quizapp.generation.bank import bank
from quizapp.generation.question import Option, Question
from quizapp.quality.gaps import with_gap
from quizapp.quality.reader import as_shown, read
from tests.builders import a_question
from tests.pack_builders import a_full_pack


def asking(form: AnswerForm, stem: str, *options: str, quote: str = "") -> Question:
    """A question of which only what is shown is told: every option claims to be wrong."""
    shown = tuple(Option(text, False, "", "from-fact") for text in options)
    return replace(a_question(), form=form, stem=stem, quote=quote, options=shown)


def choosing(stem: str, *options: str) -> Question:
    return asking(Choice(len(options), 0), stem, *options)


def filling(quote: str) -> Question:
    return asking(Text(("?",)), "According to the Herald, what belongs in the gap?", quote=quote)


@pytest.mark.parametrize("form", [Choice(3, 0), Number("120", "metres"), Text(("Penn",))])
def test_abstains_without_a_passage(form: AnswerForm) -> None:
    assert (
        read(asking(form, "how long is Old Bridge?", "100", "120", "150", quote="_____ built it."), "")
        is None
    )


def test_never_ticks_several_options() -> None:
    question = asking(Select(2, (0,)), "which are named?", "Old Bridge", "New Bridge")
    assert read(question, "Old Bridge is named.") is None


def test_chooses_the_option_that_stands_nearest_to_the_question_s_words() -> None:
    passage = "Old Bridge is 120 metres long. Mill Bridge, an older crossing, is 44 metres long."
    assert read(
        choosing("According to the Herald, how long is Mill Bridge?", "44", "80", "120"), passage
    ) == ("0",)


def test_reads_number_words_as_figures() -> None:
    assert read(
        choosing("how many arches has Old Bridge?", "7", "9", "12"), "Old Bridge has nine arches."
    ) == ("1",)


def test_looks_past_a_hedge() -> None:
    options = ("about 41 percent", "about 55 percent", "about 72 percent")
    passage = "Of those asked, about 55 percent liked it."
    assert read(choosing("what share of those asked liked it?", *options), passage) == ("1",)


def test_knows_a_speaker_by_the_surname() -> None:
    stem = "In the Herald, who is credited with saying that the steel came by boat?"
    assert read(choosing(stem, "Ben Holt", "Ada Penn"), "“The steel came by boat,” Penn said.") == ("1",)


def test_takes_a_surname_in_small_letters_for_a_word() -> None:
    stem = "In the Herald, who is credited with saying that it cost too much?"
    assert read(choosing(stem, "Tom Stone", "Ben Holt"), "The stone cost too much, Holt said.") == ("1",)


def test_credits_the_author_only_where_no_other_is_named() -> None:
    question = choosing(
        "In the Herald, who is credited with saying that it is fine?", "Eva Marsh", "Ben Holt"
    )
    assert read(question, "By Eva Marsh\nIt is fine.") == ("0",)
    assert read(question, "By Eva Marsh\nIt is fine, Holt said.") == ("1",)


def test_knows_a_name_by_its_capitals() -> None:
    question = choosing("who inspects Old Bridge?", "Royal Rail Board", "Town Council")
    assert read(question, "Old Bridge is inspected by the RRB.") == ("0",)


def test_abstains_between_two_options_that_stand_alike() -> None:
    assert read(choosing("which is red?", "Mill Bridge", "Toll Bridge"), "Nothing is known.") is None


def test_types_the_figure_of_what_is_counted() -> None:
    question = asking(Number("?", "arches"), "According to the Herald, how many arches has Old Bridge?")
    assert read(question, "Since 1954, Old Bridge has 12 arches and 300 lamps.") == ("12",)


def test_types_both_ends_of_a_range() -> None:
    question = asking(Number("?", "lamps"), "how many lamps has Old Bridge?")
    assert read(question, "Old Bridge has between 200 and 300 lamps.") == ("between 200 and 300",)


def test_tells_from_to_apart_by_the_question_s_words() -> None:
    passage = "The number of lamps rose from 36 in spring to 142 now."
    assert read(asking(Number("?", ""), "how many lamps were there in spring?"), passage) == ("36",)
    assert read(asking(Number("?", ""), "how many lamps were there by mid-2020?"), passage) == ("142",)


@pytest.mark.parametrize(
    ("quote", "passage", "name"),
    [
        ("_____ was mayor of Aldmouth.", "The bridge in Aldmouth, Mayor Ada Penn said, is old.", "Ada Penn"),
        ("Old Bridge opened in _____.", "Old Bridge opened in May 1954 to Town Hall’s delight.", "May 1954"),
        ("Aldmouth is in _____.", "Herald readers in Aldmouth in Kent like Ada Penn.", "Kent"),
        ("_____ carried Ada Penn’s words.", "“It is old,” Penn told the Aldmouth Herald.", "Aldmouth Herald"),
    ],
)
def test_fills_a_gap_with_what_the_sentence_leaves_out(quote: str, passage: str, name: str) -> None:
    assert read(filling(quote), passage) == (name,)


def test_fills_no_gap_with_a_name_that_the_sentence_holds() -> None:
    assert read(filling("_____ designed Old Bridge."), "Old Bridge is old.") is None


def test_sees_nothing_but_what_a_learner_is_shown() -> None:
    for question in bank(a_full_pack(), "s"):
        if question.kind in ("value", "number", "cloze", "who-said"):
            assert read(_blinded(question), PASSAGE) == read(question, PASSAGE)


PASSAGE = (
    "Old Bridge is 120 metres long, opened in 1954 and was designed by Ada Penn. Ben Holt built New Bridge."
)


def _blinded(question: Question) -> Question:
    """The same question as shown, with another key, and feedback, citations and explanation gone."""
    match question.form:
        case Choice(options=number, key=key):
            form: AnswerForm = Choice(number, (key + 1) % number)
        case Number(unit=unit):
            form = Number("1", unit)
        case _:
            form = Text(("nobody",))
    options = tuple(Option(option.text, not option.correct, "", "computed") for option in question.options)
    blind = replace(
        question, form=form, options=options, answer="", citations=(), facts=(), slot="", explanation=BLANK
    )
    assert as_shown(blind) == as_shown(question)
    return blind


BLANK = a_question().explanation


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("in which town is Old Bridge?", f"Old Bridge is in {GAP}"),
        ("who is named as mayor of Aldmouth?", f"{GAP} was mayor of Aldmouth"),
        ("under which president did tolls begin?", f"tolls begin under president {GAP}"),
        ("when did Old Bridge open?", f"Old Bridge open in {GAP}"),
        ("which firm built it?", f"{GAP} built it"),
    ],
)
def test_a_question_is_read_as_a_sentence_with_a_gap(question: str, sentence: str) -> None:
    assert with_gap(question) == sentence
