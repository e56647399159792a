"""Flaws that come with the facts: options made true, keys outlived, context lost, evidence gone, trivia."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from quizapp.facts.dates import UNKNOWN, DateSpan, parse_date
from quizapp.facts.model import Citation, Fact, Link
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.schema import LinkKind
from quizapp.facts.values import DateValue, Entity, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import MOST, Change, Lot, Mutation

LINKS: tuple[LinkKind, ...] = ("agrees", "differs", "updates", "answers", "qualifies")
LATER = date(2080, 1, 1)
_AGEING = ("statistic", "role", "rule")
YEAR = re.compile(r"\b\d{4}\b")
AS_OF = re.compile(r" \(as of [^)]*\)")

Amend = Callable[[Question, Fact, Pack, Draw, str], "Pack | None"]


def amended(*ways: Amend, today: date | None = None, undated: bool = False) -> Change:
    """Return the change that amends the pack, for each question in one of these ways in turn.

    All questions of the lot are then held to the one pack that has every amendment; each fact is
    amended once.
    """

    def change(lot: Lot, draw: Draw) -> Lot:
        pack, kept = lot.pack, list[Question]()
        once: set[str] = set()
        for question in draw.strolled(lot.questions):
            if question.facts[0] in once:
                continue
            shown = _without_date(question) if undated else question
            fact = pack.facts.get(question.facts[0])
            order = ways[len(kept) % len(ways) :] + ways[: len(kept) % len(ways)]
            name = f"amended-{len(kept)}"
            found = (way(shown, fact, pack, draw, name) for way in order) if shown and fact else ()
            changed = next((one for one in found if one), None)
            if changed and shown:
                pack = changed
                once.add(question.facts[0])
                kept.append(shown)
            if len(kept) == MOST:
                break
        return replace(lot, questions=tuple(kept), pack=pack, today=today or lot.today)

    return change


def _with_fact(pack: Pack, fact: Fact, *links: Link) -> Pack:
    """Return the pack with a fact added, or in the place of the one of its id, and with its entities."""
    named = {one.entity.id: one.entity for one in fact.slots.values() if isinstance(one, EntityValue)}
    return replace(
        pack, facts={**pack.facts, fact.id: fact}, links=(*pack.links, *links),
        entities={**named, **pack.entities}, files={**pack.files, fact.id: "amended"},
    )  # fmt: skip


def _offered(question: Question, fact: Fact, pack: Pack, draw: Draw) -> SlotValue | None:
    """Return a wrong option as the value that it offers for the asked slot, or None."""
    key = fact.slots.get(question.slot)
    wrong = [one.text for one in question.options if not one.correct]
    if key is None or not wrong or question.kind not in ("value", "level-of-government", "select-all"):
        return None
    return _as_value(draw.choice(wrong), key, pack)


def _as_value(text: str, key: SlotValue, pack: Pack) -> SlotValue | None:
    match key:
        case EntityValue():
            return next((EntityValue(one) for one in pack.entities.values() if one.name == text), None)
        case QuantityValue(unit=unit):
            figure = parse_quantity(text)
            return QuantityValue(figure, text, text, unit) if figure else None
        case DateValue():
            return DateValue(parse_date(text), text, text) if re.fullmatch(r"\d{4}", text) else None
    return TermValue(text, text)


def _given_by_another(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Add a fact of the same given slots that gives a wrong option, perhaps said by somebody else."""
    value = _offered(question, fact, pack, draw)
    if value is None:
        return None
    speaker = draw.choice([None, *pack.entities.values()])
    return _with_fact(
        pack, replace(fact, id=name, slots={**fact.slots, question.slot: value}, asserted_by=speaker)
    )


def _given_for_no_date(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Add such a fact whose other dates are unknown."""
    value = _offered(question, fact, pack, draw)
    dates = [slot for slot, one in fact.slots.items() if isinstance(one, DateValue) and slot != question.slot]
    if value is None or not dates:
        return None
    unknown = dict.fromkeys(dates, DateValue(UNKNOWN, "", "at some time"))
    return _with_fact(pack, replace(fact, id=name, slots={**fact.slots, **unknown, question.slot: value}))


def _linked(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Link a fact about something else that mentions a wrong option."""
    value = _offered(question, fact, pack, draw)
    if value is None:
        return None
    kind = draw.choice(LINKS)
    other = replace(fact, id=name, slots={question.slot: value}, says="{" + question.slot + "} was named")
    return _with_fact(pack, other, Link(kind, (fact.id, name), "One bears on the other."))


def _same_under_another_name(
    question: Question, fact: Fact, pack: Pack, draw: Draw, name: str
) -> Pack | None:
    """Let a wrong option be the key under another name, or a part of it."""
    value, key = _offered(question, fact, pack, draw), fact.slots.get(question.slot)
    if not isinstance(value, EntityValue) or not isinstance(key, EntityValue):
        return None
    alias = replace(value.entity, aliases=(*value.entity.aliases, key.entity.name))
    part = replace(value.entity, part_of=(*value.entity.part_of, key.entity.id))
    other = part if draw.below(2) and value.entity.id not in pack.wholes(key.entity.id) else alias
    return replace(pack, entities={**pack.entities, other.id: other})


def _said_too(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Let a rival have said the like, or another of the sources report it."""
    wrong = [one.text for one in question.options if not one.correct]
    if question.kind == "who-said":
        rival = next((one for one in pack.entities.values() if one.name in wrong), None)
        other = replace(fact, id=name, asserted_by=rival) if rival else None
    elif question.kind == "which-source":
        source = next((one.id for one in pack.sources.values() if one.name in wrong), None)
        other = replace(fact, id=name, citations=(Citation(source, (1,)),)) if source else None
    else:
        other = None
    return _with_fact(pack, other, Link("agrees", (fact.id, name), "They say the same.")) if other else None


def _elsewhere(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Add a fact that gives a wrong option for something else that determines the slot."""
    value = _offered(question, fact, pack, draw)
    given = {slot for rule in fact.relation.determines if rule.slot == question.slot for slot in rule.given}
    named = [slot for slot in given if isinstance(fact.slots.get(slot), EntityValue)]
    if value is None or not named:
        return None
    slots = {**fact.slots, question.slot: value}
    for slot in named:
        slots[slot] = EntityValue(Entity(f"{name}-{slot}", "place", f"Nowhere {name}", "invented"))
    return _with_fact(pack, replace(fact, id=name, slots=slots))


def _said_otherwise(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Let a rival say something else, and another source report something else."""
    wrong = [one.text for one in question.options if not one.correct]
    if question.kind not in ("who-said", "which-source"):
        return None
    rival = next((one for one in pack.entities.values() if one.name in wrong), fact.asserted_by)
    source = next((one.id for one in pack.sources.values() if one.name in wrong), fact.sources[0])
    cites = (Citation(source, (1,)),)
    return _with_fact(
        pack, replace(fact, id=name, slots={}, says="it rained", asserted_by=rival, citations=cites)
    )


def _without_date(question: Question) -> Question | None:
    """Return the question without "(as of …)"; None where a year is still shown, or no slot asked."""
    stem = AS_OF.sub("", question.stem)
    shown = f"{stem} {question.quote}"
    return None if YEAR.search(shown) or not question.slot else replace(question, stem=stem)


def _ages(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Do nothing to the pack: its facts of some kinds are old on a late day."""
    ages = fact.kind in _AGEING and fact.as_of.end is not None and not _dated(question, fact)
    return replace(pack) if ages else None


def _dated(question: Question, fact: Fact) -> bool:
    return any(isinstance(value, DateValue) for value in fact.slots.values())


def _renewed(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Add a later fact that fills the asked slot otherwise."""
    key = fact.slots.get(question.slot)
    if (
        fact.as_of.end is None
        or key is None
        or _dated(question, fact)
        or not _is_determined(fact, question.slot)
    ):
        return None
    day = date(fact.as_of.end.year + draw.between(1, 9), 6, 1)
    later = replace(
        fact, id=name, as_of=DateSpan(day, day, "day"), slots={**fact.slots, question.slot: _other(key, name)}
    )
    return _with_fact(pack, later)


def _is_determined(fact: Fact, slot: str) -> bool:
    return any(
        rule.slot == slot and set(rule.given) <= fact.slots.keys() for rule in fact.relation.determines
    )


def _other(key: SlotValue, name: str) -> SlotValue:
    """Return a value of the same sort that no fact has."""
    match key:
        case EntityValue():
            return EntityValue(Entity(name, key.entity.type, f"Somebody {name}", key.entity.group))
        case QuantityValue(unit=unit):
            figure = parse_quantity(f"{int(key.quantity.value) * 7 + 13}")
            assert figure
            return QuantityValue(figure, figure.text, figure.text, unit)
        case DateValue():
            return DateValue(parse_date("1066"), "1066", "1066")
    return TermValue(f"otherwise {name}", f"otherwise {name}")


def _re_keyed(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Let the fact itself give another value."""
    key = fact.slots.get(question.slot)
    if key is None or question.kind not in ("value", "number", "cloze", "level-of-government"):
        return None
    return _with_fact(pack, replace(fact, slots={**fact.slots, question.slot: _other(key, name)}))


def _retired(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    return replace(pack, facts={one: kept for one, kept in pack.facts.items() if one != fact.id})


def _renewed_but_dated(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Add a later fact beside a question that shows its date, or asks who said what, which does not age."""
    shown = f"{question.stem} {question.quote}"
    if not YEAR.search(shown) and question.kind not in ("who-said", "which-source"):
        return None
    key = fact.slots.get(question.slot)
    if key is None or fact.as_of.end is None:
        return replace(pack) if question.kind in ("who-said", "which-source") else None
    day = date(fact.as_of.end.year + 2, 6, 1)
    later = replace(
        fact, id=name, as_of=DateSpan(day, day, "day"), slots={**fact.slots, question.slot: _other(key, name)}
    )
    return _with_fact(pack, later)


def _unmarked(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Take every mark of importance from an asked figure."""
    return _marked(question, fact, pack, asks=False, linked=False, opening=False)


def _marked_once(question: Question, fact: Fact, pack: Pack, draw: Draw, name: str) -> Pack | None:
    """Leave an asked figure one mark of importance: the author's, a link, or its place in the text."""
    mark = draw.below(3)
    return _marked(question, fact, pack, asks=mark == 0, linked=mark == 1, opening=mark == 2)


def _marked(
    question: Question, fact: Fact, pack: Pack, *, asks: bool, linked: bool, opening: bool
) -> Pack | None:
    source = pack.sources[fact.sources[0]]
    last = len(source.paragraph_hashes)
    if not isinstance(fact.slots.get(question.slot), QuantityValue) or last < 8:
        return None
    place = next(n for n in range(1, last + 1) if n not in source.boilerplate) if opening else last
    others = tuple(name for name in fact.asks if name != question.slot)
    changed = replace(fact, asks=fact.asks if asks else others, citations=(Citation(source.id, (place,)),))
    links = [link for link in pack.links if fact.id not in link.facts]
    if linked:
        links.append(
            Link(
                "qualifies",
                (fact.id, next(name for name in pack.facts if name != fact.id)),
                "It bears on it.",
            )
        )
    return replace(pack, facts={**pack.facts, fact.id: changed}, links=tuple(links))


FACT_MUTATIONS = (
    Mutation(
        17,
        amended(_given_by_another, _linked, _same_under_another_name, _said_too, _given_for_no_date),
        amended(_elsewhere, _said_otherwise),
    ),
    Mutation(
        19, amended(_ages, _renewed, today=LATER, undated=True), amended(_renewed_but_dated, today=LATER)
    ),
    Mutation(19, amended(_re_keyed, _retired, today=LATER), amended(_renewed_but_dated, today=LATER)),
    Mutation(24, amended(_unmarked), amended(_marked_once)),
)
