"""What a mutation works on and gives back: questions with their pack, a day and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quizapp.assessment.forms import Choice
from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.draws import Draw
from quizapp.generation.question import Option, Question

DAY = date(2026, 1, 1)
"""The day on which lots are linted, unless they say another."""

MOST = 120
"""How many questions of a lot are changed at most."""


@dataclass(frozen=True)
class Lot:
    """Questions, and the pack, the day and the texts that they are linted with.

    Rules of a bank or a form look at the questions together, all others at each.
    """

    questions: tuple[Question, ...]
    pack: Pack
    today: date = DAY
    known: Mapping[str, Paragraphs] = field(default_factory=dict)


Change = Callable[[Lot, Draw], Lot]
Edit = Callable[[Question, Pack, Draw], Question | None]


@dataclass(frozen=True)
class Mutation:
    """The two changes that try one rule of the list.

    `inject` puts the flaw into every question that it gives back (or into the bank or form that they make).
    `imitate` settles what the rule looks at, so that the flaw is known to be absent, whatever the
    question was before; and it does so in a way that a crude check would take for the flaw. `units` says
    what is counted: single questions, or whole banks and forms, of which `times` are made.
    """

    rule: int
    inject: Change
    imitate: Change
    units: str = "questions"
    times: int = 1


def each(*edits: Edit) -> Change:
    """Return the change that makes one of these edits, in turn, to each question that allows it."""

    def change(lot: Lot, draw: Draw) -> Lot:
        made: list[Question] = []
        for question in draw.strolled(lot.questions):
            order = edits[len(made) % len(edits) :] + edits[: len(made) % len(edits)]
            found = (edit(question, lot.pack, draw) for edit in order)
            edited = next((one for one in found if one), None)
            made.extend([edited] if edited else [])
            if len(made) == MOST:
                break
        return replace(lot, questions=tuple(made))

    return change


def is_free(question: Question) -> bool:
    """Tell whether one of three options or more, which are no fixed labels, is to be chosen."""
    free = not all(option.origin == "answer-form" for option in question.options)
    return isinstance(question.form, Choice) and free and len(question.options) > 2


def is_named(question: Question) -> bool:
    """Tell whether the options of a free choice are names or words, without a digit or a quotation."""
    shown = "".join(option.text for option in question.options)
    return is_free(question) and not any(one.isdigit() or one == "“" for one in shown)


def with_texts(question: Question, texts: Sequence[str]) -> Question:
    """Return the question with other option texts, in their places; the answer follows the key."""
    options = tuple(replace(one, text=text) for one, text in zip(question.options, texts, strict=True))
    answer = next((one.text for one in options if one.correct), question.answer)
    return replace(question, options=options, answer=answer)


def texts_of(question: Question) -> list[str]:
    return [option.text for option in question.options]


def asking(question: Question, stem: str, *texts: str) -> Question:
    """Return a choice of these texts with another stem, of no slot; the key stays in its place if it can."""
    key = next((place for place, one in enumerate(question.options) if one.correct), 0) % len(texts)
    pattern = question.options[0]
    options = tuple(
        Option(text, place == key, pattern.feedback, "from-fact") for place, text in enumerate(texts)
    )
    return replace(
        question, kind="value", slot="", form=Choice(len(texts), key), stem=stem, quote="", quote_note="",
        options=options, answer=texts[key],
    )  # fmt: skip


def lead_of(question: Question, pack: Pack) -> str:
    """Return "According to the Herald": where the question's first fact stands."""
    return f"According to {pack.sources[pack.facts[question.facts[0]].sources[0]].label}"
