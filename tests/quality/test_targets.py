"""The bars: what is missed is named, what only tells fails nothing; and the report that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from quizapp.assessment.intervals import Interval
from quizapp.generation.bank import KINDS, bank
from quizapp.quality.balance import Balance
from quizapp.quality.lifts import Lift
from quizapp.quality.measuring import Measured, Quality, quality, seeds_from
from quizapp.quality.mutation import Detection
from quizapp.quality.probe import Probe
from quizapp.quality.quality_page import page_lines
from quizapp.quality.quality_report import Report, Speed, Table, markdown_lines, tables, text_lines
from quizapp.quality.rules import RULEBOOK
from quizapp.quality.sampling import sampled_bank
from quizapp.quality.targets import Target, missed, mutation_target, significant, targets
from tests.pack_builders import a_full_pack

PACK = a_full_pack()
TODAY = date(2026, 1, 31)


@pytest.fixture(scope="module")
def measured() -> Quality:
    banks = tuple(bank(PACK, seed) for seed in seeds_from("s", 2))
    return quality(Measured(PACK, "s", banks, {}), RULEBOOK.linter(PACK, TODAY))


def a_lift(**changes: object) -> Lift:
    lift = Lift("value", "longest", 900, 900, 900, 0.33, 1 / 3, -0.003, Interval(-0.03, 0.03), -0.2, 0.025)
    return replace(lift, **changes)  # type: ignore[arg-type]


def held(measured: Quality, what: str, *, generator: bool = True, **changes: object) -> Target:
    changed = replace(measured, **changes)  # type: ignore[arg-type]
    (found,) = (one for one in targets(changed, generator=generator) if one.what == what)
    return found


def test_a_guesser_s_bound_must_stay_below_five_points(measured: Quality) -> None:
    assert held(measured, "value: worst guesser", lifts=(a_lift(),)).met
    leak = held(measured, "value: worst guesser", lifts=(a_lift(), a_lift(guesser="second", upper=0.051)))
    assert not leak.met
    assert leak.figure == "+5.1 points at most (second)"


def test_every_kind_must_be_there_with_a_thousand_facts(measured: Quality) -> None:
    what = "kinds asked of 1,000 facts"
    every = tuple(a_lift(kind=kind.NAME, facts=1_000) for kind in KINDS)
    assert held(measured, what, lifts=every).met
    assert held(measured, what, lifts=every[1:]).figure == f"{KINDS[0].NAME} 0"
    few = (a_lift(kind=KINDS[0].NAME, facts=999), *every[1:])
    assert not held(measured, what, lifts=few).met


def test_a_probe_on_options_must_not_learn(measured: Quality) -> None:
    probe = Probe("value", "options", "fact", 900, 900, 0.36, 1 / 3, Interval(0.33, 0.39))
    assert held(measured, "value: probe on options", probes=(probe,)).met
    assert not held(measured, "value: probe on options", probes=(replace(probe, accuracy=0.37),)).met
    by_stem = replace(probe, seen="stem and options", accuracy=0.9)
    assert all(
        "probe" not in one.what for one in targets(replace(measured, probes=(by_stem,)), generator=True)
    )


def test_uneven_places_are_missed(measured: Quality) -> None:
    uneven = Balance("position of other keys", 3, (400, 300, 300), 0.001)
    assert not held(measured, "position of other keys, 3 options", balances=(uneven,)).met


def test_a_shipped_pack_is_told_its_coverage_but_not_failed_for_it(measured: Quality) -> None:
    coverage = replace(measured.coverage, thrice=0)
    told = held(measured, "facts asked by three kinds", generator=False, coverage=coverage)
    assert (told.met, missed([told])) == (False, [])


def test_errors_fail_any_pack(measured: Quality) -> None:
    flawed = replace(measured.flaws, with_error=1)
    for generator in (True, False):
        one = held(measured, "questions with an error", generator=generator, flaws=flawed)
        assert missed([one]) == [one]


def test_a_rule_that_misses_planted_flaws_is_named() -> None:
    good = Detection(1, "odd length", "questions", 100, 99, 100, 1)
    blind = replace(good, rule=11, name="clang", detected=80)
    assert mutation_target([good]).met
    assert mutation_target([good, blind]).figure == "11 clang"


def test_what_beats_chance_for_certain_has_z_interval_and_facts() -> None:
    leak = a_lift(z=9.0, interval=Interval(0.1, 0.2))
    assert significant([leak]) == [leak]
    assert significant([replace(leak, z=1.0), replace(leak, facts=40)]) == []
    assert significant([replace(leak, interval=Interval(-0.1, 0.2))]) == []


def test_every_kind_and_every_skill_of_a_pack_is_measured(measured: Quality) -> None:
    kinds = {question.kind for question in bank(PACK, "s")}
    assert {row.kind for row in measured.lifts} == kinds
    assert sum(measured.skills.values()) == measured.items == len(bank(PACK, "s"))
    assert measured.forms == 5


def a_report(measured: Quality) -> Report:
    return Report(measured, targets(measured, generator=False), Speed(0.0005, 0.0005))


def test_the_report_has_its_bars_first_and_a_row_for_each_kind(measured: Quality) -> None:
    found = {table.title: table for table in tables(a_report(measured))}
    assert next(iter(found)) == "Targets"
    kinds = [row[0] for row in found["Worst guesser of each kind"].rows]
    assert kinds == list(dict.fromkeys(question.kind for question in bank(PACK, "s")))
    assert all(row[-1] == "inconclusive" for row in found["Worst guesser of each kind"].rows)
    assert any("1000 questions" in figure for _, figure in found["Figures"].rows)


def test_tables_are_aligned_as_text_and_piped_as_markdown() -> None:
    table = Table("Birds", ("name", "n"), (("owl", "1"), ("magpie", "20")), "Counted.")
    assert list(text_lines(table)) == [
        "",
        "Birds",
        "  name    n",
        "  owl     1",
        "  magpie  20",
        "  Counted.",
    ]
    piped = ["| name | n |", "| --- | --- |", "| owl | 1 |", "| magpie | 20 |", "", "Counted.", ""]
    assert list(markdown_lines(table)) == ["### Birds", "", *piped]


def test_the_page_says_how_and_when_and_lists_every_guesser(measured: Quality) -> None:
    page = "\n".join(page_lines("Measured on 2026-01-31.", [a_report(measured)], []))
    assert page.startswith("# How good the questions are")
    assert "Measured on 2026-01-31." in page
    assert "- middle number: picks the middle one of figures or dates" in page


def test_a_sample_holds_all_questions_of_the_facts_it_draws() -> None:
    whole, sample = bank(PACK, "s"), sampled_bank(PACK, "s", 3)
    drawn: Mapping[str, set[str]] = {one.kind: set() for one in sample}
    for one in sample:
        drawn[one.kind].add(one.facts[0])
    assert len(sample) < len(whole)
    assert {one.id for one in sample} == {one.id for one in whole if one.facts[0] in drawn.get(one.kind, ())}


def test_a_large_enough_sample_is_the_bank() -> None:
    assert {one.id for one in sampled_bank(PACK, "s", 10_000)} == {one.id for one in bank(PACK, "s")}
