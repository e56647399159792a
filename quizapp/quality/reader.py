"""A reader who has a passage and a question, and nothing else: does the passage give the answer?

It is deterministic and knows no subject. It sees what a learner sees (the question, its
quoted sentence, the options or the unit), never the key, feedback or citations, and picks
what stands nearest to the question's own words in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import assert_never

from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.facts.wording import occurs
from quizapp.generation.question import Question
from quizapp.quality.candidates import Candidate, figures, mentions
from quizapp.quality.gaps import gap_fillers, related_stems, with_gap
from quizapp.quality.passages import Passage, content_stems, is_common, read_passage, stem, words_of

READ_KINDS = ("value", "number", "cloze", "short-answer", "who-said")
"""The kinds whose answer stands in a paragraph; the others ask for a judgement or for a source."""

NAMES_WEIGH = 1.5

_WHICH = re.compile(r"\bwhich (?:([a-z ]+) belongs in the gap|([a-z]+)\b)")
_LEAD_IN = re.compile(
    r"^(?:According to|In) .*?, (?=(?:[a-z-]+ ){0,4}(?:how|which|who|whom|whose|what|when)\b)"
)


@dataclass(frozen=True)
class Asked:
    """What a learner sees of a question: all that the reader is given."""

    stem: str
    quote: str
    form: str
    options: tuple[str, ...]
    unit: str
    prompts: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The stem without the lead-in that names the source: "how many … in 2011?"."""
        return _LEAD_IN.sub("", self.stem)

    @property
    def gapped(self) -> str:
        """The sentence with a gap, or the question told as one: "_____ designed …"."""
        return self.quote or with_gap(self.question)

    @property
    def wants_a_person(self) -> bool:
        return " which person belongs in the gap" in self.stem or self.question.startswith("who ")


def as_shown(question: Question) -> Asked:
    """Return what a learner sees of a question before answering it."""
    unit = question.form.unit if isinstance(question.form, Number) else ""
    options = tuple(option.text for option in question.options)
    return Asked(question.stem, question.quote, question.form.name, options, unit, question.prompts)


def read(question: Question, passage: str) -> tuple[str, ...] | None:
    """Return an answer as a browser would send it, or None to abstain; never raises.

    `passage` may be empty: the reader then abstains, as it knows nothing else.
    """
    asked, text = as_shown(question), read_passage(passage)
    match question.form:
        case Choice():
            return _choose(asked, text)
        case Number():
            best = _nearest(figures(text, asked.question, asked.unit), text, _stems(asked, text))
            return (best.text,) if best else None
        case Text():
            found = gap_fillers(text, asked.gapped, person=asked.wants_a_person)
            fillers = _of_sort(list(found), asked.stem)
            best = _nearest(fillers, text, _stems(asked, text))
            return (best.text,) if best else None
        case Select() | Order() | Match():
            return None
        case _:
            assert_never(question.form)


def _of_sort(fillers: list[Candidate], stem: str) -> list[Candidate]:
    """Keep the fillers that bear the sort of thing the stem asks for, if any do: "which river …"."""
    wanted = _WHICH.search(stem)
    named = [one for one in fillers if wanted and occurs(wanted[1] or wanted[2], one.text)]
    return named or fillers


def _choose(asked: Asked, text: Passage) -> tuple[str, ...] | None:
    """Return the place of the option that is printed nearest to the question's words; a tie abstains."""
    found = [
        candidate
        for place, option in enumerate(asked.options)
        for candidate in mentions(text, option, str(place), asked.options)
    ]
    best = _nearest(found, text, _stems(asked, text))
    return (best.text,) if best else None


def _stems(asked: Asked, text: Passage) -> Mapping[str, float]:
    """Return the question's words by stem, with their weight: names weigh more than other words."""
    said = asked.quote or asked.question
    words = [word for word in words_of(said) if not is_common(word)]
    optional = {one for option in asked.options for one in content_stems(option)}
    weights = {stem(word): NAMES_WEIGH if word[0].isupper() else 1.0 for word in words}
    weights |= dict.fromkeys(related_stems(said), 1.0)
    weights |= {token.stem: 1.0 for token in text.tokens if _is_short_for_some(token.text, words)}
    return {one: weight for one, weight in weights.items() if one not in optional}


def _is_short_for_some(printed: str, words: Sequence[str]) -> bool:
    """Tell whether capitals are the first letters of words that follow one another in the question."""
    size = len(printed)
    initials = "".join(word[0] for word in words).casefold()
    return size > 1 and printed.isupper() and printed.isalpha() and printed.casefold() in initials


def _nearest(candidates: Iterable[Candidate], text: Passage, stems: Mapping[str, float]) -> Candidate | None:
    """Return the candidate that the question's words stand closest to; None if two answers tie."""
    scores: dict[str, tuple[float, Candidate]] = {}
    for candidate in candidates:
        score = candidate.bonus + _closeness(candidate, text, stems)
        if candidate.text not in scores or score > scores[candidate.text][0]:
            scores[candidate.text] = (score, candidate)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _closeness(candidate: Candidate, text: Passage, stems: Mapping[str, float]) -> float:
    """Return the weighted sum, over the question's words in the passage, of how near each stands (0 to 1)."""
    return sum(
        weight
        * max(_nearness(candidate, text, place) for place in text.places[word])
        / sqrt(len(text.places[word]))
        for word, weight in stems.items()
        if word in text.places
    )


def _nearness(candidate: Candidate, text: Passage, place: int) -> float:
    """Return 1 for a word that touches the candidate, less the further off; after it counts as nearer."""
    if candidate.first <= place <= candidate.last:
        return 0.0
    if place > candidate.last:
        return 1 / (0.8 + text.distance(candidate.last, place) / 4)
    return 1 / (1 + text.distance(place, candidate.first) / 4)
