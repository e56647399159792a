"""A trained guesser: what a model learns to answer without any source. Needs numpy and scikit-learn.

Logistic regression, cross-validated so that no fact (or no article) is in both halves: what it
knows of an item comes from other items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier

from quizapp.assessment.forms import Choice
from quizapp.assessment.intervals import Interval
from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.bootstrap import bounds, clustered
from quizapp.quality.lore import Lore, learnt
from quizapp.quality.probe_features import Examples, of_options, of_statements, of_stems_and_options
from quizapp.quality.situation import met

PROBED = ("value", "who-said")
"""The kinds whose options are probed; of verdicts, the statement alone is."""

MARGIN = 0.027
"""How far above chance a probe may be."""

MOST = 3_000

FOLDS = 5


@dataclass(frozen=True)
class Probe:
    """What a trained guesser got right of a kind: from `seen`, with no `grouped` in both halves.

    `accuracy` and `chance` are shares of `asked` questions; the interval of `accuracy` is
    two-sided, 95 %, by bootstrap over facts.
    """

    kind: str
    seen: str
    grouped: str
    asked: int
    facts: int
    accuracy: float
    chance: float
    interval: Interval

    @property
    def lift(self) -> float:
        return self.accuracy - self.chance

    @property
    def gates(self) -> bool:
        """Tell whether a bar is set: to what shows no stem, as stems and names are the subject itself."""
        return self.grouped == "fact" and self.seen in ("options", "statement")


def probes(pack: Pack, questions: Sequence[Question], seed: str, most: int = MOST) -> tuple[Probe, ...]:
    """Return what is learnt of each probed kind, grouped by fact and, with five at least, by article.

    Of each kind, `most` questions at most are probed; which facts they are on is drawn.
    """
    lore = learnt(pack, questions)
    found: list[Probe] = []
    for kind in (*PROBED, "verdict"):
        asked = _sampled([one for one in questions if one.kind == kind], seed, most)
        looks = _looks(kind, asked, lore)
        found.extend(probe for look in looks for probe in _grouped(pack, kind, asked, look, looks[look]))
    return tuple(found)


def _sampled(questions: Sequence[Question], seed: str, most: int) -> list[Question]:
    """Return the questions on drawn facts, as many facts as fit."""
    sizes = Counter(question.facts[0] for question in questions)
    kept: set[str] = set()
    left = most
    for fact in Draw(seed, "probe").shuffled(sorted(sizes)):
        left -= sizes[fact]
        if left >= 0:
            kept.add(fact)
    return [question for question in questions if question.facts[0] in kept]


def _looks(kind: str, asked: Sequence[Question], lore: Lore) -> Mapping[str, Callable[[], Examples]]:
    if kind == "verdict":
        return {"statement": partial(of_statements, asked)}
    seen = [met(question, lore) for question in asked]
    return {
        "options": partial(of_options, asked, seen),
        "stem and options": partial(of_stems_and_options, asked, seen),
    }


def _grouped(
    pack: Pack, kind: str, asked: Sequence[Question], seen: str, look: Callable[[], Examples]
) -> Iterator[Probe]:
    facts = [question.facts[0] for question in asked]
    groupings = {"fact": facts, "article": [pack.facts[name].sources[0] for name in facts]}
    if len(set(facts)) < FOLDS:
        return
    examples = look()
    for grouped, groups in groupings.items():
        if len(set(groups)) < FOLDS:
            continue
        hits = _hits(asked, examples, groups)
        found = clustered(facts, hits, np.ones_like(hits))
        yield Probe(
            kind, seen, grouped, len(asked), len(set(facts)),
            float(hits.mean()), _chance(asked, seen), bounds(found, 1)[0].interval,
        )  # fmt: skip


def _hits(asked: Sequence[Question], examples: Examples, groups: Sequence[str]) -> NDArray[np.float64]:
    """Return, for each question, whether a model that learnt from other groups answers it right."""
    hits = np.zeros((len(asked), 1))
    row_groups = [groups[place] for place in examples.places]
    for train, test in GroupKFold(FOLDS).split(examples.features, groups=row_groups):
        model = OneVsRestClassifier(LogisticRegression(solver="liblinear"))
        model.fit(examples.features[train], examples.classes[train])
        answered = _best_rows if examples.of_options else _right_rows
        hits[examples.places[answered(model, examples, test)]] = 1
    return hits


def _right_rows(model: Any, examples: Examples, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the statements whose label is foretold."""
    right: NDArray[np.bool_] = model.predict(examples.features[rows]) == examples.classes[rows]
    return rows[right]


def _best_rows(model: Any, examples: Examples, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the options that are right and have the highest score of their question."""
    scores = model.decision_function(examples.features[rows])
    order = np.lexsort((scores, examples.places[rows]))
    last = np.flatnonzero(np.diff(examples.places[rows][order], append=-1))
    best: NDArray[np.int64] = rows[order][last]
    right: NDArray[np.bool_] = examples.classes[best] == 1
    return best[right]


def _chance(asked: Sequence[Question], seen: str) -> float:
    """Return the mean of one by the number of options; for statements, the share of the commonest label."""
    forms = [question.form for question in asked if isinstance(question.form, Choice)]
    if seen == "statement":
        return max(Counter(form.key for form in forms).values()) / len(forms)
    return sum(1 / form.options for form in forms) / len(forms)
