"""Terms that are names, and so can be typed: "Treaty of Paris", not "prohibited"."""

from __future__ import annotations

from quizapp.facts.values import TermValue
from quizapp.facts.wording import word_list

SHORT = 4
"""A term of more words than this is not asked to be typed: there are too many ways to say it."""

_SMALL = ("a", "an", "and", "for", "in", "of", "on", "the", "to")


def ways_to_type(term: TermValue) -> tuple[str, ...]:
    """Return our words and the printed ones, if both are short names; () where they are not.

    What is no name can be said in other words, which nobody could list: "prohibited", "banned".
    """
    ways = tuple(dict.fromkeys((term.words, term.text)))
    return ways if all(_is_a_short_name(way) for way in ways) else ()


def _is_a_short_name(words: str) -> bool:
    counted = [word for word in word_list(words) if word not in _SMALL]
    return 0 < len(word_list(words)) <= SHORT and all(not word[0].islower() for word in counted)
