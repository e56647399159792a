"""How evenly a pack speaks: whom it lets speak, how it reports them, and what its questions key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.facts.model import Fact
from quizapp.facts.pack import Pack
from quizapp.facts.wording import occurs, without_quotes
from quizapp.generation.assembly import Form
from quizapp.generation.bank import bank, deal_form
from quizapp.generation.citing import source_of
from quizapp.generation.kinds import verdict
from quizapp.generation.question import Question

OWN_VOICE = "the text itself"
VERBS = ("said that", "according to", "the text itself says that")
"""How a statement may be tied to its speaker; whoever speaks, no other verb is used."""


@dataclass(frozen=True)
class Speaker:
    """What one speaker is let say: claims, opinions and predictions, and how they are introduced.

    `qualified` counts those that a link qualifies, answers or differs from; `verbs` counts each
    reporting verb of the statements.
    """

    name: str
    claims: int
    opinions: int
    predictions: int
    qualified: int
    verbs: Mapping[str, int]

    @property
    def judgements(self) -> int:
        return self.opinions + self.predictions

    @property
    def said(self) -> int:
        return self.claims + self.judgements


@dataclass(frozen=True)
class Loaded:
    """A loaded word outside quotation marks: where it stands, and in which words."""

    word: str
    place: str
    text: str


@dataclass(frozen=True)
class FormSpread:
    """One form that a seed deals: how many questions come from each source and each speaker."""

    seed: str
    questions: int
    sources: Mapping[str, int]
    speakers: Mapping[str, int]


@dataclass(frozen=True)
class Fairness:
    """The fairness report of a pack, for the bank and the forms of some seeds.

    `outlets` and `text_kinds` count facts; `verdicts` counts the keys of the questions that ask
    whether a source supports a statement.
    """

    pack: str
    title: str
    facts: int
    questions: int
    speakers: tuple[Speaker, ...]
    outlets: Mapping[str, int]
    text_kinds: Mapping[str, int]
    verdicts: Mapping[str, int]
    loaded: tuple[Loaded, ...]
    forms: tuple[FormSpread, ...]


def fairness(pack: Pack, seed: str, count: int = 10, forms: int = 3) -> Fairness:
    """Return the report on a pack, on its bank for a seed, and on some forms of `count` questions.

    The forms are dealt from the seed itself, then from "seed-2", "seed-3" …
    """
    questions = bank(pack, seed)
    seeds = [seed, *(f"{seed}-{number}" for number in range(2, forms + 1))][:forms]
    return Fairness(
        pack=pack.id,
        title=pack.title,
        facts=len(pack.facts),
        questions=len(questions),
        speakers=speakers(pack),
        outlets=outlets(pack),
        text_kinds=text_kinds(pack),
        verdicts=_counted(question.answer for question in questions if question.kind == verdict.NAME),
        loaded=tuple(loaded_words(pack, questions)),
        forms=tuple(_spread(pack, one, deal_form(pack, one, count)) for one in seeds),
    )


def outlets(pack: Pack) -> dict[str, int]:
    """Return how many facts come from each outlet; what a text does not state is "not stated"."""
    return _counted(_outlet(pack, fact) for fact in pack.facts.values())


def text_kinds(pack: Pack) -> dict[str, int]:
    """Return how many facts come from each kind of text."""
    return _counted(source_of(pack, fact).text_kind for fact in pack.facts.values())


def speakers(pack: Pack) -> tuple[Speaker, ...]:
    """Return who speaks in a pack, whoever says most first; the texts' own judgements are one speaker."""
    groups: dict[str, list[Fact]] = {}
    for fact in pack.facts.values():
        if fact.asserted_by or fact.status != "reported":
            groups.setdefault(fact.asserted_by.name if fact.asserted_by else OWN_VOICE, []).append(fact)
    found = (_speaker(pack, name, said) for name, said in groups.items())
    return tuple(sorted(found, key=lambda one: (-one.said, one.name)))


def _speaker(pack: Pack, name: str, said: Sequence[Fact]) -> Speaker:
    statuses = Counter(fact.status for fact in said)
    disputed = {
        fact for link in pack.links if link.kind in ("qualifies", "answers", "differs") for fact in link.facts
    }
    return Speaker(
        name=name,
        claims=statuses["attributed"] + statuses["reported"],
        opinions=statuses["opinion"],
        predictions=statuses["prediction"],
        qualified=sum(fact.id in disputed for fact in said),
        verbs=_counted(reporting_verb(fact) for fact in said),
    )


def reporting_verb(fact: Fact) -> str:
    """Return the verb that ties a fact's statement to its speaker, or "none" if it is none of `VERBS`."""
    said = fact.statement[: fact.statement.find(" that ") + 6].casefold()
    if fact.statement.casefold().startswith("according to "):
        return "according to"
    return next((verb for verb in reversed(VERBS) if said.strip().endswith(verb)), "none")


def loaded_words(pack: Pack, questions: Iterable[Question]) -> Iterator[Loaded]:
    """Yield every loaded word outside quotation marks, over statements and all that questions show."""
    seen: set[str] = set()
    for place, text in _texts(pack, questions):
        if text in seen:
            continue
        seen.add(text)
        own = without_quotes(text)
        yield from (Loaded(word, place, text) for word in pack.loaded_words if occurs(word, own))


def _texts(pack: Pack, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
    for fact in pack.facts.values():
        yield f"fact {fact.id}: statement", fact.statement
    for question in questions:
        place = f"{question.kind} {question.facts[0]}"
        yield f"{place}: stem", question.stem
        yield f"{place}: quoted sentence", question.quote
        for option in question.options:
            yield f"{place}: option", option.text
            yield f"{place}: feedback", option.feedback
        for look in question.second_look:
            yield f"{place}: second look", look.why


def _spread(pack: Pack, seed: str, form: Form) -> FormSpread:
    asked = [pack.facts[question.facts[0]] for question in form.questions]
    return FormSpread(
        seed=seed,
        questions=len(asked),
        sources=_counted(source_of(pack, fact).name for fact in asked),
        speakers=_counted(fact.asserted_by.name for fact in asked if fact.asserted_by),
    )


def _outlet(pack: Pack, fact: Fact) -> str:
    outlet = source_of(pack, fact).outlet
    return outlet.value or (f"{outlet.external} (known from elsewhere)" if outlet.external else "not stated")


def _counted(names: Iterable[str]) -> dict[str, int]:
    """Return how often each name occurs, the most frequent first, then by name."""
    return dict(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
