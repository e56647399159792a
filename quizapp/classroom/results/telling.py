"""A wrong idea in words, made from what the question itself knows of it: pure."""

from __future__ import annotations

import re
from typing import assert_never

from quizapp.assessment.forms import Match
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.classroom.results.known import Known
from quizapp.classroom.results.slips import Slip
from quizapp.facts.quantities import parse_quantity
from quizapp.generation.question import Option, Question, Reference
from quizapp.site.words import briefly, quoted

_YEAR = re.compile(r"\b\d{4}\b")


def told(question: Question, slip: Slip, written: str, known: Known | None) -> str:
    """Return what somebody did who made the slip, to follow "11 of 28": "chose “1989”; the answer is “1998”".

    `written` is a typed answer as it was sent, and `known` the fact that it belongs to.
    """
    match slip.did:
        case "chose":
            return _chose(question, question.options[slip.option])
        case "ticked":
            return f"ticked {quoted(question.options[slip.option].text)}, which does not belong"
        case "missed":
            return f"left out {quoted(question.options[slip.option].text)}, which belongs"
        case "matched":
            right = question.options[_matches(question)[slip.other]]
            chosen = question.options[slip.option]
            prompt = question.prompts[slip.other]
            return f"put {quoted(chosen.text)}, not {quoted(right.text)}, with {quoted(prompt)}"
        case "swapped":
            first, second = (question.options[place].text for place in (slip.option, slip.other))
            return f"put {quoted(first)} before {quoted(second)}"
        case "wrote":
            whose = ", from another statement" if known else ""
            return f"wrote {quoted(written)}{whose}; the answer is {quoted(question.answer)}"
        case _:
            assert_never(slip.did)


def reason(question: Question, slip: Slip, written: str, known: Known | None) -> str:
    """Return why it is wrong and where it comes from, in a question's own words; "" if nothing is known."""
    if known:
        return f"It belongs to another statement: {known.statement}"
    if slip.did == "wrote":
        return grade(question.form, Answer((written,))).note
    options = [question.options[slip.option]]
    if slip.did == "swapped":
        options.append(question.options[slip.other])
    return " ".join(option.feedback for option in options)


def reason_citations(question: Question, slip: Slip, known: Known | None) -> tuple[Reference, ...]:
    """Return where the reason stands."""
    if known or slip.did == "wrote":
        return known.citations if known else ()
    cited = question.options[slip.option].citations
    return (*cited, *question.options[slip.other].citations) if slip.did == "swapped" else cited


def truth(question: Question, slip: Slip) -> tuple[str, tuple[Reference, ...]]:
    """Return the true statement, and where it stands; of a wrong pair, that of the right one."""
    if slip.did == "matched":
        right = question.options[_matches(question)[slip.other]]
        return right.feedback, right.citations
    return question.explanation.statement, question.citations


def came_from(question: Question, slip: Slip, known: Known | None) -> str:
    """Return a label for where the wrong idea comes from: another fact, a computation, or ""."""
    if known:
        return "From another fact"
    if slip.did in ("wrote", "missed", "swapped"):
        return ""
    origin = question.options[slip.option].origin
    return {"from-fact": "From another fact", "computed": "Computed", "answer-form": ""}[origin]


def _chose(question: Question, option: Option) -> str:
    chosen, right = quoted(option.text), quoted(question.answer)
    if years := _dated(question, option):
        return f"took the {years[0]} figure for the {years[1]} one: {chosen} for {right}"
    if option.origin == "computed" and _from_nowhere(option):
        return f"chose {chosen}, computed: no source here gives it; the answer is {right}"
    return f"chose {chosen}; the answer is {right}"


def _from_nowhere(option: Option) -> bool:
    """Tell whether it was computed near the key, and is not a slip in working something out."""
    return not option.proof.startswith("arithmetic")


def _dated(question: Question, option: Option) -> tuple[str, str] | None:
    """Return the years of the figure that was taken and of the right one, where both statements are dated.

    Only where each statement says its own year in print is it the date that was mixed up.
    """
    if option.origin != "from-fact" or not option.citations or not question.citations:
        return None
    if not (parse_quantity(option.text) and parse_quantity(question.answer)):
        return None
    lent, right = _year(option.citations[0]), _year(question.citations[0])
    stated = lent and right and lent in option.feedback and right in question.explanation.statement
    return (lent, right) if stated and lent != right else None


def _year(reference: Reference) -> str:
    """Return the one year that a fact holds for, or ""."""
    years = set(_YEAR.findall(briefly(reference.as_of)))
    return years.pop() if len(years) == 1 else ""


def _matches(question: Question) -> tuple[int, ...]:
    assert isinstance(question.form, Match)  # slips of this sort come from a match alone
    return question.form.key
