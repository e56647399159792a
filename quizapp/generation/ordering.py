"""The order of a form: no feedback cues a later question, and no run of keys in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from quizapp.generation.draws import Draw
from quizapp.generation.pool import Entry, position
from quizapp.generation.question import Question
from quizapp.generation.seats import must_follow

LONGEST_RUN = 3
"""So many keys in one place may follow each other."""

TRIES = 12
"""So many orders are drawn, and the best one is taken."""


def ordered(entries: Sequence[Entry], draw: Draw) -> tuple[Question, ...]:
    """Return the questions of entries in an order in which nothing cues what comes later.

    Among orders drawn, the one with the fewest keys beyond a run of three, then with the
    fewest neighbours of one kind. The entries have such an order: `Seats.fits` saw to it.
    """
    before = must_follow([entry.reach for entry in entries])
    questions = [entry.question for entry in entries if entry.question]
    orders = (_drawn(questions, before, draw) for _ in range(TRIES))
    return tuple(min(orders, key=_badness))


def _drawn(questions: Sequence[Question], before: Sequence[set[int]], draw: Draw) -> list[Question]:
    """Return a drawn order, in which keys that are left over in one place are not left to the end."""
    waiting = draw.shuffled(range(len(questions)))
    placed: list[Question] = []
    while waiting:
        free = [place for place in waiting if before[place].isdisjoint(waiting)]
        left = Counter(key_place(questions[place]) for place in waiting)
        chosen = min(free, key=lambda place: _haste(questions[place], placed, left))
        waiting.remove(chosen)
        placed.append(questions[chosen])
    return placed


def _haste(
    question: Question, placed: Sequence[Question], left: Counter[int | None]
) -> tuple[bool, bool, bool]:
    key = key_place(question)
    run = [key_place(one) for one in placed[-LONGEST_RUN:]]
    in_run = key is not None and run == [key] * LONGEST_RUN
    urgent = key is not None and left[key] > LONGEST_RUN * (left.total() - left[key])
    again = bool(placed) and placed[-1].kind == question.kind
    return in_run, not urgent, again


def key_place(question: Question) -> int | None:
    """Return the place of the key from 1; None where no one option is right."""
    found = position(question)
    return int(found[0][1].split()[0]) if found else None


def runs(questions: Iterable[Question]) -> list[int]:
    """Return the lengths of the runs of keys in one place; a question without such a key ends a run."""
    found = ((key, len(list(group))) for key, group in groupby(map(key_place, questions)))
    return [length for key, length in found if key is not None]


def _badness(questions: Iterable[Question]) -> tuple[int, int]:
    kept = list(questions)
    over = sum(max(0, run - LONGEST_RUN) for run in runs(kept))
    return over, sum(one.kind == other.kind for one, other in pairwise(kept))
