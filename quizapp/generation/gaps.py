"""One statement with a gap that several things fill, and others that provably do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quizapp.facts.model import GAP, Determination, Fact, Relation
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, SlotValue, TermValue
from quizapp.facts.wording import folded, occurs, sentence
from quizapp.generation.citing import placed, references, source_of
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import alike, basis, may_be_true
from quizapp.generation.question import Option
from quizapp.generation.several import NAMED_APART, joined, named_together, shows_a_date

NAMED = 3
"""How many sources a stem names at most; the answer cites each of them."""

FEWEST, MOST = 2, 3
"""How many facts fill one gap."""

TRIED = 24
"""How many facts are looked at for things that do not belong in the gap."""


@dataclass(frozen=True)
class Gap:
    """Facts of one relation and speaker that give `slot` the same filler, each for another `given`.

    The gap is where what is given stands: "the ruling in _____ rests on state law".
    """

    slot: str
    given: str
    members: tuple[Fact, ...]

    @property
    def filler(self) -> SlotValue:
        return self.members[0].slots[self.slot]

    @property
    def quote(self) -> str:
        """The statement with its gap."""
        return sentence(self.members[0].clause({self.given: GAP}))


def gaps(pack: Pack, relation: Relation, draw: Draw) -> Iterator[Gap]:
    """Yield gaps that two or three facts of a relation fill; each fact is in one of each slot at most."""
    for rule in relation.determines:
        for members in _members(pack, relation, rule).values() if len(rule.given) == 1 else ():
            given = rule.given[0]
            told = {folded(fact.slots[given].words): fact for fact in draw.shuffled(members)}
            facts = tuple(told.values())
            for some in (facts[start : start + MOST] for start in range(0, len(facts), MOST)):
                if len(some) >= FEWEST and _are_apart(pack, [fact.slots[given] for fact in some]):
                    yield Gap(rule.slot, given, some)


def _are_apart(pack: Pack, values: Sequence[SlotValue]) -> bool:
    return not any(alike(pack, one, other) for one, other in combinations(values, 2))


def _members(pack: Pack, relation: Relation, rule: Determination) -> dict[tuple[str, ...], list[Fact]]:
    """Return the facts that ask for the determined slot, by what fills it, who says so and in which words."""
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in pack.by_relation[relation.id]:
        if rule.slot in fact.asks and pack.may_ask(fact) and _may_be_gapped(fact, rule):
            speaker = fact.asserted_by.id if fact.asserted_by else ""
            filler = folded(fact.slots[rule.slot].words)
            groups.setdefault((speaker, filler, fact.says), []).append(fact)
    return groups


def _may_be_gapped(fact: Fact, rule: Determination) -> bool:
    """Tell whether a fact is a report of two named things, and its sentence shows both."""
    if fact.status not in ("reported", "attributed") or fact.slots.keys() != {rule.slot, *rule.given}:
        return False
    named = all(isinstance(fact.slots[name], EntityValue | TermValue) for name in rule.given)
    shown = all(f"{{{name}}}" in fact.says for name in fact.slots)
    return named and shown and isinstance(fact.slots[rule.slot], EntityValue | TermValue | DateValue)


def others_for(pack: Pack, gap: Gap, count: int, draw: Draw) -> list[Fact]:
    """Return up to `count` facts whose given things provably do not belong in the gap, in a drawn order."""
    found: list[Fact] = []
    facts = pack.by_relation[gap.members[0].relation.id]
    few = draw.shuffled(facts) if len(facts) <= TRIED else [draw.choice(facts) for _ in range(TRIED)]
    for fact in few:
        if len(found) < count and _does_not_belong(pack, gap, fact) and _is_another(pack, gap, fact, found):
            found.append(fact)
    return found


def _does_not_belong(pack: Pack, gap: Gap, fact: Fact) -> bool:
    """Tell whether a fact determines another filler for what it is given, and nothing suggests the gap's."""
    if not pack.may_ask(fact) or fact.asserted_by != gap.members[0].asserted_by:
        return False
    if fact.says != gap.members[0].says or gap.slot not in fact.slots or gap.given not in fact.slots:
        return False
    proof = basis(fact, gap.slot)
    if proof is None or proof.rule != "contradicted" or proof.given != (gap.given,):
        return False
    return may_be_true(pack, fact, gap.slot, gap.filler, proof.given) is None


def _is_another(pack: Pack, gap: Gap, fact: Fact, found: Sequence[Fact]) -> bool:
    """Tell whether what a fact is given is none of the others, in thing or name, nor in the statement."""
    value = fact.slots[gap.given]
    if occurs(value.words, gap.quote) or type(value) is not type(gap.members[0].slots[gap.given]):
        return False
    beside = [one.slots[gap.given] for one in (*gap.members, *found)]
    return not any(
        alike(pack, value, other) or folded(value.words) == folded(other.words) for other in beside
    )


def gap_option(pack: Pack, gap: Gap, fact: Fact) -> Option:
    """Return what a fact is given as an option, right or wrong, with the fact as its reason."""
    words = fact.slots[gap.given].words
    if fact in gap.members:
        return Option(words, True, f"Right: {fact.statement}", "from-fact", "", references(pack, fact))
    proof = f"determined by {gap.given}: another filler"
    return Option(
        words,
        False,
        f"It does not belong there: {fact.statement}",
        "from-fact",
        proof,
        references(pack, fact),
    )


def gap_stem(pack: Pack, gap: Gap, shown: Sequence[Fact]) -> str:
    """Return the question; it names the sources of all options or of none, as some would tell."""
    labels = named_together((source_of(pack, fact).label for fact in shown), lambda label: _tells(gap, label))
    if len(labels) == 1 and labels != [NAMED_APART]:
        labels = [placed(pack, shown[0], gap.slot)]
    named = joined(labels if len(labels) <= NAMED else [NAMED_APART])
    speaker = gap.members[0].asserted_by
    said = f"{speaker.name}, as reported by {named}" if speaker else named
    return f"According to {said}, which of these belong in the gap?"


def _tells(gap: Gap, label: str) -> bool:
    return isinstance(gap.filler, DateValue) and shows_a_date(label)
