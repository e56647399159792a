"""A pack's questions measured: every figure of the quality report as one value. Needs scikit-learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.bank import deal
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import Linter
from quizapp.quality.balance import Balance, balances
from quizapp.quality.coverage import Coverage, coverage, distinct, repeated, skills
from quizapp.quality.diversity import Diversity, diversity
from quizapp.quality.flaw_rates import FlawRates, flaw_rates
from quizapp.quality.lifts import Lift, lifts
from quizapp.quality.probe import Probe, probes
from quizapp.quality.proving import Readings, measure

FORM_LENGTH = 20
FORMS = 5
SEEDS = 5
READ = 400
"""How many questions of a kind the reader is given at most."""


@dataclass(frozen=True)
class Quality:
    """What was measured of a pack for a seed; `readings` is empty where no text is known.

    `items` are the questions of the bank, or of the sample of it that was measured. `distinct`
    counts over five seeds; 0 for a sample.
    """

    pack: str
    title: str
    seed: str
    facts: int
    items: int
    distinct: int
    repeated: int
    flaws: FlawRates
    lifts: tuple[Lift, ...]
    probes: tuple[Probe, ...]
    readings: tuple[Readings, ...]
    balances: tuple[Balance, ...]
    diversity: Diversity
    coverage: Coverage
    skills: Mapping[str, int]
    forms: int
    form_questions: int


@dataclass(frozen=True)
class Measured:
    """A pack with what is measured of it: banks of one seed or several (the first is reported on), texts."""

    pack: Pack
    seed: str
    banks: tuple[tuple[Question, ...], ...]
    known: Mapping[str, Paragraphs]

    @property
    def bank(self) -> tuple[Question, ...]:
        return self.banks[0]


def seeds_from(seed: str, count: int = SEEDS) -> tuple[str, ...]:
    """Return a seed and those after it: "1", "1-2", "1-3" …"""
    return (seed, *(f"{seed}-{number}" for number in range(2, count + 1)))


def quality(measured: Measured, linter: Linter) -> Quality:
    """Measure everything; guessers are given the questions of all banks, all else those of the first."""
    pack, seed, bank = measured.pack, measured.seed, measured.bank
    every = [question for one in measured.banks for question in one]
    forms = [deal(pack, one, FORM_LENGTH) for one in seeds_from(seed, FORMS)]
    return Quality(
        pack=pack.id,
        title=pack.title,
        seed=seed,
        facts=len(pack.facts),
        items=len(bank),
        distinct=distinct(every) if len(measured.banks) > 1 else 0,
        repeated=repeated(bank),
        flaws=flaw_rates(pack, bank, forms, linter, measured.known),
        lifts=lifts(pack, every),
        probes=probes(pack, every, seed),
        readings=measure(pack, _first_of_each_kind(bank), measured.known, seed),
        balances=balances(bank),
        diversity=diversity(pack, bank, seed),
        coverage=coverage(pack, bank),
        skills=skills(bank),
        forms=len(forms),
        form_questions=sum(map(len, forms)),
    )


def _first_of_each_kind(questions: Sequence[Question]) -> list[Question]:
    counts: dict[str, int] = {}
    kept = []
    for question in questions:
        counts[question.kind] = counts.get(question.kind, 0) + 1
        if counts[question.kind] <= READ:
            kept.append(question)
    return kept
