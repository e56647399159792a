"""How much each guesser earns above chance on each kind of question, with bounds. Needs numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quizapp.assessment.chances import Chance
from quizapp.assessment.forms import Choice
from quizapp.assessment.intervals import Interval
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.quality.bootstrap import Numbers, bounds, clustered
from quizapp.quality.guessers import GUESSERS, Guesser, Outcome, applies
from quizapp.quality.lore import Lore, learnt
from quizapp.quality.situation import met

MARGIN = 0.05
"""A guesser's accuracy must stay, with 95 % confidence, below chance and this."""

FEWEST = 100
"""Facts that a finding needs; on fewer it is inconclusive."""

UNEVEN = ("verdict",)
"""Kinds whose labels differ in how often they are right: chance is the share of the commonest."""


@dataclass(frozen=True)
class Lift:
    """What a guesser earned on a kind, where it had something to go by: `fires` of `asked` questions.

    `accuracy` is the mean credit there, `chance` what blind answers earn, `lift` the difference,
    with its two-sided 95 % interval by bootstrap over facts. `z` is against chance (Poisson-binomial).
    `facts` are those of the questions where it fires. `upper` bounds (one-sided, 95 %) what the
    guesser gains over *all* questions of the kind, answering blindly where it has nothing to go by.
    """

    kind: str
    guesser: str
    asked: int
    fires: int
    facts: int
    accuracy: float
    chance: float
    lift: float
    interval: Interval
    z: float
    upper: float

    @property
    def coverage(self) -> float:
        return self.fires / self.asked

    @property
    def conclusive(self) -> bool:
        return self.facts >= FEWEST


@dataclass(frozen=True)
class _Table:
    """A kind's questions (rows) by guessers (columns): credit less chance, chance, its variance, fires."""

    facts: tuple[str, ...]
    gain: Numbers
    chance: Numbers
    variance: Numbers
    fires: Numbers


def lifts(pack: Pack, questions: Sequence[Question], seed: int = 1) -> tuple[Lift, ...]:
    """Return every guesser's lift on every kind where it fires at all, kinds in the questions' order."""
    lore = learnt(pack, questions)
    by_kind: dict[str, list[Question]] = {}
    for question in questions:
        by_kind.setdefault(question.kind, []).append(question)
    rows: list[Lift] = []
    for kind, group in by_kind.items():
        guessers = [guesser for guesser in GUESSERS if applies(guesser, kind)]
        outcomes = [_outcomes(question, lore, guessers) for question in group]
        rows += _rows(kind, guessers, _table(group, outcomes, _flat_chance(kind, group)), seed)
    return tuple(rows)


def _outcomes(question: Question, lore: Lore, guessers: Sequence[Guesser]) -> list[Outcome | None]:
    seen = met(question, lore)
    return [guesser.guess(seen, question) for guesser in guessers]


def worst(rows: Iterable[Lift]) -> Mapping[str, Lift]:
    """Return, for each kind, the guesser with the highest bound; the better covered of equals."""
    found: dict[str, Lift] = {}
    for row in rows:
        if row.kind not in found or (row.upper, row.fires) > (found[row.kind].upper, found[row.kind].fires):
            found[row.kind] = row
    return found


def _flat_chance(kind: str, questions: Sequence[Question]) -> Chance | None:
    """Return the share of the commonest label, for a kind whose labels are meant to differ."""
    keys = Counter(question.form.key for question in questions if isinstance(question.form, Choice))
    if kind not in UNEVEN or not keys:
        return None
    share = max(keys.values()) / keys.total()
    return Chance(share, share * (1 - share))


def _table(
    questions: Sequence[Question], outcomes: Sequence[Sequence[Outcome | None]], flat: Chance | None
) -> _Table:
    cells = np.array([[_cell(one, flat) for one in row] for row in outcomes], dtype=np.float64)
    facts = tuple(question.facts[0] for question in questions)
    return _Table(facts, *(cells[:, :, layer] for layer in range(4)))


def _cell(outcome: Outcome | None, flat: Chance | None) -> tuple[float, float, float, float]:
    if outcome is None:
        return 0.0, 0.0, 0.0, 0.0
    chance = flat or outcome.chance
    return outcome.credit - chance.mean, chance.mean, chance.variance, 1.0


def _rows(kind: str, guessers: Sequence[Guesser], table: _Table, seed: int) -> Iterable[Lift]:
    gains, trials = np.hstack([table.gain, table.gain]), np.hstack([table.fires, np.ones_like(table.fires)])
    found = bounds(clustered(table.facts, gains, trials), seed)
    for column, guesser in enumerate(guessers):
        fires = table.fires[:, column]
        count = int(fires.sum())
        if not count:
            continue
        gain, chance = float(table.gain[:, column].sum()), float(table.chance[:, column].sum())
        variance = float(table.variance[:, column].sum())
        yield Lift(
            kind=kind,
            guesser=guesser.name,
            asked=len(fires),
            fires=count,
            facts=len({fact for fact, fired_there in zip(table.facts, fires, strict=True) if fired_there}),
            accuracy=(gain + chance) / count,
            chance=chance / count,
            lift=gain / count,
            interval=found[column].interval,
            z=gain / variance**0.5 if variance else 0.0,
            upper=found[column + len(guessers)].upper,
        )
