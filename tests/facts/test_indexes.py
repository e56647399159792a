"""Indexes narrow the field, and never change what is found: each answer is that of trying all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.facts.checking import conflicts
from quizapp.facts.indexes import Spans
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack, same_content
from quizapp.facts.saying import Phrases, Wordlist
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue, same_value
from quizapp.facts.wording import folded, occurs, within
from quizapp.generation.falsity import Search, may_be_true, same_given
from tests.any_pack import packs
from tests.pack_builders import SOURCES, a_fact, a_length, a_pack

quickly = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def overlap(pack: Pack, a: SlotValue, b: SlotValue) -> bool:
    """The rule itself: one id, a name in common, or part and whole; a wider term; else the same value."""
    if isinstance(a, TermValue) and isinstance(b, TermValue):
        return same_value(a, b) or within(a.words, b.words)
    if not isinstance(a, EntityValue) or not isinstance(b, EntityValue):
        return same_value(a, b)
    first, second = a.entity, b.entity
    if first.id == second.id or first.id in pack.wholes(second.id) or second.id in pack.wholes(first.id):
        return True
    return not {folded(name) for name in first.names}.isdisjoint(folded(name) for name in second.names)


def values(pack: Pack) -> list[SlotValue]:
    return [value for fact in pack.facts.values() for value in fact.slots.values()]


@quickly
@given(packs())
def test_values_are_alike_exactly_as_the_rule_says(pack: Pack) -> None:
    for a, b in combinations(values(pack), 2):
        assert pack.alike(a, b) == pack.alike(b, a) == overlap(pack, a, b)


def tried_one_by_one(pack: Pack, fact: Fact, slot: str, value: SlotValue, given: tuple[str, ...]) -> bool:
    """Tell whether anything suggests that a value is true of the slot, by trying every fact."""
    linked = (pack.facts[name] for name in pack.linked(fact.id))
    return (
        overlap(pack, fact.slots[slot], value)
        or any(overlap(pack, found, value) for other in linked for found in other.slots.values())
        or any(
            other.id != fact.id
            and slot in other.slots
            and overlap(pack, other.slots[slot], value)
            and same_given(pack, fact, other, given)
            for other in pack.by_relation[fact.relation.id]
        )
    )


def asked(pack: Pack) -> Iterator[tuple[Fact, str, SlotValue, tuple[str, ...]]]:
    """Every slot of every fact, beside every value that fills it, given some or all of the other slots."""
    for fact in pack.facts.values():
        for slot in fact.slots:
            others = tuple(name for name in fact.slots if name != slot)
            for other in pack.by_relation[fact.relation.id]:
                if slot in other.slots:
                    yield fact, slot, other.slots[slot], others
                    yield fact, slot, other.slots[slot], others[:1]
                    yield fact, slot, other.slots[slot], ()


@quickly
@given(packs())
def test_what_may_be_true_by_index_is_what_may_be_true_by_trying_all(pack: Pack) -> None:
    for fact, slot, value, given_slots in asked(pack):
        expected = tried_one_by_one(pack, fact, slot, value, given_slots)
        assert (may_be_true(pack, fact, slot, value, given_slots) is not None) == expected


@quickly
@given(packs())
def test_a_reason_is_always_among_the_facts_that_were_searched(pack: Pack) -> None:
    for fact, slot, value, given_slots in asked(pack):
        search = Search(pack, fact, slot, given_slots)
        reason = search.reason(value)
        named = [name for name in pack.facts if reason and f"fact {name} " in reason]
        assert set(named) <= set(search.searched(value))


@quickly
@given(packs())
def test_facts_filled_alike_are_found_in_the_order_of_the_pack(pack: Pack) -> None:
    for fact in pack.facts.values():
        group = pack.by_relation[fact.relation.id]
        alike = [other.id for other in group if same_given(pack, fact, other, tuple(fact.slots))]
        told = [other.id for other in group if same_content(fact, other)]
        assert [other.id for other in pack.filled_like(fact.relation.id, fact.slots)] == alike
        assert [other.id for other in pack.told_alike(fact)] == told


@quickly
@given(packs())
def test_what_the_pack_gives_and_a_source_mentions_is_found(pack: Pack) -> None:
    given_values = values(pack)
    figures = {value.quantity.value for value in given_values if isinstance(value, QuantityValue)}
    for value in given_values[::2]:
        plain = isinstance(value, QuantityValue) and value.quantity.value in figures
        assert pack.gives(value) == (plain or any(same_value(value, one) for one in given_values))
        for source in SOURCES:
            mentioned = [one for fact in pack.by_source[source] for one in fact.slots.values()]
            assert pack.mentions(source, value) == any(overlap(pack, value, one) for one in mentioned)


def one_by_one(pack: Pack) -> list[tuple[str, str, str]]:
    """The contradictions of a pack, by trying all pairs of facts."""
    found = []
    for facts in pack.by_relation.values():
        for a, b in combinations(facts, 2):
            for rule in (
                a.relation.determines if (a.asserted_by, a.sources) == (b.asserted_by, b.sources) else ()
            ):
                filled = all(name in one.slots for name in (*rule.given, rule.slot) for one in (a, b))
                same = filled and all(same_point(a.slots[n], b.slots[n]) for n in rule.given)
                if same and not same_value(a.slots[rule.slot], b.slots[rule.slot]):
                    found.append((a.id, b.id, rule.slot))
    return found


def same_point(a: SlotValue, b: SlotValue) -> bool:
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return a.span == b.span and a.span.start is not None
    return same_value(a, b)


@quickly
@given(packs(contradicting=True))
def test_contradictions_are_those_that_trying_all_pairs_finds(pack: Pack) -> None:
    assert [(a.id, b.id, slot) for a, b, slot in conflicts(pack)] == one_by_one(pack)


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 1000))), st.integers(-60, 60), st.integers(0, 99)
)
def test_no_interval_that_overlaps_is_missed(spans: list[tuple[int, int]], low: int, width: int) -> None:
    found = Spans(((start, start + wide), place) for place, (start, wide) in enumerate(spans))
    places = {place for group in found.overlapping(low, low + width) for place in group}
    overlapping = {n for n, (start, wide) in enumerate(spans) if start <= low + width and low <= start + wide}
    assert overlapping <= places


@pytest.mark.parametrize("phrase", ["Old Bridge", "old bridge", "Bridge", "Old", "13", "…", "373"])
def test_a_phrase_is_found_in_many_texts_as_in_each(phrase: str) -> None:
    texts = ["Old Bridge is 373 metres long.", "The bridge… is old.", "Older bridges, 1.13 of them"]
    assert Phrases(texts).hold(phrase) == any(occurs(phrase, text) for text in texts)


def test_many_phrases_are_found_in_a_text() -> None:
    words = Wordlist(["a mere ditch", "vain", "…", "mere"])
    assert sorted(words.found_in("A mere ditch …")) == ["a mere ditch", "mere", "…"]
    assert words.found_in("vainly") == []


def test_what_is_made_of_a_pack_is_made_once() -> None:
    pack = a_pack(a_fact(), a_length("b", "new", 640))
    assert pack.remembered(list_of_facts) is pack.remembered(list_of_facts)


def list_of_facts(pack: Pack) -> list[Fact]:
    return list(pack.facts.values())
