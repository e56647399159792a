"""A naive generator, to be measured beside ours: the same facts, and none of the care.

Wrong options are any others of the same type, figures a random way off the key, labels as
the facts happen to have them. Nothing is proven, balanced or linted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from quizapp.assessment.forms import Choice
from quizapp.facts.dates import shifted
from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.facts.wording import sentence
from quizapp.generation.citing import placed, references, source_of
from quizapp.generation.composing import arranged, asked_slots, compose, right_option, skill_of, stem_for
from quizapp.generation.draws import Draw
from quizapp.generation.kinds import value, verdict, what_kind, which_source, who_said
from quizapp.generation.nearby import figure
from quizapp.generation.question import Option, Question

WRONG = 3
"""Four options are what most hand-made banks have."""

OFF_BY = (10, 60)
"""A wrong figure is this many percent off the key, above or below."""

YEARS_OFF = 15

Lure = Callable[[Draw], str | None]


def naive(pack: Pack, seed: str, *, ascending: bool = False) -> tuple[Question, ...]:
    """Return the questions of five kinds that a naive generator makes of a pack's facts.

    `ascending` puts figures and dates in order, as ours are; they are shuffled otherwise.
    """
    kinds = partial(_values, ascending=ascending), _verdicts, _credits, _statuses, _sources
    return tuple(question for kind in kinds for question in kind(pack, seed))


def _values(pack: Pack, seed: str, *, ascending: bool) -> Iterator[Question]:
    fillers = _fillers(pack)
    for fact, slot, ask in asked_slots(pack):
        draw, key = Draw(seed, "naive", fact.id, slot), fact.slots[slot]
        words = _drawn(draw, key.words, partial(_lure, key, fillers))
        if not words:
            continue
        options = [right_option(pack, fact, key.words), *(_wrong(pack, fact, one) for one in words)]
        ordered = ascending and isinstance(key, QuantityValue | DateValue)
        if ordered:
            options.sort(key=lambda option: _size(option.text, key))
        shown, form = arranged(options, None if ordered else draw)
        yield compose(
            pack, fact, kind=value.NAME, seed=seed, form=form, skill=skill_of(fact, slot),
            stem=stem_for(pack, fact, slot, ask), answer=key.words, slot=slot, options=shown,
        )  # fmt: skip


def _fillers(pack: Pack) -> dict[str, list[str]]:
    """Return all names and terms of the pack, by the type of what they fill."""
    found: dict[str, dict[str, None]] = {}
    for fact in pack.askable:
        for one in fact.slots.values():
            if isinstance(one, EntityValue | TermValue):
                found.setdefault(_type(one), {})[one.words] = None
    return {sort: list(words) for sort, words in found.items()}


def _type(one: EntityValue | TermValue) -> str:
    return one.entity.type if isinstance(one, EntityValue) else "term"


def _lure(key: SlotValue, fillers: dict[str, list[str]], draw: Draw) -> str | None:
    """Return some value of the key's type; None where none can be made."""
    match key:
        case QuantityValue(quantity=quantity):
            percent = draw.between(*OFF_BY) * (1 if draw.below(2) else -1)
            return figure(max(quantity.value * Fraction(100 + percent, 100), quantity.digit), key).words
        case DateValue(span=span):
            steps = draw.between(1, YEARS_OFF) * (1 if draw.below(2) else -1)
            months = 12 if span.precision == "month" else 1
            return shifted(span, steps * months).words() if span.precision in ("year", "month") else None
        case EntityValue() | TermValue():
            return draw.choice(fillers[_type(key)])


def _drawn(draw: Draw, key: str, lure: Lure) -> list[str]:
    """Draw wrong options that differ from the key and each other as texts, which is all that is seen to."""
    found: dict[str, None] = {}
    for _ in range(WRONG * 10):
        words = lure(draw)
        if words and words != key and len(found) < WRONG:
            found[words] = None
    return list(found)


def _size(text: str, key: SlotValue) -> tuple[int, str]:
    digits = "".join(letter for letter in text if letter.isdigit())
    return int(digits or 0), text


def _wrong(pack: Pack, fact: Fact, text: str) -> Option:
    return Option(text, False, f"Wrong: {fact.statement}", "computed", "none", references(pack, fact))


def _verdicts(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield each statement once: two in three as it is, the others with a slot filled anyhow."""
    fillers = _fillers(pack)
    for fact in pack.askable:
        for slot in fact.asks if fact.status in ("reported", "attributed") else ():
            draw = Draw(seed, "naive verdict", fact.id, slot)
            lures = _drawn(draw, fact.slots[slot].words, partial(_lure, fact.slots[slot], fillers))
            changed = lures[0] if lures and draw.below(3) == 0 else None
            key = "contradicted" if changed else "supported"
            yield _labelled(
                pack, fact, seed, verdict.NAME, verdict.LABELS, key, "S9", slot=slot,
                stem=sentence(f"does {placed(pack, fact, slot)} support this statement?"),
                quote=sentence(fact.clause({slot: changed} if changed else None)),
                quote_note=verdict.QUOTE_NOTES[key],
            )  # fmt: skip


def _statuses(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield every statement with its label, as often as the pack has it."""
    for fact in pack.askable:
        stem = sentence(f"what kind of statement is this, as {placed(pack, fact)} has it?")
        yield _labelled(
            pack, fact, seed, what_kind.NAME, what_kind.LABELS, fact.status, "S2", stem=stem,
            quote=fact.statement,
        )  # fmt: skip


def _labelled(
    pack: Pack, fact: Fact, seed: str, kind: str, labels: dict[str, str], key: str, skill: str,
    *, stem: str, quote: str, slot: str = "", quote_note: str = "",
) -> Question:  # fmt: skip
    options = tuple(
        Option(text, label == key, f"It is: {labels[key]}", "answer-form", "" if label == key else "none")
        for label, text in labels.items()
    )
    return compose(
        pack, fact, kind=kind, seed=seed, form=Choice(len(labels), list(labels).index(key)), skill=skill,
        stem=stem, answer=labels[key], slot=slot, quote=quote, quote_note=quote_note,
        options=options,
    )  # fmt: skip


def _credits(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield every claim with a speaker, and any people of the pack beside that speaker."""
    people = [one.name for one in pack.entities.values() if one.type == "person"]
    for fact in pack.askable:
        if fact.asserted_by and fact.status != "reported":
            stem = sentence(f"in {placed(pack, fact)}, who is credited with saying that {fact.clause()}?")
            yield _beside(pack, fact, seed, who_said.NAME, "S3", stem, fact.asserted_by.name, people)


def _sources(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield every statement, and any other sources beside its own."""
    names = [one.name for one in pack.sources.values()]
    for fact in pack.askable:
        stem = sentence(f"which of these sources reports that {fact.clause()}?")
        yield _beside(pack, fact, seed, which_source.NAME, "S6", stem, source_of(pack, fact).name, names)


def _beside(
    pack: Pack, fact: Fact, seed: str, kind: str, skill: str, stem: str, key: str, pool: Sequence[str]
) -> Question:
    draw = Draw(seed, "naive", kind, fact.id)
    words = _drawn(draw, key, lambda one: one.choice(pool))
    shown, form = arranged([right_option(pack, fact, key), *(_wrong(pack, fact, one) for one in words)], draw)
    return compose(
        pack, fact, kind=kind, seed=seed, form=form, skill=skill, stem=stem, answer=key, options=shown
    )
