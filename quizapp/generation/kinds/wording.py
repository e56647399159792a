"""`wording`: which of a source's phrases judges what it tells?

The key is a phrase that the pack marks as loaded. The others are printed in the same
source and judge nothing: phrases whose words our even-handed statement uses too, or
else names, figures and dates. All are quoted, and none is a side's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.saying import Wordlist
from quizapp.facts.values import TermValue
from quizapp.facts.wording import folded, occurs, sentence, without_quotes, word_list
from quizapp.generation.citing import references, source_of
from quizapp.generation.composing import arranged, compose, telling
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import odd_length

NAME = "wording"
TITLE = "Find the loaded words"
TRAINS = "Hearing the judgement in a word, whoever chose it, and saying the same evenly."

TRIED = 30
"""How many of the nearest plain phrases are tried in combination."""

RANKS = 3
"""How many ranks by length a phrase can have among three."""

FEW = 16
"""Of fewer plain phrases than this, those that fit are taken, whatever their lengths."""

STEM = 5
"""How many letters of a word tell it from others, whatever its ending."""

LOOKED_AT = 60
"""How many facts of a source are looked at for plain phrases."""


@dataclass(frozen=True)
class Plain:
    """A phrase as printed that judges nothing, and the fact that it carries.

    `tells` is true of a phrase that our statement repeats; the others name, count or date.
    """

    words: str
    fact: Fact
    tells: bool


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


def _picked(pack: Pack, fact: Fact, loaded: str, draw: Draw) -> tuple[Plain, ...] | None:
    """Return two plain phrases, the likest to the loaded one that give a drawn rank to its length.

    Two could be found for each rank, or else its length would tell; only where plain phrases are
    few do some ranks do.
    """
    near = sorted(_plain(pack, fact, loaded, draw), key=lambda one: _unlikeness(fact, loaded, one))
    wanted = RANKS if len(near) >= FEW else 1
    pairs = [pair for pair in combinations(near[:TRIED], 2) if _stand_together(loaded, pair, wanted)]
    by_rank = _ranked(loaded, [pair for pair in pairs if all(one.tells for one in pair)])
    if len(by_rank) < wanted:  # Mere values stand beside loaded words only for want of others.
        by_rank = _ranked(loaded, pairs)
    return by_rank[draw.choice(sorted(by_rank))] if len(by_rank) >= wanted else None


def _ranked(loaded: str, pairs: Sequence[tuple[Plain, ...]]) -> dict[int, tuple[Plain, ...]]:
    """Return the first pair for each rank by length that the loaded phrase can have."""
    return {_shorter(loaded, pair): pair for pair in reversed(pairs)}


def _stand_together(loaded: str, pair: tuple[Plain, ...], lengths: int) -> bool:
    """Tell whether none stands out by its length, among so many lengths: of two alike, the third would."""
    words = (loaded, *(one.words for one in pair))
    return len({len(one) for one in words}) >= lengths and not odd_length([f"“{one}”" for one in words])


def _shorter(loaded: str, pair: tuple[Plain, ...]) -> int:
    """Return how many of a pair are shorter than the loaded phrase."""
    return sum(len(one.words) < len(loaded) for one in pair)


def _unlikeness(fact: Fact, loaded: str, one: Plain) -> tuple[bool, bool, int, int]:
    """Return how unlike the loaded phrase a plain one is: out of length, a mere value, in words, in place."""
    out_of_length = odd_length([f"“{loaded}”", f"“{one.words}”"])
    words = abs(len(word_list(loaded)) - len(word_list(one.words)))
    return out_of_length, not one.tells, words, _distance(fact, one.fact)


def _distance(fact: Fact, other: Fact) -> int:
    """Return 0 for the fact itself, 1 for one of its paragraphs, 2 for one from elsewhere in the source."""
    if other.id == fact.id:
        return 0
    shared = set(fact.citations[0].paragraphs) & set(other.citations[0].paragraphs)
    return 1 if shared else 2


def _plain(pack: Pack, fact: Fact, loaded: str, draw: Draw) -> list[Plain]:
    """Return plain phrases of the source, each once, where their wording is known and holds no loaded word.

    Looked at are the fact, those of its paragraphs, and some from elsewhere in the source.
    """
    source = fact.sources[0]
    places = ((source, number) for number in fact.citations[0].paragraphs)
    beside = {one.id: one for place in places for one in pack.by_place.get(place, ())}
    found: dict[str, Plain] = {}
    for ring in ([fact], list(beside.values()), pack.by_source[source]):
        for other in islice(draw.strolled(ring), LOOKED_AT):
            for one in _phrases(other, loaded) if pack.may_ask(other) else ():
                if not occurs(one.words, loaded) and not pack.remembered(_loaded).found_in(one.words):
                    found.setdefault(folded(one.words), one)
    return list(found.values())


def _phrases(fact: Fact, loaded: str) -> Iterator[Plain]:
    """Yield what is printed of a fact: phrases that our statement says in the same words, then values.

    Beside a single loaded word, single words of those phrases are yielded, names left out.
    """
    if fact.status in ("reported", "attributed") and not fact.loaded:
        printed = [*fact.words, *(v.text for v in fact.slots.values() if isinstance(v, TermValue))]
        if len(word_list(loaded)) == 1:
            printed = [word for words in printed for word in word_list(words) if _is_telling(word)]
        yield from (Plain(words, fact, True) for words in printed if _is_repeated(words, fact))
    for value in fact.slots.values():
        if len(value.printed) == 1 and not isinstance(value, TermValue):
            yield Plain(value.printed[0], fact, False)


def _is_telling(word: str) -> bool:
    """Tell whether a word by itself says something: no name, and none of the little ones."""
    return word.islower() and len(word) > STEM


def _is_repeated(words: str, fact: Fact) -> bool:
    """Tell whether every longer word of a phrase stands, in some form, in our own words of the fact."""
    return bool(_stems_of(words)) and _stems_of(words) <= _stems_of(without_quotes(fact.statement))


def _stems_of(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text."""
    return {word[:STEM].casefold() for word in word_list(text) if len(word) >= STEM - 1}


def _loaded(pack: Pack) -> Wordlist:
    return Wordlist([*pack.loaded_words, *(fact.loaded for fact in pack.facts.values() if fact.loaded)])


def _wrong(pack: Pack, plain: Plain) -> Option:
    why = f"It names, counts or dates, and judges nothing: {plain.fact.statement}"
    proof = "a name, a figure or a date, as printed"
    if plain.tells:
        why = f"It tells and does not judge; said evenly, the words stay the same: {plain.fact.statement}"
        proof = "its words stand in the even-handed statement too"
    return Option(f"“{plain.words}”", False, why, "from-fact", proof, references(pack, plain.fact))
