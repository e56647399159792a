"""Choosing which distractors stand beside a key, so that nothing but knowledge gives it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import chain, combinations, islice, pairwise, product
from typing import TypeVar

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import latest_of
from quizapp.generation.distractors import Distractor, lent
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Basis, Search, basis
from quizapp.generation.nearby import lies_near, near_dates, near_figures
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.rules.cues import clang, odd_length
from quizapp.generation.rules.options import comparable

T = TypeVar("T")

SPACING = Fraction(1, 10)
"""Two figures among the options differ by at least this share of the smaller one."""

TRIED = 6
"""How many of the nearest candidates are tried in combination."""

SIDE = 4
"""How many figures or dates on either side of a key are tried in combination; twice as many if none fit."""

ENOUGH = 8
"""Among how many of the nearest figures or dates of facts is drawn."""


def pick(pack: Pack, fact: Fact, slot: str, stem: str, draw: Draw, count: int = 2) -> list[Distractor] | None:
    """Draw `count` distractors that fit beside the key, or return None: options are never padded.

    Figures and dates come with the key's rank drawn uniformly among the options; names
    and terms are the nearest ones that break no rule (length, clang) beside the key.
    """
    key = fact.slots[slot]
    beside = partial(lies_near, key)
    fit = (one for one in lent(pack, fact, slot, draw, beside) if not occurs(one.words, stem))
    if isinstance(key, QuantityValue | DateValue):
        return _ranked(pack, fact, slot, fit, draw, count)
    fit = (one for one in fit if _as_long(key.words, one.words))
    return first_group(fit, count, lambda group: _stands_beside(stem, key.words, group))


def first_group(items: Iterable[T], count: int, fits: Callable[[tuple[T, ...]], bool]) -> list[T] | None:
    """Return the first `count` of `TRIED` items that fit together, drawing no more than it takes."""
    tried: list[T] = []
    for item in islice(items, TRIED):
        for others in combinations(tried, count - 1):
            if fits((*others, item)):
                return [*others, item]
        tried.append(item)
    return None


def _stands_beside(stem: str, key: str, group: tuple[Distractor, ...]) -> bool:
    words = [distractor.words for distractor in group]
    return not odd_length([key, *words]) and not clang(stem, key, words)


def _as_long(key: str, words: str) -> bool:
    """Tell whether neither is half as long again as the other."""
    return not is_on(Practice.LENGTH) or max(len(key), len(words)) * 2 <= min(len(key), len(words)) * 3


def _ranked(
    pack: Pack, fact: Fact, slot: str, fit: Iterator[Distractor], draw: Draw, count: int
) -> list[Distractor] | None:
    """Draw the key's rank, then fill each side of it; None unless every rank could have been filled."""
    proof = basis(fact, slot)
    key = fact.slots[slot]
    if proof is None or not _can_be_neared(key):
        return None
    search = Search(pack, fact, slot, proof.given)
    near = list(islice(fit, ENOUGH))
    lower = [d for d in near if position(d.value) < position(key)]
    upper = [d for d in near if position(d.value) > position(key)]
    low = _filled(lower, _computed(search, proof, draw, below=True), draw)
    high = _filled(upper, _computed(search, proof, draw, below=False), draw)
    below, above = list(islice(low, SIDE)), list(islice(high, SIDE))
    if len(below) < count or len(above) < count:
        return None
    found = [_first_fit(key, below, above, rank, count) for rank in range(count + 1)]
    if None in found:
        below, above = [*below, *islice(low, SIDE)], [*above, *islice(high, SIDE)]
        found = [one or _first_fit(key, below, above, rank, count) for rank, one in enumerate(found)]
    return found[_rank(draw, count)] if None not in found else None


def _rank(draw: Draw, count: int) -> int:
    """Return how many distractors stand below the key; each for itself would favour the middle."""
    return draw.below(count + 1) if is_on(Practice.RANK) else sum(draw.below(2) for _ in range(count))


def _first_fit(
    key: SlotValue, below: list[Distractor], above: list[Distractor], rank: int, count: int
) -> list[Distractor] | None:
    pairs = product(combinations(below, rank), combinations(above, count - rank))
    groups = ([*low, *high] for low, high in pairs)
    return next((group for group in groups if _fit_together(key, group)), None)


def _fit_together(key: SlotValue, group: list[Distractor]) -> bool:
    """Tell whether figures or dates stand far enough apart, alike in precision and in length."""
    words = [key.words, *(distractor.words for distractor in group)]
    if odd_length(words) or (isinstance(key, QuantityValue) and not comparable(words)):
        return False
    figures = sorted(
        v.quantity.value for v in (key, *(d.value for d in group)) if isinstance(v, QuantityValue)
    )
    return all(low * (1 + SPACING) <= high for low, high in pairwise(figures))


def position(value: SlotValue) -> tuple[int, int]:
    """Return where a figure or date stands in ascending order, as a fraction's two integers."""
    if isinstance(value, QuantityValue):
        return _scaled(value)
    if isinstance(value, DateValue) and value.span.start:
        return value.span.start.toordinal(), 0
    return 0, 0


def _scaled(value: QuantityValue) -> tuple[int, int]:
    figure = value.quantity.value
    return divmod(figure.numerator * 10**12 // figure.denominator, 10**6)


def _can_be_neared(key: SlotValue) -> bool:
    if isinstance(key, DateValue):
        return key.words == key.span.words() and key.span.precision in ("year", "month")
    return isinstance(key, QuantityValue) and key.quantity.low is None


def _computed(search: Search, proof: Basis, draw: Draw, *, below: bool) -> Iterator[Distractor]:
    """Yield computed values on one side of the key that no source gives and nothing suggests."""
    key = search.fact.slots[search.slot]
    near: Iterable[SlotValue] = ()
    if isinstance(key, QuantityValue):
        near = near_figures(key, draw, below=below, taken=search.pack.figures)
    elif isinstance(key, DateValue):
        near = near_dates(key, draw, latest_of(search.pack, search.fact), below=below)
    for value in near:
        if search.reason(value) is None and not search.pack.gives(value):
            yield Distractor(value, value.words, None, proof)


def _filled(lent: list[Distractor], computed: Iterator[Distractor], draw: Draw) -> Iterator[Distractor]:
    """Yield the lent values of one side in a drawn order, then computed ones, each printed value once.

    Computed ones come last: no source gives them, so whoever remembers answers knows they are wrong.
    """
    seen = set[str]()
    for one in chain(draw.shuffled(lent), computed):
        if folded(one.words) not in seen:
            seen.add(folded(one.words))
            yield one
