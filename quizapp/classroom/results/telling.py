"""A wrong idea in words, made from what the question itself knows of it: pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, assert_never

from quizapp.assessment.forms import Match
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.classroom.results.known import Known
from quizapp.classroom.results.slips import Slip
from quizapp.facts.quantities import parse_quantity
from quizapp.generation.question import Option, Origin, Question, Reference
from quizapp.site.words import briefly, quoted

Source = Literal["another fact", "computed", ""]

_FIGURE = re.compile(r"\d[\d,.]*(?:\s(?:thousand|million|billion))?")
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
            return _wrote(question, written, known)
        case _:
            assert_never(slip.did)


def reason(question: Question, slip: Slip, written: str, known: Known | None) -> str:
    """Return why it is wrong and where it comes from, in a question's own words; "" if nothing is known."""
    if known:
        return f"Another statement gives it: {known.statement}"
    if slip.did == "wrote":
        note = grade(question.form, Answer((written,))).note
        return "" if note.startswith("You ") else note  # which is for one learner
    if slip.did == "swapped":
        return ""  # the true statement has them all in order
    return question.options[slip.option].feedback


def reason_citations(question: Question, slip: Slip, known: Known | None) -> tuple[Reference, ...]:
    """Return where the reason stands."""
    if known:
        return known.citations
    return () if slip.did in ("wrote", "swapped") else question.options[slip.option].citations


def truth(question: Question, slip: Slip) -> tuple[str, tuple[Reference, ...]]:
    """Return the true statement, and where it stands; of a wrong pair, that of the right one."""
    if slip.did == "matched":
        right = question.options[_matches(question)[slip.other]]
        return right.feedback, right.citations
    return question.explanation.statement, question.citations


def came_from(question: Question, slip: Slip, known: Known | None) -> Source:
    """Return where a wrong idea comes from: another fact, a computation, or "" for neither."""
    if known:
        return "another fact"
    if slip.did in ("wrote", "missed", "swapped"):
        return ""
    sources: dict[Origin, Source] = {"from-fact": "another fact", "computed": "computed", "answer-form": ""}
    return sources[question.options[slip.option].origin]


def reason_label(slip: Slip, source: Source) -> str:
    """Return what stands before the reason."""
    if slip.did == "missed":
        return "Why it belongs"
    return "Where that comes from" if source else "Why it is not right"


def _wrote(question: Question, written: str, known: Known | None) -> str:
    right = quoted(question.answer)
    if known and (years := _years(question, written, known.statement, known.citations)):
        return f"took the {years[0]} figure for the {years[1]} one: {quoted(written)} for {right}"
    return (
        f"wrote {quoted(written)}{', which another statement gives' if known else ''}; the answer is {right}"
    )


def _chose(question: Question, option: Option) -> str:
    chosen, right = quoted(option.text), quoted(question.answer)
    lent = option.origin == "from-fact"
    if lent and (years := _years(question, option.text, option.feedback, option.citations)):
        return f"took the {years[0]} figure for the {years[1]} one: {chosen} for {right}"
    if option.origin == "computed" and _from_nowhere(option):
        return f"chose {chosen}, computed: no source here gives it; the answer is {right}"
    return f"chose {chosen}; the answer is {right}"


def _from_nowhere(option: Option) -> bool:
    """Tell whether it was computed near the key, and is not a slip in working something out."""
    return not option.proof.startswith("arithmetic")


def _years(
    question: Question, figure: str, statement: str, citations: Sequence[Reference]
) -> tuple[str, str] | None:
    """Return the years of a figure that another statement lent and of the right one, if both are dated.

    Only where each statement says its own year in print, and the same of both figures, is it the
    date that was mixed up. A figure that is a year itself is no figure of a year.
    """
    if not (citations and question.citations and parse_quantity(figure) and parse_quantity(question.answer)):
        return None
    lent, right = _year(citations[0]), _year(question.citations[0])
    stated = lent and right and lent in statement and right in question.explanation.statement
    told = _said_of(figure, statement), _said_of(question.answer, question.explanation.statement)
    dated = stated and lent != right and lent not in figure and right not in question.answer
    return (lent, right) if dated and told[0] is not None and told[0] == told[1] else None


def _said_of(figure: str, statement: str) -> str | None:
    """Return what a statement says after a figure, hedges apart; before it, if nothing; None without it."""
    number = _FIGURE.search(figure)
    words = re.escape(number[0] if number else figure)
    found = re.search(rf"(?<![\w.,]){words}(?!\w)", statement)
    if found is None:
        return None
    before, after = statement[: found.start()], statement[found.end() :]
    return after if any(map(str.isalpha, after)) else re.sub(r"\d+", "", before)


def _year(reference: Reference) -> str:
    """Return the one year that a fact holds for, or ""."""
    years = set(_YEAR.findall(briefly(reference.as_of)))
    return years.pop() if len(years) == 1 else ""


def _matches(question: Question) -> tuple[int, ...]:
    assert isinstance(question.form, Match)  # slips of this sort come from a match alone
    return question.form.key
