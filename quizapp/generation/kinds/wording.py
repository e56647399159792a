"""`wording`: which of a source's phrases judges what it tells?

The key is a phrase that the pack marks as loaded; the others are names, figures and
dates as the same source prints them. All are quoted, and none is a side's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations, islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.saying import Wordlist
from quizapp.facts.values import TermValue
from quizapp.facts.wording import folded, occurs, sentence
from quizapp.generation.citing import references, source_of
from quizapp.generation.composing import arranged, compose, telling
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import odd_length

NAME = "wording"
TITLE = "Find the loaded words"
TRAINS = "Hearing the judgement in a word, whoever chose it, and saying the same evenly."

TRIED = 12
"""How many of the nearest plain phrases are tried in combination."""

LOOKED_AT = 60
"""How many facts of a source are looked at for plain phrases."""


@dataclass(frozen=True)
class Plain:
    """A phrase as printed that names, counts or dates, and the fact that it carries."""

    words: str
    fact: Fact


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each fact with a loaded phrase; two plain ones must be at hand."""
    for fact in pack.askable:
        if fact.loaded:
            yield Draft(NAME, fact, partial(_question, pack, seed, fact, fact.loaded))


def _question(pack: Pack, seed: str, fact: Fact, loaded: str) -> Question | None:
    draw = Draw(seed, NAME, fact.id)
    plain = _picked(pack, fact, loaded, draw)
    if plain is None:
        return None
    label = source_of(pack, fact).label
    told = sentence(f"{label} prints “{loaded}”; said evenly: {fact.statement}")
    key = Option(f"“{loaded}”", True, f"Right. {told}", "from-fact", "", references(pack, fact))
    shown, form = arranged([key, *(_wrong(pack, one) for one in plain)], draw)
    question = compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill="S8", stem=_stem(label), answer=key.text,
        options=shown,
    )  # fmt: skip
    return telling(question, told, printed=loaded)


def _stem(label: str) -> str:
    return f"Each of these phrases is printed in {label}. Which one judges what it tells?"


def _picked(pack: Pack, fact: Fact, loaded: str, draw: Draw) -> list[Plain] | None:
    for pair in combinations(islice(_plain(pack, fact, loaded, draw), TRIED), 2):
        if not odd_length([f"“{words}”" for words in (loaded, *(one.words for one in pair))]):
            return list(pair)
    return None


def _plain(pack: Pack, fact: Fact, loaded: str, draw: Draw) -> Iterator[Plain]:
    """Yield plain phrases of the source, each once, where their wording is known and holds no loaded word.

    The fact's own come first, then those of its paragraphs, then those from elsewhere in the source.
    """
    source = fact.sources[0]
    places = ((source, number) for number in fact.citations[0].paragraphs)
    beside = {one.id: one for place in places for one in pack.by_place.get(place, ())}
    rings = ([fact], list(beside.values()), pack.by_source[source])
    seen = {folded(loaded)}
    for ring in rings:
        for other in islice(draw.strolled(ring), LOOKED_AT):
            for words in _phrases(other) if pack.may_ask(other) else ():
                judged = pack.remembered(_loaded).found_in(words) or occurs(words, loaded)
                if folded(words) not in seen and not judged:
                    yield Plain(words, other)
                seen.add(folded(words))


def _phrases(fact: Fact) -> Iterator[str]:
    for value in fact.slots.values():
        if len(value.printed) == 1 and value.printed[0] and not isinstance(value, TermValue):
            yield value.printed[0]


def _loaded(pack: Pack) -> Wordlist:
    return Wordlist([*pack.loaded_words, *(fact.loaded for fact in pack.facts.values() if fact.loaded)])


def _wrong(pack: Pack, plain: Plain) -> Option:
    why = f"It names, counts or dates, and judges nothing: {plain.fact.statement}"
    proof = "a name, a figure or a date, as printed"
    return Option(f"“{plain.words}”", False, why, "from-fact", proof, references(pack, plain.fact))
