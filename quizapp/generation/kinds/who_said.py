"""`who-said`: whom does the source credit with a claim, an opinion or a prediction?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.facts.wording import occurs, sentence
from quizapp.generation.citing import placed, references, source_of
from quizapp.generation.composing import arranged, compose, right_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import same_content
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.picking import TRIED
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import clang, odd_length

NAME = "who-said"
TITLE = "Who said it"
TRAINS = "Tying a statement to the person who made it, and to the source that reports it."


EACH = 5
"""How many claims of one speaker a bank asks for: who speaks most must not be the better guess."""

FAR = 2
"""The distance of a speaker of another text and another group: no plausible option."""


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for claims whose speaker is named and not disputed by a link, a few of each speaker."""
    for name, said in pack.by_speaker.items():
        speaker = pack.entities[name]
        fit = [fact for fact in said if fact.status != "reported" and _credit_is_closed(pack, fact)]
        fit = [fact for fact in fit if not _is_author(pack, fact, speaker)]
        for fact in Draw(seed, NAME, name).shuffled(fit)[:EACH]:
            yield Draft(NAME, fact, partial(_question, pack, seed, fact, speaker))


def _is_author(pack: Pack, fact: Fact, speaker: Entity) -> bool:
    """Tell whether the speaker wrote the text: it credits nobody with what it says itself."""
    return occurs(speaker.name, source_of(pack, fact).author.value or "")


def _credit_is_closed(pack: Pack, fact: Fact) -> bool:
    disputed = any(
        link.kind == "differs" and fact.id in link.facts and len(_speakers(pack, link.facts)) > 1
        for link in pack.links
    )
    return not disputed and all(source in fact.relation.closed_in for source in fact.sources)


def _speakers(pack: Pack, facts: tuple[str, ...]) -> set[str]:
    return {speaker.id for name in facts if (speaker := pack.facts[name].asserted_by)}


def _question(pack: Pack, seed: str, fact: Fact, speaker: Entity) -> Question | None:
    draw = Draw(seed, NAME, fact.id)
    stem = sentence(f"in {placed(pack, fact)}, who is credited with saying that {fact.clause()}?")
    if any(occurs(name, stem) for name in speaker.names):
        return None
    others = _picked(pack, fact, speaker, stem, draw)
    if others is None:
        return None
    options = [right_option(pack, fact, speaker.name), *(_wrong(pack, fact, lender) for lender in others)]
    shown, form = arranged(options, draw)
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill="S3", stem=stem, answer=speaker.name, options=shown
    )


def _picked(pack: Pack, fact: Fact, speaker: Entity, stem: str, draw: Draw) -> list[Fact] | None:
    """Return two facts by other speakers, the nearest first: same text, then same group."""
    lenders = [
        min(draw.shuffled(said), key=lambda other: _distance(fact, speaker, other))
        for name, said in pack.by_speaker.items()
        if _may_stand_beside(pack, fact, speaker, pack.entities[name])
        and not _named_in(pack.entities[name], stem)
    ]
    lenders = [lender for lender in lenders if _distance(fact, speaker, lender) < FAR]
    near = sorted(draw.shuffled(lenders), key=lambda other: _distance(fact, speaker, other))
    for pair in combinations(near[:TRIED], 2):
        names = [lender.asserted_by.name for lender in pair if lender.asserted_by]
        if not odd_length([speaker.name, *names]) and not clang(stem, speaker.name, names):
            return list(pair)
    return None


def _distance(fact: Fact, speaker: Entity, other: Fact) -> int:
    far_group = other.asserted_by is None or other.asserted_by.group != speaker.group
    return (other.sources[0] != fact.sources[0]) + far_group


def _may_stand_beside(pack: Pack, fact: Fact, speaker: Entity, rival: Entity) -> bool:
    """Tell whether a rival provably did not say it: someone else, without a linked or like claim."""
    if rival.type != speaker.type or pack.overlap(rival, speaker):
        return False
    said_alike = (other.id for other in pack.by_relation[fact.relation.id] if same_content(fact, other))
    return rival.id not in _speakers(pack, (*pack.linked(fact.id), *said_alike))


def _named_in(rival: Entity, stem: str) -> bool:
    return any(occurs(name, stem) for name in rival.names)


def _wrong(pack: Pack, fact: Fact, lender: Fact) -> Option:
    assert lender.asserted_by
    assert fact.asserted_by
    credit = f"{source_of(pack, fact).label} credits {fact.asserted_by.name}"
    why = f"{credit}. Another statement: {lender.statement}"
    return Option(
        lender.asserted_by.name, False, sentence(why), "from-fact",
        "closed: the source credits it to one speaker", references(pack, lender, fact),
    )  # fmt: skip
