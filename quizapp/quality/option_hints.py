"""Hints that the options alone give: where they stand, how long, how special, how round, how alike.

A hint scores each option; a guesser picks among those with the highest score, its twin among the
others. None, or the same score for all, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

from quizapp.facts.wording import folded, word_list
from quizapp.quality.lore import count
from quizapp.quality.passages import word_set
from quizapp.quality.situation import Situation

Score = Callable[[Situation], Sequence[float] | None]

ABSOLUTES = word_set("always never all none only every everyone completely must entirely nobody no")
VAGUE = word_set("usually often some several nearly about sometimes may many most roughly perhaps")
_MODIFIERS = word_set("of in on with from for that which by under")
_CATCH_ALL = re.compile(r"\b(?:all|none|any|both|neither) of (?:the above|these|them)\b", re.IGNORECASE)


CLEARLY = 1.25
"""A count is clearly larger if it is more than this many times another, and one."""


@dataclass(frozen=True)
class Hint:
    """Something that might give a key away; `about` says what the guesser does, after "picks".

    `formal` hints go by place, length and number alone, not by what the words say or mean.
    """

    name: str
    about: str
    score: Score
    formal: bool = True


def at(place: int) -> Score:
    """Return the score of standing at a place, from 0; None where there are fewer options."""

    def score(met: Situation) -> Sequence[float] | None:
        size = len(met.options)
        return [float(i == place) for i in range(size)] if place < size else None

    return score


def length(met: Situation) -> Sequence[float]:
    return [float(len(option)) for option in met.options]


def shortness(met: Situation) -> Sequence[float]:
    return [-float(len(option)) for option in met.options]


def clear_length(met: Situation) -> Sequence[float] | None:
    """Score as `length`, where the longest has at least 1.2 times the letters of the next."""
    ordered = sorted(map(len, met.options))
    return length(met) if len(ordered) > 1 and ordered[-1] * 5 >= ordered[-2] * 6 else None


def specificity(met: Situation) -> Sequence[float]:
    """Count words with a digit or a capital, modifiers, commas and brackets."""
    return [float(_special(option)) for option in met.options]


def _special(text: str) -> int:
    words = word_list(text)
    marked = sum(word[0].isupper() or any(c.isdigit() for c in word) for word in words)
    return marked + sum(folded(word) in _MODIFIERS for word in words) + sum(text.count(c) for c in ",(;")


def middle(met: Situation) -> Sequence[float] | None:
    """Score figures by how near the middle of their order they stand."""
    if len(set(met.figures)) < 3:
        return None
    order = sorted(met.figures)
    half = (len(order) - 1) / 2
    return [-abs(order.index(figure) - half) for figure in met.figures]


def roundness(met: Situation) -> Sequence[float] | None:
    """Score figures by how few of their digits are significant."""
    return [-_significant(figure) for figure in met.figures] if met.figures else None


def oddness(met: Situation) -> Sequence[float] | None:
    """Score figures by how many of their digits are significant."""
    return [_significant(figure) for figure in met.figures] if met.figures else None


def _significant(figure: float) -> float:
    digits = f"{abs(figure):.6f}".replace(".", "").strip("0")
    return float(len(digits))


def spread(met: Situation) -> Sequence[float] | None:
    """Score figures by how near their geometric middle they lie: a key that others were made around."""
    if len(met.figures) < 3 or min(met.figures) <= 0:
        return None
    logs = [log10(figure) for figure in met.figures]
    centre = sum(logs) / len(logs)
    return [-abs(one - centre) for one in logs]


def convergence(met: Situation) -> Sequence[float]:
    return met.likeness


def divergence(met: Situation) -> Sequence[float]:
    return [-alike for alike in met.likeness]


def catch_all(met: Situation) -> Sequence[float]:
    return [float(bool(_CATCH_ALL.search(option))) for option in met.options]


def absolutes(met: Situation) -> Sequence[float]:
    return [_share_of(option, ABSOLUTES) for option in met.options]


def hedges(met: Situation) -> Sequence[float]:
    return [_share_of(option, VAGUE) for option in met.options]


def _share_of(text: str, marks: frozenset[str]) -> float:
    return float(sum(folded(word) in marks for word in word_list(text)))


def alphabet(met: Situation) -> Sequence[float]:
    """Score by the alphabet, the first highest."""
    order = sorted(map(folded, met.options), reverse=True)
    return [float(order.index(folded(option))) for option in met.options]


def frequency(met: Situation) -> Sequence[float] | None:
    """Count on how many other facts the bank shows a name among the options; figures are no names."""
    shown = met.lore.shown
    return None if met.figures else [count(shown.get(folded(o), ()), met.hidden) for o in met.options]


def fame(met: Situation) -> Sequence[float] | None:
    """Score a name by how common its words are in the bank's stems: the mean, so that length is no help."""
    return None if met.figures else [_commonness(met, option) for option in met.options]


def _commonness(met: Situation, option: str) -> float:
    words = [folded(word) for word in word_list(option) if len(word) > 2]
    found = sum(count(met.lore.words.get(word, ()), met.hidden) for word in words)
    return found / len(words) if words else 0.0


def often_right(met: Situation) -> Sequence[float]:
    """Tell which options are clearly the most often right, by the facts on which they are the key.

    Other facts only, unless the options are the same labels each time: those may be right equally
    often, and one less would tell which. For the same reason one more is no clear difference.
    """
    keys = met.lore.keys.get(met.kind, {})
    hidden = frozenset[str]() if met.kind in met.lore.labelled else met.hidden
    counts = [count(keys.get(folded(option), ()), hidden) for option in met.options]
    return [float(one >= max(counts) / CLEARLY - 1) for one in counts]


OPTION_HINTS: tuple[Hint, ...] = (
    Hint("first", "the first option", at(0)),
    Hint("second", "the second option", at(1)),
    Hint("third", "the third option", at(2)),
    Hint("fourth", "the fourth option", at(3)),
    Hint("fifth", "the fifth option", at(4)),
    Hint("longest", "the longest option", length),
    Hint("shortest", "the shortest option", shortness),
    Hint("clearly longest", "an option at least 1.2 times as long as the next", clear_length),
    Hint("most specific", "the option with most digits, capitals and modifiers", specificity),
    Hint("middle number", "the middle one of figures or dates", middle),
    Hint("middle of the spread", "the figure nearest to the geometric mean", spread),
    Hint("least round", "the figure with most significant digits", oddness),
    Hint("most round", "the figure with fewest significant digits", roundness),
    Hint("convergence", "the option most like the others, by letter trigrams", convergence, formal=False),
    Hint("odd one out", "the option least like the others, by letter trigrams", divergence, formal=False),
    Hint("all or none of these", "a catch-all option", catch_all),
    Hint("absolutes", "the option with “always”, “never”, “only” …", absolutes, formal=False),
    Hint("hedges", "the option with “some”, “often”, “about” …", hedges, formal=False),
    Hint("alphabet", "the option that the alphabet puts first", alphabet, formal=False),
    Hint("frequency", "the name that the bank’s options show most often", frequency, formal=False),
    Hint("fame", "the name whose words the bank’s stems use most often", fame, formal=False),
    Hint("often right", "the option that is most often the key on other facts", often_right, formal=False),
)
"""The hints for which no stem is needed."""
