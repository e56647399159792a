"""Flaws of a bank or a form, and what only looks like one: keys that lean, doubles, cues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from quizapp.assessment.forms import Choice
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Option, Question
from quizapp.quality.mutants.lots import Change, Lot, Mutation, is_free, lead_of

SIZE = 160
"""How many questions a bank is made of, where it is made from scratch."""

LOOKED_AT = 600
"""How many questions are looked at to make a form."""

OFTEN = 60
"""In how many of a hundred questions the key is chosen by its looks; in the others it is drawn."""

_SYLLABLES = [
    "ba",
    "den",
    "ri",
    "mol",
    "ta",
    "ven",
    "os",
    "kil",
    "pra",
    "lun",
    "fer",
    "so",
    "dag",
    "wen",
    "tir",
    "hol",
    "na",
    "bex",
]
_ENDS = ("ford", "wick", "ham", "ley", "mouth", "stow")

Words = Callable[[Draw], list[str]]
Keyed = Callable[[Sequence[str], Draw], int]


def _names(draw: Draw) -> list[str]:
    """Return three invented names of different length and look, in a drawn order."""
    long = _name(draw, 4) + draw.choice(_ENDS)
    return draw.shuffled([_name(draw, 2), _name(draw, 3), long])


def _name(draw: Draw, syllables: int) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _numbered(draw: Draw) -> list[str]:
    """Return three names of like length, one with more capitals and digits, in a drawn order."""
    one, two, three = (_name(draw, 3) for _ in range(3))
    return (
        draw.shuffled([f"{one} Mill", f"{two} mill", f"{three} mill"])
        if draw.below(2)
        else draw.shuffled([f"{one} {draw.between(10, 99)}", f"{two}yard", f"{three}gate"])
    )


def _cousins(draw: Draw) -> list[str]:
    """Return three names of which two are alike, in a drawn order."""
    stem = _name(draw, 3)
    return draw.shuffled(
        [f"{stem} {_name(draw, 1)}", f"{stem} {_name(draw, 1)}", f"{_name(draw, 3)} {_name(draw, 1)}"]
    )


def _figures(draw: Draw) -> list[str]:
    low = draw.between(11, 90)
    return [f"{low * step // 2} boats" for step in (2, 3, 5)]


def _by(score: Callable[[str, Sequence[str]], int]) -> Keyed:
    """Return the choice of the key that takes the option of the highest score, more often than not."""

    def keyed(texts: Sequence[str], draw: Draw) -> int:
        if draw.below(100) >= OFTEN:
            return draw.below(len(texts))
        return max(range(len(texts)), key=lambda place: score(texts[place], texts))

    return keyed


def _drawn(texts: Sequence[str], draw: Draw) -> int:
    return draw.below(len(texts))


def _middle(texts: Sequence[str], draw: Draw) -> int:
    return 1 if draw.below(100) < OFTEN else draw.below(3)


def _capitals(text: str, texts: Sequence[str]) -> int:
    return sum(one.isupper() or one.isdigit() for one in text)


def _cousinhood(text: str, texts: Sequence[str]) -> int:
    return sum(text.split()[0] == other.split()[0] for other in texts)


def scratch(words: Words, *keyed: Keyed) -> Change:
    """Return the change that makes a bank of invented options, its keys chosen in one of these ways."""

    def change(lot: Lot, draw: Draw) -> Lot:
        choose = draw.choice(keyed)
        made = (_question(lot, number, words(draw), choose, draw) for number in range(SIZE))
        return replace(lot, questions=tuple(made))

    return change


def _question(lot: Lot, number: int, texts: list[str], choose: Keyed, draw: Draw) -> Question:
    key = choose(texts, draw)
    options = tuple(Option(text, place == key, "", "from-fact") for place, text in enumerate(texts))
    return replace(
        lot.questions[0], kind="value", form=Choice(len(texts), key), facts=(f"invented-{number}",), quote="",
        stem=f"According to an invented text, which was number {number}?", options=options, answer=texts[key],
    )  # fmt: skip


def _in_turns(lot: Lot, draw: Draw) -> Lot:
    """Make a bank in which each place is the key's as often as the others, but in turns or in blocks."""
    length = draw.choice((1, 8))
    first = draw.below(3)
    places = [(first + number // length) % 3 for number in range(SIZE)]
    made = (_question(lot, at, _names(draw), partial(_at, place), draw) for at, place in enumerate(places))
    return replace(lot, questions=tuple(made))


def _at(place: int, texts: Sequence[str], draw: Draw) -> int:
    return place


def _doubled(lot: Lot, draw: Draw) -> Lot:
    """Repeat a question of the bank: as it is, with its options turned, or in slightly other words."""
    free = [question for question in lot.questions if is_free(question)]
    one = draw.choice(free)
    turned = replace(
        one, options=tuple(reversed(one.options)), form=Choice(len(one.options), _turned_key(one))
    )
    ways = (one, turned, replace(one, stem=one.stem.replace(", ", ": ", 1)), replace(one, seed="other"))
    questions = draw.shuffled([*_unlike(lot, draw), one, draw.choice(ways)])
    return replace(lot, questions=tuple(questions))


def _turned_key(question: Question) -> int:
    return len(question.options) - 1 - next(at for at, one in enumerate(question.options) if one.correct)


def _unlike(lot: Lot, draw: Draw) -> list[Question]:
    """Return questions of which no two ask one fact in one kind."""
    kept: dict[tuple[str, str], Question] = {}
    for question in islice(draw.strolled(lot.questions), SIZE):
        kept.setdefault((question.kind, question.facts[0]), question)
    return list(kept.values())


def _siblings(lot: Lot, draw: Draw) -> Lot:
    """Ask the same of many facts: like words, other answers."""
    free = [question for question in _unlike(lot, draw) if is_free(question)]
    lead = lead_of(free[0], lot.pack)
    made = (
        replace(_question(lot, at, _names(draw), _drawn, draw), stem=f"{lead}, what was number {at} of them?")
        for at in range(40)
    )
    return replace(lot, questions=(*free, *made))


def _cued(lot: Lot, draw: Draw) -> Lot:
    """Put into a form without cues another question on a fact that one of them asks or displays."""
    form = list(_strangers(lot, draw).questions)
    for question in islice(draw.strolled(lot.questions), LOOKED_AT):
        at = next((place for place, one in enumerate(form) if _tells(one, question)), None)
        if at is not None and question not in form:
            form.insert(draw.between(at + 1, len(form)), question)
            break
    return replace(lot, questions=tuple(form))


def _tells(first: Question, later: Question) -> bool:
    return not set(first.facts).isdisjoint(later.facts)


def _strangers(lot: Lot, draw: Draw) -> Lot:
    """Make a form of questions whose facts have neither a relation nor a link in common."""
    form: list[Question] = []
    used: set[str] = set()
    for question in islice(draw.strolled(lot.questions), LOOKED_AT):
        facts = [lot.pack.facts[name] for name in {*question.facts, *question.shows}]
        relations = {fact.relation.id for fact in facts} | _linked(lot.pack, facts)
        if used.isdisjoint(relations):
            form.append(question)
            used |= relations
    return replace(lot, questions=tuple(form))


def _linked(pack: Pack, facts: Sequence[Fact]) -> set[str]:
    return {pack.facts[name].relation.id for fact in facts for name in pack.linked(fact.id)}


def _length(text: str, texts: Sequence[str]) -> int:
    return len(text)


def _shortness(text: str, texts: Sequence[str]) -> int:
    return -len(text)


def _strangeness(text: str, texts: Sequence[str]) -> int:
    return -_cousinhood(text, texts)


BANK_MUTATIONS = (
    Mutation(1, scratch(_names, _by(_length)), scratch(_names, _drawn), "banks", 25),
    Mutation(2, scratch(_names, _by(_shortness)), scratch(_names, _drawn), "banks", 25),
    Mutation(2, scratch(_numbered, _by(_capitals)), scratch(_numbered, _drawn), "banks", 25),
    Mutation(
        12, scratch(_cousins, _by(_cousinhood), _by(_strangeness)), scratch(_cousins, _drawn), "banks", 50
    ),
    Mutation(14, scratch(_names, _middle), scratch(_names, _drawn), "banks", 20),
    Mutation(14, scratch(_figures, _middle), scratch(_figures, _drawn), "banks", 20),
    Mutation(14, _in_turns, scratch(_names, _drawn), "banks", 20),
    Mutation(15, _cued, _strangers, "forms", 50),
    Mutation(16, _doubled, _siblings, "banks", 50),
)
