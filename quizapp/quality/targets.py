"""The bars that a pack's quality is held to, and which of them it misses.

The generator's own are held on an invented pack, large enough to tell; a shipped pack answers for
its flaws, its forms and its coverage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.generation.bank import KINDS
from quizapp.quality.balance import Balance
from quizapp.quality.lifts import MARGIN, Lift, worst
from quizapp.quality.measuring import Quality
from quizapp.quality.mutation import Detection
from quizapp.quality.probe import MARGIN as PROBE_MARGIN
from quizapp.quality.probe import Probe
from quizapp.quality.proving import found
from quizapp.quality.statistics import bonferroni

LARGEST_TEMPLATE = 0.15
ENOUGH_STEMS = 200
"""Of fewer questions than these, the share of a template is told, but fails nothing."""

WARNINGS = 0.05
FOUND = Fraction(95, 100)
COVERED_ONCE, COVERED_THRICE = 0.95, 0.70
ALPHA = 0.05
BORNE_BY = 1_000
"""So many independent facts each kind's figures must rest on; a question's first fact counts."""


@dataclass(frozen=True)
class Target:
    """A bar: what is measured, the figure and the bar in words, and whether it is met.

    One that does not `gate` is told, but fails nothing.
    """

    pack: str
    what: str
    figure: str
    bar: str
    met: bool
    gates: bool = True


def targets(quality: Quality, *, generator: bool) -> tuple[Target, ...]:
    """Return every bar for a pack: those of any, and the generator's, or else those of coverage."""
    own = _of_generator(quality) if generator else _of_pack(quality)
    return (*_of_any(quality), *own)


def mutation_target(detections: Sequence[Detection]) -> Target:
    """Return the bar for the rules: each finds 95 % of planted flaws, with 2 % of false alarms at most."""
    failing = [f"{one.rule} {one.name}" for one in detections if not one.passes]
    figure = ", ".join(failing) or f"all {len(detections)} pass"
    return Target("rules", "rules tried on planted flaws", figure, "all pass", not failing)


def missed(held: Iterable[Target]) -> list[Target]:
    """Return the bars that are missed and fail the gate."""
    return [target for target in held if target.gates and not target.met]


def _of_any(q: Quality) -> Iterator[Target]:
    errors = q.flaws.with_error + q.flaws.beyond_items
    yield Target(q.pack, "questions with an error", f"{errors}", "0", errors == 0)
    rate = q.flaws.warning_rate
    yield Target(q.pack, "questions with a warning", percent(rate), "below 5 %", rate < WARNINGS)
    cues = next(rule.broken for rule in q.flaws.rules if rule.scope == "form")
    yield Target(q.pack, f"cues in {q.forms} forms", f"{cues}", "0", cues == 0)
    share = q.diversity.largest
    met = share <= LARGEST_TEMPLATE
    gates = q.items >= ENOUGH_STEMS
    yield Target(q.pack, "largest stem template", percent(share), "at most 15 %", met, gates)


def _of_pack(q: Quality) -> Iterator[Target]:
    """Yield what depends on what was taken from the sources: told, and mended in the pack."""
    once, thrice = q.coverage.share_once, q.coverage.share_thrice
    yield Target(q.pack, "facts asked by a kind", percent(once), "95 %", once >= COVERED_ONCE, gates=False)
    met = thrice >= COVERED_THRICE
    yield Target(q.pack, "facts asked by three kinds", percent(thrice), "70 %", met, gates=False)
    served = sum(count > 0 for count in q.skills.values())
    yield Target(q.pack, "skills served", f"{served}", "10", served == 10, gates=False)


def _of_generator(q: Quality) -> Iterator[Target]:
    served = sum(count > 0 for count in q.skills.values())
    yield Target(q.pack, "skills served", f"{served}", "10", served == 10)
    yield _borne(q)
    yield from (_guessed(q, row) for row in worst(q.lifts).values())
    yield from (_probed(q, probe) for probe in q.probes if probe.gates)
    yield from (_balanced(q, row) for row in q.balances)
    if q.readings:
        share = found(q.readings)
        yield Target(q.pack, "read from the cited paragraph", percent(float(share)), "95 %", share >= FOUND)


def _borne(q: Quality) -> Target:
    """Return the bar for what the other bars rest on: every kind is there, with facts of its own enough."""
    facts = {row.kind: max(one.facts for one in q.lifts if one.kind == row.kind) for row in q.lifts}
    short = [f"{kind.NAME} {facts.get(kind.NAME, 0)}" for kind in KINDS if facts.get(kind.NAME, 0) < BORNE_BY]
    figure = ", ".join(short) or f"all {len(KINDS)}"
    return Target(q.pack, f"kinds asked of {BORNE_BY:,} facts", figure, f"all {len(KINDS)}", not short)


def _guessed(q: Quality, row: Lift) -> Target:
    figure = f"{points(row.upper)} at most ({row.guesser})"
    return Target(q.pack, f"{row.kind}: worst guesser", figure, "below +5.0 points", row.upper < MARGIN)


def _probed(q: Quality, probe: Probe) -> Target:
    margin = MARGIN if probe.kind == "verdict" else PROBE_MARGIN
    what, bar = f"{probe.kind}: probe on {probe.seen}", f"at most {points(margin)}"
    return Target(q.pack, what, points(probe.lift), bar, probe.lift <= margin)


def _balanced(q: Quality, row: Balance) -> Target:
    bar = ALPHA / max(len(q.balances), 1)
    return Target(
        q.pack, f"{row.what}, {row.options} options", f"p {row.p:.2g}", f"above {bar:.2g}", row.p > bar
    )


def significant(rows: Iterable[Lift]) -> list[Lift]:
    """Return the guessers that beat chance for certain: by z, Bonferroni over all, and over facts."""
    every = list(rows)
    limit = bonferroni(len(every))
    return [row for row in every if row.z > limit and row.interval.low > 0 and row.conclusive]


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def points(share: float) -> str:
    return f"{100 * share:+.1f} points"
