"""Parallel forms: equal cell by cell (topic and kind) and in difficulty, with few facts asked twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from quizapp.generation.assembly import Form, assemble
from quizapp.generation.blueprint import Blueprint, Quota, Trait
from quizapp.generation.draws import Draw
from quizapp.generation.pool import Entry, Pool

NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WITHIN = 1
"""So many points a form may lie from the mean difficulty that all aim at: two lie within twice that."""

SWEEPS = 2
"""So many times each form is assembled anew beside all others, as long as facts are asked twice."""


@dataclass(frozen=True)
class Overlap:
    """What two forms have in common: facts that both ask, and questions that are the same."""

    first: int
    second: int
    facts: int
    questions: int


@dataclass(frozen=True)
class Scarce:
    """A topic, kind or cell of which the forms need more questions than there are without a shared fact."""

    name: str
    most: int
    needed: int


@dataclass(frozen=True)
class Parallel:
    """Parallel forms, and what they have in common.

    `again` is how often a fact is asked in a further form, `forced` how often at least any
    forms of these cells would have to, and `scarce` why.
    """

    forms: tuple[Form, ...]
    overlaps: tuple[Overlap, ...]
    again: int
    forced: int
    scarce: tuple[Scarce, ...]


def parallel(pool: Pool, blueprint: Blueprint, count: int, draw: Draw) -> Parallel:
    """Return up to 26 forms of one blueprint, whose cells and mean difficulty are those of the first.

    The first keeps to cells that have facts for all forms, as far as the blueprint lets it.
    """
    pool.make_all()
    model = _model(pool, blueprint, count, draw)
    shared = _shared(pool, blueprint, model) if count > 1 else blueprint
    forms: list[Form] = []
    for _ in range(count):
        forms.append(assemble(pool, shared, draw, _used(forms)))
    for _ in range(SWEEPS):
        forms = _swept(pool, shared, forms, draw)
    scarce = tuple(_scarce(pool, forms))
    told = tuple(_against(blueprint, form) for form in forms)
    return Parallel(told, tuple(_overlaps(forms)), _again(forms), _forced(scarce), scarce)


def _model(pool: Pool, blueprint: Blueprint, count: int, draw: Draw) -> Form:
    """Return a form from cells that can fill all forms, or from any cells where that is more complete."""
    plain = assemble(pool, blueprint, draw)
    if count == 1:
        return plain
    asking = _asking(pool.allowed(blueprint), "cell")
    spared = {cell: _disjoint(facts) // count for cell, facts in asking.items()}
    for limits in (
        spared,
        _loosened(spared, blueprint),
        {cell: max(1, most) for cell, most in spared.items()},
    ):
        quotas = (Quota(cell, 0, most) for cell, most in limits.items())
        form = assemble(pool, blueprint.with_quotas(*quotas), draw)
        if _lack(form) <= _lack(plain):
            return form
    return plain


def _loosened(limits: Mapping[Trait, int], blueprint: Blueprint) -> dict[Trait, int]:
    """Return the limits of all cells but those of a topic or a kind that is wanted."""
    wanted = {quota.trait[1] for quota in blueprint.quotas if quota.least}
    return {cell: most for cell, most in limits.items() if most or wanted.isdisjoint(cell[1].split())}


def _against(blueprint: Blueprint, form: Form) -> Form:
    """Return a form as it stands against the blueprint that was asked for, not that of its fellows."""
    unmet = tuple((quota, given) for quota, given in form.unmet if quota in blueprint.quotas)
    return replace(form, asked_for=blueprint.length, unmet=unmet)


def _lack(form: Form) -> int:
    return form.short_by + sum(quota.least - given for quota, given in form.unmet)


def _shared(pool: Pool, blueprint: Blueprint, model: Form) -> Blueprint:
    """Return the blueprint with the cells of a model form, and their average difficulty."""
    cells = Counter(("cell", f"{one.topic} {one.kind}") for one in model.questions)
    by_cell: dict[Trait, list[int]] = {}
    for entry in pool.allowed(blueprint):
        for trait in entry.traits:
            if trait in cells and entry.question:
                by_cell.setdefault(trait, []).append(entry.points)
    total = sum(number * sum(by_cell[cell]) // len(by_cell[cell]) for cell, number in cells.items())
    mean = total // len(model.questions) if model.questions else None
    return replace(
        blueprint.with_quotas(*(Quota(cell, number, number) for cell, number in cells.items())),
        length=len(model.questions),
        difficulty=mean if blueprint.difficulty is None else blueprint.difficulty,
        within=min(WITHIN, blueprint.within),
    )


def _facts(forms: Sequence[Form]) -> Counter[str]:
    return Counter(name for form in forms for one in form.questions for name in one.facts)


def _used(forms: Sequence[Form]) -> Counter[object]:
    """Return how often the forms ask each fact, and have each question."""
    used = Counter[object](_facts(forms))
    used.update((one.kind, one.facts, one.slot) for form in forms for one in form.questions)
    return used


def _again(forms: Sequence[Form]) -> int:
    return sum(number - 1 for number in _facts(forms).values())


def _swept(pool: Pool, blueprint: Blueprint, forms: Sequence[Form], draw: Draw) -> list[Form]:
    """Return the forms, each assembled anew beside the others where less is then asked twice.

    A form never gives up its difficulty for it.
    """
    kept = list(forms)
    for place in range(len(kept)):
        if _again(kept):
            form = assemble(pool, blueprint, draw, _used(kept[:place] + kept[place + 1 :]))
            trial = [*kept[:place], form, *kept[place + 1 :]]
            if _worth(blueprint, trial, place) < _worth(blueprint, kept, place):
                kept = trial
    return kept


def _worth(blueprint: Blueprint, forms: Sequence[Form], place: int) -> tuple[int, Fraction, int]:
    """Return what is wrong with the form at a place among others, the worst first: less is better."""
    form, mean = forms[place], blueprint.difficulty
    off = Fraction(0) if mean is None else abs(form.difficulty - mean)
    return _lack(form), max(Fraction(0), off - blueprint.within), _again(forms)


def _overlaps(forms: Sequence[Form]) -> list[Overlap]:
    facts = [{name for one in form.questions for name in one.facts} for form in forms]
    return [
        Overlap(a, b, len(facts[a] & facts[b]), len({*forms[a].questions} & {*forms[b].questions}))
        for a, b in combinations(range(len(forms)), 2)
    ]


def _asking(entries: Sequence[Entry], *dimensions: str) -> dict[Trait, list[frozenset[str]]]:
    """Return the facts that each question of a trait asks, for all traits of some dimensions."""
    found: dict[Trait, list[frozenset[str]]] = {}
    for entry in entries:
        for trait in entry.traits if entry.question else ():
            if trait[0] in dimensions:
                found.setdefault(trait, []).append(frozenset(entry.facts))
    return found


def _disjoint(asked: Sequence[frozenset[str]]) -> int:
    """Return a number of questions that share no fact; those that ask least are taken first."""
    taken: set[str] = set()
    number = 0
    for facts in sorted(asked, key=len):
        if taken.isdisjoint(facts):
            taken |= facts
            number += 1
    return number


def _most_disjoint(asked: Sequence[frozenset[str]]) -> int:
    """Return a number of questions that no more can share no fact: a group for each fact that several ask."""
    groups: list[frozenset[str]] = []
    of_fact: dict[str, list[int]] = {}
    for facts in dict.fromkeys(sorted(asked, key=len)):
        home = next(
            (n for name in sorted(facts) for n in of_fact.get(name, ()) if groups[n] & facts), len(groups)
        )
        if home == len(groups):
            groups.append(facts)
        else:
            groups[home] &= facts
        for name in groups[home]:
            of_fact.setdefault(name, []).append(home)
    return len(groups)


def _scarce(pool: Pool, forms: Sequence[Form]) -> list[Scarce]:
    """Return the topics, kinds and cells of which the forms have more questions than share no fact."""
    asking = _asking(pool.entries, "topic", "kind", "cell")
    needs = Counter(
        trait
        for form in forms
        for one in form.questions
        for trait in (("topic", one.topic), ("kind", one.kind), ("cell", f"{one.topic} {one.kind}"))
    )
    most = {trait: _most_disjoint(asking[trait]) for trait in needs}
    return [Scarce(" ".join(trait), most[trait], need) for trait, need in needs.items() if need > most[trait]]


def _forced(scarce: Sequence[Scarce]) -> int:
    """Return how often facts must be asked again: what the topics lack, or the kinds, or the cells."""
    lacks = Counter[str]()
    for one in scarce:
        lacks[one.name.split()[0]] += one.needed - one.most
    return max(lacks.values(), default=0)
