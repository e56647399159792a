"""What must hold in a pack beyond its shape: sense, wording, and no claim against itself."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.facts.model import Determination, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, TermValue, same_value
from quizapp.facts.wording import QUOTED_WORDS, occurs, quoted_phrases, without_quotes, word_list

JUDGEMENTS = ("opinion", "prediction")


def check(pack: Pack) -> list[str]:
    """Return every problem of a pack, a line each with its place and remedy; [] for none."""
    problems: list[str] = []
    for fact in pack.facts.values():
        place = f'{pack.files[fact.id]}: fact "{fact.id}": '
        for rule in (_wording, _evidence, _status, _questions, _labels, _loaded_phrase):
            problems.extend(place + what for what in rule(pack, fact))
    for a, b, slot in conflicts(pack):
        place = f'{pack.files[b.id]}: fact "{b.id}": slots.{slot}: '
        other = f'fact "{a.id}" gives "{a.slots[slot].words}"'
        same = "for the same given slots and speaker; mend one of them"
        problems.append(f'{place}"{b.slots[slot].words}", but {other} {same}')
    for link in pack.links:
        name = " + ".join(link.facts)
        place = f'{pack.files[name]}: link "{name}": why: '
        problems.extend(
            f'{place}"{word}" is a loaded word; say it neutrally' for word in _loaded(pack, link.why)
        )
    return problems


def _wording(pack: Pack, fact: Fact) -> Iterator[str]:
    for word in _loaded(pack, fact.says):
        yield f'says: "{word}" is a loaded word outside quotation marks; quote it or say it neutrally'
    if '"' in fact.says:
        yield "says: use curly quotation marks “…” for quoted phrases"
    if fact.says.rstrip().endswith("."):
        yield "says: leave the full stop out; it is a clause, and the program makes the sentence"


def _evidence(pack: Pack, fact: Fact) -> Iterator[str]:
    printed = (words for value in fact.slots.values() for words in value.printed)
    for phrase in (*quoted_phrases(fact.says), *fact.words, *printed):
        count = len(word_list(phrase))
        if count > QUOTED_WORDS:
            yield f'"{phrase}" has {count} words; a phrase from a source has at most {QUOTED_WORDS}'
    if pack.sources[fact.sources[0]].held and not fact.slots and not fact.quotes:
        yield "words: no slot, no quoted phrase and no words: name the printed words that carry the fact"


def _status(pack: Pack, fact: Fact) -> Iterator[str]:
    if fact.status in JUDGEMENTS and fact.kind != "position":
        yield f'kind: "{fact.kind}" with status "{fact.status}"; write kind = "position", as such facts are'
    if fact.status in JUDGEMENTS and fact.asks:
        yield "asks: an opinion or a prediction is never asked right or wrong; leave `asks` out"
    if fact.status == "attributed" and fact.asserted_by is None:
        yield 'asserted_by: missing; an attributed claim names its speaker, or its status is "reported"'


def _questions(pack: Pack, fact: Fact) -> Iterator[str]:
    for slot in fact.asks:
        asked = fact.ask.get(slot, "")
        if any(occurs(name, asked) for name in fact.slots[slot].printed):
            yield f"ask.{slot}: the question gives its own answer away; take it out"
        if fact.slots[slot].external:
            yield f'asks: "{slot}" is known from elsewhere, so {fact.sources[0]} cannot be asked for it'


def _labels(pack: Pack, fact: Fact) -> Iterator[str]:
    for slot, labels in fact.relation.labels.items():
        value = fact.slots.get(slot)
        if value is not None and not (isinstance(value, TermValue) and value.words in labels):
            listed = ", ".join(f'"{label}"' for label in labels)
            yield f'slots.{slot}: "{value.words}" is none of the labels that fill a term slot here: {listed}'


def _loaded_phrase(pack: Pack, fact: Fact) -> Iterator[str]:
    if fact.loaded is None:
        return
    count = len(word_list(fact.loaded))
    if count > QUOTED_WORDS:
        yield f'loaded: "{fact.loaded}" has {count} words; a quoted phrase has at most {QUOTED_WORDS}'
    if occurs(fact.loaded, without_quotes(fact.clause())):
        yield f'loaded: "{fact.loaded}" stands in `says` too; say it there in even-handed words'


def _loaded(pack: Pack, text: str) -> list[str]:
    own = without_quotes(text)
    return [word for word in pack.loaded_words if occurs(word, own)]


def conflicts(pack: Pack) -> Iterator[tuple[Fact, Fact, str]]:
    """Yield pairs of facts, by one speaker in one source, that give a determined slot two values."""
    for facts in pack.by_relation.values():
        place = {fact.id: number for number, fact in enumerate(facts)}
        for a in facts:
            found = {
                (place[b.id], number): (b, rule.slot)
                for number, rule in enumerate(a.relation.determines)
                for b in _speaking_of_the_same(pack, a, rule)
                if place[b.id] > place[a.id] and not same_value(a.slots[rule.slot], b.slots[rule.slot])
            }
            yield from ((a, *found[key]) for key in sorted(found))


def _speaking_of_the_same(pack: Pack, a: Fact, rule: Determination) -> Iterator[Fact]:
    """Yield the facts that fill the slot for the same given slots, by the same speaker in the same source."""
    if any(name not in a.slots for name in (*rule.given, rule.slot)):
        return
    for b in pack.filled_like(a.relation.id, {name: a.slots[name] for name in rule.given}, rule.slot):
        one_voice = a.asserted_by == b.asserted_by and a.sources == b.sources
        if one_voice and all(name in b.slots and _same_point(a, b, name) for name in rule.given):
            yield b


def _same_point(a: Fact, b: Fact, name: str) -> bool:
    first, second = a.slots[name], b.slots[name]
    if isinstance(first, DateValue) and isinstance(second, DateValue):
        return first.span == second.span and first.span.start is not None
    return same_value(first, second)
