"""Indexes over slot values: which facts may say the same, found without trying them all.

An index narrows the field; what decides is always the exact comparison, so an index may
give a fact too many, never one too few.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import ceil, floor

from quizapp.facts.model import Fact
from quizapp.facts.saying import WordSets
from quizapp.facts.units import PERCENT, comparable, measure
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue

Places = Sequence[int]
Interval = tuple[int, int]

WIDTHS = 48
"""Up to so many widths of intervals are told apart one by one."""


class Spans:
    """Intervals of whole numbers, both ends included, each with a place.

    They are kept by their width, so that a wide one slows no search among narrow ones; where
    there are many widths, by its size in bits.
    """

    def __init__(self, spans: Iterable[tuple[Interval, int]]) -> None:
        groups: dict[int, list[tuple[int, int]]] = {}
        listed = [(high - low, low, place) for (low, high), place in spans]
        few = len({width for width, _, _ in listed}) <= WIDTHS
        for width, low, place in listed:
            widest = width if few else 1 << width.bit_length()
            groups.setdefault(widest, []).append((low, place))
        self._groups = [
            (widest, [low for low, _ in group], [place for _, place in group])
            for widest, group in ((widest, sorted(group)) for widest, group in groups.items())
        ]

    def overlapping(self, low: int, high: int) -> list[Places]:
        """Return the places of all intervals that overlap this one, and perhaps of a few beside it."""
        found: list[Places] = []
        for widest, lows, places in self._groups:
            first, last = bisect_left(lows, low - widest), bisect_right(lows, high)
            if first < last:
                found.append(places[first:last])
        return found


class Values:
    """Slot values, each with a place; `kin` returns the ids of the entities that overlap one."""

    def __init__(self, kin: Callable[[str], frozenset[str]], values: Iterable[tuple[SlotValue, int]]) -> None:
        self._kin = kin
        self._entities: dict[str, list[int]] = {}
        self._terms: dict[str, list[int]] = {}
        terms: list[tuple[str, int]] = []
        self._dated: list[int] = []
        self._undated: list[int] = []
        figures: dict[str, list[tuple[Interval, int]]] = {}
        shares: list[tuple[Interval, int]] = []
        days: list[tuple[Interval, int]] = []
        for value, place in values:
            match value:
                case EntityValue(entity=entity):
                    self._entities.setdefault(entity.id, []).append(place)
                case TermValue(words=words):
                    terms.append((words, place))
                    for way in value.ways:
                        self._terms.setdefault(way, []).append(place)
                case DateValue():
                    self._dated.append(place)
                    if days_of := _days(value):
                        days.append((days_of, place))
                    else:
                        self._undated.append(place)
                case QuantityValue():
                    figures.setdefault(value.counted.unit, []).append((_fine(value, Fraction(1)), place))
                    if _is_share(value):
                        shares.append((_fine(value, Fraction(100)), place))
        self._term_words = WordSets(terms)
        self._figures = {unit: Spans(spans) for unit, spans in figures.items()}
        self._shares, self._days = Spans(shares), Spans(days)

    def like(self, value: SlotValue) -> list[Places]:
        """Return the places of all values that may be one with this: overlapping, equal, part and whole."""
        match value:
            case EntityValue(entity=entity):
                return [found for one in self._kin(entity.id) if (found := self._entities.get(one))]
            case TermValue(words=words):
                equal = [found for way in value.ways if (found := self._terms.get(way))]
                return [*equal, *self._term_words.near(words)]
            case DateValue():
                days = _days(value)
                return [*self._days.overlapping(*days), self._undated] if days else [self._dated]
            case QuantityValue():
                return self._like_figure(value)

    def _like_figure(self, value: QuantityValue) -> list[Places]:
        unit = value.counted.unit
        found = self._shares.overlapping(*_fine(value, Fraction(1))) if unit == PERCENT else []
        if _is_share(value) and PERCENT in self._figures:
            found += self._figures[PERCENT].overlapping(*_fine(value, Fraction(100)))
        for other, spans in self._figures.items():
            if (factor := _factor(unit, other)) is not None:
                found += spans.overlapping(*_fine(value, factor))
        return found


class RelationFacts:
    """The facts of one relation, in the pack's order, found by what fills their slots."""

    def __init__(
        self,
        facts: Sequence[Fact],
        kin: Callable[[str], frozenset[str]],
        alike: Callable[[SlotValue, SlotValue], bool],
    ) -> None:
        self.facts = facts
        self._alike = alike
        names = dict.fromkeys(name for fact in facts for name in fact.slots)
        placed = list(enumerate(facts))
        self._lacking = {name: [n for n, fact in placed if name not in fact.slots] for name in names}
        self._values = {
            name: Values(kin, ((fact.slots[name], n) for n, fact in placed if name in fact.slots))
            for name in names
        }

    def filled_like(self, wanted: Mapping[str, SlotValue], filling: str = "") -> Iterator[Fact]:
        """Yield, in order, each fact whose slots are all alike these; a slot it lacks counts as alike.

        The slot named `filling` must not be lacking.
        """
        for place in self._narrowest(wanted, filling):
            fact = self.facts[place]
            if filling and filling not in fact.slots:
                continue
            if all(n not in fact.slots or self._alike(v, fact.slots[n]) for n, v in wanted.items()):
                yield fact

    def _narrowest(self, wanted: Mapping[str, SlotValue], filling: str) -> Iterable[int]:
        """Return the places to look at, ascending, by the slot that leaves the fewest."""
        if filling and filling not in self._values:
            return ()
        best: list[Places] = [range(len(self.facts))]
        for name, value in wanted.items():
            if name not in self._values:
                continue
            found = self._values[name].like(value)
            if name != filling and self._lacking[name]:
                found.append(self._lacking[name])
            if sum(map(len, found)) < sum(map(len, best)):
                best = found
        return sorted(best[0]) if len(best) == 1 else sorted(set(chain(*best)))


def _days(value: DateValue) -> Interval | None:
    span = value.span
    return (span.start.toordinal(), span.end.toordinal()) if span.start and span.end else None


def _fine(value: QuantityValue, factor: Fraction) -> Interval:
    low, high = value.fine
    return floor(low * factor) if factor != 1 else low, ceil(high * factor) if factor != 1 else high


def _is_share(value: QuantityValue) -> bool:
    """Tell whether a figure may be read as a percentage beside one: "half" beside "50 percent"."""
    return not value.counted.unit and 0 < value.quantity.value < 1


@lru_cache(maxsize=16384)
def _factor(unit: str, other: str) -> Fraction | None:
    """Return what turns a figure in one unit into the other, or None where they cannot be compared."""
    if not comparable(unit, other):
        return None
    first, second = measure(unit), measure(other)
    return first.size / second.size if first and second else Fraction(1)
