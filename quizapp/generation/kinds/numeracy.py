"""`numeracy`: work out a change, a ratio or a share from two cited figures.

Both statements are shown, so the stem is the evidence. Every wrong option is what a
common slip gives, and its feedback shows the slip's calculation beside the right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from quizapp.facts.pack import Pack
from quizapp.facts.units import CURRENCY, PERCENT, POINTS, measure
from quizapp.facts.wording import occurs, sentence
from quizapp.generation.arithmetic import Slip, Task, difference, percent, share, times
from quizapp.generation.citing import references
from quizapp.generation.comparable import Pair, pairs
from quizapp.generation.composing import arranged, compose, telling
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.lint import flaws
from quizapp.generation.several import source_line

NAME = "numeracy"
TITLE = "Work it out"
TRAINS = "Working with figures: change and level, percent and percentage points, and what the base is."

OTHERS = 2
"""How many wrong options stand beside the key."""

TIMES_FROM = Fraction(3, 2)
"""Figures closer than this ratio are not asked for it."""


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each task that a pair of comparable figures allows."""
    for pair in pairs(pack):
        for make in _tasks(pair):
            yield Draft(NAME, pair.first, partial(_question, pack, seed, pair, make))


def _tasks(pair: Pair) -> Iterator[Callable[[Fraction, Fraction], Task]]:
    first, second = (figure.quantity.value for figure in pair.figures)
    yield difference
    if pair.figures[0].counted.unit != PERCENT:
        yield percent if pair.dates else share
        if max(first, second) >= TIMES_FROM * min(first, second):
            yield times


def _question(
    pack: Pack, seed: str, pair: Pair, make: Callable[[Fraction, Fraction], Task]
) -> Question | None:
    """Draw the key's rank; None unless the question is sound at each: else the rank would tell."""
    task = make(*(figure.quantity.value for figure in pair.figures))
    below, above = task.below(), task.above()
    if len(below) < OTHERS or len(above) < OTHERS:
        return None
    sides = ([*below[:rank], *above[: OTHERS - rank]] for rank in range(OTHERS + 1))
    ranked = [_version(pack, seed, pair, task, slips) for slips in sides]
    if any(flaws(version) for version in ranked):
        return None
    return Draw(seed, NAME, task.name, *(fact.id for fact in pair.facts)).choice(ranked)


def _version(pack: Pack, seed: str, pair: Pair, task: Task, slips: Sequence[Slip]) -> Question:
    key = Option(
        task.key.text, True, f"Right: {task.key.shown}.", "computed", "", references(pack, *pair.facts)
    )
    options = [
        (task.key.value, key),
        *((slip.working.value, _wrong(pack, pair, task, slip)) for slip in slips),
    ]
    shown, form = arranged([option for _, option in sorted(options, key=lambda found: found[0])], None)
    question = compose(
        pack, pair.first, kind=NAME, seed=seed, form=form, skill="S10", stem=_stem(pair, task),
        slot=pair.slot, quote=_quote(pack, pair), answer=task.key.text, options=shown, facts=pair.facts,
    )  # fmt: skip
    told = telling(question, f"{question.explanation.statement} {_worked_out(pair, task)}")
    return replace(told, slot=f"{pair.slot}, {task.name}")


def _wrong(pack: Pack, pair: Pair, task: Task, slip: Slip) -> Option:
    why = f"{slip.working.shown}: {slip.mistake}. The right way: {task.key.shown}."
    proof = f"arithmetic: {task.key.shown}"
    return Option(slip.working.text, False, sentence(why), "computed", proof, references(pack, *pair.facts))


def _quote(pack: Pack, pair: Pair) -> str:
    return "\n".join(source_line(pack, fact, fact.as_of) for fact in pair.facts)


def _worked_out(pair: Pair, task: Task) -> str:
    """Return the calculation as a sentence, with what a difference is counted in."""
    unit = _counted(pair) if task.name == "difference" else ""
    return sentence(f"{task.key.shown}{f' {unit}' if unit and unit not in CURRENCY else ''}")


def _stem(pair: Pair, task: Task) -> str:
    """Return the question; how far it is rounded is part of it."""
    return f"Work it out from the two statements: {_ask(pair, task)}?"


def _ask(pair: Pair, task: Task) -> str:
    match task.name:
        case "difference":
            return f"by {_how_many(pair)} {_moved(pair)}"
        case "percent":
            return f"by what percentage {_moved(pair)}, to the nearest whole percent"
        case "times":
            return "how many times as large as the smaller figure is the larger one, to one decimal place"
        case "share":
            return "what percentage of the larger figure is the smaller one, to the nearest whole percent"


def _how_many(pair: Pair) -> str:
    """Return "how many agencies" where both statements count agencies, else "how much"."""
    unit = _counted(pair)
    return (
        f"how many {unit}" if unit and unit not in CURRENCY else f"how much{f', in {unit},' if unit else ''}"
    )


def _counted(pair: Pair) -> str:
    """Return what a difference is counted in: a measure, points, or a noun that both statements use."""
    unit = pair.figures[0].unit or pair.figures[0].counted.unit
    if unit == PERCENT:
        return POINTS
    return unit if measure(unit) or all(occurs(unit, fact.statement) for fact in pair.facts) else ""


def _moved(pair: Pair) -> str:
    if pair.dates is None:
        return "do the two figures differ"
    first, second = (figure.quantity.value for figure in pair.figures)
    start, end = (date.span.words() for date in pair.dates)
    if any(date.words != date.span.words() for date in pair.dates):
        start, end = "the first date", "the second"
    return f"did the figure {'rise' if second > first else 'fall'} from {start} to {end}"
