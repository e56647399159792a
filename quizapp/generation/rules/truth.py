"""Whether each wrong option is still provably wrong by the pack as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from quizapp.assessment.forms import Match, Order
from quizapp.facts.model import GAP, Fact
from quizapp.facts.values import DateValue, EntityValue, SlotValue
from quizapp.facts.wording import folded, sentence
from quizapp.generation.citing import latest_of
from quizapp.generation.falsity import basis, bearing_on, may_be_true, may_report
from quizapp.generation.nearby import is_later
from quizapp.generation.question import Option
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.known import Known

OF_SLOTS = ("value", "select-all", "level-of-government")
"""Kinds whose wrong options are other values of the asked slot."""

BEARINGS = frozenset(["agrees", "differs", "updates"])


def true_distractors(item: Item, known: Known) -> Iterator[str]:
    """Yield wrong options that might be right after all, and why."""
    facts = known.facts_of(item.question)
    check = _CHECKS.get(item.question.kind)
    if facts and check:
        yield from check(item, known, facts)


def _members(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    """Yield wrong options of a list, or of a gap: what is shown might hold of the option's own fact too."""
    if GAP not in item.question.quote:
        yield from _values(item, known, facts)
        return
    rules = (rule for rule in facts[0].relation.determines if rule.given == (item.question.slot,))
    rule = next((one for one in rules if one.slot in facts[0].slots), None)
    for option in item.question.options if rule else ():
        lender = known.pack.facts.get(_lender(option))
        if rule and lender and not option.correct and rule.slot in lender.slots:
            why = may_be_true(known.pack, lender, rule.slot, facts[0].slots[rule.slot], rule.given)
            yield from [f"{option.text}: {why}"] if why else []


def _values(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    slot = item.question.slot
    for fact in facts:
        if slot in fact.slots:
            for text in item.wrong:
                why = _may_hold(known, fact, slot, text)
                if why:
                    yield f"{text}: {why}"


def _may_hold(known: Known, fact: Fact, slot: str, text: str) -> str | None:
    """Return why a text might be true of a slot, or None where it is provably false."""
    proof = basis(fact, slot)
    if proof is None:
        return "nothing proves another value false"
    value = known.value(text, fact.slots[slot])
    if value is None:
        return "nothing in the pack is called so"
    return may_be_true(known.pack, fact, slot, value, proof.given)


def _changed_statement(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    """Yield the changed value of a statement that is keyed as false, where it might be true."""
    fact, slot, said = facts[0], item.question.slot, item.question.quote
    if slot not in fact.slots:
        return
    if folded(said) == folded(sentence(fact.clause_on(slot))):
        if item.question.quote_note:
            yield "the statement is the fact itself"
        return
    changed = _filling(sentence(fact.clause_on(slot, GAP)), said)
    if not changed:
        yield f"{said}: the statement is not the fact with one change"
    elif item.question.quote_note and (why := _may_hold(known, fact, slot, changed)):
        yield f"{changed}: {why}"


def _filling(template: str, said: str) -> str:
    """Return what fills the first gap of a template in a statement; "" where they are not alike around it."""
    before, _, after = template.partition(GAP)
    after = after.rpartition(GAP)[2]
    fits = folded(said).startswith(folded(before).strip()) and folded(said).endswith(folded(after).strip())
    return said[len(before) : len(said) - len(after)] if fits and after else ""


def _pairs(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    """Yield choices that might belong in another gap than their own, or in any."""
    form, slot = item.question.form, item.question.slot
    if not isinstance(form, Match) or len(facts) != form.prompts:
        return
    for fact, key in zip(facts, form.key, strict=True):
        others = (text for place, text in enumerate(item.texts) if place != key)
        yield from (f"{text}: {why}" for text in others if (why := _may_hold(known, fact, slot, text)))


def _credited(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    pack, fact = known.pack, facts[0]
    asserting = (one.asserted_by for one in (fact, *bearing_on(pack, fact)))
    credited = [*filter(None, asserting), *fact.through]
    for text in item.wrong:
        rival = known.entity(text)
        if rival is None or any(pack.overlap(rival, speaker) for speaker in credited):
            yield f"{text}: {'said the like' if rival else 'nobody in the pack is called so'}"


def _reporting(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    fact = facts[0]
    for text in item.wrong:
        source = known.source(text)
        closed = source is not None and source.id in fact.relation.closed_in
        if (
            source is None
            or not closed
            or source.id in fact.sources
            or may_report(known.pack, fact, source.id)
        ):
            yield f"{text}: it may report it too"


def _passages(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    fact = facts[0]
    bearing = {place for one in bearing_on(known.pack, fact) for place in _places(one)}
    bearing.update(_places(fact), _places(fact, context=True))
    for option in item.question.options:
        lender = known.pack.facts.get(_lender(option))
        if not option.correct and lender and not bearing.isdisjoint(_places(lender)):
            yield f"{option.text}: what bears on the statement stands in the same passage"


def _places(fact: Fact, *, context: bool = False) -> Iterator[tuple[str, int]]:
    """Yield the sources and paragraphs that a fact is cited from, or those of their context."""
    for cite in fact.citations:
        yield from ((cite.source, number) for number in (cite.context if context else cite.paragraphs))


def _lender(option: Option) -> str:
    return option.citations[0].fact if option.citations else ""


def _labelled(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    if item.question.explanation.status != facts[0].status:
        yield f"the fact is {facts[0].status} now"


def _loaded(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    yield from (text for text in item.wrong if folded(text.strip("“”")) in known.loaded_phrases)


def _bearing(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    first, second = item.question.facts[:2]
    keyed = next((one.proof.rpartition(" ")[2] for one in item.question.options if one.proof), "")
    kinds = {kind for kind, facts in known.links(first).items() if second in facts and kind in BEARINGS}
    if kinds != {keyed}:
        yield f"the facts are linked as {', '.join(sorted(kinds)) or 'nothing'}"


def _misplaced(item: Item, known: Known, facts: list[Fact]) -> Iterator[str]:
    """Yield neighbours in the keyed order whose dates do not follow each other."""
    form = item.question.form
    shown = [known.pack.facts.get(_lender(option)) for option in item.question.options]
    if not isinstance(form, Order) or None in shown:
        return
    placed = sorted(zip(form.key, shown, strict=True), key=lambda pair: pair[0])
    spans = [_when(fact) for _, fact in placed if fact]
    for (a, one), (b, other) in pairwise(spans):
        if a is None or b is None or a.span.overlaps(b.span) or not _before(a, b):
            yield f"{one} · {other}"


def _when(fact: Fact) -> tuple[DateValue | None, str]:
    return next((value for value in fact.slots.values() if isinstance(value, DateValue)), None), fact.id


def _before(a: DateValue, b: DateValue) -> bool:
    return a.span.start is not None and b.span.start is not None and a.span.start < b.span.start


_CHECKS: dict[str, Callable[[Item, Known, list[Fact]], Iterator[str]]] = {
    **dict.fromkeys(OF_SLOTS, _values),
    "select-all": _members,
    "matching": _pairs,
    "verdict": _changed_statement,
    "who-said": _credited,
    "which-source": _reporting,
    "evidence": _passages,
    "what-kind": _labelled,
    "compare-sources": _bearing,
    "wording": _loaded,
    "timeline": _misplaced,
}


def misfits(item: Item, known: Known) -> Iterator[str]:
    """Yield options of another type or role than the key, and dates that the source could not know."""
    question = item.question
    asked = known.asked(question)
    if asked and question.kind in OF_SLOTS:
        yield from _misfit_values(item, known, *asked)
    elif question.kind == "who-said":
        types = {entity.type for text in item.texts if (entity := known.entity(text))}
        if len(types) > 1:
            yield " · ".join(item.texts)


def _misfit_values(item: Item, known: Known, fact: Fact, key: SlotValue) -> Iterator[str]:
    for text in item.wrong:
        match known.value(text, key), key:
            case EntityValue(entity=rival), EntityValue(entity=entity):
                if (rival.type, rival.group) != (entity.type, entity.group):
                    yield text
            case DateValue(span=span), DateValue() if is_later(span, latest_of(known.pack, fact)):
                yield text
            case None, EntityValue() | DateValue():
                yield text
