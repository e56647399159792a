"""Rules that only a whole bank can break: keys that stand out on the whole, and questions asked twice.

One long key is chance; keys that are the longest option more often than chance are a cue. Keys that
recur ("the council") are no independent trials, so every test counts by key, not by question.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from quizapp.assessment.forms import Choice
from quizapp.facts.wording import folded
from quizapp.generation.question import Question
from quizapp.generation.rules.item import LABEL, Item
from quizapp.generation.rules.rule import Flaw, Rule
from quizapp.quality.statistics import bonferroni, chi_square_p, runs_z

BankRule = Rule[Callable[[Sequence[Question]], Iterable[str]]]
Trait = Callable[[Sequence[str]], Sequence[float]]

ALPHA = 0.001
"""The chance that a fair bank breaks one of these rules, all its kinds and tests together."""

MARGIN = 0.05
"""A lean of less than this share of keys is no cue that a learner could use."""

FEWEST = 30
"""With fewer different keys than these, nothing is said."""

ALIKE = 800
"""Stems with more permille of their trigrams in common are the same question in other words."""


@dataclass(frozen=True)
class Lean:
    """How often keys have a trait: the share, what chance gives, and the deviation in standard errors."""

    keys: int
    share: float
    chance: float
    z: float

    def stands_out(self, tests: int) -> bool:
        """Tell whether it is more than chance and more than the margin, one of so many tests."""
        enough = self.keys >= FEWEST and abs(self.share - self.chance) >= MARGIN
        return enough and abs(self.z) > bonferroni(tests, ALPHA)


def lean(questions: Sequence[Question], trait: Trait) -> Lean:
    """Return how often the key has the trait most, ties shared, against one in the number of options.

    The variance is that of independent keys, or of the sums by key where those vary more.
    """
    by_key: dict[str, float] = defaultdict(float)
    hits = chances = spread = 0.0
    for question in questions:
        hit, chance = _hit(question, trait), 1 / len(question.options)
        by_key[folded(question.answer)] += hit - chance
        hits, chances, spread = hits + hit, chances + chance, spread + chance * (1 - chance)
    count = max(len(questions), 1)
    error = sqrt(max(spread, sum(one**2 for one in by_key.values()), 1e-12))
    return Lean(len(by_key), hits / count, chances / count, (hits - chances) / error)


def _hit(question: Question, trait: Trait) -> float:
    scores = trait([option.text for option in question.options])
    most = [place for place, score in enumerate(scores) if score == max(scores)]
    return sum(question.options[place].correct for place in most) / len(most)


def length(texts: Sequence[str]) -> list[float]:
    return [len(text) for text in texts]


def shortness(texts: Sequence[str]) -> list[float]:
    return [-len(text) for text in texts]


def specificity(texts: Sequence[str]) -> list[float]:
    """Return for each text its digits and capitals, and its words beyond the first."""
    return [len(re.findall(r"[0-9A-Z]", text)) + text.count(" ") for text in texts]


def convergence(texts: Sequence[str]) -> list[float]:
    """Return for each text how much it shares with the others: the sum of Jaccard indexes of trigrams."""
    grams = [trigrams(text) for text in texts]
    return [sum(alikeness(one, other) for other in grams if other is not one) for one in grams]


def divergence(texts: Sequence[str]) -> list[float]:
    return [-score for score in convergence(texts)]


def trigrams(text: str) -> frozenset[str]:
    padded = f"  {folded(text)} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def alikeness(a: frozenset[str], b: frozenset[str]) -> int:
    """Return the Jaccard index of two sets in permille; 0 where both are empty."""
    union = len(a | b)
    return 1000 * len(a & b) // union if union else 0


def free_choices(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Return the questions with one key among options that are no fixed labels, by kind."""
    groups: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        labelled = all(option.origin == LABEL for option in question.options)
        if isinstance(question.form, Choice) and not labelled:
            groups[question.kind].append(question)
    return groups


def _leaning(questions: Sequence[Question], *traits: Trait) -> Iterator[str]:
    groups = free_choices(questions)
    tests = len(groups) * len(traits)
    for kind, group in groups.items():
        for trait in traits:
            found = lean(group, trait)
            if found.stands_out(tests):
                told = f"{found.share:.0%} of {len(group)} keys, {found.chance:.0%} by chance"
                yield f"{kind}: most {trait.__name__}: {told} (z {found.z:+.1f})"


def long_keys(questions: Sequence[Question]) -> Iterator[str]:
    yield from _leaning(questions, length)


def short_or_specific_keys(questions: Sequence[Question]) -> Iterator[str]:
    yield from _leaning(questions, shortness, specificity)


def converging_keys(questions: Sequence[Question]) -> Iterator[str]:
    yield from _leaning(questions, convergence, divergence)


def biased_positions(questions: Sequence[Question]) -> Iterator[str]:
    """Yield key positions that are not uniform or not in a random order, figures and other options apart.

    Figures and dates stand in ascending order, so that the position of their key is its rank.
    """
    groups = _position_groups(questions)
    for (what, options), places in groups.items():
        counts = Counter(places)
        p = chi_square_p([counts[place] for place in range(options)])
        if p < ALPHA / (2 * len(groups)) and len(places) >= FEWEST:
            yield f"{what} of {options} options: keys at {_listed(counts, options)} (p {p:.1g})"
        z = runs_z(places)
        if abs(z) > bonferroni(2 * len(groups), ALPHA) and len(places) >= FEWEST:
            yield f"{what} of {options} options: keys {'alternate' if z > 0 else 'clump'} (z {z:+.1f})"


def _position_groups(questions: Sequence[Question]) -> dict[tuple[str, int], list[int]]:
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for question in (one for group in free_choices(questions).values() for one in group):
        item = Item(question)
        what = "figures and dates" if item.figures or item.dates else "other choices"
        groups[what, len(question.options)].append(_place(question))
    return groups


def _place(question: Question) -> int:
    return next(place for place, option in enumerate(question.options) if option.correct)


def _listed(counts: Counter[int], options: int) -> str:
    return ", ".join(str(counts[place]) for place in range(options))


def duplicates(questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions that a bank holds twice: word for word, or one fact, slot and key in like words.

    A statement to judge that is true serves each slot of its fact, beside the false one of that slot.
    """
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    asked: dict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)
    for question in questions:
        shown = (folded(question.stem), folded(question.quote), *sorted(one.text for one in question.options))
        facts = tuple(sorted(question.facts))
        alike = asked[question.kind, *facts, question.slot, folded(question.answer)]
        grams = trigrams(f"{question.stem} {question.quote}")
        if seen.setdefault(shown, facts) != facts or any(alikeness(grams, one) > ALIKE for one in alike):
            yield f"{question.kind} {question.facts[0]}: {question.stem}"
        alike.append(grams)


BANK_RULES: tuple[BankRule, ...] = (
    Rule(1, "long keys", "error", "bank",
         "keys of a kind are the longest option more or less often than chance", long_keys),
    Rule(2, "short or specific keys", "warning", "bank",
         "keys of a kind are the shortest or the most specific option more or less often than chance",
         short_or_specific_keys),
    Rule(12, "convergence", "warning", "bank",
         "keys of a kind are the option most, or least, like the others more or less often than chance",
         converging_keys),
    Rule(14, "position bias", "error", "bank",
         "positions of keys, or ranks of figures, are not uniform by chi-square, or not in random order by a "
         "runs test", biased_positions),
    Rule(16, "duplicate", "warning", "bank",
         "two questions are the same word for word, or ask one slot of one fact in like words", duplicates),
)  # fmt: skip


def bank_flaws(questions: Sequence[Question], rules: Iterable[BankRule] = BANK_RULES) -> list[Flaw]:
    """Return what is flawed about a bank as a whole; [] for a sound one, or one too small to tell."""
    return [flaw for rule in rules for flaw in rule.flaws(questions)]
