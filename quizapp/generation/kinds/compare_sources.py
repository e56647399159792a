"""`compare-sources`: do two sources agree, differ, or speak of different dates?

Only pairs that a link of the pack declares are shown, and only where slots and dates
prove what the link says. Each label that has pairs is right as often as the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import combinations

from quizapp.assessment.forms import Choice
from quizapp.facts.dates import DateSpan
from quizapp.facts.model import Determination, Fact, Link
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, same_value
from quizapp.generation.citing import references
from quizapp.generation.composing import compose
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question
from quizapp.generation.several import source_line

NAME = "compare-sources"
TITLE = "Compare two sources"
TRAINS = "Telling corroboration from disagreement, and disagreement from two figures for two dates."

LABELS = {
    "agrees": "They agree",
    "differs": "They differ for one and the same date",
    "updates": "They differ because the dates differ",
}
"""The labels, by the kind of link that declares them."""

ONE_DATE = timedelta(days=31)

JUDGED = ("reported", "attributed")


@dataclass(frozen=True)
class Pair:
    """Two facts of different sources that fill one determined slot, and the link that declares them."""

    first: Fact
    second: Fact
    rule: Determination
    link: Link

    @property
    def facts(self) -> tuple[Fact, Fact]:
        return self.first, self.second

    @property
    def dates(self) -> tuple[DateSpan, DateSpan]:
        return _date_of(self.first, self.rule), _date_of(self.second, self.rule)

    @property
    def values(self) -> str:
        return " and ".join(fact.slots[self.rule.slot].words for fact in self.facts)


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield drafts with each label that has pairs the key equally often: as often as the rarest has them.

    A pack with pairs for one label only gives none: its key could be told without reading.
    """
    by_label: dict[str, list[Pair]] = {}
    for pair in _pairs(pack):
        by_label.setdefault(pair.link.kind, []).append(pair)
    if len(by_label) < 2:
        return
    each = min(map(len, by_label.values())) if is_on(Practice.BALANCE) else len(pack.links)
    for label, pairs in by_label.items():
        for pair in Draw(seed, NAME, label).shuffled(pairs)[:each]:
            yield Draft(NAME, pair.first, partial(_question, pack, seed, pair), label)


def _pairs(pack: Pack) -> Iterator[Pair]:
    """Yield every provable pair, each two facts once."""
    seen: set[frozenset[str]] = set()
    for link in pack.links:
        for names in combinations(link.facts, 2):
            pair = _pair(pack, link, pack.facts[names[0]], pack.facts[names[1]])
            if pair and frozenset(names) not in seen:
                seen.add(frozenset(names))
                yield pair


def _pair(pack: Pack, link: Link, a: Fact, b: Fact) -> Pair | None:
    if link.kind not in LABELS or a.relation.id != b.relation.id or not set(a.sources).isdisjoint(b.sources):
        return None
    if not all(pack.may_ask(fact) and fact.status in JUDGED for fact in (a, b)):
        return None
    found = (Pair(a, b, rule, link) for rule in a.relation.determines if _fills(a, b, rule))
    return next((pair for pair in found if _is_proven(pair)), None)


def _fills(a: Fact, b: Fact, rule: Determination) -> bool:
    """Tell whether both fill the slot for the same given slots, dates left aside."""
    if not all(name in fact.slots for name in (*rule.given, rule.slot) for fact in (a, b)):
        return False
    return all(
        isinstance(a.slots[name], DateValue) or same_value(a.slots[name], b.slots[name])
        for name in rule.given
    )


def _is_proven(pair: Pair) -> bool:
    """Tell whether values and dates bear out what the link declares."""
    same = same_value(pair.first.slots[pair.rule.slot], pair.second.slots[pair.rule.slot])
    ours, theirs = pair.dates
    known = ours.start is not None and theirs.start is not None
    dated = any(isinstance(pair.first.slots[name], DateValue) for name in pair.rule.given)
    match pair.link.kind:
        case "agrees":
            return same and (not dated or (known and ours.overlaps(theirs)))
        case "differs":
            return not same and known and _is_one_date(ours, theirs)
    return not same and known and not ours.overlaps(theirs)


def _is_one_date(a: DateSpan, b: DateSpan) -> bool:
    """Tell whether two dates lie within a month of each other, whatever days they mean, or are the same.

    A year and a month in it merely overlap: that is no proof of one date.
    """
    if a == b or not (a.start and a.end and b.start and b.end):
        return a == b
    return max(a.end, b.end) - min(a.start, b.start) <= ONE_DATE


def _date_of(fact: Fact, rule: Determination) -> DateSpan:
    """Return the date that the value is given for, or else the one that the statement holds for."""
    dates = (value for name in rule.given if isinstance(value := fact.slots[name], DateValue))
    return next((value.span for value in dates), fact.as_of)


def _question(pack: Pack, seed: str, pair: Pair) -> Question:
    options = tuple(_option(pack, pair, label) for label in LABELS)
    lines = (source_line(pack, fact, when) for fact, when in zip(pair.facts, pair.dates, strict=True))
    return compose(
        pack, pair.first, kind=NAME, seed=seed, form=Choice(len(LABELS), list(LABELS).index(pair.link.kind)),
        skill="S6" if pair.link.kind == "agrees" else "S7", slot=pair.rule.slot, quote="\n".join(lines),
        stem="Two sources speak of one thing: how do their statements bear on each other?",
        answer=LABELS[pair.link.kind], options=options, facts=pair.facts,
    )  # fmt: skip


def _option(pack: Pack, pair: Pair, label: str) -> Option:
    right = label == pair.link.kind
    why = f"Right. {pair.link.why}" if right else _why_not(pair, label)
    proof = "" if right else f"a link of the pack, borne out by values and dates: {pair.link.kind}"
    return Option(LABELS[label], right, why, "answer-form", proof, references(pack, *pair.facts))


def _why_not(pair: Pair, label: str) -> str:
    if pair.link.kind == "agrees":
        return f"What they give is the same: {pair.values}."
    if label == "agrees":
        return f"What they give is not the same: {pair.values}."
    ours, theirs = (when.words() for when in pair.dates)
    if pair.link.kind == "differs":
        return f"Their dates are no reason: {ours} and {theirs} are one date."
    return f"Their dates are not the same: {ours} and {theirs}."
