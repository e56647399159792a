"""The fairness table of How this works: who speaks in each pack, counted from its facts alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.quality.fairness import Speaker, loaded_words, outlets, speakers, text_kinds

SHOWN = 8
"""How many speakers have a line of their own."""


@dataclass(frozen=True)
class SpeakerLine:
    """A line of the table: claims, judgements (opinions and predictions), and how many a link qualifies."""

    name: str
    claims: int
    judgements: int
    qualified: int


@dataclass(frozen=True)
class PackFairness:
    """One pack's table, with how many facts come from each kind of text; `loaded` should be 0."""

    pack_id: str
    title: str
    facts: int
    outlets: int
    text_kinds: tuple[tuple[str, int], ...]
    lines: tuple[SpeakerLine, ...]
    loaded: int


def fairness_tables(packs: Iterable[Pack]) -> tuple[PackFairness, ...]:
    """Return the table of each pack; no question is generated for it, so a page can wait for it."""
    return tuple(
        PackFairness(
            pack_id=pack.id,
            title=pack.title,
            facts=len(pack.facts),
            outlets=len(outlets(pack)),
            text_kinds=tuple(text_kinds(pack).items()),
            lines=_lines(speakers(pack)),
            loaded=sum(1 for _ in loaded_words(pack, ())),
        )
        for pack in packs
    )


def _lines(found: Sequence[Speaker]) -> tuple[SpeakerLine, ...]:
    """Return a line for each of the first speakers, and one for all others."""
    lines = [SpeakerLine(one.name, one.claims, one.judgements, one.qualified) for one in found]
    shown, others = lines[:SHOWN], lines[SHOWN:]
    if len(others) > 1:
        claims, judgements = sum(one.claims for one in others), sum(one.judgements for one in others)
        name = f"{len(others)} others"
        shown.append(SpeakerLine(name, claims, judgements, sum(one.qualified for one in others)))
        return tuple(shown)
    return tuple(lines)
