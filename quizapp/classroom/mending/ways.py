"""What may be done about a question, each with what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.assessment.accepting import Rule
from quizapp.assessment.forms import Choice
from quizapp.assessment.self_test import self_test
from quizapp.classroom.mending.effects import Foresight
from quizapp.classroom.mending.forms import OTHER, accept_value
from quizapp.classroom.mending.regrading import Change
from quizapp.classroom.mending.showing import GivenAnswer, given_answer
from quizapp.generation.question import Question

MOST_OFFERED = 12


@dataclass(frozen=True)
class Way:
    """Something to do about a question: what its radio button sends, in words, and what would change."""

    value: str
    words: str
    effect: str


@dataclass(frozen=True)
class Ways:
    """Answers that may be accepted, another one to be typed or chosen, and what concerns everybody."""

    answers: tuple[Way, ...]
    other: Way | None
    everybody: tuple[Way, ...]


def ways_of(question: Question, rule: Rule, given: Sequence[GivenAnswer], foresight: Foresight) -> Ways:
    """Return what may be done about a question that is marked by this rule."""
    offered = () if rule.standing == "full" else _candidates(question, rule, given)
    answers = tuple(_accepting(question, rule, one, foresight) for one in offered)
    listed = isinstance(question.form, Choice) or rule.standing == "full"
    other = None if listed else Way(OTHER, "Another answer", "It is checked against every answer given.")
    return Ways(answers, other, _for_everybody(question, rule, foresight))


def _candidates(question: Question, rule: Rule, given: Sequence[GivenAnswer]) -> list[GivenAnswer]:
    if isinstance(question.form, Choice):
        times = {one.raw: one.times for one in given}
        raws = [(str(place),) for place in range(question.form.options)]
        given = [given_answer(question, rule, raw, times.get(raw, 0)) for raw in raws]
    return [one for one in given if one.credit < 1][:MOST_OFFERED]


def _accepting(question: Question, rule: Rule, one: GivenAnswer, foresight: Foresight) -> Way:
    change = Change("accept", one.raw)
    effect = foresight.effect_of(change.after(question.form, rule))
    return Way(accept_value(one.raw), one.words, f"{_given_words(one.times)} {effect.words}")


def _given_words(times: int) -> str:
    if not times:
        return "Not given so far."
    return "Given once." if times == 1 else f"Given {times} times."


def _for_everybody(question: Question, rule: Rule, foresight: Foresight) -> tuple[Way, ...]:
    again = Change("accept", self_test(question.form).right[0])
    said = (
        (
            "full",
            Change("full"),
            "Full credit for everybody, whatever they answered",
            rule.standing != "full",
        ),
        ("drop", Change("drop"), "Drop it: it no longer counts for anybody", rule.standing != "dropped"),
        (
            accept_value(again.accepted or ()),
            again,
            "Count it again, as it was marked before",
            rule.standing == "dropped",
        ),
    )
    return tuple(
        Way(value, words, foresight.effect_of(change.after(question.form, rule)).words)
        for value, change, words, possible in said
        if possible
    )
