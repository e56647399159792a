"""Wrong options, each with the proof that it is wrong.

A distractor is *from a fact* of the pack or *computed* near the key. It exists only if
`falsity` proves it false; it remembers why, and that is its feedback and its citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.facts.wording import folded, sentence
from quizapp.generation.citing import latest_of, references, source_of
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Basis, Search, basis
from quizapp.generation.lending import lenders
from quizapp.generation.nearby import figure, is_later
from quizapp.generation.question import Option

ROUNDING = Fraction(1, 20)
"""A lent figure may be rounded by this share of it, to be printed like the key."""

ENOUGH = 24
"""How many candidates are drawn at most: more would only be the next ones in the same order."""


@dataclass(frozen=True)
class Distractor:
    """A value that is provably false of a slot, as shown; `fact` lent it, or None where it was computed."""

    value: SlotValue
    words: str
    fact: Fact | None
    basis: Basis


def candidates(pack: Pack, fact: Fact, slot: str, draw: Draw | None = None) -> list[Distractor]:
    """Return the nearest values that facts lend to this slot and that are provably false: see `lent`."""
    found = islice(lent(pack, fact, slot, draw or Draw("candidates", fact.id, slot)), ENOUGH)
    return list(found)


def lent(
    pack: Pack, fact: Fact, slot: str, draw: Draw, fits: Callable[[SlotValue], bool] = lambda _: True
) -> Iterator[Distractor]:
    """Yield what facts of the pack lend to this slot and is provably false of it, the nearest first.

    Entities come from the same type and group, figures and terms from the same relation
    and slot; nothing where nothing proves another value false. Each printed value comes once,
    in an order that the draw gives: same relation and source, then same relation, then others; those
    alone that `fits` accepts.
    """
    proof = basis(fact, slot)
    if proof is None:
        return
    search, seen = Search(pack, fact, slot, proof.given), set[str]()
    for value, lender in lenders(pack).nearest_first(fact, slot, draw):
        shown = as_shown(value, fact.slots[slot])
        if not fits(value) or not _could_be_printed(pack, fact, value, shown):
            continue
        false = search.reason(value) is None and (shown is value or search.reason(shown) is None)
        if false and folded(shown.words) not in seen:
            seen.add(folded(shown.words))
            yield Distractor(shown, shown.words, lender, proof)


def as_shown(value: SlotValue, like: SlotValue) -> SlotValue:
    """Return a value as an option beside `like` shows it: figures in its style, so perhaps rounded."""
    if isinstance(value, QuantityValue) and isinstance(like, QuantityValue):
        return figure(value.quantity.value, like)
    return value


def _could_be_printed(pack: Pack, fact: Fact, value: SlotValue, shown: SlotValue) -> bool:
    """Tell whether the fact's text could print a value: no later date, no figure lost in its rounding."""
    match value, shown:
        case DateValue(span=span), _:
            return not is_later(span, latest_of(pack, fact))
        case QuantityValue(quantity=given), QuantityValue(quantity=printed) if given.value != printed.value:
            return abs(printed.value - given.value) <= abs(given.value) * ROUNDING
    return True


def wrong_option(pack: Pack, fact: Fact, distractor: Distractor) -> Option:
    """Return a distractor as an option: why it is false, where it comes from, and the citations."""
    lender = distractor.fact
    kept = () if lender is None else (lender,)
    return Option(
        text=distractor.words,
        correct=False,
        feedback=_why_false(pack, fact, distractor),
        origin="computed" if lender is None else "from-fact",
        proof=distractor.basis.words,
        citations=references(pack, *kept, fact),
    )


def _why_false(pack: Pack, fact: Fact, distractor: Distractor) -> str:
    lender = distractor.fact
    if lender is None:
        what = "date" if isinstance(distractor.value, DateValue) else "figure"
        return f"No source here gives this {what}; it was computed near the one in print."
    if distractor.basis.rule == "contradicted":
        return f"This belongs to another statement: {lender.statement}"
    label = source_of(pack, fact).label
    return sentence(f"{label} does not give this here. It belongs to another statement: {lender.statement}")
