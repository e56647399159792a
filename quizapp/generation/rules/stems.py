"""What is wrong with a stem: negation, no focus, true-or-false, and words too hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.facts.wording import quoted_phrases
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.printed import word_set, words_of

MOST_WORDS = 35
GRADE = 12.0
"""The school grade that a question should be readable in: the last before college."""

_NEGATIVE = re.compile(
    r"\b(?:not|nor|neither|none|never|except(?:ing|ed|ion)?|excluding|excluded|exclud\w+|false|untrue|incorrect(?:ly)?"
    r"|wrong(?:ly)?|inaccurate(?:ly)?|cannot|unlikely|fails? to|(?<!at )least|other than|rather than"
    r"|no(?! (?:more|fewer|less|later|earlier|longer than)\b))\b|n['’]t\b",
    re.IGNORECASE,
)
_NEGATIVES = word_set(
    "not nor neither none never except excepting excepted exception excluding excluded exclude excludes "
    "false untrue incorrect incorrectly wrong wrongly inaccurate inaccurately cannot unlikely fail fails "
    "least other rather no"
)
_TRUTHS = word_set("true correct right accurate valid so false")
_SENTENCE_END = re.compile(r"[.!?…]+[”’\"']?(?=\s+[A-Z“]|\s*$)")
_ABBREVIATION = re.compile(r"\b(?:v|vs|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Sgt|Lt|Col|St|No|U\.S|[A-Z])\.(?=\s)")
_WH = re.compile(r"\b(?:who|whom|whose|which|what|when|where|why|how)\b", re.IGNORECASE)
_TRUE_FALSE = re.compile(
    r"\b(?:which|what)(?: one)?(?: of (?:these|the following|the (?:statements|sentences|claims)))?"
    r"(?: (?:statement|sentence|claim|option|assertion|answer)s?)?"
    r"(?: (?:below|given|about [^?]*?|on [^?]*?))?"
    r" (?:is|are|was|were|holds?|can be said to be|would be)(?: (?:most|entirely|factually))?"
    r" (?:true|correct|right|accurate|valid|so)\b"
    r"|\b(?:is|are) (?:it|this|the following|these)(?: \w+)? (?:true|correct|false)\b|\btrue or false\b"
    r"|\b(?:is|are) (?:true|correct|accurate) (?:of|about|for|concerning)\b",
    re.IGNORECASE,
)
_VOWELS = re.compile(r"[aeiouy]+")
_LATIN = re.compile(r"[^a-z]")


def negative_stems(item: Item) -> Iterator[str]:
    """Yield the negative word of the asking clause; a statement to be credited may hold one."""
    words = words_of(item.asked)
    if _NEGATIVES.isdisjoint(words) and not any(word.endswith("n't") for word in words):
        return
    found = _NEGATIVE.search(item.asked)
    if found:
        yield found[0]


def unfocused(item: Item) -> Iterator[str]:
    """Yield what keeps a stem from asking one thing: no question, many words, many sentences.

    Words are counted outside quotation marks and outside the statement that the stem embeds, and not
    in the name of its source.
    """
    stem = item.own_stem.rstrip()
    if not stem.endswith(("?", "?”", "…")):
        yield "it does not end with a question mark"
    if not _WH.search(item.asked) and not item.labelled:
        yield "it has no question word"
    if len(words_of(item.asked)) > MOST_WORDS:
        yield f"it asks in more than {MOST_WORDS} words"
    if len(_SENTENCE_END.findall(_ABBREVIATION.sub("x", stem))) > 2:
        yield "it has more than one sentence before the question"


def true_or_false(item: Item) -> Iterator[str]:
    if _TRUTHS.isdisjoint(words_of(item.own_stem)):
        return
    found = _TRUE_FALSE.search(item.own_stem)
    if found:
        yield found[0]


def hard_to_read(item: Item) -> Iterator[str]:
    """Yield the grade of stem and quote where it is above `GRADE`.

    Flesch and Kincaid's grade: .39 words a sentence + 11.8 syllables a word - 15.59 (J. P. Kincaid and
    others, 1975). What is read is our own words from the question word on: names and figures count one
    syllable each, quoted phrases and the name of the source are left out.
    """
    text = f"{item.asking} {item.question.quote}"
    grade = reading_grade(text)
    if grade > GRADE:
        yield f"grade {grade:.1f}"


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; 0 for one without words. Syllables are estimated."""
    for phrase in quoted_phrases(text):
        text = text.replace(phrase, "")
    words = re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(_ABBREVIATION.sub("x", text))))
    spoken = sum(_spoken(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def _spoken(word: str) -> int:
    return 1 if not word[0].islower() else syllables(word)


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> int:
    """Estimate the syllables of an English word: groups of vowels, less a silent e; at least one."""
    letters = _LATIN.sub("", word.casefold())
    count = len(_VOWELS.findall(letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee")):
        count -= 1
    if letters.endswith("ed") and not letters.endswith(("ted", "ded")):
        count -= 1
    return max(count, 1)
