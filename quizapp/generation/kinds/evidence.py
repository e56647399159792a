"""`evidence`: which passage of a source holds the evidence for a statement?

A passage is told by another statement that stands in it. The key's stands in a paragraph
that the statement is cited from; a distractor's stands in others, in which nothing that
bears on the statement is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations, islice, product

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.wording import folded
from quizapp.generation.citing import references, source_of
from quizapp.generation.composing import arranged, compose, item_text
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import bearing_on
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import clang, is_plain, odd_length

NAME = "evidence"
TITLE = "Find the evidence"
TRAINS = "Knowing which passage a statement rests on, and which only stands nearby."

TRIED = 12
"""How many neighbours, and twice as many statements of other passages, are tried in combination."""

NEAR = 8
"""How many statements on each side of the key's length are tried."""

FEW = 8
"""Of fewer statements than these, no choice is left: any that fit are taken."""

LOOKED_AT = 60
"""How many facts of the source are looked at for statements of other passages."""


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each reported or attributed fact of one text that the pack holds."""
    for fact in pack.askable:
        held = source_of(pack, fact).held and len(fact.citations) == 1
        if held and fact.status in ("reported", "attributed"):
            yield Draft(NAME, fact, partial(_question, pack, seed, fact))


def _question(pack: Pack, seed: str, fact: Fact) -> Question | None:
    draw = Draw(seed, NAME, fact.id)
    found = _picked(pack, fact, draw)
    if found is None:
        return None
    key, others = found
    options = [_option(pack, fact, one, key) for one in (key, *others)]
    shown, form = arranged(options, draw)
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill="S4", stem=_stem(pack, fact),
        answer=item_text(key.statement), quote=fact.statement, options=shown,
    )  # fmt: skip


def _stem(pack: Pack, fact: Fact) -> str:
    label = source_of(pack, fact).label
    return f"To check this statement, which passage of {label} would you read: the one that also says …?"


def _picked(pack: Pack, fact: Fact, draw: Draw) -> tuple[Fact, tuple[Fact, ...]] | None:
    """Return a neighbour in the same passage and two facts of others that break no rule beside it.

    The key's rank by length is drawn, and two could be found for each rank: else its length would tell.
    """
    keys = list(islice(draw.strolled(_beside(pack, fact)), TRIED))
    bearing = _bearing(pack, fact)
    stroll = islice(draw.strolled(pack.by_source[fact.sources[0]]), LOOKED_AT)
    apart = (other for other in stroll if _stands_apart(pack, fact, other, bearing)) if keys else iter(())
    pool = list(islice(apart, 2 * TRIED))
    stem = f"{_stem(pack, fact)} {fact.statement}"
    for key in keys:
        ranked = [pair for shorter in range(3) if (pair := _fitting(stem, key, pool, shorter))]
        if len(ranked) == 3 or (ranked and len(pool) < FEW):
            return key, draw.choice(ranked)
    return None


def _fitting(stem: str, key: Fact, pool: list[Fact], shorter: int) -> tuple[Fact, ...] | None:
    """Return two statements, so many of them shorter than the key, that break no rule beside it."""
    return next((pair for pair in _pairs(key, pool, shorter) if _fit_together(stem, key, pair)), None)


def _pairs(key: Fact, pool: list[Fact], shorter: int) -> Iterator[tuple[Fact, ...]]:
    """Yield pairs of which so many are shorter than the key, from those nearest to it in length.

    No two are equally long: the key never is as long as another, and would be the odd one.
    """
    size = len(key.statement)
    near = sorted(pool, key=lambda other: abs(len(other.statement) - size))
    below = [other for other in near if len(other.statement) < size][:NEAR]
    above = [other for other in near if len(other.statement) > size][:NEAR]
    for low, high in product(combinations(below, shorter), combinations(above, 2 - shorter)):
        if len({len(other.statement) for other in (*low, *high)}) == 2:
            yield (*low, *high)


def _fit_together(stem: str, key: Fact, pair: tuple[Fact, ...]) -> bool:
    shown, *words = [item_text(one.statement) for one in (key, *pair)]
    if _passage(pair[0]) & _passage(pair[1]) or len({folded(text) for text in (shown, *words)}) < 3:
        return False
    return not odd_length([shown, *words]) and not clang(stem, shown, words)


def _beside(pack: Pack, fact: Fact) -> list[Fact]:
    """Return the other facts that stand in a paragraph of the fact's passage."""
    places = ((fact.sources[0], number) for number in fact.citations[0].paragraphs)
    found = {other.id: other for place in places for other in pack.by_place[place]}
    return [other for other in found.values() if _may_tell(pack, fact, other)]


def _may_tell(pack: Pack, fact: Fact, other: Fact) -> bool:
    """Tell whether a statement may be an option: another's, cited once, and no word in it stands out."""
    once = len(other.citations) == 1 and pack.may_ask(other)
    return other.id != fact.id and once and is_plain(other.statement)


def _passage(fact: Fact) -> frozenset[int]:
    return frozenset(fact.citations[0].paragraphs)


def _surroundings(fact: Fact) -> frozenset[int]:
    return frozenset((*fact.citations[0].paragraphs, *fact.citations[0].context))


def _bearing(pack: Pack, fact: Fact) -> frozenset[int]:
    """Return the paragraphs of its source that hold it, or a fact that bears on it."""
    return frozenset(
        number
        for other in (fact, *bearing_on(pack, fact))
        for cite in other.citations
        if cite.source == fact.sources[0]
        for number in cite.paragraphs
    )


def _stands_apart(pack: Pack, fact: Fact, other: Fact, bearing: frozenset[int]) -> bool:
    """Tell whether another fact's passage provably holds no evidence: nothing there bears on the fact."""
    if not is_on(Practice.PROOF):
        return _passage(fact).isdisjoint(_passage(other))
    if not _may_tell(pack, fact, other) or not bearing.isdisjoint(_passage(other)):
        return False
    return _surroundings(fact).isdisjoint(_surroundings(other)) and not _shares_a_value(pack, fact, other)


def _shares_a_value(pack: Pack, fact: Fact, other: Fact) -> bool:
    return any(pack.alike(a, b) for a in fact.slots.values() for b in other.slots.values())


def _option(pack: Pack, fact: Fact, one: Fact, key: Fact) -> Option:
    here, there = _numbered(fact), _numbered(one)
    if one is key:
        why = f"Right: the statement rests on {here}, and {there} says this."
        return Option(item_text(one.statement), True, why, "from-fact", "", references(pack, one))
    why = f"This stands in {there}; the statement rests on {here}."
    proof = "cited from other paragraphs, in which nothing bears on the statement"
    return Option(item_text(one.statement), False, why, "from-fact", proof, references(pack, one, fact))


def _numbered(fact: Fact) -> str:
    numbers = [str(number) for number in sorted(_passage(fact))]
    return f"paragraph {numbers[0]}" if len(numbers) == 1 else f"paragraphs {', '.join(numbers)}"
