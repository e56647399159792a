"""The guessers: every blind way to answer, as one list, and what each earns on a question.

Each hint has a twin that avoids what the hint picks: a hint that is always wrong leaks as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.assessment.chances import Chance, chance_of, choosing, ticking
from quizapp.assessment.forms import AnswerForm, Choice, Select
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.generation.question import Question
from quizapp.quality.answer_guessers import HABITS, Habit
from quizapp.quality.option_hints import OPTION_HINTS, Hint
from quizapp.quality.situation import Situation
from quizapp.quality.stem_hints import STEM_HINTS

STEM_IS_EVIDENCE = (
    "what-kind", "wording", "evidence", "compare-sources", "numeracy", "level-of-government",
)  # fmt: skip
"""Kinds that are meant to be answered from what they show: only the options' place and shape count there."""


@dataclass(frozen=True)
class Outcome:
    """What a guess earns, 0 to 1 (ties shared evenly), and what chance would."""

    credit: float
    chance: Chance


@dataclass(frozen=True)
class Guesser:
    """A blind way to answer; `formal` as in `Hint`. `guess` returns None where it has nothing to go by."""

    name: str
    about: str
    formal: bool
    guess: Callable[[Situation, Question], Outcome | None]


def best_of(scores: Sequence[float] | None) -> frozenset[int] | None:
    """Return the places with the highest score; None if there is none, or all tie."""
    if not scores:
        return None
    top = max(scores)
    best = frozenset(place for place, score in enumerate(scores) if score == top)
    return best if len(best) < len(scores) else None


def picking(hint: Hint, *, avoid: bool = False) -> Guesser:
    """Return the guesser that goes by a hint, or its twin that picks among the other options."""

    def guess(met: Situation, question: Question) -> Outcome | None:
        if not isinstance(question.form, Choice | Select):
            return None
        best = best_of(hint.score(met))
        if best is None:
            return None
        places = frozenset(range(len(met.options))) - best if avoid else best
        return _earned(question.form, places)

    name = f"not {hint.name}" if avoid else hint.name
    return Guesser(name, f"{'avoids' if avoid else 'picks'} {hint.about}", hint.formal, guess)


def _earned(form: Choice | Select, places: frozenset[int]) -> Outcome:
    """Return what picking evenly among some places earns; of several keys, all those places are ticked."""
    if isinstance(form, Choice):
        return Outcome((form.key in places) / len(places), choosing(form.options))
    credit = grade(form, Answer((), tuple(sorted(places)))).credit
    return Outcome(float(credit), ticking(form, len(places)))


def answering(habit: Habit) -> Guesser:
    """Return the guesser that answers one form out of habit."""

    def guess(met: Situation, question: Question) -> Outcome | None:
        raw = habit.answer(met) if met.asked.form == habit.form else None
        if raw is None:
            return None
        answer = parse(question.form, raw)
        credit = grade(question.form, answer).credit if isinstance(answer, Answer) else 0
        return Outcome(float(credit), _as_blindly(question.form, raw))

    return Guesser(habit.name, habit.about, True, guess)


GUESSERS: tuple[Guesser, ...] = (
    *(picking(hint, avoid=avoid) for hint in (*OPTION_HINTS, *STEM_HINTS) for avoid in (False, True)),
    *(answering(habit) for habit in HABITS),
)
"""Every guesser: the hints with their twins, then the habits."""


def _as_blindly(form: AnswerForm, raw: Sequence[str]) -> Chance:
    """Return the chance of a form; of ticks, that of as many: how many are ticked is no hint."""
    return ticking(form, len(raw)) if isinstance(form, Select) else chance_of(form)


def applies(guesser: Guesser, kind: str) -> bool:
    """Tell whether a guesser counts against a kind: one that goes by meaning does not everywhere."""
    return guesser.formal or kind not in STEM_IS_EVIDENCE
