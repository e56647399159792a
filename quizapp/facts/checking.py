"""What must hold in a pack beyond its shape: sense, wording, and no claim against itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quizapp.facts.model import DateValue, Fact, same_value
from quizapp.facts.pack import Pack
from quizapp.facts.wording import QUOTED_WORDS, occurs, quoted_phrases, without_quotes, word_list


def check(pack: Pack) -> list[str]:
    """Return every problem of a pack, a line each with its place and remedy; [] for none."""
    problems: list[str] = []
    for fact in pack.facts.values():
        place = f'{pack.files[fact.id]}: fact "{fact.id}": '
        problems.extend(place + what for what in _fact_problems(pack, fact))
    for a, b, slot in _conflicts(pack):
        problems.append(
            f'{pack.files[b.id]}: fact "{b.id}": slots.{slot}: "{b.slots[slot].words}", but fact "{a.id}" gives '
            f'"{a.slots[slot].words}" for the same given slots and the same speaker; mend one, or tell them apart'
        )
    for link in pack.links:
        for word in _loaded(pack, link.why):
            problems.append(f'{pack.id}: link "{" + ".join(link.facts)}": why: "{word}" is a loaded word; say it neutrally')
    return problems


def _fact_problems(pack: Pack, fact: Fact) -> Iterator[str]:
    for word in _loaded(pack, fact.says):
        yield f'says: "{word}" is a loaded word outside quotation marks; quote it or say it neutrally'
    for phrase in (*quoted_phrases(fact.says), *fact.words, *_printed(fact)):
        count = len(word_list(phrase))
        if count > QUOTED_WORDS:
            yield f'"{phrase}" has {count} words; a phrase from a source has at most {QUOTED_WORDS}'
    if '"' in fact.says:
        yield "says: use curly quotation marks “…” for quoted phrases"
    if fact.says.rstrip().endswith("."):
        yield "says: leave the full stop out; it is a clause, and the program makes the sentence"
    if pack.sources[fact.citations[0].source].held and not fact.slots and not fact.quotes:
        yield "words: no slot, no quoted phrase and no words: name the printed words that carry the fact"
    if fact.status in ("opinion", "prediction") and fact.kind != "position":
        yield f'kind: "{fact.kind}" with status "{fact.status}"; write kind = "position", which such facts are'
    for slot in fact.asks:
        if fact.status in ("opinion", "prediction"):
            yield "asks: an opinion or a prediction is never asked right or wrong; leave `asks` out"
            break
        if slot not in fact.slots:
            continue
        if any(occurs(name, fact.ask.get(slot, "")) for name in fact.slots[slot].printed):
            yield f"ask.{slot}: the question gives its own answer away; take it out"


def _printed(fact: Fact) -> Iterator[str]:
    for value in fact.slots.values():
        yield from value.printed


def _loaded(pack: Pack, text: str) -> list[str]:
    own = without_quotes(text)
    return [word for word in pack.loaded_words if occurs(word, own)]


def _conflicts(pack: Pack) -> Iterator[tuple[Fact, Fact, str]]:
    for facts in pack.by_relation.values():
        for a, b in combinations(facts, 2):
            if a.asserted_by != b.asserted_by or a.sources != b.sources:
                continue
            for rule in a.relation.determines:
                if rule.slot in a.slots and rule.slot in b.slots and _same_given(a, b, rule.given):
                    if not same_value(a.slots[rule.slot], b.slots[rule.slot]):
                        yield a, b, rule.slot


def _same_given(a: Fact, b: Fact, given: tuple[str, ...]) -> bool:
    if not given or not all(name in a.slots and name in b.slots for name in given):
        return False
    return all(_same_point(a, b, name) for name in given)


def _same_point(a: Fact, b: Fact, name: str) -> bool:
    first, second = a.slots[name], b.slots[name]
    if isinstance(first, DateValue) and isinstance(second, DateValue):
        return first.span == second.span and first.span.start is not None
    return same_value(first, second)
