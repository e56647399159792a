"""Entities, and the typed values that fill a fact's slots."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from quizapp.facts.dates import DateSpan
from quizapp.facts.quantities import Quantity, parse_quantity, same_quantity, tolerance
from quizapp.facts.schema import EntityType
from quizapp.facts.wording import folded

FINE = 1_000_000
"""Intervals of figures are compared in millionths first."""


@dataclass(frozen=True)
class Role:
    """An office or function of an entity, where, and as of when."""

    title: str
    of: str | None
    as_of: DateSpan


@dataclass(frozen=True)
class Entity:
    """A person, place, body, programme or document.

    `group` names the pool it may stand in for others of ("mayor", "town");
    `part_of` names the wholes that it belongs to.
    """

    id: str
    type: EntityType
    name: str
    group: str
    aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @cached_property
    def known_as(self) -> frozenset[str]:
        """Its names, folded for comparing."""
        return frozenset(folded(name) for name in self.names)


@dataclass(frozen=True)
class EntityValue:
    """A slot filled by an entity; `text` is a printed form that is not among its names."""

    entity: Entity
    text: str | None = None
    external: str | None = None

    @property
    def words(self) -> str:
        return self.entity.name

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,) if self.text else () if self.external else self.entity.names


@dataclass(frozen=True)
class QuantityValue:
    """A slot filled by a figure, parsed from the words as printed."""

    quantity: Quantity
    text: str
    words: str
    unit: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,)

    @cached_property
    def counted(self) -> Quantity:
        """The figure in the unit that the pack gives it, as "72" is printed without one."""
        unit = _counted(self.unit) if self.unit else None
        if unit is None or unit == self.quantity.unit:
            return self.quantity
        return replace(self.quantity, unit=unit)

    @cached_property
    def interval(self) -> tuple[Fraction, Fraction]:
        """The lowest and highest value that counts as this figure."""
        return tolerance(self.quantity)

    @cached_property
    def fine(self) -> tuple[int, int]:
        """The interval in whole millionths, rounded outwards: quick to compare, and never too narrow."""
        low, high = self.interval
        return low.numerator * FINE // low.denominator, -(-high.numerator * FINE // high.denominator)


@dataclass(frozen=True)
class DateValue:
    """A slot filled by a date; `text` is what is printed of it ("January"), or "" for nothing."""

    span: DateSpan
    text: str
    words: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,) if self.text else ()


@dataclass(frozen=True)
class TermValue:
    """A slot filled by a few words of ours; `text` is the printed phrase that carries them."""

    words: str
    text: str
    external: str | None = None

    @property
    def printed(self) -> tuple[str, ...]:
        return (self.text,)

    @cached_property
    def ways(self) -> frozenset[str]:
        """Our words and those in print, folded for comparing."""
        return frozenset((folded(self.words), folded(self.text)))


@lru_cache(maxsize=16384)
def _counted(unit: str) -> str | None:
    named = parse_quantity(f"1 {unit}")
    return named.unit if named else None


SlotValue = EntityValue | QuantityValue | DateValue | TermValue


def same_value(a: SlotValue, b: SlotValue) -> bool:
    """Tell whether two slot values say the same thing: same entity, figure, date or words."""
    match a, b:
        case EntityValue(), EntityValue():
            return a.entity.id == b.entity.id or not a.entity.known_as.isdisjoint(b.entity.known_as)
        case QuantityValue(), QuantityValue():
            return not _far_apart(a, b) and same_quantity(a.counted, b.counted)
        case DateValue(), DateValue():
            return a.span.overlaps(b.span)
        case TermValue(), TermValue():
            return not a.ways.isdisjoint(b.ways)
    return False


def _far_apart(a: QuantityValue, b: QuantityValue) -> bool:
    """Tell at once that two figures in one measure differ, which most do."""
    return a.counted.unit == b.counted.unit and (a.fine[1] < b.fine[0] or b.fine[1] < a.fine[0])
