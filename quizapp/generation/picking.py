"""Choosing which distractors stand beside a key, so that nothing but knowledge gives it away."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import latest_of
from quizapp.generation.distractors import Distractor, candidates
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Basis, basis, may_be_true
from quizapp.generation.nearby import near_dates, near_figures
from quizapp.generation.rules.cues import clang, odd_length

SPACING = Fraction(1, 10)
"""Two figures among the options differ by at least this share of the smaller one."""

TRIED = 6
"""How many of the nearest candidates are tried in combination."""


def pick(pack: Pack, fact: Fact, slot: str, stem: str, draw: Draw, count: int = 2) -> list[Distractor] | None:
    """Draw `count` distractors that fit beside the key, or return None: options are never padded.

    Figures and dates come with the key's rank drawn uniformly among the options; names
    and terms are the nearest ones that break no rule (length, clang) beside the key.
    """
    key = fact.slots[slot]
    lent = [one for one in candidates(pack, fact, slot) if not occurs(one.words, stem)]
    if isinstance(key, QuantityValue | DateValue):
        return _ranked(pack, fact, slot, lent, draw, count)
    near = sorted(draw.shuffled(lent), key=lambda distractor: _distance(fact, distractor))
    for group in combinations(near[:TRIED], count):
        words = [distractor.words for distractor in group]
        if _alike_in_length(key.words, words) and not clang(stem, key.words, words):
            return list(group)
    return None


def _distance(fact: Fact, distractor: Distractor) -> int:
    lender = distractor.fact
    assert lender is not None
    far_relation = lender.relation.id != fact.relation.id
    far_source = lender.sources[0] != fact.sources[0]
    return 2 * far_relation + far_source


def _ranked(
    pack: Pack, fact: Fact, slot: str, lent: list[Distractor], draw: Draw, count: int
) -> list[Distractor] | None:
    """Draw the key's rank, then fill each side of it; None unless every rank could have been filled."""
    proof = basis(fact, slot)
    key = fact.slots[slot]
    if proof is None or not _can_be_neared(key):
        return None
    lower = [d for d in lent if position(d.value) < position(key)]
    upper = [d for d in lent if position(d.value) > position(key)]
    below = _side(lower, _computed(pack, fact, slot, proof, draw, below=True), draw)
    above = _side(upper, _computed(pack, fact, slot, proof, draw, below=False), draw)
    if len(below) < count or len(above) < count:
        return None
    rank = draw.below(count + 1)
    pairs = product(combinations(below[:TRIED], rank), combinations(above[:TRIED], count - rank))
    groups = ([*low, *high] for low, high in pairs)
    return next((group for group in groups if _fit_together(key, group)), None)


def _alike_in_length(key: str, words: list[str]) -> bool:
    """Tell whether no option stands out by length: none half as long again as the key, nor the key as it."""
    if odd_length([key, *words]):
        return False
    return all(max(len(key), len(word)) * 2 <= min(len(key), len(word)) * 3 for word in words)


def _fit_together(key: SlotValue, group: list[Distractor]) -> bool:
    """Tell whether figures or dates stand far enough apart to be told apart, and none by its length."""
    if odd_length([key.words, *(distractor.words for distractor in group)]):
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
    whole, rest = divmod(value.quantity.value * 1_000_000, 1)
    return whole, int(rest * 1_000_000)


def _can_be_neared(key: SlotValue) -> bool:
    if isinstance(key, DateValue):
        return key.words == key.span.words() and key.span.precision in ("year", "month")
    return isinstance(key, QuantityValue) and key.quantity.low is None


def _computed(
    pack: Pack, fact: Fact, slot: str, proof: Basis, draw: Draw, *, below: bool
) -> list[Distractor]:
    """Return computed values on one side of the key that no source gives and nothing suggests."""
    key = fact.slots[slot]
    near: list[SlotValue] = []
    if isinstance(key, QuantityValue):
        near.extend(near_figures(key, draw, below=below))
    elif isinstance(key, DateValue):
        near.extend(near_dates(key, draw, latest_of(pack, fact), below=below))
    return [
        Distractor(value, value.words, None, proof)
        for value in near
        if may_be_true(pack, fact, slot, value, proof.given) is None and not pack.gives(value)
    ]


def _side(lent: list[Distractor], computed: list[Distractor], draw: Draw) -> list[Distractor]:
    """Mix lent and computed values of one side in a drawn order, each printed value once."""
    lent, computed = draw.shuffled(lent), list(computed)
    mixed: dict[str, Distractor] = {}
    while lent or computed:
        pool = lent if lent and (not computed or draw.below(2)) else computed
        one = pool.pop(0)
        mixed.setdefault(folded(one.words), one)
    return list(mixed.values())
