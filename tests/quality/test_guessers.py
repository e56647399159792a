"""Guessers: each sees what a learner sees, finds the leak that it is made for, and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from quizapp.assessment.chances import chance_of
from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.facts.values import Entity
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.guessers import GUESSERS, Outcome, applies
from quizapp.quality.lifts import Lift, lifts, worst
from quizapp.quality.lore import Lore, learnt
from quizapp.quality.situation import figure_of, met
from quizapp.quality.statistics import bonferroni
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_select_question,
    a_text_question,
    an_order_question,
)
from tests.pack_builders import a_full_pack
from tests.quality.banks import Arrange, a_bank, a_choice, fairly, figures, names

PACK = a_full_pack()
GROUPED = replace(
    PACK,
    entities={
        "p": Entity("p", "person", "Ada Penn", "mayor"),
        "h": Entity("h", "person", "Ben Holt", "mason"),
    },
)


def guess(name: str, question: Question, lore: Sequence[Question] = ()) -> Outcome | None:
    (guesser,) = (one for one in GUESSERS if one.name == name)
    return guesser.guess(met(question, learnt(GROUPED, lore)), question)


def credit(name: str, question: Question, lore: Sequence[Question] = ()) -> float | None:
    outcome = guess(name, question, lore)
    return outcome.credit if outcome else None


def lift_of(guesser: str, questions: Sequence[Question]) -> Lift:
    (found,) = (row for row in lifts(PACK, questions) if row.guesser == guesser)
    return found


def keyed(place: Callable[[list[str]], int]) -> Arrange:
    return lambda texts, _: (texts, place(texts))


def longest(texts: list[str]) -> int:
    return texts.index(max(texts, key=len))


LEAKS = [
    ("first", names, keyed(lambda _: 0)),
    ("third", names, keyed(lambda _: 2)),
    ("longest", names, keyed(longest)),
    ("shortest", names, keyed(lambda texts: texts.index(min(texts, key=len)))),
    ("middle number", figures, keyed(lambda _: 1)),
    ("least round", lambda draw: [*draw.shuffled(["40", "70"]), "63"], keyed(lambda _: 2)),
    ("alphabet", names, keyed(lambda texts: texts.index(min(texts)))),
    ("absolutes", lambda _: ["it is always red", "it is mostly red", "it is partly red"], keyed(lambda _: 0)),
    ("all or none of these", lambda _: ["all of the above", "it is red", "it is blue"], keyed(lambda _: 0)),
    ("often right", names, keyed(lambda texts: texts.index(min(texts, key=lambda one: sum(map(ord, one)))))),
]


@pytest.mark.parametrize(("guesser", "options", "arrange"), LEAKS, ids=[leak[0] for leak in LEAKS])
def test_a_planted_leak_is_found_by_its_guesser(
    guesser: str, options: Callable[[Draw], list[str]], arrange: Arrange
) -> None:
    found = lift_of(guesser, a_bank(options, arrange))
    assert found.lift > 0.2
    assert found.interval.low > 0.15
    assert found.z > bonferroni(18 * 16)


def test_a_key_that_is_never_the_longest_is_found_by_the_twin() -> None:
    bank = a_bank(arrange=keyed(lambda texts: (longest(texts) + 1) % 3))
    assert lift_of("not longest", bank).lift == pytest.approx(1 / 6, abs=0.03)


def test_no_guesser_beats_a_fair_bank() -> None:
    for options in (names, figures):
        rows = lifts(PACK, a_bank(options, fairly, size=2000))
        assert len(rows) > 20
        assert max(row.z for row in rows) < bonferroni(len(rows))
        assert all(row.upper < 0.05 for row in rows)


def test_the_worst_guesser_is_the_one_with_the_leak() -> None:
    assert worst(lifts(PACK, a_bank(figures, keyed(lambda _: 0))))["value"].guesser == "first"
    assert worst(lifts(PACK, a_bank(arrange=keyed(lambda _: 1))))["value"].guesser == "second"


def test_ties_are_shared_evenly_and_a_tie_of_all_says_nothing() -> None:
    assert credit("longest", a_choice("f", ["red", "tan", "up"], 0)) == 0.5
    assert credit("not longest", a_choice("f", ["red", "tan", "up"], 2)) == 1
    assert guess("longest", a_choice("f", ["red", "tan", "sky"], 0)) is None


def test_clearly_longest_needs_a_fifth_more() -> None:
    assert credit("clearly longest", a_choice("f", ["a" * 12, "b" * 10, "c"], 0)) == 1
    assert guess("clearly longest", a_choice("f", ["a" * 11, "b" * 10, "c"], 0)) is None


def test_clang_goes_by_words_of_stem_and_quote() -> None:
    question = a_choice("f", ["the river bank", "the town hall"], 0, "who owns the riverside?")
    assert credit("clang", question) == 1
    assert credit("clang", replace(question, stem="who owns it?", quote="The town does.")) == 0


def test_frequency_counts_names_and_leaves_figures_alone() -> None:
    shown = [a_choice("g", ["Ada Penn", "Ben Holt"], 0), a_choice("h", ["Ada Penn", "Eva Marsh"], 0)]
    assert credit("frequency", a_choice("f", ["Ada Penn", "Ben Holt"], 0), shown) == 1
    assert guess("frequency", a_choice("f", ["12", "15"], 0), shown) is None


def test_fame_is_the_mean_over_a_name_s_words() -> None:
    stems = [a_choice("g", ["x", "y"], 0, "what did Penn say of Penn?")]
    assert credit("fame", a_choice("f", ["Penn", "Holt and Marsh"], 0), stems) == 1


def test_a_stereotype_is_learnt_from_claims_of_the_speaker_s_group() -> None:
    claims = [
        a_choice("g", ["Ada Penn", "Ben Holt"], 0, "who said that taxes are low?", kind="who-said"),
        a_choice("h", ["Ada Penn", "Ben Holt"], 1, "who said that mortar cracks?", kind="who-said"),
    ]
    asked = a_choice("f", ["Ada Penn", "Ben Holt"], 0, "who said that taxes will rise?", kind="who-said")
    assert credit("stereotype", asked, claims) == 1
    assert guess("stereotype", replace(asked, kind="value"), claims) is None


def test_dates_and_figures_have_a_middle_and_names_have_none() -> None:
    assert [figure_of(text) for text in ("about 41 percent", "1,200")] == [41.0, 1200.0]
    assert (figure_of("May 1954") or 0) < (figure_of("3 June 1954") or 0) < (figure_of("1955") or 0)
    assert figure_of("Bridge 12") is None
    assert guess("middle number", a_choice("f", ["Ada Penn", "12", "15"], 0)) is None


def test_what_the_question_s_own_facts_show_teaches_nothing() -> None:
    lent = [a_choice(name, ["Ada Penn", "Eva Marsh"], 0) for name in ("g", "h", "i")]
    own = a_choice("f", ["Ada Penn", "Ben Holt"], 1, shows=("f", "g", "h", "i"))
    assert guess("often right", own, [own, *lent]) is None
    assert credit("often right", replace(own, shows=("f",)), [own, *lent]) == 0


def test_labels_are_known_however_often_they_were_right() -> None:
    bank = [a_choice(f"f{n}", ["yes", "no"], n % 4 == 0) for n in range(40)]
    assert credit("often right", bank[0], bank) == 0
    assert credit("often right", bank[1], bank) == 1


@pytest.mark.parametrize(
    ("form", "mean"),
    [
        (Choice(4, 0), 0.25), (Select(4, (0, 1)), 0.1875), (Select(5, (0, 1, 2)), 0.240),
        (Order(3, (0, 1, 2)), 0.278), (Order(4, (0, 1, 2, 3)), 0.194), (Order(5, (0, 1, 2, 3, 4)), 0.163),
        (Match(3, 4, (0, 1, 2)), 0.25),
        (Number("12", ""), 0), (Text(("Penn",)), 0),
    ],
)  # fmt: skip
def test_chance_is_computed_from_the_rules_of_credit(
    form: Choice | Select | Order | Number | Text, mean: float
) -> None:
    assert chance_of(form).mean == pytest.approx(mean, abs=5e-4)


def test_ticks_are_held_against_as_many_ticks_at_random() -> None:
    question = a_select_question()  # a lighthouse and a crane of four
    both = guess("shortest", question)
    assert both
    assert both.credit == 0.5
    assert both.chance.mean == pytest.approx(0.25)
    assert credit("tick everything", question) == 0


def test_orders_are_guessed_as_shown_and_turned_round() -> None:
    question = replace(an_order_question(), form=Order(3, (2, 1, 0)))
    assert credit("order as shown", question) == 0
    assert credit("order reversed", question) == 1


def test_pairs_are_matched_in_step_and_by_shared_words() -> None:
    question = replace(a_match_question(), form=Match(3, 4, (0, 1, 3)))
    assert credit("match in step", question) == pytest.approx(2 / 3)
    assert guess("match by words", question) is None
    echoing = replace(question, prompts=("the ferry of 1901", "the pier", "1931 was its year"))
    assert credit("match by words", echoing) == pytest.approx(2 / 3)


def test_typed_figures_and_names_are_guessed_from_the_bank_and_the_question() -> None:
    others = [a_number_question(facts=("g",)), a_text_question(facts=("h",))]
    asked = a_number_question(stem="After 1998, how many boats does it hold?")
    assert credit("median figure", asked, others) == credit("usual figure", asked, others) == 1
    assert credit("figure of the question", asked, others) == 0
    assert credit("usual name", a_text_question(), others) == 1
    assert guess("usual name", a_text_question(quote="Captain Ekdahl met _____."), others) is None


def test_guessers_see_no_key() -> None:
    question = a_question()
    moved = replace(
        question,
        form=Choice(3, 0),
        options=tuple(replace(o, correct=not o.correct, feedback="") for o in question.options),
        explanation=replace(question.explanation, statement=""),
    )
    assert met(moved, Lore()) == met(question, Lore())


def test_where_the_stem_is_evidence_only_the_options_count() -> None:
    assert not any(applies(one, "evidence") for one in GUESSERS if one.name in ("clang", "frequency"))
    assert all(applies(one, "evidence") for one in GUESSERS if one.name in ("longest", "most specific"))


def test_of_a_kind_with_uneven_labels_chance_is_the_commonest() -> None:
    labels = ["Supported", "Contradicted", "Not found"]
    bank = [a_choice(f"f{n}", labels, n % 4 == 0, kind="verdict") for n in range(40)]
    row = lift_of("first", bank)
    assert (row.accuracy, row.chance) == (0.75, 0.75)
