"""Rules on what gives a key away: each finds its flaw, and stays silent on what only looks like one."""

from __future__ import annotations

import pytest

from quizapp.assessment.forms import Choice
from quizapp.generation.question import Question
from quizapp.generation.rules.cues import clang, is_plain, odd_length
from tests.builders import a_choice, a_question, an_option
from tests.generation.rules.linting import broken

WHICH = "According to the Herald, which crossing is the oldest?"


@pytest.mark.parametrize(
    ("rule", "flawed", "sound"),
    [
        (1, a_choice("the grey old bridge", "the mill", "the ford"),
         a_choice("the grey ford", "the mill", "the grey mill")),
        (4, a_choice("It never closes", "It opens daily", "It opens late"),
         a_choice("It never closes", "It always closes", "It only closes")),
        (4, a_choice("Completely of oak", "Of painted steel", "Of grey granite"),
         a_choice("Of “only oak”", "Of fine steel", "Of grey slate")),
        (5, a_choice("It usually closes", "It opens daily", "It opens late"),
         a_choice("It closes daily", "It opens daily", "It opens late")),
        (5, a_choice("about 12 boats", "15 boats", "20 boats"),
         a_choice("about 12 boats", "about 15 boats", "about 20 boats")),
        (11, a_choice("Steel plates", "Oak boards", "Grey slabs", stem="Which steelwork was used?"),
         a_choice("Steel plates", "Steel rods", "Steel nails", stem="Which steelwork was used?")),
        (11, a_choice("The jails", "The inns", "The mills", stem="Which body runs the jail?"),
         a_choice("The towns", "The parks", "The mills", stem="Which body runs the jail?")),
    ],
)  # fmt: skip
def test_a_cue_is_found_and_its_look_alike_is_not(rule: int, flawed: Question, sound: Question) -> None:
    assert rule in broken(flawed)
    assert rule not in broken(sound)


@pytest.mark.parametrize(
    ("stem", "misfit", "fitting"),
    [
        ("In the Herald, what was built is an", ("oak hut", "mill", "elm"), ("inn", "elm", "oar")),
        ("Which crossing was an …?", ("old one", "new one", "even one"), ("old one", "odd one", "even one")),
        ("Which of the town’s works was praised?", ("a mill", "two mills", "a ford"),
         ("a mill", "a dam", "a ford")),
        ("Which works were praised?", ("two mills", "a ford", "the dams"),
         ("two mills", "the fords", "the dams")),
        ("How many boats came?", ("9 boats", "12 boats", "15 rafts"), ("9 boats", "12 boats", "15 boats")),
        ("Who said that she built it?", ("Ada Penn", "Ben Holt", "Tom Stone"), ()),
        ("Which guest praised his work?", ("Mr Penn", "Ms Holt", "Mr Stone"), ()),
    ],
)  # fmt: skip
def test_options_fit_the_grammar_of_the_stem(
    stem: str, misfit: tuple[str, ...], fitting: tuple[str, ...]
) -> None:
    assert 3 in broken(a_choice(*misfit, stem=stem))
    assert not fitting or 3 not in broken(a_choice(*fitting, stem=stem))


def test_an_hour_takes_an_and_a_union_takes_a() -> None:
    assert 3 not in broken(a_choice("hour", "inch", "acre", stem="Which unit is meant by an"))
    assert 3 not in broken(a_choice("union", "use", "town", stem="What is meant here by a"))


def test_a_pronoun_for_something_else_is_no_cue() -> None:
    stem = "In which town did the mayor open her bridge?"
    assert 3 not in broken(a_choice("Aldmouth", "Bexford", "Cromley", stem=stem))


def test_a_word_of_the_quote_that_only_the_key_has_is_a_clang() -> None:
    assert 11 in broken(
        a_choice("Steel plates", "Oak boards", "Grey slates", quote="The steelworks gave them.")
    )


def test_fixed_labels_cannot_clang() -> None:
    labels = tuple(
        an_option(text, correct=not place, origin="answer-form")
        for place, text in enumerate(("Steel", "Oak", "Tin"))
    )
    assert broken(a_question(options=labels, form=Choice(3, 0), stem="Which steel is it?")) == []


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        (["ab cdefghij kl", "ab cdefghij"], True),  # 14 to 11: more than 1.2
        (["ab cdefghij", "ab cdefghi"], False),
        (["abcdefghijklmn", "abc"], False),  # a single word may be as long as it is
        (["ab cd"], False),
        ([], False),
    ],
)
def test_one_option_of_several_words_may_not_stand_out_by_its_length(texts: list[str], odd: bool) -> None:
    assert odd_length(texts) == odd


def test_clang_names_what_stem_and_key_alone_share() -> None:
    assert clang("The steel frame", "Steelworks", ["Oakworks"]) == {"steel"}
    assert clang("The steel frame", "Steelworks", ["Steel mill"]) == set()
    assert clang("The old oak", "An oak", ["A fir"]) == set()  # short words say nothing
    assert clang("The steel frame", "Steelworks", []) == set()


def test_inflected_words_clang_and_common_ones_do_not() -> None:
    assert clang("The counties agreed", "The county’s mill", ["The ford"]) == {"count"}
    assert clang("They were stopping", "It stopped there", ["It went on"]) == {"stop"}
    assert clang("Those that would be there", "That there", ["This here"]) == set()


def test_a_statement_is_plain_without_absolute_or_vague_words_outside_quotation() -> None:
    assert is_plain("The bridge is 120 metres long")
    assert is_plain("He called it “usually fine”")
    assert not is_plain("The bridge is usually open")
    assert not is_plain("The bridge is roughly 120 metres long")
    assert not is_plain("It is the only bridge")
