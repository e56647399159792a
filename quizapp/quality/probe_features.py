"""What a trained guesser is shown of questions: letters of the options, hints, words of the stem.

Needs numpy and scikit-learn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import HashingVectorizer

from quizapp.assessment.forms import Choice
from quizapp.facts.wording import folded
from quizapp.generation.question import Question
from quizapp.quality.guessers import best_of
from quizapp.quality.option_hints import OPTION_HINTS, Hint
from quizapp.quality.passages import content_stems
from quizapp.quality.situation import Situation
from quizapp.quality.stem_hints import STEM_HINTS

_BUCKETS = 2**13


@dataclass(frozen=True)
class Examples:
    """A row for each option (or statement): its features, its class, and the place of its question.

    Of options, class 1 is right; of statements, the class is the place of the key.
    """

    features: Any  # a sparse matrix; scipy ships no types
    classes: NDArray[np.int64]
    places: NDArray[np.int64]
    of_options: bool = True


def of_options(asked: Sequence[Question], seen: Sequence[Situation]) -> Examples:
    """Return a row for each option: its letters, and what each hint makes of it."""
    return _of_options(asked, seen, OPTION_HINTS)


def of_stems_and_options(asked: Sequence[Question], seen: Sequence[Situation]) -> Examples:
    """Return the same with the hints of the stem, and every pair of a word of the stem and the option."""
    rows = _of_options(asked, seen, (*OPTION_HINTS, *STEM_HINTS))
    pairs = (
        [f"{stem}|{folded(option)}" for stem in content_stems(one.said)]
        for one in seen
        for option in one.options
    )
    hashed = FeatureHasher(_BUCKETS, input_type="string").transform(pairs)
    return Examples(_beside(rows.features, hashed), rows.classes, rows.places)


def of_statements(asked: Sequence[Question]) -> Examples:
    """Return a row for each quoted statement: its letters."""
    keys = [question.form.key for question in asked if isinstance(question.form, Choice)]
    return Examples(
        _letters([question.quote for question in asked]), np.array(keys), np.arange(len(asked)), False
    )


def _of_options(asked: Sequence[Question], seen: Sequence[Situation], hints: Sequence[Hint]) -> Examples:
    letters = _letters([option for one in seen for option in one.options])
    picks = csr_matrix(np.array([row for one in seen for row in _picks(one, hints)]))
    right = [int(option.correct) for question in asked for option in question.options]
    places = [place for place, question in enumerate(asked) for _ in question.options]
    return Examples(_beside(letters, picks), np.array(right), np.array(places))


def _picks(seen: Situation, hints: Sequence[Hint]) -> list[list[float]]:
    """Return, for each option, the weight that each hint gives it: 0 to 1."""
    best = [best_of(hint.score(seen)) or frozenset[int]() for hint in hints]
    return [[(place in one) / max(len(one), 1) for one in best] for place in range(len(seen.options))]


def _letters(texts: Sequence[str]) -> Any:
    return HashingVectorizer(analyzer="char_wb", ngram_range=(2, 4), n_features=_BUCKETS).transform(texts)


def _beside(*parts: Any) -> Any:
    return hstack(parts).tocsr()
