"""Small rules of wording that the whole pack shares: quotes, normalised text, sentences."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

QUOTED_WORDS = 9
"""A quoted phrase has at most this many words: the articles are not ours to ship."""

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " "}
)
_QUOTED = re.compile(r"“([^”]*)”")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_TOKEN = re.compile(r"[^\W_]+")


def normalised(text: str) -> str:
    """Return the text with one kind of quote, dash and space, for comparing what was printed.

    NFKC first, then curly quotes made straight, dashes made hyphens, runs of white space
    made one space, and the ends trimmed. Case stays.
    """
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return the normalised text without case, for comparing names and terms."""
    return normalised(text).casefold()


def word_list(text: str) -> list[str]:
    """Return the words of a text, in order, as printed."""
    return _WORD.findall(text)


_SMALL_WORDS = "a an and as at by for from in is it of on or s that the to was were with"
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=65536)
def telling_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell something, folded, each once: no articles, no prepositions."""
    return frozenset(_TOKEN.findall(folded(text))) - _SMALL


def within(a: str, b: str) -> bool:
    """Tell whether one text tells nothing that the other does not: "deputies" beside "active deputies"."""
    first, second = telling_words(a), telling_words(b)
    return bool(first and second) and (first <= second or second <= first)


def tokens(text: str) -> list[str]:
    """Return the runs of letters and digits of a text, folded: no phrase occurs without all of its own."""
    return _TOKEN.findall(folded(text))


def quoted_phrases(text: str) -> list[str]:
    """Return what stands between curly double quotes, in order."""
    return _QUOTED.findall(text)


def without_quotes(text: str) -> str:
    """Return the text with every quoted phrase taken out: what is left is our own wording."""
    return _QUOTED.sub("“”", text)


def occurs(phrase: str, text: str) -> bool:
    """Tell whether a phrase stands in a text, whole words only, whatever the case, quotes and spaces.

    Sentence punctuation inside a quotation is kept; a phrase never matches inside a
    longer number: "13" does not stand in "373".
    """
    wanted, within = folded(phrase), folded(text)
    start = within.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (start and within[start - 1].isalnum()) and not _goes_on(within[end : end + 2]):
            return True
        start = within.find(wanted, start + 1)
    return False


def _goes_on(rest: str) -> bool:
    """Tell whether what follows a phrase belongs to its last word or number."""
    return rest[:1].isalnum() or (rest[:1] in (".", ",") and rest[1:].isdecimal())


def nearest_name(name: str, names: Iterable[str]) -> str:
    """Return the name most like this one; "" only if there are none."""
    return next(iter(difflib.get_close_matches(name, list(names), n=1, cutoff=0.0)), "")


def sentence(clause: str) -> str:
    """Return a clause as a sentence: first letter capital, one full stop."""
    clause = clause.strip()
    ended = clause if re.search(r"[.?!][”’\"]?$", clause) else clause + "."
    return ended[:1].upper() + ended[1:]
