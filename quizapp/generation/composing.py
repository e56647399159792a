"""Putting a question together from its parts: what all kinds share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.assessment.forms import AnswerForm, Choice
from quizapp.facts.model import Fact, render
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue
from quizapp.facts.wording import sentence
from quizapp.generation.citing import explanation, lead_in, references, second_look
from quizapp.generation.difficulty import difficulty
from quizapp.generation.draws import Draw
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Look, Option, Question


def asked_slots(pack: Pack, *, labelled: bool = False) -> Iterator[tuple[Fact, str, str]]:
    """Yield each askable fact with each slot that it asks and the question for it, rendered.

    `labelled` chooses the slots that a relation gives fixed labels, which are left out otherwise.
    """
    for fact in pack.askable:
        words = {name: value.words for name, value in fact.slots.items()}
        for slot in fact.asks:
            if slot in fact.ask and (slot in fact.relation.labels) == labelled:
                yield fact, slot, render(fact.ask[slot], words)


def stem_for(pack: Pack, fact: Fact, slot: str, ask: str) -> str:
    """Return the whole question: who says so, where, as of when, and what is asked."""
    return f"{lead_in(pack, fact, slot)}, {ask}"


def right_option(pack: Pack, fact: Fact, text: str, why: str | None = None) -> Option:
    """Return the key as an option, with its citation."""
    return Option(text, True, why or f"Right: {fact.statement}", "from-fact", "", references(pack, fact))


def arranged(options: Sequence[Option], draw: Draw | None) -> tuple[tuple[Option, ...], Choice]:
    """Return options in the order shown, and the form: drawn, or as they stand (ascending figures)."""
    shown = tuple(draw.shuffled(options) if draw and is_on(Practice.PLACES) else options)
    return shown, Choice(len(shown), next(i for i, option in enumerate(shown) if option.correct))


def skill_of(fact: Fact, slot: str) -> str:
    """Return the skill that asking a slot trains: dates "as of when", figures numeracy, else recall."""
    match fact.slots[slot]:
        case DateValue():
            return "S5"
        case QuantityValue():
            return "S10"
    return "S1"


def compose(
    pack: Pack,
    fact: Fact,
    *,
    kind: str,
    seed: str,
    form: AnswerForm,
    skill: str,
    stem: str,
    answer: str,
    slot: str = "",
    quote: str = "",
    quote_note: str = "",
    options: tuple[Option, ...] = (),
    facts: Iterable[Fact] = (),
) -> Question:
    """Return the question with everything that follows from its facts filled in."""
    asked = tuple(facts) or (fact,)
    looks = second_look(pack, asked)
    shown = _shown(asked, options, looks)
    return Question(
        pack=pack.id, kind=kind, form=form, topic=fact.topic, skill=skill, slot=slot, seed=seed,
        difficulty=difficulty(kind, options, fact.slots.get(slot)),
        facts=tuple(one.id for one in asked), shows=shown,
        stem=stem, quote=quote, quote_note=quote_note, options=options, answer=answer,
        explanation=explanation(pack, asked, slot, skill), second_look=looks,
        citations=references(pack, *asked),
        displays=tuple(_displayed(pack, shown, (stem, quote, *(option.text for option in options)))),
    )  # fmt: skip


def _shown(asked: Sequence[Fact], options: Iterable[Option], looks: Iterable[Look]) -> tuple[str, ...]:
    """Return the facts whose statements an answer is met with, those asked first."""
    groups = [*(option.citations for option in options), *(look.citations for look in looks)]
    cited = (reference.fact for group in groups for reference in group)
    return tuple(dict.fromkeys((*(one.id for one in asked), *cited)))


def _displayed(pack: Pack, facts: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """Yield the facts whose whole clause stands in one of these texts, however it is led in."""
    visible = "\n".join(texts).casefold()
    for name in facts:
        if pack.facts[name].clause().casefold() in visible:
            yield name


def item_text(clause: str) -> str:
    """Return a clause or a sentence as an option: first letter capital, no full stop."""
    return sentence(clause).removesuffix(".")


def telling(question: Question, statement: str, printed: str = "") -> Question:
    """Return the question with another true statement, and printed words that prove it first."""
    told = question.explanation
    evidence = ((printed,), *told.evidence) if printed else told.evidence
    return replace(question, explanation=replace(told, statement=statement, evidence=evidence))
