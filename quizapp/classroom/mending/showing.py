"""A question and its answers as a teacher reads them: as shown, with the key, answers in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.assessment.accepting import Rule, mark_by
from quizapp.assessment.forms import LETTERS, AnswerForm, Choice, Number, Select, Text
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.assessment.spelling import words_that_count
from quizapp.classroom.answered import answer_words
from quizapp.classroom.mending.queries import Mended
from quizapp.facts.quantities import parse_quantity
from quizapp.generation.question import Question
from quizapp.site.words import listed
from quizapp.taking.asking import Asked, ask


@dataclass(frozen=True)
class ListedOption:
    """An option as a teacher sees it; `keyed`: part of the right answer."""

    text: str
    keyed: bool


@dataclass(frozen=True)
class Keyed:
    """A question as it was shown, with its key; `options` only where some are right and some are not."""

    asked: Asked
    options: tuple[ListedOption, ...]
    answer: str


@dataclass(frozen=True)
class GivenAnswer:
    """An answer to a question: as it would be sent, in words, how often it was given, what it earns."""

    raw: tuple[str, ...]
    words: str
    times: int
    credit: Fraction


def keyed(question: Question) -> Keyed:
    picked = isinstance(question.form, Choice | Select)
    options = tuple(ListedOption(one.text, one.correct) for one in question.options) if picked else ()
    return Keyed(ask(question), options, question.answer)


def given_answer(question: Question, rule: Rule, raw: tuple[str, ...], times: int) -> GivenAnswer:
    answer = parse(question.form, raw)
    credit = mark_by(rule, question.form, answer).credit if isinstance(answer, Answer) else Fraction(0)
    return GivenAnswer(raw, answer_words(question, raw), times, credit)


def given_answers(question: Question, rule: Rule, raws: Sequence[tuple[str, ...]]) -> tuple[GivenAnswer, ...]:
    """Return the different answers among all, the most frequent first; of equal ones the first is shown."""
    groups: dict[Hashable, list[tuple[str, ...]]] = defaultdict(list)
    for raw in raws:
        answer = parse(question.form, raw)
        if isinstance(answer, Answer):
            groups[_what_it_says(question.form, answer)].append(raw)
    found = [given_answer(question, rule, rows[0], len(rows)) for rows in groups.values()]
    return tuple(sorted(found, key=lambda one: -one.times))


def _what_it_says(form: AnswerForm, answer: Answer) -> Hashable:
    """Return the same for answers that say the same, as far as that can be told without comparing them."""
    if isinstance(form, Text):
        return words_that_count(answer.raw[0])
    quantity = parse_quantity(answer.raw[0]) if isinstance(form, Number) else None
    return (quantity.value, quantity.low, quantity.high, quantity.unit) if quantity else answer.chosen


def places_words(places: Mapping[int, int], forms: int) -> str:
    """Return where a question stands: "Question 3", or "Question 3 of form A and 5 of form B"."""
    if forms == 1:
        return f"Question {places.get(0, '')}".rstrip()
    return "Question " + listed([f"{position} of form {LETTERS[form]}" for form, position in places.items()])


def past_words(question: Question, past: Mended) -> str:
    """Return what a mending did."""
    match past.action:
        case "full":
            return "Full credit for everybody"
        case "drop":
            return "Dropped"
        case "again":
            return "Counted again"
        case _:
            return f"Also accepted: {answer_words(question, past.mending.accepted or [])}"
