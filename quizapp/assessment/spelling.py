"""Marking typed words: the accepted spellings, then a close one that is nobody else's name."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from rapidfuzz.distance import OSA

from quizapp.assessment.forms import Text
from quizapp.assessment.marks import RIGHT, WRONG, Mark
from quizapp.facts.numerals import find_numerals

ACCEPTED_FROM = 0.9
"""From this similarity (0 to 1, optimal string alignment) a misspelling is accepted."""
ONE_SLIP_FROM = 0.8
"""From this similarity one slip is accepted: a letter too many, too few, wrong or swapped."""
CLOSE_FROM = 0.8
"""From this similarity a spelling that is not accepted is close: it may be mended."""
SHORTEST_FUZZY = 5
"""Shorter answers, in characters, must be exact: one slip makes another word of them."""

_ARTICLES = {"a", "an", "the"}
_TITLE_WORDS = (
    "mr mrs ms mx miss dr doctor prof professor sir dame lord lady rev reverend hon honorable "
    "honourable sen senator rep representative congressman congresswoman gov governor president "
    "judge sheriff mayor capt captain lt lieutenant sgt sergeant col colonel gen"
)
TITLES = frozenset(_TITLE_WORDS.split())
"""Words that stand before a name and are no part of it, in small letters."""

_BRITISH = {
    "behaviour": "behavior",
    "centre": "center",
    "colour": "color",
    "defence": "defense",
    "favour": "favor",
    "harbour": "harbor",
    "honour": "honor",
    "labour": "labor",
    "licence": "license",
    "neighbour": "neighbor",
    "offence": "offense",
    "organisation": "organization",
    "programme": "program",
    "theatre": "theater",
}
"""Words that have two right spellings; regular plurals follow."""
_AMERICAN = _BRITISH | {f"{british}s": f"{american}s" for british, american in _BRITISH.items()}

_MONTHS = "january february march april may june july august september october november december"
_MONTH_OF = {name: month for month in _MONTHS.split() for name in (month, month[:3])} | {"sept": "september"}

_UNSEEN = ("Cc", "Cf", "Cs")

# "President of the court" and "Governor's office" are no titles before a name.
_NOT_NAMES = {"of", "for", "and", "general", "office", "elect", "pro"}


def mark_words(form: Text, typed: str) -> Mark:
    """Return the mark of typed words: 1 for an accepted or closely spelt one, else 0.

    Case, accents, punctuation, articles, titles before a name, the British or American
    spelling of a word, and how a date with a named month is written do not count. A
    misspelling (see `ACCEPTED_FROM`) counts when it has no digit and no rival is as close;
    one that is not near enough for that is "close".
    """
    answer = _folded(typed)
    if answer in {_folded(accepted) for accepted in form.accepted}:
        return RIGHT
    closeness, slips = _closeness(answer, form)
    if closeness >= ACCEPTED_FROM or (slips == 1 and closeness >= ONE_SLIP_FROM):
        return Mark(Fraction(1), "right", "Right; check the spelling.")
    if closeness >= CLOSE_FROM:
        return Mark(Fraction(0), "close", "Close, but the spelling differs too much to count.")
    return WRONG


def words_that_count(text: str) -> str:
    """Return typed words as `mark_words` compares them: alike where they differ in nothing that counts."""
    return _folded(text)


def _closeness(answer: str, form: Text) -> tuple[float, int]:
    """Return how like the nearest accepted spelling is, 0 to 1, and the slips; 0 if none may count."""
    if len(answer) < SHORTEST_FUZZY or _has_digit(answer):
        return 0.0, 0
    wanted = {_folded(accepted) for accepted in form.accepted}
    rivals = {_folded(rival) for rival in form.rivals} - wanted
    meant = [name for name in wanted if _may_be_misspelt(answer, name)]
    nearest = max(meant, key=lambda name: _similarity(answer, name), default="")
    rival = max((_similarity(answer, name) for name in rivals), default=0.0)
    if not nearest or _similarity(answer, nearest) <= rival:
        return 0.0, 0
    return _similarity(answer, nearest), OSA.distance(answer, nearest)


def _may_be_misspelt(answer: str, name: str) -> bool:
    """Tell whether spelling may be all that differs: not with another number or first letter."""
    numbers = [[numeral.value for numeral in find_numerals(text)] for text in (answer, name)]
    alike = answer[:1] == name[:1] and numbers[0] == numbers[1]
    return alike and len(name) >= SHORTEST_FUZZY and not _has_digit(name)


def _similarity(answer: str, name: str) -> float:
    return OSA.normalized_similarity(answer, name)


def _has_digit(text: str) -> bool:
    return any(character.isnumeric() for character in text)


def _folded(text: str) -> str:
    """Return the words that count: no case, accents, punctuation, articles, leading titles."""
    spaced = re.sub(r"\s", " ", text)
    seen = "".join(character for character in spaced if unicodedata.category(character) not in _UNSEEN)
    plain = unicodedata.normalize("NFKC", seen).casefold().replace("&", " and ")
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", plain))
    plain = re.sub(r"['’‘.()]", "", unicodedata.normalize("NFC", plain))
    words = re.sub(r"[^\w\s]|_", " ", plain).split()
    while len(words) > 1 and (words[0] in _ARTICLES or _is_title(*words[:2])):
        words = words[1:]
    words = [_AMERICAN.get(word, word) for word in words if word != "the"] or words
    return " ".join(
        _as_date(words) if _has_digit(plain) and not _MONTH_OF.keys().isdisjoint(words) else words
    )


def _as_date(words: list[str]) -> list[str]:
    """Return the words of a date with a named month in one order: "3rd of Dec. 1998", "December 3, 1998"."""
    days = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in words if word != "of"]
    return sorted(_MONTH_OF.get(word, word) for word in days)


def _is_title(word: str, following: str) -> bool:
    return word in TITLES and following not in _NOT_NAMES
