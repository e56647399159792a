"""`select-all`: tick everything that a source names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from quizapp.assessment.forms import Select
from quizapp.facts.model import ClosedSet, Fact, render
from quizapp.facts.pack import Pack
from quizapp.facts.values import EntityValue
from quizapp.facts.wording import folded
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, right_option
from quizapp.generation.distractors import Distractor, lent, wrong_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Search, basis
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import odd_length

NAME = "select-all"
TITLE = "Tick all that apply"
TRAINS = "Keeping together what a source lists, and keeping out what it does not."

SHOWN = 5


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each set of two or more fillers that a closed source names."""
    for relation in pack.relations.values():
        for rule in relation.sets:
            for members in _groups(pack, relation.id, rule):
                yield Draft(NAME, members[0], partial(_question, pack, seed, rule, members))


def _groups(pack: Pack, relation: str, rule: ClosedSet) -> Iterator[list[Fact]]:
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in pack.by_relation[relation]:
        if pack.may_ask(fact) and rule.slot in fact.slots and fact.relation.is_closed_in(fact.sources[:1]):
            speaker = fact.asserted_by.id if fact.asserted_by else ""
            given = (folded(fact.slots[name].words) for name in rule.given if name in fact.slots)
            groups.setdefault((fact.sources[0], speaker, *given), []).append(fact)
    yield from (members for members in groups.values() if len(members) >= 2)


def _question(pack: Pack, seed: str, rule: ClosedSet, members: list[Fact]) -> Question | None:
    first = members[0]
    draw = Draw(seed, NAME, first.id, rule.slot)
    most = min(len(members), SHOWN - 2)
    lures = list(islice(_outside(pack, rule, members, draw), SHOWN))
    if len(lures) < 2:
        return None
    keys = draw.shuffled(members)[: draw.between(2, most)]
    options = [right_option(pack, fact, fact.slots[rule.slot].words) for fact in keys]
    options += [wrong_option(pack, first, lure) for lure in lures[: SHOWN - len(keys)]]
    if odd_length([option.text for option in options]):
        return None
    return _composed(pack, seed, rule, keys, draw.shuffled(options))


def _outside(pack: Pack, rule: ClosedSet, members: list[Fact], draw: Draw) -> Iterator[Distractor]:
    """Yield values that are provably outside: false of every member, and named by none."""
    named = {folded(member.slots[rule.slot].words) for member in members}
    if any(basis(member, rule.slot) is None for member in members):
        return
    # What the question leaves open (a date, say) makes nothing false: only what it gives counts.
    searches = [Search(pack, member, rule.slot, rule.given) for member in members]
    for lure in lent(pack, members[0], rule.slot, draw):
        apart = isinstance(lure.value, EntityValue) or (
            lure.fact and all(_other_given(lure.fact, member, rule) for member in members)
        )
        if (
            apart
            and folded(lure.words) not in named
            and all(search.reason(lure.value) is None for search in searches)
        ):
            yield lure


def _other_given(lender: Fact, member: Fact, rule: ClosedSet) -> bool:
    return any(folded(lender.slots[n].words) != folded(member.slots[n].words) for n in rule.given)


def _composed(pack: Pack, seed: str, rule: ClosedSet, keys: list[Fact], options: list[Option]) -> Question:
    first = keys[0]
    form = Select(len(options), tuple(i for i, option in enumerate(options) if option.correct))
    ask = render(rule.ask, {name: value.words for name, value in first.slots.items()})
    return compose(
        pack, first, kind=NAME, seed=seed, form=form, skill="S1", stem=f"{lead_in(pack, first)}, {ask}",
        answer=" · ".join(option.text for option in options if option.correct), slot=rule.slot,
        options=tuple(options), facts=sorted(keys, key=lambda fact: fact.id),
    )  # fmt: skip
