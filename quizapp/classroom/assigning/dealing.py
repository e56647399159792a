"""Making the questions of an assignment, and saying in words what the choices do not allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.classroom.assigning.choices import Choices
from quizapp.classroom.assigning.drafting import DraftBank
from quizapp.classroom.assigning.selection import Selection
from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form, assemble
from quizapp.generation.blueprint import Blueprint
from quizapp.generation.draws import Draw
from quizapp.generation.limits import OffCourse, Shortfall, points, shortfalls
from quizapp.generation.parallel import NAMES, Parallel, Scarce, parallel
from quizapp.generation.pool import Pool
from quizapp.site.words import counted, kind_words

REMEDY = "Tick more topics or kinds, or ask for fewer questions."


@dataclass(frozen=True)
class Dealt:
    """Questions made for some choices, and a sentence on each thing that the choices do not allow."""

    selection: Selection
    lacks: tuple[str, ...]


def deal(bank: DraftBank, choices: Choices, selection: Selection) -> Dealt:
    """Choose the questions anew: for these choices and the selection's seed, without what it left out."""
    pool = bank.pool(choices, frozenset(selection.left_out))
    blueprint = choices.blueprint
    if choices.forms == 1:
        forms: tuple[Form, ...] = (assemble(pool, blueprint, Draw(bank.seed, "form")),)
        common: tuple[str, ...] = ()
    else:
        found = parallel(pool, blueprint, choices.forms, Draw(bank.seed, "forms"))
        forms, common = found.forms, tuple(_common(bank.pack, found))
    chosen = tuple(tuple(map(bank.number_of, form.questions)) for form in forms if form.questions)
    fresh = replace(selection, forms=chosen, passed=(), mark=choices.mark(bank.pack, bank.seed))
    return Dealt(fresh, (*_lacks(pool, blueprint, forms, bank.seed), *common))


def _lacks(pool: Pool, blueprint: Blueprint, forms: tuple[Form, ...], seed: str) -> Iterator[str]:
    """Yield what the forms lack, in words; what all lack alike is said once."""
    said: dict[str, list[str]] = {}
    for name, form in zip(NAMES, forms, strict=False):
        for one in shortfalls(pool, blueprint, form, Draw(seed, "limits")):
            said.setdefault(_words(one), []).append(name)
    for words, names in said.items():
        yield words if len(names) == len(forms) else f"Form {', '.join(names)}: {words}"


def _words(one: Shortfall | OffCourse) -> str:
    if isinstance(one, OffCourse):
        side = "hardest" if one.given < one.wanted else "easiest"
        return (
            f"A mean difficulty near {one.wanted} of 100 was asked for, and these have {points(one.given)}; "
            f"the {side} quiz found has {points(one.reached)}. More topics or kinds may help."
        )
    asked = f"{counted(one.wanted, 'question')} were asked for"
    if not one.given:
        return f"{asked}, and these topics and kinds give none. {REMEDY}"
    if one.most < one.wanted:
        found = f"; {one.given} were found" if one.given < one.most else ""
        return (
            f"{asked}. Of these topics and kinds, at most {one.most} can stand in one quiz without one "
            f"giving away the answer to another{found}. {REMEDY}"
        )
    return f"{asked}, and {one.given} were found that give away no answer to each other. {REMEDY}"


def _common(pack: Pack, found: Parallel) -> Iterator[str]:
    if found.again:
        start = f"{counted(found.again, 'time')} a fact is asked again in another form"
        least = f"; {found.forced} cannot be avoided" if found.forced else ""
        reasons = "".join(f" {_scarce(pack, one)}" for one in found.scarce[:3])
        yield f"{start}{least}.{reasons} Fewer forms or questions, or more topics, help."


def _scarce(pack: Pack, one: Scarce) -> str:
    """Return why forms must ask facts twice: "Of “Building”, the forms need 30 …"."""
    _, _, name = one.name.partition(" ")
    titles = {topic.id: topic.title for topic in pack.topics}
    words = " · ".join(titles.get(part, kind_words(part)) for part in name.split())
    return f"Of “{words}”, the forms need {one.needed} questions, and at most {one.most} share no fact."
