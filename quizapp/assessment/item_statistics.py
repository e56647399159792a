"""Item analysis: what first attempts say of each question, by classical test theory.

The formulas are those that Moodle documents for its quiz statistics
(docs.moodle.org/dev/Quiz_statistics_calculations); `docs/item_analysis.md` says how to read them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from quizapp.assessment.intervals import wilson
from quizapp.assessment.moments import (
    covariance,
    deviation,
    largest_covariance,
    mean,
    varies,
)
from quizapp.assessment.samples import (
    DISCRIMINATION_FROM,
    FACILITY_FROM,
    Estimate,
    Item,
    Script,
    Silent,
    correlated,
    same_items,
    too_few,
)

NO_REST = Silent("there is no other question to compare it with")
AGAINST_TOTAL = Silent("it works against the total, and its weight is undefined")


@dataclass(frozen=True)
class OptionStatistics:
    """One thing that could be chosen: by how many, and whether they did well on the rest.

    `share` is of all who were asked, blanks included. `discrimination` is the correlation of
    having chosen it with the rest score.
    """

    right: bool
    count: int
    share: float | Silent
    discrimination: Estimate | Silent


@dataclass(frozen=True)
class ItemStatistics:
    """One question. `efficiency` and `weight` are shares; `discrimination` is a correlation.

    `n` learners were asked, `blank` of them gave no answer. `chance` is the random-guess score.
    """

    item: Item
    n: int
    blank: int
    facility: Estimate | Silent
    deviation: float | Silent
    discrimination: Estimate | Silent
    efficiency: float | Silent
    weight: float | Silent
    options: tuple[OptionStatistics, ...]


@dataclass(frozen=True)
class _Asked:
    """The scripts that had an item, its credits and the rest scores, in the same order."""

    scripts: tuple[Script, ...]
    credits: tuple[float, ...]
    rests: tuple[float, ...]


def item_statistics(items: Sequence[Item], scripts: Sequence[Script]) -> tuple[ItemStatistics, ...]:
    """Return the statistics of each item, from the scripts that had it."""
    weights = effective_weights(items, scripts)
    return tuple(_one(item, _asked(item, scripts), weights[item.id]) for item in items)


def effective_weights(items: Sequence[Item], scripts: Sequence[Script]) -> Mapping[int, float | Silent]:
    """Return each item's share of the spread of totals: sqrt(cov(x, X)) over the sum of all such.

    Undefined, and left out of the sum, where the covariance with the total is below 0.
    """
    if silent := too_few(len(scripts), DISCRIMINATION_FROM):
        return dict.fromkeys((item.id for item in items), silent)
    if not same_items(scripts):
        differ = Silent("learners had different questions, so there is no one total to weigh it in")
        return dict.fromkeys((item.id for item in items), differ)
    totals = [script.points for script in scripts]
    roots = {item.id: _root(_credits(item, scripts), totals) for item in items}
    whole = fsum(root for root in roots.values() if not isinstance(root, Silent))
    return {
        id: root if isinstance(root, Silent) else root / whole if whole else Silent("all totals are the same")
        for id, root in roots.items()
    }


def _root(credits: Sequence[float], totals: Sequence[float]) -> float | Silent:
    if not (varies(credits) and varies(totals)):
        return 0.0
    together = covariance(credits, totals)
    return sqrt(together) if together >= 0 else AGAINST_TOTAL


def _credits(item: Item, scripts: Sequence[Script]) -> list[float]:
    return [float(script.credits[item.id]) for script in scripts]


def _asked(item: Item, scripts: Sequence[Script]) -> _Asked:
    had = tuple(script for script in scripts if item.id in script.credits)
    rests = [script.rest(item.id) for script in had]
    return _Asked(had, tuple(_credits(item, had)), tuple(rest for rest in rests if rest is not None))


def _one(item: Item, asked: _Asked, weight: float | Silent) -> ItemStatistics:
    n = len(asked.scripts)
    few = too_few(n, FACILITY_FROM)
    return ItemStatistics(
        item=item,
        n=n,
        blank=sum(item.id not in script.chosen for script in asked.scripts),
        facility=few or Estimate(mean(asked.credits), wilson(fsum(asked.credits), n)),
        deviation=few or deviation(asked.credits),
        discrimination=_with_rest(asked.credits, asked, "everybody earned the same on it"),
        efficiency=_efficiency(asked),
        weight=weight,
        options=tuple(_option(item, place, asked) for place in range(len(item.right))),
    )


def _with_rest(values: Sequence[float], asked: _Asked, no_variance: str) -> Estimate | Silent:
    if len(asked.rests) < len(values):
        return too_few(len(values), DISCRIMINATION_FROM) or NO_REST
    return correlated(values, asked.rests, no_variance)


def _efficiency(asked: _Asked) -> float | Silent:
    """Return the covariance with the rest as a share of the most that it could be with these marks."""
    found = _with_rest(asked.credits, asked, "everybody earned the same on it")
    if isinstance(found, Silent):
        return found
    return covariance(asked.credits, asked.rests) / largest_covariance(asked.credits, asked.rests)


def _option(item: Item, place: int, asked: _Asked) -> OptionStatistics:
    taken = [float(place in script.chosen.get(item.id, ())) for script in asked.scripts]
    count = sum(map(int, taken))
    same = "nobody chose it" if not count else "everybody chose it"
    return OptionStatistics(
        right=item.right[place],
        count=count,
        share=too_few(len(taken), FACILITY_FROM) or count / len(taken),
        discrimination=_with_rest(taken, asked, same),
    )
