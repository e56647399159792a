"""`select-all`: tick everything that a source names, or that belongs in the gap of a statement.

What a source lists is provable where it is closed. What belongs in a gap is where the
statement's other slots are determined: "_____ is a town’s duty" is false of a bridge
whose mending is determined to be the county's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from quizapp.assessment.forms import Select
from quizapp.facts.model import ClosedSet, Fact, render
from quizapp.facts.pack import Pack
from quizapp.facts.values import EntityValue
from quizapp.facts.wording import folded
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, right_option, skill_of
from quizapp.generation.distractors import Distractor, lent, wrong_option
from quizapp.generation.draws import Draw
from quizapp.generation.falsity import Search, basis
from quizapp.generation.gaps import Gap, gap_option, gap_stem, gaps, others_for
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.rules.cues import odd_length

NAME = "select-all"
TITLE = "Tick all that apply"
TRAINS = "Keeping together what a source lists, and keeping out what it does not."

SHOWN = 5


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each set of two or more that a closed source names, or that fill one gap."""
    for relation in pack.relations.values():
        for rule in relation.sets:
            for members in _groups(pack, relation.id, rule):
                yield Draft(NAME, members[0], partial(_question, pack, seed, rule, members))
        for gap in gaps(pack, relation, Draw(seed, NAME, relation.id)):
            yield Draft(NAME, gap.members[0], partial(_gap_question, pack, seed, gap))


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
    ask = render(rule.ask, {name: value.words for name, value in first.slots.items()})
    return compose(
        pack, first, kind=NAME, seed=seed, form=_form(options), skill="S1",
        stem=f"{lead_in(pack, first)}, {ask}", answer=_right(options), slot=rule.slot,
        options=tuple(options), facts=sorted(keys, key=lambda fact: fact.id),
    )  # fmt: skip


def _gap_question(pack: Pack, seed: str, gap: Gap) -> Question | None:
    draw = Draw(seed, NAME, gap.slot, *(fact.id for fact in gap.members))
    others = others_for(pack, gap, SHOWN - len(gap.members), draw)
    shown = draw.shuffled([*gap.members, *others])
    options = [gap_option(pack, gap, fact) for fact in shown]
    if len(others) < 2 or odd_length([option.text for option in options]):
        return None
    first = gap.members[0]
    return compose(
        pack, first, kind=NAME, seed=seed, form=_form(options), skill=skill_of(first, gap.slot),
        slot=gap.given, stem=gap_stem(pack, gap, shown), quote=gap.quote, answer=_right(options),
        options=tuple(options), facts=sorted(gap.members, key=lambda fact: fact.id),
    )  # fmt: skip


def _form(options: Sequence[Option]) -> Select:
    return Select(len(options), tuple(i for i, option in enumerate(options) if option.correct))


def _right(options: Sequence[Option]) -> str:
    return " · ".join(option.text for option in options if option.correct)
