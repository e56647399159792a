"""Pairs of figures that count the same thing, so that one may be set against the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import Quantity
from quizapp.facts.units import PERCENT, measure
from quizapp.facts.values import DateValue, QuantityValue, SlotValue, TermValue, same_value
from quizapp.facts.wording import folded
from quizapp.generation.falsity import basis
from quizapp.generation.nearby import style
from quizapp.generation.picking import position


@dataclass(frozen=True)
class Pair:
    """Two facts of one relation whose figures in `slot` differ only in what fills `axis`.

    Where the axis is a date, the first is the earlier one; else the larger figure comes first.
    """

    first: Fact
    second: Fact
    slot: str
    axis: str

    @property
    def facts(self) -> tuple[Fact, Fact]:
        return self.first, self.second

    @property
    def figures(self) -> tuple[QuantityValue, QuantityValue]:
        first, second = (fact.slots[self.slot] for fact in self.facts)
        assert isinstance(first, QuantityValue)
        assert isinstance(second, QuantityValue)
        return first, second

    @property
    def dates(self) -> tuple[DateValue, DateValue] | None:
        """The two dates, where the pair is one thing at two times."""
        first, second = (fact.slots[self.axis] for fact in self.facts)
        return (first, second) if isinstance(first, DateValue) and isinstance(second, DateValue) else None


def pairs(pack: Pack) -> Iterator[Pair]:
    """Yield each pair once: neighbours and ends of a series in one source.

    Two sources may count differently, whatever a link says of their dates. Facts that a link
    says agree are no pair: what differs between them is no change.
    """
    seen: set[tuple[str, str]] = set()
    for pair in _in_one_source(pack):
        ids = (pair.first.id, pair.second.id)
        if ids not in seen and pair.second.id not in pack.agreeing(pair.first.id):
            seen.add(ids)
            yield pair


def _in_one_source(pack: Pack) -> Iterator[Pair]:
    for relation in pack.relations.values():
        for rule in relation.determines:
            for axis in rule.given:
                for series in _series(pack, relation.id, rule.slot, axis).values():
                    yield from _of_series(series, rule.slot, axis)


def _series(pack: Pack, relation: str, slot: str, axis: str) -> dict[tuple[str, ...], list[Fact]]:
    """Return the facts that differ in figure and axis only, by source, speaker and all else."""
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in pack.by_relation[relation]:
        if axis in fact.slots and _is_exact(pack, fact, slot):
            others = sorted(fact.slots.keys() - {slot, axis})
            rest = (f"{name}: {folded(fact.slots[name].words)}" for name in others)
            speaker = fact.asserted_by.id if fact.asserted_by else ""
            for source in fact.sources:
                groups.setdefault((source, speaker, *rest), []).append(fact)
    return groups


def _of_series(series: list[Fact], slot: str, axis: str) -> Iterator[Pair]:
    ordered = sorted(series, key=lambda fact: (position(fact.slots[axis]), position(fact.slots[slot])))
    ends = [(ordered[0], ordered[-1])] if len(ordered) > 2 else []
    for a, b in (*pairwise(ordered), *ends):
        pair = _pair(a, b, slot, axis)
        if pair:
            yield pair


def _is_exact(pack: Pack, fact: Fact, slot: str) -> bool:
    """Tell whether a fact gives one exact figure in print that other values contradict."""
    value = fact.slots.get(slot)
    if not isinstance(value, QuantityValue) or not pack.may_ask(fact):
        return False
    proof = basis(fact, slot)
    told = fact.status in ("reported", "attributed") and proof is not None and proof.rule == "contradicted"
    return told and value.external is None and _is_plain(value.quantity) and _is_plain(style(value))


def _is_plain(figure: Quantity) -> bool:
    """Tell whether a figure is no range, has no hedge, and can be printed with two decimals."""
    counted = figure.low is None and figure.value > 0 and 100 % figure.value.denominator == 0
    return counted and not figure.hedge


def _pair(a: Fact, b: Fact, slot: str, axis: str) -> Pair | None:
    """Return the pair in its order, or None where the figures do not count the same thing."""
    if axis not in a.slots or axis not in b.slots:
        return None
    dated = _follow_each_other(a.slots[axis], b.slots[axis])
    ours, theirs = a.slots[slot], b.slots[slot]
    if dated is None or not isinstance(ours, QuantityValue) or not isinstance(theirs, QuantityValue):
        return None
    if not _count_the_same(ours, theirs, a.slots[axis]) or ours.quantity.value == theirs.quantity.value:
        return None
    ordered = sorted(
        (a, b), key=lambda fact: position(fact.slots[axis if dated else slot]), reverse=not dated
    )
    return Pair(ordered[0], ordered[1], slot, axis)


def _follow_each_other(a: SlotValue, b: SlotValue) -> bool | None:
    """Tell whether an axis holds two dates one after the other; None where it tells two facts not apart."""
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        known = a.span.start is not None and b.span.start is not None
        return True if known and not a.span.overlaps(b.span) else None
    return None if same_value(a, b) else False


def _count_the_same(a: QuantityValue, b: QuantityValue, axis: SlotValue) -> bool:
    """Tell whether two figures are in one unit, and the axis does not say what is counted.

    A term may: homicides are not arrests. Years are years, whosever term of office they are.
    """
    measured = measure(a.counted.unit) is not None and a.counted.unit != PERCENT
    return (
        a.unit == b.unit
        and a.counted.unit == b.counted.unit
        and (measured or not isinstance(axis, TermValue))
    )
