"""The words around a question: lead-ins that name the source, references, explanations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.facts.dates import DateSpan
from quizapp.facts.model import Citation, Fact, Link, Source, Stated
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue
from quizapp.facts.wording import occurs
from quizapp.generation.question import Explanation, Look, Reference

STATUS_NOTES = {
    "reported": "Reported fact: the text states it in its own voice. Other sources can bear it out or not.",
    "attributed": "Attributed claim: the text passes it on in somebody’s name and does not vouch for it.",
    "opinion": "Opinion: a judgement or a reading of things, whoever holds it; no record alone settles it.",
    "prediction": "Prediction: it is about what would happen later; nothing could settle it at the time.",
}

STRATEGIES = {
    "S1": "Ask of every figure and name: which source gives it, and in which words?",
    "S2": "Ask whether anything on record could settle it: if so it is a fact or a claim, if not an opinion.",
    "S3": "Ask who says so, in what capacity, and who passes it on.",
    "S4": "Ask which passage a statement rests on, and read that one: a text is no stronger than it.",
    "S5": "Ask as of when: a figure without its date is half a figure.",
    "S6": "Ask where you read it: each source vouches only for what it prints itself.",
    "S7": "Ask why two sources differ: another date, another unit, or another way of counting?",
    "S8": "Ask which words tell and which judge, and say the sentence again without the second sort.",
    "S9": "Ask whether the source says it at all: what it leaves out is neither confirmed nor denied.",
    "S10": "Ask what is counted, and in which unit, before you compare two numbers.",
}


def source_of(pack: Pack, fact: Fact) -> Source:
    """Return the source that a fact is asked from: the first it cites."""
    return pack.sources[fact.citations[0].source]


def latest_of(pack: Pack, fact: Fact) -> DateSpan:
    """Return the date after which no option beside a fact may lie.

    A held text knows nothing later than itself. A source known by reference, such as a
    decision, is not read for its date: there the newest date of the pack is the bound.
    """
    source = source_of(pack, fact)
    return source.as_of if source.held else pack.newest


def lead_in(pack: Pack, fact: Fact, asked: str | None = None) -> str:
    """Return "According to the council, as reported by the Herald (as of 2011)": who, where, as of when.

    The date is left out where the fact's own slots show one, or where the asked slot is one.
    """
    place = placed(pack, fact, asked)
    if fact.asserted_by is None:
        return f"According to {place}"
    return f"According to {fact.asserted_by.name}, as reported by {place}"


def placed(pack: Pack, fact: Fact, asked: str | None = None) -> str:
    """Return the source's label with the date its statement holds for, where that is needed."""
    label = source_of(pack, fact).label
    dated = any(isinstance(value, DateValue) for value in fact.slots.values())
    when = fact.as_of.words()
    if dated or fact.as_of.start is None or occurs(when, label) or occurs(str(fact.as_of.start.year), label):
        return label
    return f"{label} (as of {when})"


def references(pack: Pack, *facts: Fact) -> tuple[Reference, ...]:
    """Return where the facts stand, complete enough to print without the pack, each place once."""
    known = pack.remembered(_no_references)
    for fact in facts:
        if fact.id not in known:
            found = (_reference(fact, pack.sources[cite.source], cite) for cite in fact.citations)
            known[fact.id] = tuple(dict.fromkeys(found))
    if len(facts) == 1:
        return known[facts[0].id]
    return tuple(reference for name in dict.fromkeys(fact.id for fact in facts) for reference in known[name])


def _no_references(_: Pack) -> dict[str, tuple[Reference, ...]]:
    """Return an empty store: the references of each fact are made once, and shared by all questions."""
    return {}


def explanation(pack: Pack, facts: Sequence[Fact], slot: str, skill: str) -> Explanation:
    """Return what follows an answer: the true statement first, its evidence, label and advice.

    `slot` is the one that was asked, or "". Date and label are those of the first fact.
    Words in print are known of held texts only.
    """
    fact = facts[0]
    held = [one for one in facts if source_of(pack, one).held]
    return Explanation(
        statement=" ".join(one.statement for one in facts),
        evidence=tuple(dict.fromkeys(ways for one in held for ways in _evidence(one, slot))),
        status=fact.status,
        status_note=STATUS_NOTES[fact.status],
        as_of=_as_of(fact),
        strategy=STRATEGIES[skill],
    )


def second_look(pack: Pack, facts: Sequence[Fact]) -> tuple[Look, ...]:
    """Return what linked facts add: what differs, what is later, what answers or qualifies.

    Facts that merely agree add nothing, and none is told twice. It says what each source
    supports, never who is right.
    """
    told = {fact.id for fact in facts}
    looks: list[Look] = []
    for link in pack.links_of(told):
        if link.kind != "agrees":
            others = [pack.facts[name] for name in link.facts if name not in told]
            told.update(link.facts)
            looks.extend([_look(pack, link, others)] if others else [])
    return tuple(looks)


def _look(pack: Pack, link: Link, others: Sequence[Fact]) -> Look:
    return Look(link.kind, link.why, tuple(_with_caution(fact) for fact in others), references(pack, *others))


def _with_caution(fact: Fact) -> str:
    """Return a statement, and why it is not asked where it is too loose to be."""
    return f"{fact.statement} ({fact.not_asked})" if fact.not_asked else fact.statement


def _evidence(fact: Fact, slot: str) -> Iterator[tuple[str, ...]]:
    """Yield the printed words that prove a fact, those of the asked slot first."""
    for name in sorted(fact.slots, key=lambda name: name != slot):
        if fact.slots[name].printed:
            yield fact.slots[name].printed
    for phrase in fact.quotes:
        yield (phrase,)


def _reference(fact: Fact, source: Source, cite: Citation) -> Reference:
    return Reference(
        fact=fact.id,
        source=source.id,
        label=source.label,
        outlet=source.outlet.value,
        title=source.title.value,
        author=source.author.value,
        date=source.date.value,
        elsewhere=_elsewhere(source),
        text_kind=source.text_kind,
        citation=source.citation,
        url=source.url,
        seen=fact.seen,
        place=cite.place,
        paragraphs=cite.paragraphs,
        as_of=_as_of(fact),
        status=fact.status,
        asserted_by=fact.asserted_by.name if fact.asserted_by else None,
        through=tuple(entity.name for entity in fact.through),
    )


def _as_of(fact: Fact) -> str:
    when = fact.as_of.words()
    return f"{when} (known from elsewhere: {fact.as_of_external})" if fact.as_of_external else when


def _elsewhere(source: Source) -> tuple[str, ...]:
    stated = {"outlet": source.outlet, "title": source.title, "author": source.author, "date": source.date}
    return tuple(_known(name, value) for name, value in stated.items() if value.external)


def _known(name: str, value: Stated) -> str:
    return f"{name}: {value.external} ({value.where})"
