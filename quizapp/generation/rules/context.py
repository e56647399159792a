"""What a question must say to be understood alone, and whether it still holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from quizapp.facts.model import Fact
from quizapp.facts.values import DateValue, EntityValue, SlotValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import source_of
from quizapp.generation.falsity import alike, basis, same_given
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.known import Known
from quizapp.generation.rules.printed import word_set, words_of
from quizapp.generation.several import NAMED_APART

SHELF_LIFE = {"statistic": 730, "role": 365, "rule": 1826}
"""After how many days a fact of each kind is stale unless the question says its date; events and
positions do not age."""

UNSOURCED = ("which-source", "timeline", "matching", "numeracy")
"""Kinds that ask for the source, or name several in their own way."""

UNATTRIBUTED = ("who-said", "wording", "timeline", "matching", "numeracy")
"""Kinds that ask for the speaker, or put no statement into anybody's mouth."""

SELF_EXPLAINED = ("evidence", "what-kind", "verdict", "compare-sources", "wording", "which-source")
"""Kinds whose stem speaks of the statement, the sources or the phrases that it shows."""

QUOTED = ("evidence", "compare-sources", "numeracy")
"""Kinds that show the statements of the facts that they ask, word for word."""

RE_KEYED = ("value", "number", "cloze", "short-answer", "level-of-government")
"""Kinds whose answer is the asked slot in words."""

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_GENERIC = (
    "bill|law|act|rule|measure|programme|program|agreement|policy|proposal|ruling|decision|lawsuit|suit|county|city|town"
    "|state|agency|office|department|mayor|governor|official|officer|spokesman|spokeswoman|spokesperson|speaker|author"
    "|article|text|passage|report|paragraph|story|writer|bridge|event|figure|number|person|man|woman"
)
_PRONOUN = re.compile(
    r"\b(?:did|does|do|was|is|are|were|has|had|have|will|would|can|could|may|must|should)\s+(?:he|she|they)\b"
    r"|\b(?:did|does|was|is|has|had|will|would)\s+it\b(?!\s+(?:take|cost|mean|say|said|follow|matter|true|that|to|for|possible|clear)\b)"
    r"|\b(?:of|by|for|under|in|with|from|to|about|on|after|before|against|at)\s+(?:it|him|her|them)(?=[\s?,]|$)"
    r"|\b(?:did|does|was|is|are|were|has|had|will|would)\s+(?:this|that)(?=\s+\w)"
    rf"|(?<!of )\b(?:this|that|these|those|such an?|the said|the aforementioned|the above)"
    rf" (?:{_GENERIC})s?\b",
    re.IGNORECASE,
)
_PRONOUNS = word_set("he she they it him her them this that these those such said aforementioned above")
_VERBS = (
    "is|was|did|does|do|were|are|has|had|have|will|would|beg[ia]n|begun|start(?:ed)?|end(?:ed)?|open(?:ed)?|join(?:ed)?"
    "|sign(?:ed)?|say|said|take|took|come|came|make|made|give|gave|become|pass(?:ed)?|apply|last|cost"
)
_DEFINITE = re.compile(rf"\bthe (?:{_GENERIC})(?=\s*[?,.;]|\s+(?:{_VERBS})\b)", re.IGNORECASE)


def missing_context(item: Item, known: Known) -> Iterator[str]:
    """Yield what a reader of the question alone would have to ask: when, of what, who says so, where."""
    facts = known.facts_of(item.question)
    asked = known.asked(item.question)
    if asked:
        yield from _undated(item, known, *asked)
        yield from _unnamed(item, asked[0])
    if facts:
        yield from _unattributed(item, known, facts[0])
    yield from _dangling(item, facts)


def _undated(item: Item, known: Known, fact: Fact, key: SlotValue) -> Iterator[str]:
    if not isinstance(key, DateValue) and known.varies(fact.relation) and not is_dated(item, fact):
        yield "it changes with time, and no date is shown"


def is_dated(item: Item, fact: Fact) -> bool:
    """Tell whether a question shows a year, or a date of the fact in words."""
    if _YEAR.search(item.shown):
        return True
    dates = (value.words for value in fact.slots.values() if isinstance(value, DateValue))
    return any(occurs(words, item.shown) for words in dates)


def _unnamed(item: Item, fact: Fact) -> Iterator[str]:
    """Yield the given slots that the question does not name."""
    shown = folded(item.shown)
    for value in _given(fact, item.question.slot):
        if not any(folded(name) in shown for name in (*value.entity.names, *value.printed)):
            yield f"it does not name {value.words}"


def _given(fact: Fact, slot: str) -> list[EntityValue]:
    """Return the names that, given, determine the asked slot."""
    proof = basis(fact, slot) if slot in fact.slots else None
    given = [fact.slots[name] for name in proof.given] if proof and proof.rule == "contradicted" else []
    return [value for value in given if isinstance(value, EntityValue)]


def _unattributed(item: Item, known: Known, fact: Fact) -> Iterator[str]:
    kind, shown = item.question.kind, folded(item.shown)
    speaker = fact.asserted_by if kind not in UNATTRIBUTED else None
    if speaker and not any(folded(name) in shown for name in speaker.names):
        yield f"it does not say that {speaker.name} says so"
    named = folded(source_of(known.pack, fact).label) in shown or folded(NAMED_APART) in shown
    if kind not in UNSOURCED and not named:
        yield "it does not name its source"


def _dangling(item: Item, facts: list[Fact]) -> Iterator[str]:
    """Yield a pronoun or a definite of the asking clause that nothing in the question explains."""
    if item.question.kind in SELF_EXPLAINED:
        return
    words = words_of(item.asked)
    found = None if _PRONOUNS.isdisjoint(words) else _PRONOUN.search(item.asked)
    if found is None and not (facts and _given(facts[0], item.question.slot)):
        found = _DEFINITE.search(item.asked)
    if found:
        yield f"“{found[0]}” is not explained"


def stale(item: Item, known: Known) -> Iterator[str]:
    """Yield why a key may no longer hold: a fact gone or changed, a newer one, or a shelf life over."""
    question = item.question
    for name in question.facts:
        if name not in known.pack.facts:
            yield f"the pack has no fact {name} any more"
    if question.kind in QUOTED:
        changed = [fact.id for fact in known.facts_of(question) if fact.statement not in question.quote]
        yield from (f"the fact {name} says something else now" for name in changed)
    asked = known.asked(question)
    if asked is None:
        return
    fact, key = asked
    if question.kind in RE_KEYED and folded(question.answer) != folded(key.words):
        yield f"the fact gives {key.words} now"
    if not isinstance(key, DateValue) and not is_dated(item, fact):
        yield from _outlived(item, known, fact, key)


def _outlived(item: Item, known: Known, fact: Fact, key: SlotValue) -> Iterator[str]:
    days = SHELF_LIFE.get(fact.kind)
    if days and fact.as_of.end and fact.as_of.end + timedelta(days) < known.today:
        yield f"it holds as of {fact.as_of.words()} and does not say so"
    for other in known.pack.by_relation[fact.relation.id]:
        if _replaces(known, item.question.slot, fact, key, other):
            yield f"the fact {other.id} is newer"


def _replaces(known: Known, slot: str, fact: Fact, key: SlotValue, other: Fact) -> bool:
    start, end = other.as_of.start, fact.as_of.end
    if other.id == fact.id or start is None or end is None or start <= end or slot not in other.slots:
        return False
    proof = basis(fact, slot)
    given = proof.given if proof else ()
    return not alike(known.pack, key, other.slots[slot]) and same_given(known.pack, fact, other, given)
