"""What gives a key away without knowledge: its length, grammar, hedges and echoes of the stem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizapp.assessment.forms import Choice
from quizapp.facts.wording import without_quotes
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.printed import content_of, word_set, words_of

ABSOLUTES = word_set(
    "always never all none only every everyone everybody everything everywhere nobody nothing nowhere "
    "completely entirely totally absolutely wholly invariably exclusively must"
)
VAGUE = word_set(
    "usually often sometimes occasionally frequently generally typically normally commonly rarely seldom "
    "mostly mainly largely some several various numerous many few perhaps maybe probably possibly"
)
HEDGES = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|some|circa|just (?:over|under))(?=\s+[^\W_]*\d)"
    r"|\b(?:nearly|roughly|approximately|almost)\b",
    re.IGNORECASE,
)
_GENDERED = re.compile(r"\b(?:he|she|him|his|hers?|himself|herself)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Lord|Lady|King|Queen|Prince|Princess|Dame)\b\.? [A-Z]")
_ARTICLE = re.compile(r"(?<![/(\w])(an?)(?:[^\w(/]|_)*$")
_SILENT = re.compile(r"(?:hour|honest|honou?r|heir|[aefhilmnorsx](?:\b|[A-Z.]))")
_SOUNDED = re.compile(r"(?:uni(?!n|m)|us[aeiu]|use|eu|one\b|once\b|u\b|ukr|uter|uto)", re.IGNORECASE)
_VERB = re.compile(
    r"\bwhich(?: of (?:these|the following))?(?: [\w’'-]+){0,4}? "
    r"(?P<verb>is|was|has|are|were|have)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow many ((?:[a-z’'-]+ )?)([a-z’'-]+)", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|each|every|this|that)\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|both|these|those|several|some|many|few)\s(?!of\b)",
    re.IGNORECASE,
)


def odd_length(texts: Sequence[str]) -> bool:
    """Tell whether one option is at least 1.2 times as long as the next longest, and several words."""
    lengths = sorted((len(text), text) for text in texts)
    if not is_on(Practice.LENGTH) or len(lengths) < 2 or len(words_of(lengths[-1][1])) < 2:
        return False
    return lengths[-1][0] * 5 >= lengths[-2][0] * 6


def clang(stem: str, key: str, others: Sequence[str]) -> set[str]:
    """Return the beginnings of content words that stem and key share and no other option has."""
    shared = content_of(stem) & content_of(key)
    if not shared or not others or not is_on(Practice.CLANG):
        return set()
    return set(shared.difference(*map(content_of, others)))


def odd_lengths(item: Item) -> Iterator[str]:
    if odd_length(item.rivals):
        yield max(item.rivals, key=len)


def clangs(item: Item) -> Iterator[str]:
    if item.labelled or not item.wrong or not isinstance(item.question.form, Choice):
        return
    for key in item.keys:
        shared = clang(item.shown, key, item.wrong)
        if shared:
            yield ", ".join(sorted(shared))


def absolutes(item: Item) -> Iterator[str]:
    marked = [text for text in item.rivals if not ABSOLUTES.isdisjoint(words_of(without_quotes(text)))]
    if marked and len(marked) < len(item.rivals):
        yield marked[0]


def vague_terms(item: Item) -> Iterator[str]:
    """Yield options with a vague word, and those that hedge where not all do; quoted words aside."""
    hedged = [text for text in item.rivals if HEDGES.search(without_quotes(text))]
    if len(hedged) < len(item.rivals):
        yield from hedged
    for text in item.rivals:
        if text not in hedged and not VAGUE.isdisjoint(words_of(without_quotes(text))):
            yield text


def is_plain(text: str) -> bool:
    """Tell whether a text may stand among options that are sentences: nothing absolute, vague or hedged."""
    own = without_quotes(text)
    return (ABSOLUTES | VAGUE).isdisjoint(words_of(own)) and not HEDGES.search(own)


def grammar_cues(item: Item) -> Iterator[str]:
    """Yield options that do not fit the slot that the stem's grammar leaves open."""
    if item.rivals:
        yield from _misfit_articles(item)
        yield from _misfit_numbers(item)
        yield from _misfit_units(item)
        yield from _gendered(item)


def _misfit_articles(item: Item) -> Iterator[str]:
    found = _ARTICLE.search(item.question.stem) or _ARTICLE.search(item.question.quote)
    if found:
        wanted = found[1]
        yield from (f"{wanted} {text}" for text in item.rivals if _article_of(text) != wanted)


def _article_of(text: str) -> str:
    bare = text.lstrip("“‘\"'(")
    if _SILENT.match(bare) and not bare[:2].islower():
        return "an"
    if _SILENT.match(bare) and re.match(r"(?:hour|honest|honou?r|heir)", bare):
        return "an"
    if re.match(r"8|11\b|18\b", bare):
        return "an"
    return "an" if bare[:1].casefold() in "aeiou" and not _SOUNDED.match(bare) else "a"


def _misfit_numbers(item: Item) -> Iterator[str]:
    found = _VERB.search(item.asked)
    if not found or " of these" in found[0] or " of the following" in found[0]:
        return
    plural = found["verb"].casefold() in ("are", "were", "have")
    for text in item.rivals:
        one, several = _ONE.match(text), _SEVERAL.match(text)
        if one if plural else several:
            yield text


def _misfit_units(item: Item) -> Iterator[str]:
    """Yield figures without the counted noun of the stem where others print it."""
    found = _COUNTED.search(item.asked)
    if not found or not item.figures:
        return
    counted = {_one_of(word) for word in (found[1].strip(), found[2]) if word}
    bearing = [bool(counted & set(map(_one_of, words_of(text)))) for text in item.rivals]
    if any(bearing):
        yield from (text for text, bears in zip(item.rivals, bearing, strict=True) if not bears)


def _one_of(word: str) -> str:
    return re.sub(r"ies$", "y", re.sub(r"(?<=[^s])s$", "", word.casefold()))


def _gendered(item: Item) -> Iterator[str]:
    """Yield the pronoun that tells whether a man or a woman is asked for, and titles that do not fit it."""
    found = _GENDERED.search(item.asking)
    asks_person = re.match(r"(?:\w+ )?(?:who|whom|whose)\b", item.asking, re.IGNORECASE)
    if found and (asks_person or any(_TITLE.match(text) for text in item.rivals)):
        yield found[0]
