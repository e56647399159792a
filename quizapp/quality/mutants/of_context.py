"""Questions that lose what they must say, and texts that lose their evidence; and what only looks so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, Entity, EntityValue
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import MOST, Lot, Mutation, each
from quizapp.quality.mutants.of_facts import AS_OF, YEAR

_LED = re.compile(
    r"(According to|In) (.+?), ((?:at |in |on |under |of |by |for |which |how |who |what |when ).+)\?"
)


def _unsourced(question: Question, pack: Pack, draw: Draw) -> Question | None:
    label = pack.sources[pack.facts[question.facts[0]].sources[0]].label
    if question.kind not in (
        "value",
        "number",
        "cloze",
        "who-said",
        "what-kind",
        "verdict",
        "level-of-government",
    ):
        return None
    stem = question.stem.replace(label, draw.choice(("the article", "a report", "the text", "this passage")))
    named = label.casefold() in f"{stem} {question.quote}".casefold()
    return None if named or stem == question.stem else replace(question, stem=stem)


def _speakerless(question: Question, pack: Pack, draw: Draw) -> Question | None:
    speaker = pack.facts[question.facts[0]].asserted_by
    if speaker is None or question.kind not in ("value", "number", "verdict"):
        return None
    other = draw.choice(("somebody", "the speaker", "an official", "she"))
    stem, quote = question.stem, question.quote
    for name in sorted(speaker.names, key=len, reverse=True):
        stem, quote = stem.replace(name, other), quote.replace(name, other)
    left = any(name.casefold() in f"{stem} {quote}".casefold() for name in speaker.names)
    return None if left else replace(question, stem=stem, quote=quote)


def _undated(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Take the dates from a question whose relation gives another value for another date."""
    fact = pack.facts[question.facts[0]]
    given = {slot for rule in fact.relation.determines if rule.slot == question.slot for slot in rule.given}
    dates = [value for slot in given if isinstance(value := fact.slots.get(slot), DateValue)]
    if not dates or question.kind not in ("value", "number", "verdict"):
        return None
    stem, quote = AS_OF.sub("", question.stem), question.quote
    for value in dates:
        stem, quote = (
            re.sub(rf"(?: in| on| by|,)? ?{re.escape(value.words)}", "", text) for text in (stem, quote)
        )
    return None if YEAR.search(f"{stem} {quote}") else replace(question, stem=stem, quote=quote)


def _nameless(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Put a pronoun or a bare noun where the question names what determines its slot."""
    entities = _determining(question, pack)
    if not entities or question.kind not in ("value", "number", "verdict", "cloze"):
        return None
    other = draw.choice(("it", "this place", "the bill", "that body", "the former", "they"))
    stem, quote = question.stem, question.quote
    for name in sorted(draw.choice(entities).names, key=len, reverse=True):
        stem, quote = (re.sub(re.escape(name), other, text, flags=re.IGNORECASE) for text in (stem, quote))
    return (
        replace(question, stem=stem, quote=quote)
        if (stem, quote) != (question.stem, question.quote)
        else None
    )


def _determining(question: Question, pack: Pack) -> list[Entity]:
    """Return the entities that, given, determine the asked slot."""
    fact = pack.facts[question.facts[0]]
    rule = next((one for one in fact.relation.determines if one.slot == question.slot), None)
    values = [fact.slots.get(slot) for slot in (rule.given if rule else ())]
    return [value.entity for value in values if isinstance(value, EntityValue)]


def _turned(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Put the lead-in last: all that must be named still is."""
    shown = f"{question.stem} {question.quote}".casefold()
    named = all(any(name.casefold() in shown for name in one.names) for one in _determining(question, pack))
    found = _LED.fullmatch(question.stem)
    if not found or not named or question.kind not in ("value", "number", "cloze", "who-said"):
        return None
    how, who, asked = found.groups()
    return replace(question, stem=f"{asked[:1].upper()}{asked[1:]}, {how.lower()} {who}?")


def _printed(lot: Lot, draw: Draw, told: Callable[[str, Draw], str]) -> Mapping[str, Mapping[int, str]]:
    """Return texts made of the facts themselves: each piece of evidence, told so, in its paragraph."""
    known: dict[str, dict[int, str]] = {}
    for fact in lot.pack.facts.values():
        pieces = [
            fact.statement,
            *(ways[0] for ways in _evidence(fact)),
            *(fact.asserted_by.names if fact.asserted_by else ()),
        ]
        for cite in fact.citations:
            for number in (*cite.paragraphs, *cite.context):
                page = known.setdefault(cite.source, {})
                page[number] = f"{page.get(number, '')} {' · '.join(told(piece, draw) for piece in pieces)}"
    return known


def _evidence(fact: Fact) -> Iterator[tuple[str, ...]]:
    yield from (value.printed for value in fact.slots.values() if value.printed)
    yield from ((phrase,) for phrase in (*fact.quotes, fact.loaded) if phrase)


def _told_again(piece: str, draw: Draw) -> str:
    """Return a piece in other letters, quotation marks and spaces."""
    ways = (
        piece.upper(),
        piece.replace("’", "'"),
        piece.replace(" ", "  "),
        f"“{piece}”",
        piece.replace("-", "–"),
    )
    return draw.choice(ways)


def _supported(lot: Lot, draw: Draw) -> Lot:
    chosen = tuple(islice(draw.strolled([one for one in lot.questions if one.explanation.evidence]), MOST))
    return replace(lot, questions=chosen, known=_printed(lot, draw, _told_again))


def _unsupported(lot: Lot, draw: Draw) -> Lot:
    """Print something else where the first evidence of each question stood."""
    chosen = tuple(islice(draw.strolled([one for one in lot.questions if one.explanation.evidence]), MOST))
    known = {source: dict(pages) for source, pages in _printed(lot, draw, lambda piece, _: piece).items()}
    for question in chosen:
        for cite in (cite for name in question.facts for cite in lot.pack.facts[name].citations):
            for number in (*cite.paragraphs, *cite.context):
                known[cite.source][number] = _without(
                    known[cite.source][number], question.explanation.evidence[0], draw
                )
    return replace(lot, questions=chosen, known=known)


def _without(text: str, ways: tuple[str, ...], draw: Draw) -> str:
    for way in sorted(ways, key=len, reverse=True):
        text = re.sub(
            rf"(?<!\w){re.escape(way)}(?!\w)",
            draw.choice(("something else", f"{way}9", "_")),
            text,
            flags=re.IGNORECASE,
        )
    return text


CONTEXT_MUTATIONS = (
    Mutation(18, each(_unsourced, _speakerless, _undated, _nameless), each(_turned)),
    Mutation(22, _unsupported, _supported),
)
