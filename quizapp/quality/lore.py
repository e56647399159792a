"""What somebody knows who has played a bank for long: which names recur, which keys, who talks how.

Counted are facts, not questions: a bank of several seeds teaches no more than one. When a question
is guessed at, what comes from the facts it shows does not count: its own, or else its key would be
known, and those that lent it options, or else a lent option would be known for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.assessment.forms import Number, Text
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.wording import folded
from quizapp.generation.question import Option, Question
from quizapp.quality.passages import content_stems, words_of

Postings = Mapping[str, set[str]]
"""The facts on which something was seen, by its folded text."""

_SORT = re.compile(
    r"\b(?:which|what) ([a-z ]+) belongs in the gap|\b(?:which|what) ([a-z]+)|\b(who|whom|whose|when)\b"
)


@dataclass(frozen=True)
class Lore:
    """On which facts a bank shows what.

    `shown` tells it of option texts, `words` of the words of stems and quoted sentences, `keys` of
    keys by kind, `names` of typed keys by the sort asked for. `figures` holds typed keys with
    their facts, by unit. `groups` tells the group of a speaker by name, `talk` on which facts
    a group used a word. `labelled` names the kinds whose questions all have the same options.
    """

    shown: Postings = field(default_factory=lambda: defaultdict(set))
    words: Postings = field(default_factory=lambda: defaultdict(set))
    keys: Mapping[str, Postings] = field(default_factory=lambda: defaultdict(_postings))
    names: Mapping[str, Postings] = field(default_factory=lambda: defaultdict(_postings))
    figures: Mapping[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    groups: Mapping[str, str] = field(default_factory=dict)
    talk: Mapping[str, Postings] = field(default_factory=lambda: defaultdict(_postings))
    labelled: set[str] = field(default_factory=set)


def _postings() -> dict[str, set[str]]:
    return defaultdict(set)


def count(facts: Iterable[str], hidden: frozenset[str]) -> int:
    """Return how many facts there are besides the hidden ones."""
    known = facts if isinstance(facts, set) else set(facts)
    return len(known) - sum(name in known for name in hidden)


def learnt(pack: Pack, questions: Iterable[Question]) -> Lore:
    """Note what a series of questions shows and, once answered, tells."""
    groups = {folded(name): one.group for one in pack.entities.values() for name in one.names}
    lore = Lore(groups=groups)
    options: dict[str, set[frozenset[str]]] = defaultdict(set)
    for question in questions:
        _note(lore, question)
        options[question.kind].add(frozenset(option.text for option in question.options))
    lore.labelled.update(kind for kind, found in options.items() if len(found) == 1)
    return lore


def _note(lore: Lore, question: Question) -> None:
    fact = question.facts[0]
    for word in {folded(word) for word in words_of(f"{question.stem} {question.quote}")}:
        lore.words[word].add(fact)
    for option in question.options:
        own = _own(question, option)
        lore.shown[folded(option.text)].add(own)
        if option.correct:
            lore.keys[question.kind][folded(option.text)].add(own)
    match question.form:
        case Text(accepted=accepted):
            lore.names[sort_asked(question.stem)][accepted[0]].add(fact)
        case Number(text=text, unit=unit) if figure := parse_quantity(text):
            lore.figures[unit][fact] = float(figure.value)
    if question.kind == "who-said":
        for stem in content_stems(question.stem):
            lore.talk[lore.groups.get(folded(question.answer), "")][stem].add(fact)


def _own(question: Question, option: Option) -> str:
    """Return the fact that an option is right of, where several are asked; else the first."""
    asked = (cited.fact for cited in option.citations if option.correct and cited.fact in question.facts)
    return next(asked, question.facts[0])


def sort_asked(stem: str) -> str:
    """Return what sort of thing is asked for ("river", "who"), or ""."""
    found = _SORT.search(stem)
    return next(filter(None, found.groups()), "") if found else ""
