"""`matching`: which filler belongs in the gap of which statement?

Three or four facts of one relation, each told with a gap, and their fillers with one
more. Each filler is provably false in every gap but its own, and the surplus one in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from quizapp.assessment.forms import Match
from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import latest_of, placed, references, source_of
from quizapp.generation.composing import compose, item_text
from quizapp.generation.distractors import lent
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import basis, may_be_true
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.nearby import near_dates, near_figures
from quizapp.generation.picking import position
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import clang, odd_length
from quizapp.generation.several import NAMED_APART, joined, named_together, shows_a_date

NAME = "matching"
TITLE = "Match the pairs"
TRAINS = "Keeping apart what is easily mixed up: which name, place or date belongs to which."

FEWEST, MOST = 3, 4
NEAR = 24
"""How many facts after the first are looked at for a group."""
SPARE = 8
"""How many lent fillers are tried as the surplus one."""
NAMED = 3
"""How many sources a stem names at most; the answer cites each of them."""


@dataclass(frozen=True)
class Gapped:
    """A fact told with a gap for the slot that a filler is to be matched with."""

    fact: Fact
    slot: str
    given: tuple[str, ...]
    prompt: str

    @property
    def value(self) -> SlotValue:
        return self.fact.slots[self.slot]

    @property
    def filled(self) -> str:
        """The statement as short as the prompt, with the filler in its gap."""
        return self.prompt.replace(GAP, self.value.words)

    def may_hold(self, pack: Pack, value: SlotValue) -> bool:
        """Tell whether a value is, or for all the pack proves might be, true of the gap."""
        return may_be_true(pack, self.fact, self.slot, value, self.given) is not None


@dataclass(frozen=True)
class Spare:
    """A surplus filler, and the fact that lent it, or None where it was computed."""

    value: SlotValue
    fact: Fact | None


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each three or four facts that one rule determines; each fact is in at most one."""
    for relation in pack.relations.values():
        for slot in dict.fromkeys(rule.slot for rule in relation.determines):
            draw = Draw(seed, NAME, relation.id, slot)
            for group in _groups(pack, _gapped(pack, relation.id, slot), draw):
                yield Draft(NAME, group[0].fact, partial(_question, pack, seed, group))


def _gapped(pack: Pack, relation: str, slot: str) -> list[Gapped]:
    """Return the facts that ask a slot in which another value is contradicted, each with its gap."""
    found: list[Gapped] = []
    for fact in pack.by_relation[relation]:
        proof = basis(fact, slot) if slot in fact.asks and pack.may_ask(fact) else None
        fit = fact.status in ("reported", "attributed") and slot not in fact.relation.labels
        if fit and proof and proof.rule == "contradicted" and _is_plain(fact.slots[slot]):
            found.append(Gapped(fact, slot, proof.given, _prompt(fact, slot, proof.given)))
    return [one for one in found if not occurs(one.value.words, one.prompt)]


def _is_plain(value: SlotValue) -> bool:
    """Tell whether a filler is printed as what it is: no range, no date in other words."""
    match value:
        case QuantityValue():
            return value.quantity.low is None
        case DateValue():
            return value.words == value.span.words()
    return True


def _prompt(fact: Fact, slot: str, given: tuple[str, ...]) -> str:
    """Return the clause with a gap, as short as it can be while it still shows what is given."""
    brief = fact.clause({slot: GAP}, brief=True)
    shown = GAP in brief and all(occurs(fact.slots[name].words, brief) for name in given)
    return item_text(brief if shown else fact.clause({slot: GAP}))


def _groups(pack: Pack, gapped: Sequence[Gapped], draw: Draw) -> Iterator[tuple[Gapped, ...]]:
    left = draw.shuffled(gapped)
    while len(left) >= FEWEST:
        group = _group(pack, left[-NEAR:], draw.between(FEWEST, MOST))
        left[-NEAR:] = [one for one in left[-NEAR:] if one not in group]
        if len(group) >= FEWEST:
            yield group


def _group(pack: Pack, near: list[Gapped], wanted: int) -> tuple[Gapped, ...]:
    """Return the last of some facts with others that can be told apart, the likest first."""
    group = [near.pop()]
    for one in sorted(near, key=lambda other: _distance(group[0], other)):
        if len(group) < wanted and all(_tell_apart(pack, one, other) for other in group):
            group.append(one)
    return tuple(group)


def _distance(one: Gapped, other: Gapped) -> tuple[bool, bool]:
    return one.fact.says != other.fact.says, one.fact.sources[0] != other.fact.sources[0]


def _tell_apart(pack: Pack, one: Gapped, other: Gapped) -> bool:
    """Tell whether two facts' fillers are of one sort, and each provably false in the other's gap."""
    if one.fact.asserted_by != other.fact.asserted_by or not _same_sort(one.value, other.value):
        return False
    if folded(one.prompt) == folded(other.prompt) or folded(one.value.words) == folded(other.value.words):
        return False
    if occurs(one.value.words, other.prompt) or occurs(other.value.words, one.prompt):
        return False
    return not one.may_hold(pack, other.value) and not other.may_hold(pack, one.value)


def _same_sort(a: SlotValue, b: SlotValue) -> bool:
    match a, b:
        case QuantityValue(), QuantityValue():
            return a.unit == b.unit and a.quantity.hedge == b.quantity.hedge
        case DateValue(), DateValue():
            return a.span.precision == b.span.precision
    return type(a) is type(b)


def _question(pack: Pack, seed: str, group: tuple[Gapped, ...]) -> Question | None:
    first = group[0]
    draw = Draw(seed, NAME, first.slot, *(one.fact.id for one in group))
    spare = _spare(pack, group, draw)
    if spare is None:
        return None
    shown, options = draw.shuffled(group), _choices(pack, group, spare)
    texts = [option.text for option in options]
    key = tuple(texts.index(one.value.words) for one in shown)
    question = compose(
        pack, first.fact, kind=NAME, seed=seed, form=Match(len(shown), len(options), key),
        skill="S5" if isinstance(first.value, DateValue) else "S1", stem=_stem(pack, group), slot=first.slot,
        answer=" · ".join(one.filled for one in shown), options=options, facts=[one.fact for one in shown],
    )  # fmt: skip
    return replace(question, prompts=tuple(one.prompt for one in shown))


def _stem(pack: Pack, group: Sequence[Gapped]) -> str:
    """Return the question with its sources and speaker named, unless a source's name tells a filler."""

    def tells(label: str) -> bool:
        dated = isinstance(group[0].value, DateValue) and shows_a_date(label)
        return dated or any(occurs(one.value.words, label) for one in group)

    labels = named_together((source_of(pack, one.fact).label for one in group), tells)
    when = "" if any(shows_a_date(label) for label in labels) else _years(group)
    if len(labels) == 1 and labels != [NAMED_APART]:
        labels = [placed(pack, group[0].fact, group[0].slot)]
        when = ""
    named = joined(labels if len(labels) <= NAMED else [NAMED_APART]) + when
    speaker = group[0].fact.asserted_by
    said = f"{speaker.name}, as reported by {named}" if speaker else named
    return f"According to {said}, which of the choices belongs in which gap?"


def _years(group: Sequence[Gapped]) -> str:
    """Return " (as of 2015 to 2020)" where the statements show no date of their own, else ""."""
    facts = [one.fact for one in group]
    dated = any(isinstance(value, DateValue) for fact in facts for value in fact.slots.values())
    years = sorted({fact.as_of.start.year for fact in facts if fact.as_of.start})
    if dated or not years:
        return ""
    return f" (as of {years[0]}{f' to {years[-1]}' if len(years) > 1 else ''})"


def _spare(pack: Pack, group: Sequence[Gapped], draw: Draw) -> Spare | None:
    """Return a filler that provably belongs in none of the gaps, lent by a fact or else computed."""
    fit = (spare for spare in _spares(pack, group[0], draw) if _is_left_over(pack, group, spare.value))
    return next(fit, None)


def _spares(pack: Pack, first: Gapped, draw: Draw) -> Iterator[Spare]:
    for one in islice(lent(pack, first.fact, first.slot, draw), SPARE):
        yield Spare(one.value, one.fact)
    near: Iterable[SlotValue] = ()
    match first.value:
        case QuantityValue() as figure if figure.quantity.low is None:
            near = near_figures(figure, draw, below=draw.below(2) == 0)
        case DateValue() as when if when.span.precision in ("year", "month"):
            near = near_dates(when, draw, latest_of(pack, first.fact), below=draw.below(2) == 0)
    yield from (Spare(value, None) for value in near if not pack.gives(value))


def _is_left_over(pack: Pack, group: Sequence[Gapped], value: SlotValue) -> bool:
    """Tell whether a value fits no gap and stands out among the fillers by nothing."""
    words = [one.value.words for one in group]
    if not _same_sort(group[0].value, value) or any(one.may_hold(pack, value) for one in group):
        return False
    if folded(value.words) in {folded(one) for one in words} or odd_length([*words, value.words]):
        return False
    beside = {one: [value.words, *(other for other in words if other != one)] for one in words}
    return not any(
        occurs(value.words, one.prompt) or clang(one.prompt, one.value.words, beside[one.value.words])
        for one in group
    )


def _choices(pack: Pack, group: Sequence[Gapped], spare: Spare) -> tuple[Option, ...]:
    """Return the fillers as options: figures and dates ascending, names by the alphabet."""
    options = [(one.value, _pair(pack, one)) for one in group] + [(spare.value, _surplus(pack, group, spare))]
    options.sort(key=lambda pair: (position(pair[0]), folded(pair[1].text)))
    return tuple(option for _, option in options)


def _pair(pack: Pack, one: Gapped) -> Option:
    return Option(
        one.value.words, True, one.fact.statement, "from-fact", "", references(pack, one.fact)
    )  # fmt: skip


def _surplus(pack: Pack, group: Sequence[Gapped], spare: Spare) -> Option:
    proof = basis(group[0].fact, group[0].slot)
    assert proof is not None
    lent = "It was computed near one in print, and no source here gives it."
    if spare.fact:
        lent = f"This belongs to another statement: {spare.fact.statement}"
    return Option(
        text=spare.value.words,
        correct=False,
        feedback=lent,
        origin="from-fact" if spare.fact else "computed",
        proof=f"{proof.words}, in each of the gaps",
        citations=references(pack, *([spare.fact] if spare.fact else []), *(one.fact for one in group)),
    )
