"""What a form is assembled from: drafts made into questions only when their turn comes, or a bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from quizapp.assessment.forms import Choice
from quizapp.facts.pack import Pack
from quizapp.generation.blueprint import BANDS, Blueprint, Trait
from quizapp.generation.cueing import GivenAway
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Question

FIXED = "answer-form"
ANY: Trait = ("form", "any")
"""The trait that every question has."""


@dataclass(frozen=True)
class Reach:
    """What a question asks, what it gives away by being asked at all, and what only its feedback does."""

    asks: frozenset[str]
    bars: frozenset[str]
    tells: frozenset[str]

    def excludes(self, other: Reach) -> bool:
        """Tell whether two questions may not stand in one form, in whatever order."""
        if not self.bars.isdisjoint(other.asks) or not other.bars.isdisjoint(self.asks):
            return True
        return self.cues(other) and other.cues(self)

    def cues(self, other: Reach) -> bool:
        """Tell whether feedback shows what another question asks, which must then come first."""
        return not self.tells.isdisjoint(other.asks)


@dataclass(eq=False)
class Entry:
    """A question that a form may take: its place in the pool, and the traits known so far.

    A trait of a draft is a guess by its first fact; that of a question counts.
    """

    place: int
    draft: Draft
    traits: tuple[Trait, ...]
    question: Question | None = None
    tried: bool = False
    reach: Reach = field(default=Reach(frozenset(), frozenset(), frozenset()))

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it asks: of a draft, the first of them."""
        return self.question.facts if self.question else (self.draft.fact.id,)

    @property
    def name(self) -> tuple[str, tuple[str, ...], str]:
        """What its question asks, of which facts: the same in every seed."""
        return self.draft.kind, self.facts, self.question.slot if self.question else ""

    def trait(self, dimension: str) -> Trait:
        """Return its trait of a dimension of which every question has one."""
        return next(trait for trait in self.traits if trait[0] == dimension)

    @property
    def points(self) -> int:
        """The difficulty of its question; 0 before it is made."""
        return self.question.difficulty if self.question else 0


class Pool:
    """Entries of one pack. What is made of them once is kept for every form assembled from it."""

    def __init__(self, pack: Pack, drafts: Iterable[Draft], make: Callable[[Draft], Question | None]) -> None:
        self.pack = pack
        self.entries = [Entry(place, draft, self._draft_traits(draft)) for place, draft in enumerate(drafts)]
        self._make = make
        self._away = pack.remembered(GivenAway)

    @classmethod
    def of(cls, pack: Pack, questions: Sequence[Question]) -> Pool:
        """Return the pool of a bank: every question is made already."""
        pool = cls(pack, (_draft_of(pack, question) for question in questions), lambda draft: draft.make())
        pool.make_all()
        return pool

    def make_all(self) -> None:
        """Make every question, so that skills and difficulties are known."""
        for entry in self.entries:
            self.question(entry)

    def allowed(self, blueprint: Blueprint) -> list[Entry]:
        """Return the entries that a blueprint does not leave out: by a fact, a family, or a count of 0."""
        none = {quota.trait for quota in blueprint.quotas if quota.most == 0}
        without = blueprint.without
        return [
            entry
            for entry in self.entries
            if none.isdisjoint(entry.traits) and not (without and self._is_named(entry, without))
        ]

    def _is_named(self, entry: Entry, names: frozenset[str]) -> bool:
        question = self.question(entry)
        return question is not None and not names.isdisjoint((*question.facts, question.family))

    def question(self, entry: Entry) -> Question | None:
        """Return the question of an entry; None where its facts allow none."""
        if not entry.tried:
            entry.tried, entry.question = True, self._make(entry.draft)
            if entry.question:
                entry.traits = self._traits(entry.draft, entry.question)
        return entry.question

    def ready(self, entry: Entry) -> bool:
        """Make the question of an entry and find what it gives away; False where there is none."""
        question = self.question(entry)
        if question and not entry.reach.asks:
            entry.reach = Reach(
                frozenset(question.facts),
                frozenset(self._away.by((*question.facts, *question.displays))),
                frozenset(self._away.by(question.shows)),
            )
        return question is not None

    def _draft_traits(self, draft: Draft) -> tuple[Trait, ...]:
        fact = draft.fact
        known = [ANY, ("kind", draft.kind), ("topic", fact.topic), ("cell", f"{fact.topic} {draft.kind}")]
        known += [("source", fact.sources[0])] + (
            [("speaker", fact.asserted_by.id)] if fact.asserted_by else []
        )
        return (*known, ("label", f"{draft.kind} {draft.label}"))

    def _traits(self, draft: Draft, question: Question) -> tuple[Trait, ...]:
        facts = [self.pack.facts[name] for name in question.facts]
        sources = dict.fromkeys(("source", fact.sources[0]) for fact in facts)
        speakers = dict.fromkeys(("speaker", fact.asserted_by.id) for fact in facts if fact.asserted_by)
        known = [ANY, ("kind", question.kind), ("topic", question.topic), ("skill", question.skill)]
        known += [("cell", f"{question.topic} {question.kind}"), ("band", band(question.difficulty))]
        known += [("label", f"{draft.kind} {draft.label}"), *position(question)]
        return (*known, *sources, *speakers)


def band(difficulty: int) -> str:
    """Return the band that a difficulty of 0 to 100 lies in."""
    return next(name for name, points in BANDS.items() if difficulty in points)


def position(question: Question) -> list[Trait]:
    """Return the place of the key among so many options, as a trait; [] where no one option is right."""
    form = question.form
    return [("position", f"{form.key + 1} of {form.options}")] if isinstance(form, Choice) else []


def _draft_of(pack: Pack, question: Question) -> Draft:
    fixed = question.options and all(option.origin == FIXED for option in question.options)
    return Draft(
        question.kind, pack.facts[question.facts[0]], lambda: question, question.answer if fixed else ""
    )
