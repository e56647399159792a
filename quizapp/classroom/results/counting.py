"""How the first attempts answered one question: each option, pair, place or typed answer with how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from quizapp.assessment.forms import Match, Order
from quizapp.assessment.marks import Answer, Verdict
from quizapp.assessment.parsing import parse
from quizapp.classroom.gradebook import AssignedItem, Given, Gradebook
from quizapp.classroom.results.known import Known, known_value
from quizapp.classroom.results.shares import ENOUGH
from quizapp.classroom.results.slips import Slip, alike_key, slips
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.taking.explaining import verdict_for

T = TypeVar("T")


@dataclass(frozen=True)
class Picked:
    """How many, of how many who answered."""

    count: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """The share, None under ten: counts say all."""
        return Fraction(self.count, self.of) if self.of >= ENOUGH else None

    @property
    def width(self) -> str:
        """How long its bar is, of 100."""
        return f"{100 * self.count / self.of:.1f}" if self.of else "0"


@dataclass(frozen=True)
class Typed:
    """A typed answer, as most wrote it, and the other fact that it belongs to, if one is known."""

    words: str
    verdict: Verdict
    picked: Picked
    known: Known | None


@dataclass(frozen=True)
class Swapped:
    """Two items of an order, by their 0-based places, and how many put the first before the second."""

    first: int
    second: int
    picked: Picked


@dataclass(frozen=True)
class Answers:
    """How a question was answered: of `put_to` first attempts, `answered` did.

    `options` has each option of a choice or select; `pairs` for each prompt of a match its
    choices, the commonest first; `swapped` the pairs of an order that stood the wrong way round.
    """

    put_to: int
    answered: int
    options: tuple[Picked, ...]
    pairs: tuple[tuple[tuple[int, Picked], ...], ...]
    swapped: tuple[Swapped, ...]
    typed: tuple[Typed, ...]

    @property
    def blank(self) -> int:
        return self.put_to - self.answered


def answers_to(item: AssignedItem, book: Gradebook, pack: Pack | None) -> Answers:
    """Return how the first attempts answered an item; `pack` as in `known_value`."""
    put_to = [sat for sat in book.first_attempts if sat.form in item.places]
    given = [sat.given[item.id] for sat in put_to if item.id in sat.given]
    parsed = [answer for one in given if isinstance(answer := parse(item.question.form, one.answer), Answer)]
    of = len(given)
    return Answers(
        put_to=len(put_to),
        answered=of,
        options=_options(item.question, parsed, of),
        pairs=_pairs(item.question, parsed, of),
        swapped=_swapped(item.question, given, of),
        typed=() if item.question.options else _typed(item.question, given, pack),
    )


def _options(question: Question, parsed: Sequence[Answer], of: int) -> tuple[Picked, ...]:
    if isinstance(question.form, Match | Order):
        return ()
    chosen = Counter(place for answer in parsed for place in answer.chosen)
    return tuple(Picked(chosen[place], of) for place in range(len(question.options)))


def _pairs(
    question: Question, parsed: Sequence[Answer], of: int
) -> tuple[tuple[tuple[int, Picked], ...], ...]:
    if not isinstance(question.form, Match):
        return ()
    chosen = [Counter(answer.chosen[prompt] for answer in parsed) for prompt in range(question.form.prompts)]
    return tuple(
        tuple((choice, Picked(count, of)) for choice, count in _commonest(counter, lambda place: place))
        for counter in chosen
    )


def _swapped(question: Question, given: Sequence[Given], of: int) -> tuple[Swapped, ...]:
    if not isinstance(question.form, Order):
        return ()
    found = Counter(slip for one in given for slip in slips(question, one.answer))
    ordered = _commonest(found, _places)
    return tuple(Swapped(slip.option, slip.other, Picked(count, of)) for slip, count in ordered)


def _places(slip: Slip) -> tuple[int, int]:
    return slip.option, slip.other


def _typed(question: Question, given: Sequence[Given], pack: Pack | None) -> tuple[Typed, ...]:
    groups: Mapping[str, list[Given]] = defaultdict(list)
    for one in given:
        groups[alike_key(question, one.answer[0])].append(one)
    found = [_group(question, group, len(given), pack) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one.picked.count, one.words)))


def _group(question: Question, group: Sequence[Given], of: int, pack: Pack | None) -> Typed:
    written = Counter(one.answer[0] for one in group)
    words, _ = _commonest(written, str)[0]
    verdict = verdict_for(float(group[0].credit))
    known = None if verdict == "right" else known_value(pack, question, words)
    return Typed(words, verdict, Picked(len(group), of), known)


def _commonest(found: Counter[T], key: Callable[[T], Any]) -> list[tuple[T, int]]:
    """Return what was counted, the commonest first, equal counts in the order of a key."""
    return sorted(found.items(), key=lambda pair: (-pair[1], key(pair[0])))
