"""The mutation suite: whether each rule finds its flaw where it was put, and is silent where it is not.

The flaws are made without the checks' own words and patterns. What counts as clean is known from how
it was made, not from the linter: an imitation settles all that a rule looks at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import Change, Lot, Mutation
from quizapp.quality.mutants.of_banks import BANK_MUTATIONS
from quizapp.quality.mutants.of_context import CONTEXT_MUTATIONS
from quizapp.quality.mutants.of_facts import FACT_MUTATIONS
from quizapp.quality.mutants.of_figures import FIGURE_MUTATIONS
from quizapp.quality.mutants.of_grammar import GRAMMAR_MUTATIONS
from quizapp.quality.mutants.of_options import OPTION_MUTATIONS
from quizapp.quality.mutants.of_sorts import SORT_MUTATIONS
from quizapp.quality.mutants.of_stems import STEM_MUTATIONS
from quizapp.quality.rules import RULEBOOK, Rulebook

DETECTED_FROM = Fraction(95, 100)
FALSE_ALARMS_TO = Fraction(2, 100)

MUTATIONS: tuple[Mutation, ...] = (
    *OPTION_MUTATIONS, *GRAMMAR_MUTATIONS, *FIGURE_MUTATIONS, *SORT_MUTATIONS, *STEM_MUTATIONS,
    *CONTEXT_MUTATIONS, *FACT_MUTATIONS, *BANK_MUTATIONS,
)  # fmt: skip


@dataclass(frozen=True)
class Detection:
    """How a rule did: of so many flaws put in, and of so many imitations, how many it reported.

    `units` are questions, banks or forms.
    """

    rule: int
    name: str
    units: str
    injected: int
    detected: int
    clean: int
    false_alarms: int

    @property
    def recall(self) -> Fraction:
        """The share of flaws that were found, 0 to 1; 0 where none could be put in."""
        return Fraction(self.detected, self.injected) if self.injected else Fraction(0)

    @property
    def alarms(self) -> Fraction:
        """The share of imitations that were taken for flaws, 0 to 1; 1 where none could be made."""
        return Fraction(self.false_alarms, self.clean) if self.clean else Fraction(1)

    @property
    def passes(self) -> bool:
        return self.recall >= DETECTED_FROM and self.alarms <= FALSE_ALARMS_TO


def mutate_and_detect(
    questions: Sequence[Question],
    pack: Pack,
    seed: str,
    rules: Rulebook = RULEBOOK,
    mutations: Sequence[Mutation] = MUTATIONS,
) -> tuple[Detection, ...]:
    """Return how each of the 26 rules did, in their order; a rule of banks stands beside its namesake.

    The questions are those of the pack's bank; the same questions and seed give the same figures.
    """
    found: dict[tuple[int, str], Detection] = {}
    for number, mutation in enumerate(mutations):
        one = _tried(Lot(tuple(questions), pack), mutation, f"{seed} {number}", rules)
        key = (one.rule, one.units)
        found[key] = _together(found[key], one) if key in found else one
    return tuple(sorted(found.values(), key=lambda one: one.rule))


def _tried(lot: Lot, mutation: Mutation, seed: str, rules: Rulebook) -> Detection:
    flawed = _reports(lot, mutation, mutation.inject, Draw(seed, "inject"), rules)
    clean = _reports(lot, mutation, mutation.imitate, Draw(seed, "imitate"), rules)
    name = RULEBOOK.name_of(mutation.rule, mutation.units)
    return Detection(mutation.rule, name, mutation.units, len(flawed), sum(flawed), len(clean), sum(clean))


def _reports(lot: Lot, mutation: Mutation, change: Change, draw: Draw, rules: Rulebook) -> list[bool]:
    """Return, for each changed question, bank or form, whether the rule reports it."""
    changed = (change(lot, draw) for _ in range(mutation.times))
    return [one for made in changed for one in _reported(made, mutation, rules)]


def _reported(lot: Lot, mutation: Mutation, rules: Rulebook) -> list[bool]:
    only = rules.only(mutation.rule)
    match mutation.units:
        case "banks":
            return [bool(only.of_bank(lot.questions))]
        case "forms":
            return [bool(only.of_form(lot.pack, lot.questions))]
    lint = only.linter(lot.pack, lot.today, lot.known)
    return [bool(lint(question)) for question in lot.questions]


def _together(a: Detection, b: Detection) -> Detection:
    return replace(
        a, injected=a.injected + b.injected, detected=a.detected + b.detected,
        clean=a.clean + b.clean, false_alarms=a.false_alarms + b.false_alarms,
    )  # fmt: skip


def mutation_lines(detections: Sequence[Detection]) -> Iterator[str]:
    """Yield the table: for each rule the flaws put in and found, the imitations and the false alarms."""
    yield f"{'rule':>4}  {'name':26}{'of':10}{'flaws':>6}{'found':>9}{'clean':>8}{'alarms':>9}"
    for one in detections:
        mark = "" if one.passes else "  missed" if one.injected else "  nothing to try"
        yield (
            f"{one.rule:>4}  {one.name:26}{one.units:10}{one.injected:>6}{_percent(one.recall):>9}"
            f"{one.clean:>8}{_percent(one.alarms):>9}{mark}"
        )


def _percent(share: Fraction) -> str:
    return f"{float(share):.1%}"
