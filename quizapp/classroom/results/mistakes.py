"""Misconceptions: the wrong ideas of a class, with how many of how many had them, the commonest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from quizapp.assessment.certainty import Certainty
from quizapp.classroom.gradebook import AssignedItem, Given, Gradebook
from quizapp.classroom.results.known import Known, known_value
from quizapp.classroom.results.shares import ENOUGH
from quizapp.classroom.results.slips import Slip, possible_slips, slips
from quizapp.facts.pack import Pack
from quizapp.generation.question import Question

Idea = tuple[object, ...]
"""What slips must have in common to be one wrong idea, in whatever question of whatever form."""


@dataclass(frozen=True)
class Mistake:
    """A wrong idea: the slip that shows it, in the question in which most made it.

    `had` of `answered` first attempts had it, of those whose questions let one have it, whether
    anybody did there or not; `blank` more gave no answer; `sure` of them said
    that they were sure, None where that was not asked. `written` is what was typed, most often.
    """

    item: AssignedItem
    slip: Slip
    known: Known | None
    written: str
    had: int
    answered: int
    blank: int
    sure: int | None
    questions: int

    @property
    def share(self) -> Fraction | None:
        """The share of those who answered; None under ten, where counts say all."""
        return Fraction(self.had, self.answered) if self.answered >= ENOUGH else None


@dataclass
class _Seen:
    """A wrong idea while it is counted: who had it, in which items, by which slips, in which words.

    `open_to` are the items in which one could have had it.
    """

    sure: int = 0
    sittings: set[int] = field(default_factory=set)
    items: dict[int, AssignedItem] = field(default_factory=dict)
    open_to: dict[int, AssignedItem] = field(default_factory=dict)
    slips: Counter[tuple[int, Slip]] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    known: Known | None = None


def mistakes(book: Gradebook, pack: Pack | None) -> tuple[Mistake, ...]:
    """Return every wrong idea of the first attempts, the commonest first.

    `pack` is the one that was asked from, if it is still here unchanged. Questions that were
    dropped, or for which everybody has full credit, tell nothing of a class. What one alone
    typed is left out, unless another fact gives it: it may be a slip of the pen.
    """
    seen = _counted(book, pack)
    found = [_mistake(book, one) for one in seen.values() if not _of_one_pen(one)]
    return tuple(sorted(found, key=lambda one: (-one.had, one.answered, min(one.item.places.items()))))


def wrong_answers(item: AssignedItem, book: Gradebook) -> Iterator[tuple[int, Given]]:
    """Yield the first attempts' answers to an item that did not earn full credit, with their sittings."""
    for sat in book.first_attempts:
        given = sat.given.get(item.id)
        if given and given.credit < 1:
            yield sat.id, given


def _counted(book: Gradebook, pack: Pack | None) -> Mapping[Idea, _Seen]:
    seen: dict[Idea, _Seen] = defaultdict(_Seen)
    facts: dict[tuple[int, str], Known | None] = {}
    for item in book.items:
        if item.standing != "counts":
            continue
        for sitting, given in wrong_answers(item, book):
            for slip in slips(item.question, given.answer):
                known = _known(facts, pack, item, slip, given)
                _add(seen[_idea(item.question, slip, known)], sitting, item, slip, given, known)
    _open(book, seen)
    return seen


def _open(book: Gradebook, seen: Mapping[Idea, _Seen]) -> None:
    """Add to each wrong idea the items in which it could have been had, though nobody did."""
    for item in book.items:
        for idea in _ideas_in(item, seen) if item.standing == "counts" else ():
            seen[idea].open_to[item.id] = item


def _ideas_in(item: AssignedItem, seen: Mapping[Idea, _Seen]) -> set[Idea]:
    """Return which of the wrong ideas an answer to an item could show; where one types, any about it."""
    question = item.question
    if not question.options:
        asked = _asked(question)
        return {idea for idea in seen if ("lent", *asked) == idea[:-1] or (*asked, "wrote") == idea[:-1]}
    wrong = (slip for slip in possible_slips(question) if (str(slip.option),) not in item.accepted)
    return {idea for slip in wrong if (idea := _idea(question, slip, None)) in seen}


def _known(
    facts: dict[tuple[int, str], Known | None],
    pack: Pack | None,
    item: AssignedItem,
    slip: Slip,
    given: Given,
) -> Known | None:
    """Return the fact that a typed answer belongs to, looked for once for each answer."""
    if slip.did != "wrote":
        return None
    key = (item.id, slip.typed)
    if key not in facts:
        facts[key] = known_value(pack, item.question, given.answer[0])
    return facts[key]


def _add(one: _Seen, sitting: int, item: AssignedItem, slip: Slip, given: Given, known: Known | None) -> None:
    if sitting not in one.sittings and given.certainty == Certainty.SURE:
        one.sure += 1
    one.sittings.add(sitting)
    one.items[item.id] = one.open_to[item.id] = item
    one.slips[item.id, slip] += 1
    one.known = known or one.known
    if slip.did == "wrote":
        one.written[given.answer[0]] += 1


def _idea(question: Question, slip: Slip, known: Known | None) -> Idea:
    """Return what tells one wrong idea from another.

    A value that another fact lends to a slot is the same idea however it was asked for, chosen or typed.
    """
    asked = _asked(question)
    if known:
        return ("lent", *asked, known.fact)
    if slip.did == "wrote":
        return (*asked, "wrote", slip.typed)
    option = question.options[slip.option]
    if slip.did == "chose" and option.origin == "from-fact" and option.citations:
        return ("lent", *asked, option.citations[0].fact)
    prompt = question.prompts[slip.other] if slip.did == "matched" else ""
    second = question.options[slip.other].text if slip.did == "swapped" else ""
    return (question.family, slip.did, option.text, prompt, second)


def _asked(question: Question) -> Idea:
    return (question.facts, question.slot) if question.slot else (question.family,)


def _of_one_pen(one: _Seen) -> bool:
    return bool(one.written) and len(one.sittings) == 1 and one.known is None


def _mistake(book: Gradebook, one: _Seen) -> Mistake:
    (item_id, slip), _ = min(one.slips.items(), key=lambda pair: (-pair[1], pair[0][0]))
    put_to = [
        sat for sat in book.first_attempts if any(sat.form in item.places for item in one.open_to.values())
    ]
    answered = [sat for sat in put_to if not one.open_to.keys().isdisjoint(sat.given)]
    asked_how_sure = any(given.certainty for sat in answered for given in sat.given.values())
    return Mistake(
        item=one.items[item_id],
        slip=slip,
        known=one.known,
        written=min(one.written, key=lambda words: (-one.written[words], words), default=""),
        had=len(one.sittings),
        answered=len(answered),
        blank=len(put_to) - len(answered),
        sure=one.sure if asked_how_sure else None,
        questions=len(one.items),
    )
