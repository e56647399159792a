"""Names and dates of a passage that might fill a gap, by what kind of thing the sentence leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.assessment.spelling import TITLES
from quizapp.facts.model import GAP
from quizapp.facts.wording import folded, normalised
from quizapp.quality.candidates import Candidate
from quizapp.quality.passages import Passage, is_common, stem, word_set, words_of

_MONTHS = word_set("january february march april may june july august september october november december")
_TITLES = TITLES | word_set("director chief secretary")
_OFFICES = word_set("head director spokesman spokeswoman counsel secretary official chief executive engineer")
_ROLES = "|".join(sorted(TITLES | _OFFICES))
_PLACES = word_set("county city state town river street bridge tower harbour market canal park")
_MEDIA = word_set("times post show news magazine observer herald journal radio")
_BODIES = _MEDIA | word_set(
    "university office department agency court house service library club school museum ferry choir"
)
_NOT_PEOPLE = _PLACES | _BODIES | word_set("day amendment program programme")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_BEFORE_NAMES = "|".join(sorted(_TITLES))
_PERSON_GAP = re.compile(
    rf"(?:{_BEFORE_NAMES}) {GAP}|{GAP} (?:is|was) (?:an? |the |acting |then |only )*(?:{_ROLES})\b",
    re.IGNORECASE,
)
_DATE_GAP = re.compile(rf"\b(?:in|since|by|on|until) {GAP}", re.IGNORECASE)
_PLACE_GAP = re.compile(rf"\bis in {GAP}|(?:{_ROLES}) (?:of|in) {GAP}|{GAP}'s", re.IGNORECASE)
_SHORTENED = re.compile(r"[A-Z]\w+(?: (?:and|of|for|the|[A-Z]\w+)){0,6} \([A-Z]{2,6}\)")
_ASKED = (
    (re.compile(r"^who is named as (?:having )?"), f"{GAP} was "),
    (
        re.compile(rf"^(in|under|on|for|from) which ({_BEFORE_NAMES}) (is|was|did) (.+)$"),
        rf"\4 \1 \2 {GAP}",
    ),
    (re.compile(r"^(in|on|for|from|by) (?:which|what) [a-z]+ (is|was|were|had) (.+)$"), rf"\3 \2 \1 {GAP}"),
    (re.compile(r"^(?:when|in which year) (?:did|was|is) (.+)$"), rf"\1 in {GAP}"),
    (re.compile(r"\b(?:who|whom|whose|(?:which|what)(?: [a-z]+)?)\b"), GAP),
)
"""How a question reads as a sentence with a gap; the first pattern that fits is used."""
_SPEECH = ("said", "told", "report", "explai", "interv")


def with_gap(question: str) -> str:
    """Return a question as a sentence with a gap: "in which town is it?" is "it is in _____"."""
    asked = question.rstrip("?")
    fit = (pattern.sub(said, asked, count=1) for pattern, said in _ASKED if pattern.search(asked))
    return next(fit, asked)


def gap_fillers(text: Passage, quote: str, *, person: bool = False) -> Iterator[Candidate]:
    """Yield names and dates of a passage that the sentence with the gap does not hold itself.

    The kind of thing that the sentence leaves out (a person, a date, anything else) gives
    what looks like one a head start. `person`: the question says that it leaves out a person.
    """
    plain = normalised(quote)
    given = {_bare(word) for word in words_of(plain.replace(GAP, " "))}
    for first, last in (part for run in _names(text) for part in _parts(text, *run)):
        words = [token.text for token in text.tokens[first : last + 1]]
        shown = text.text[text.tokens[first].start : text.tokens[last].end].removesuffix("'s")
        if not all(_bare(word) in given for word in words) and not text.is_byline(first):
            fit = _fit_person(text, first, words) if person else _fit(text, first, words, plain, given)
            bonus = fit + _in_office(text, first, last, plain)
            yield Candidate(
                shown, first, last, bonus + 0.7 * (_begins(text, first) and plain.startswith(GAP))
            )


def related_stems(quote: str) -> tuple[str, ...]:
    """Return the stems of verbs of speech, for a sentence about where somebody's words were carried."""
    return _SPEECH if re.search(r"\b(?:words|remark|interview)\b", quote) else ()


def _in_office(text: Passage, first: int, last: int, quote: str) -> float:
    """Return a head start for a name that stands beside the office that the sentence names: "mayor of X"."""
    role = re.search(rf"\b(?:{_ROLES})\b", quote, re.IGNORECASE)
    if role is None:
        return 0.0
    near = [*text.tokens[max(0, first - 2) : first], *text.tokens[last + 1 : last + 4]]
    if near and near[0].stem == stem(role[0]) and text.tokens[first - 1].text == "of":
        return 2.5
    return 1.5 if stem(role[0]) in {token.stem for token in near} else 0.0


def _fit_person(text: Passage, first: int, words: list[str]) -> float:
    """Return a head start for a full name; a single word may be a surname, so it has none and loses none."""
    single = len(words) == 1 and words[0].isalpha() and folded(words[0]) not in _NOT_PEOPLE
    return 1.5 if _is_person(text, first, words) else 0.0 if single else -2.0


def _fit(text: Passage, first: int, words: list[str], quote: str, given: set[str]) -> float:
    kinds = {folded(word) for word in words}
    if kinds & (_MONTHS | _WEEKDAYS) or words[0].isdigit():
        fits = _DATE_GAP.search(quote) and not _PLACE_GAP.search(quote) and not kinds & _WEEKDAYS
        return 1.5 if fits else -2.0
    quoted = '"' in text.text[max(0, text.tokens[first].start - 5) : text.tokens[first].start]
    person = _is_person(text, first, words) and not quoted
    if _PERSON_GAP.search(quote):
        return 1.5 if person else -1.5
    if person:
        return -1.5
    if _PLACE_GAP.search(quote):
        initials = len(words[0]) > 2 and words[0].isupper()
        body = initials or kinds & _BODIES or _SHORTENED.match(text.text, text.tokens[first].start)
        return _lies(text, first, given) + 1.0 * bool(kinds & _PLACES) - 1.5 * bool(body)
    if related_stems(quote):
        return 2.5 if quoted or kinds & _MEDIA else 0.0
    return 0.0


def _lies(text: Passage, first: int, given: set[str]) -> float:
    """Return a head start for "Old Mill in Aldmouth": one for each of the sentence's words right before."""
    if first == 0 or text.tokens[first - 1].text != "in":
        return 0.0
    before = {stem(token.text) for token in text.tokens[max(0, first - 5) : first]}
    return 1.0 * len(before & {stem(word) for word in given if not is_common(word)})


def _begins(text: Passage, first: int) -> bool:
    """Tell whether a name begins its sentence, an article aside."""
    number = text.tokens[first].sentence
    return all(
        is_common(token.text) for token in text.tokens[max(0, first - 2) : first] if token.sentence == number
    )


def _is_person(text: Passage, first: int, words: list[str]) -> bool:
    if (
        first > 1
        and text.tokens[first - 1].text in ("and", "of")
        and text.tokens[first - 2].text[0].isupper()
    ):
        return False
    titled = first > 0 and folded(text.tokens[first - 1].text) in _TITLES
    named = len(words) in (2, 3) and not any(folded(word) in _NOT_PEOPLE for word in words)
    return titled or (named and folded(words[0]) not in ("new", "north", "south", "east", "west", "the"))


def _names(text: Passage) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each run of capitalised words, and of each date."""
    place = 0
    while place < len(text.tokens):
        last = place
        while last < len(text.tokens) and _joins(text, place, last):
            last += 1
        if last > place:
            yield place, last - 1
        place = max(last, place + 1)


def _parts(text: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a run, and the place that it begins with: "Kent County" in "Kent County Council"."""
    yield first, last
    for place in range(first + 1, last):
        if folded(text.tokens[place].text) in _PLACES:
            yield first, place


def _joins(text: Passage, first: int, place: int) -> bool:
    """Tell whether a word goes on with the name that begins at `first`, or begins it."""
    token = text.tokens[place]
    if folded(token.text) in _TITLES:
        return False
    capital = token.text[0].isupper() and len(token.text) > 1
    capital = capital and (not is_common(token.text) or folded(token.text) in _MONTHS)
    year = bool(re.fullmatch(r"(?:1[789]|20)\d\d", token.text))
    if place == first:
        return capital or year
    before = text.tokens[place - 1]
    between = text.text[before.end : token.start]
    if token.sentence != before.sentence or between not in (" ", ". ", " & "):
        return False
    if folded(before.text) in _MONTHS or year:
        return year and folded(before.text) in _MONTHS
    ended = before.text.isupper() and "." not in before.text and len(before.text) > 1
    return (capital or (len(token.text) == 1 and token.text.isupper())) and not ended


def _bare(word: str) -> str:
    return folded(word).removesuffix("'s")
