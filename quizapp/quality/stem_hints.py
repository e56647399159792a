"""Hints that stand between stem and options: shared words, and who is thought to talk so."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from quizapp.facts.wording import folded
from quizapp.quality.lore import count
from quizapp.quality.option_hints import Hint
from quizapp.quality.passages import content_stems
from quizapp.quality.situation import Situation

_VOCABULARY = 1_000


def clang(met: Situation) -> Sequence[float]:
    """Count the word beginnings that an option shares with stem and quoted sentence."""
    return met.echoes


def stereotype(met: Situation) -> Sequence[float] | None:
    """Score speakers by how much the claim sounds like their group: naive Bayes over the words of claims.

    The words come from questions on other facts, with add-one smoothing; only speakers of
    different groups can be told apart.
    """
    groups = [met.lore.groups.get(folded(option)) for option in met.options]
    if met.kind != "who-said" or None in groups:
        return None
    return [_sounds_like(met, group or "") for group in groups]


def _sounds_like(met: Situation, group: str) -> float:
    talk = met.lore.talk.get(group, {})
    total = sum(len(facts) for facts in talk.values()) + _VOCABULARY
    stems = content_stems(met.asked.stem)
    return sum(log((count(talk.get(stem, ()), met.hidden) + 1) / total) for stem in stems)


STEM_HINTS: tuple[Hint, ...] = (
    Hint("clang", "the option that shares most words with the question", clang, formal=False),
    Hint("stereotype", "the speaker whose group’s claims sound like this one", stereotype, formal=False),
)
"""The hints for which the stem is needed: not for kinds whose stem is the evidence."""
