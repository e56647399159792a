"""The proof of each wrong option, in full: the rule, what was given, who lent it, and what was searched.

A question keeps of it only what its reader needs; the rest follows from the pack that it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import EntityValue, SlotValue, TermValue
from quizapp.generation.falsity import Search, basis, bearing_on
from quizapp.generation.question import Option, Question

COMPUTED, FIXED = "computed", "fixed label"


@dataclass(frozen=True)
class Proof:
    """Why an option is wrong.

    `relation` and `slot` say of what, `rule` by which rule, for the `given` slots and their
    values; `lender` is the id of the fact that lent the option, or "computed", or "fixed
    label". `searched` are the facts that were read for a reason why it might be true after
    all, and `sources` the texts that those stand in.
    """

    relation: str
    slot: str
    rule: str
    given: tuple[tuple[str, str], ...]
    lender: str
    searched: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """The proof in a line."""
        given = ", ".join(f"{name} = {value}" for name, value in self.given)
        what = f"{self.relation}.{self.slot}" if self.slot else self.relation
        return "; ".join(
            [
                f"{what}: {self.rule}" + (f" ({given})" if given else ""),
                self.lender if self.lender in (COMPUTED, FIXED) else f"lent by {self.lender}",
                f"searched {', '.join(self.searched)}",
                f"in {', '.join(self.sources)}",
            ]
        )


def proof_of(pack: Pack, question: Question, option: Option) -> Proof:
    """Return the proof of a wrong option of a question that was made of this pack.

    Raises ValueError for a right option, and KeyError for a question of another pack.
    """
    if option.correct:
        raise ValueError(f'"{option.text}" is right; only wrong options have a proof')
    facts = [pack.facts[name] for name in question.facts]
    searched = _SEARCHED.get(question.kind, _by_value)(pack, question, option)
    read = tuple(dict.fromkeys(name for one in searched for name in pack.facts[one].sources))
    return Proof(
        relation=facts[0].relation.id,
        slot=question.slot,
        rule=option.proof,
        given=_given(facts[0], question.slot),
        lender=_lender(question, option),
        searched=searched,
        sources=tuple(dict.fromkeys((*read, *_silent_source(pack, question, option)))),
    )


def _given(fact: Fact, slot: str) -> tuple[tuple[str, str], ...]:
    found = basis(fact, slot) if slot in fact.slots else None
    return tuple((name, fact.slots[name].words) for name in found.given) if found else ()


def _lender(question: Question, option: Option) -> str:
    match option.origin:
        case "computed":
            return COMPUTED
        case "answer-form":
            return FIXED
    return option.citations[0].fact


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.id for fact in facts))


def _by_value(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    """Return what was searched for a value of the asked slot, of every fact that is asked."""
    searched: dict[str, None] = {}
    for name in question.facts:
        fact = pack.facts[name]
        if question.slot in fact.slots and (found := basis(fact, question.slot)):
            search = Search(pack, fact, question.slot, found.given)
            for value in _values(pack, fact, question.slot, option):
                searched.update(dict.fromkeys(search.searched(value)))
    return tuple(searched) or _cited(pack, question, option)


def _values(pack: Pack, fact: Fact, slot: str, option: Option) -> list[SlotValue]:
    """Return what the facts that an option cites give for the slot, or an entity so named; else the label."""
    cited = (pack.facts[reference.fact] for reference in option.citations)
    lent = [
        value
        for one in cited
        if one.id != fact.id
        for name, value in one.slots.items()
        if (name == slot and one.relation.id == fact.relation.id)
        or (isinstance(value, EntityValue) and value.words == option.text)
    ]
    return lent or [TermValue(option.text, option.text)]


def _cited(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*question.facts, *(reference.fact for reference in option.citations))))


def _by_claim(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    """Return what was searched for somebody else, or another source, that says the same."""
    fact = pack.facts[question.facts[0]]
    silent = (
        one
        for source in _silent_source(pack, question, option)
        for one in pack.by_source[source]
        if one.relation.id == fact.relation.id
    )
    return _ids((fact, *bearing_on(pack, fact), *silent))


def _silent_source(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    """Return the source that a *which source* option names: all that it says was read."""
    if question.kind != "which-source":
        return ()
    return tuple(source.id for source in pack.sources.values() if source.name == option.text)


def _by_passage(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    """Return what stands in the passage of an option, and what bears on the statement elsewhere."""
    lender = pack.facts[option.citations[0].fact]
    places = ((cite.source, number) for cite in lender.citations for number in cite.paragraphs)
    there = (fact for place in places for fact in pack.by_place[place])
    return tuple(dict.fromkeys((*_by_claim(pack, question, option), *_ids(there))))


def _by_gap(pack: Pack, question: Question, option: Option) -> tuple[str, ...]:
    """Return what was searched for a reason why a thing may belong in a gap that others fill."""
    lender, member = pack.facts[option.citations[0].fact], pack.facts[question.facts[0]]
    for rule in lender.relation.determines:
        if rule.given == (question.slot,) and lender.relation.id == member.relation.id:
            search = Search(pack, lender, rule.slot, rule.given)
            return (member.id, *search.searched(member.slots[rule.slot]))
    return _by_value(pack, question, option)


_SEARCHED: dict[str, Callable[[Pack, Question, Option], tuple[str, ...]]] = {
    "who-said": _by_claim,
    "which-source": _by_claim,
    "evidence": _by_passage,
    "what-kind": _cited,
    "compare-sources": _cited,
    "wording": _cited,
    "numeracy": _cited,
    "select-all": _by_gap,
}
"""How kinds search that do not ask for the value of a slot."""
