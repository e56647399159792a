"""Whether a question speaks evenly, and whether what it asks matters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.assessment.spelling import TITLES
from quizapp.facts.model import Fact
from quizapp.facts.values import QuantityValue
from quizapp.facts.wording import without_quotes
from quizapp.generation.citing import source_of
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.known import Known
from quizapp.generation.rules.printed import words_of

OPENING = 3
"""How many paragraphs of a text, boilerplate left out, are its opening."""

_TITLED = re.compile(
    rf"(?:{'|'.join(sorted(title.capitalize() for title in TITLES))}|Justice|Secretary|Chief)\.?"
    r"(?:\s+[A-Z][\w.'’-]*){1,4}$"
)
_PARTY = re.compile(
    r"\((?:R|D|I|Rep|Dem|Con|Lab|Lib)\b[^)]*\)|, (?:R|D|I)-[A-Z]|\b(?:Republican|Democrat(?:ic)?)s?\b"
    r"|\b(?:Conservative|Labour|Liberal|Green|Independent|Socialist) "
    r"(?i:party|member|candidate|leader|M[EP]?P)\b"
)


def loaded_words(item: Item, known: Known) -> Iterator[str]:
    """Yield loaded words outside quotation marks, and marks of title or party that only some options bear."""
    question = item.question
    for text in (item.shown, *item.rivals, question.explanation.statement):
        if not known.loaded_heads.isdisjoint(words_of(text)):
            yield from known.loaded.findall(without_quotes(text))
    for mark in (_TITLED.match, _PARTY.search):
        bearing = [text for text in item.rivals if mark(text)]
        if bearing and len(bearing) < len(item.rivals):
            yield bearing[0]


def trivia(item: Item, known: Known) -> Iterator[str]:
    """Yield an asked figure that nothing marks as important.

    It matters where the pack's author lists its slot in `asks`, where a link sets its fact beside
    others, or where it stands in the opening of its text.
    """
    asked = known.asked(item.question)
    if asked is None or not isinstance(asked[1], QuantityValue):
        return
    fact = asked[0]
    if item.question.slot in fact.asks or known.links(fact.id) or _opens(known, fact):
        return
    yield asked[1].words


def _opens(known: Known, fact: Fact) -> bool:
    source = source_of(known.pack, fact)
    told = [n for n in range(1, len(source.paragraph_hashes) + 1) if n not in source.boilerplate]
    return source.held and not set(told[:OPENING]).isdisjoint(fact.citations[0].paragraphs)
