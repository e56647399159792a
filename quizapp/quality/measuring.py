"""A pack's questions measured: every figure of the quality report as one value. Needs scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.bank import deal
from quizapp.generation.question import Question
from quizapp.generation.rules.rule import Flaw
from quizapp.quality.balance import Balance, balances
from quizapp.quality.coverage import Coverage, coverage, distinct, repeated, skills
from quizapp.quality.diversity import Diversity, diversity
from quizapp.quality.flaw_rates import FlawRates, flaw_rates
from quizapp.quality.lifts import Lift, lifts
from quizapp.quality.probe import Probe, probes
from quizapp.quality.proving import Readings, measure

FORM_LENGTH = 20
SEEDS = 5

Lint = Callable[[Question], list[Flaw]]


@dataclass(frozen=True)
class Limits:
    """How much is measured at most: questions of each kind that are linted, read, probed; forms dealt."""

    linted: int = 1_000_000
    read: int = 400
    probed: int = 3_000
    forms: int = 5


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
    limits: Limits = Limits()

    @property
    def bank(self) -> tuple[Question, ...]:
        return self.banks[0]


def seeds_from(seed: str, count: int = SEEDS) -> tuple[str, ...]:
    """Return a seed and those after it: "1", "1-2", "1-3" …"""
    return (seed, *(f"{seed}-{number}" for number in range(2, count + 1)))


def quality(measured: Measured, lint: Lint) -> Quality:
    """Measure everything; guessers are given the questions of all banks, all else those of the first."""
    pack, seed, bank, limits = measured.pack, measured.seed, measured.bank, measured.limits
    every = [question for one in measured.banks for question in one]
    forms = [deal(pack, one, FORM_LENGTH) for one in seeds_from(seed, limits.forms)]
    return Quality(
        pack=pack.id,
        title=pack.title,
        seed=seed,
        facts=len(pack.facts),
        items=len(bank),
        distinct=distinct(every) if len(measured.banks) > 1 else 0,
        repeated=repeated(bank),
        flaws=flaw_rates(pack, _some(bank, limits.linted), bank, forms, lint),
        lifts=lifts(pack, every),
        probes=probes(pack, every, seed, limits.probed),
        readings=measure(pack, _some(bank, limits.read), measured.known, seed),
        balances=balances(bank),
        diversity=diversity(pack, bank, seed),
        coverage=coverage(pack, bank),
        skills=skills(bank),
        forms=len(forms),
        form_questions=sum(map(len, forms)),
    )


def _some(questions: Sequence[Question], most: int) -> list[Question]:
    """Return the first questions of each kind: a sample stands in a drawn order already."""
    counts: Counter[str] = Counter()
    kept = []
    for question in questions:
        counts[question.kind] += 1
        if counts[question.kind] <= most:
            kept.append(question)
    return kept
