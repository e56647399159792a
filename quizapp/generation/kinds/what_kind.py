"""`what-kind`: is a statement a reported fact, an attributed claim, an opinion or a prediction?

The labels are always the same four in the same order. As many statements of each are
drawn, and of each as many forms (with a quoted phrase or without, with a speaker or
without) as there are, so that neither label nor form is the better guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import zip_longest

from quizapp.assessment.forms import Choice
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.wording import sentence
from quizapp.generation.citing import STATUS_NOTES, placed, references
from quizapp.generation.composing import compose
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question

NAME = "what-kind"
TITLE = "Fact, claim, opinion or prediction"
TRAINS = "Telling what a text reports from what it passes on, and both from judgements and forecasts."

LABELS = {
    "reported": "Reported fact: in the text’s own voice",
    "attributed": "Attributed claim: somebody’s, and checkable",
    "opinion": "Opinion: a judgement, whoever makes it",
    "prediction": "Prediction: what would happen later on",
}

NOT_THIS = {
    "reported": "A text stands behind a reported fact itself.",
    "attributed": "An attributed claim is somebody’s, and a record could bear it out or not.",
    "opinion": "An opinion judges or interprets.",
    "prediction": "A prediction speaks of what is still to come.",
}
"""What a wrong label would have meant."""


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield drafts with each label the key equally often: as many as the rarest status has facts."""
    by_status: dict[str, list[Fact]] = {status: [] for status in LABELS}
    for fact in (one for one in pack.askable if not one.arguable):
        by_status[fact.status].append(fact)
    each = min(map(len, by_status.values())) if is_on(Practice.BALANCE) else len(pack.facts)
    for status, facts in by_status.items():
        for fact in _of_all_forms(facts, Draw(seed, NAME, status))[:each]:
            yield Draft(NAME, fact, partial(_question, pack, seed, fact), status)


def _of_all_forms(facts: list[Fact], draw: Draw) -> list[Fact]:
    """Return facts in a drawn order in which the forms of statements take turns, the rarest first."""
    forms: dict[tuple[bool, bool], list[Fact]] = {}
    for fact in draw.shuffled(facts):
        forms.setdefault(("“" in fact.says, fact.asserted_by is None), []).append(fact)
    turns = zip_longest(*sorted(forms.values(), key=len))
    return [fact for turn in turns for fact in turn if fact]


def _question(pack: Pack, seed: str, fact: Fact) -> Question:
    options = tuple(
        Option(
            text, status == fact.status, _why(status, fact), "answer-form",
            "" if status == fact.status else "each fact has one label", references(pack, fact),
        )
        for status, text in LABELS.items()
    )  # fmt: skip
    form = Choice(len(LABELS), list(LABELS).index(fact.status))
    return compose(
        pack, fact, kind=NAME, seed=seed, form=form, skill="S2",
        stem=sentence(f"what kind of statement is this, as {placed(pack, fact)} has it?"),
        answer=LABELS[fact.status], quote=_quote(fact), options=options,
    )  # fmt: skip


def _quote(fact: Fact) -> str:
    """Return the statement without the words that would name its kind: the text's own voice stays bare."""
    return fact.statement if fact.asserted_by else sentence(fact.clause())


def _why(status: str, fact: Fact) -> str:
    if status == fact.status:
        return f"Right. {STATUS_NOTES[status]}"
    note = STATUS_NOTES[fact.status]
    return f"{NOT_THIS[status]} This one: {note[:1].lower()}{note[1:]}"
