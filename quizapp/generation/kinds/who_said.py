"""`who-said`: whom does the source credit with a claim, an opinion or a prediction?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.facts.wording import occurs, sentence
from quizapp.generation.citing import placed, references, source_of
from quizapp.generation.composing import arranged, compose, right_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import bearing_on
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.picking import first_group
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import clang, odd_length

NAME = "who-said"
TITLE = "Who said it"
TRAINS = "Tying a statement to the person who made it, and to the source that reports it."


EACH = 5
"""How many claims of one speaker a bank asks for: who speaks most must not be the better guess."""

LOOKED_AT = 60
"""How many speakers of a text or a group are looked at for one question."""


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
        link.kind == "differs" and len(_speakers(pack, link.facts)) > 1 for link in pack.links_of([fact.id])
    )
    return not disputed and fact.relation.is_closed_in(fact.sources)


def _speakers(pack: Pack, facts: Iterable[str]) -> set[str]:
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
    near = (
        lender
        for lender in _others(pack, fact, speaker, draw)
        if lender.asserted_by
        and _may_stand_beside(pack, fact, speaker, lender.asserted_by)
        and not _named_in(lender.asserted_by, stem)
    )
    return first_group(near, 2, lambda pair: _stand_together(stem, speaker, pair))


def _stand_together(stem: str, speaker: Entity, pair: tuple[Fact, ...]) -> bool:
    names = [lender.asserted_by.name for lender in pair if lender.asserted_by]
    return not odd_length([speaker.name, *names]) and not clang(stem, speaker.name, names)


def _others(pack: Pack, fact: Fact, speaker: Entity, draw: Draw) -> Iterator[Fact]:
    """Yield a fact of each other speaker: of the same text and group, then of either."""
    said, source = pack.remembered(_said), fact.sources[0]
    rings = ((source, speaker.type, speaker.group), (source, speaker.type), (speaker.type, speaker.group))
    met = {speaker.id}
    for ring in rings:
        speakers = said.get(ring, {})
        for name in islice(draw.strolled(tuple(speakers)), LOOKED_AT):
            if name not in met:
                met.add(name)
                yield draw.choice(speakers[name])


def _said(pack: Pack) -> dict[tuple[str, ...], dict[str, list[Fact]]]:
    """Return what each speaker says, by source, type and group, by source and type, and by type and group."""
    found: dict[tuple[str, ...], dict[str, list[Fact]]] = {}
    for name, facts in pack.by_speaker.items():
        who = pack.entities[name]
        for fact in facts:
            here = fact.sources[0]
            for ring in ((here, who.type, who.group), (here, who.type), (who.type, who.group)):
                found.setdefault(ring, {}).setdefault(name, []).append(fact)
    return found


def _may_stand_beside(pack: Pack, fact: Fact, speaker: Entity, rival: Entity) -> bool:
    """Tell whether a rival provably did not say it: someone else, without a linked or like claim."""
    if rival.type != speaker.type or pack.overlap(rival, speaker):
        return False
    speakers = _speakers(pack, (other.id for other in bearing_on(pack, fact)))
    speakers.update(entity.id for entity in fact.through)
    return not any(pack.overlap(rival, pack.entities[name]) for name in speakers)


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
