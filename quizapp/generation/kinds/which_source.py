"""`which-source`: in which of the texts does a statement stand?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice

from quizapp.facts.model import Fact, Source
from quizapp.facts.pack import Pack
from quizapp.facts.wording import sentence
from quizapp.generation.citing import references, source_of
from quizapp.generation.composing import arranged, compose, right_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import may_report
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question

NAME = "which-source"
TITLE = "Which source says so"
TRAINS = "Remembering where a statement was read, and that other texts do not vouch for it."

LOOKED_AT = 40
"""How many of the sources that a relation is closed in are looked at for one fact."""


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each fact of one text; at least two others must provably not report it.

    Only a text that may be a wrong answer elsewhere is ever the right one: else its name alone tells it.
    """
    options = {source for relation in pack.relations.values() for source in relation.closed_in}
    for fact in pack.askable:
        if len(fact.sources) == 1 and fact.sources[0] in options:
            yield Draft(NAME, fact, partial(_question, pack, seed, fact))


def _drawn(pack: Pack, fact: Fact, draw: Draw) -> Iterator[Source]:
    """Yield sources that the relation is closed in, each once: of more facts, the likelier to come first.

    They are also likelier to be right: drawn evenly, the source of most facts would be the better guess.
    """
    closed = pack.remembered(_closed)[fact.relation.id]
    lenders = (other.sources[0] for other in islice(draw.strolled(pack.askable), LOOKED_AT))
    names = dict.fromkeys((*lenders, *islice(draw.strolled(fact.relation.closed_in), LOOKED_AT)))
    return (pack.sources[name] for name in names if name in closed)


def _closed(pack: Pack) -> Mapping[str, frozenset[str]]:
    """Return the sources that each relation is closed in, by its id."""
    return {name: frozenset(relation.closed_in) for name, relation in pack.relations.items()}


def _silent(pack: Pack, fact: Fact, source: Source) -> bool:
    """Tell whether a source provably does not report a fact: closed in its relation, and no fact says so.

    Nothing is known to be missing from a text that is known from memory alone.
    """
    if not source.verified or source.id in fact.sources:
        return False
    return not is_on(Practice.PROOF) or not may_report(pack, fact, source.id)


def _question(pack: Pack, seed: str, fact: Fact) -> Question | None:
    draw = Draw(seed, NAME, fact.id)
    others = list(islice((source for source in _drawn(pack, fact, draw) if _silent(pack, fact, source)), 2))
    if len(others) < 2:
        return None
    key = source_of(pack, fact)
    options = [
        right_option(pack, fact, key.name, f"Right: {key.name} has it."),
        *(_wrong(pack, fact, source, key) for source in others),
    ]
    shown, form = arranged(options, draw)
    return compose(
        pack,
        fact,
        kind=NAME,
        seed=seed,
        form=form,
        skill="S6",
        stem=_stem(fact),
        answer=key.name,
        options=shown,
    )


def _stem(fact: Fact) -> str:
    speaker = fact.asserted_by
    if speaker:
        return sentence(f"which of these sources passes on, from {speaker.name}, that {fact.clause()}?")
    if fact.status == "reported":
        return sentence(f"which of these sources reports that {fact.clause()}?")
    return sentence(f"in which of these sources does the text itself say that {fact.clause()}?")


def _wrong(pack: Pack, fact: Fact, source: Source, key: Source) -> Option:
    return Option(
        source.name, False, sentence(f"{source.name} does not report it; {key.name} does"), "answer-form",
        "closed: all such statements of the source are in the pack", references(pack, fact),
    )  # fmt: skip
