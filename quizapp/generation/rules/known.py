"""What rules that need the facts know: the pack, the day, and where names are looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from quizapp.assessment.forms import Select
from quizapp.facts.dates import DateSpan
from quizapp.facts.model import GAP, Fact, Relation, Source
from quizapp.facts.pack import Pack
from quizapp.facts.quantities import parse_quantity
from quizapp.facts.values import DateValue, Entity, EntityValue, QuantityValue, SlotValue, TermValue
from quizapp.facts.wording import folded
from quizapp.generation.question import Question
from quizapp.generation.rules.printed import date_of, words_of

VERBS = (
    "admit", "admits", "admitted", "concede", "concedes", "conceded", "confess", "confesses", "confessed",
    "claim", "claims", "claimed", "allege", "alleges", "alleged", "insist", "insists", "insisted",
    "boast", "boasts", "boasted", "brag", "brags", "bragged", "refuse", "refuses", "refused",
    "reveal", "reveals", "revealed", "slam", "slams", "slammed", "blast", "blasts", "blasted",
    "rant", "rants", "ranted", "sneer", "sneers", "sneered", "parrot", "parrots", "parroted",
    "so-called", "regime", "radical",
)  # fmt: skip
"""Words that judge whoever they are said of, in whatever pack; "said" and "according to" do not."""


class Known:
    """A pack on a day, with its indexes: made once, used for every question."""

    def __init__(self, pack: Pack, today: date) -> None:
        self.pack = pack
        self.today = today

    def facts_of(self, question: Question) -> list[Fact]:
        """Return the facts that a question asks, as far as the pack still has them."""
        return [self.pack.facts[name] for name in question.facts if name in self.pack.facts]

    def asked(self, question: Question) -> tuple[Fact, SlotValue] | None:
        """Return the first fact and the value of the slot that is asked; None where none is.

        A question of what belongs in one gap of several facts asks for no fact's value.
        """
        facts = self.facts_of(question)
        gapped = GAP in question.quote and isinstance(question.form, Select)
        if not facts or question.slot not in facts[0].slots or gapped:
            return None
        return facts[0], facts[0].slots[question.slot]

    def entity(self, name: str) -> Entity | None:
        """Return the entity of that name or alias, the case aside."""
        return self._entities.get(folded(name))

    def source(self, name: str) -> Source | None:
        return self._sources.get(folded(name))

    def value(self, text: str, like: SlotValue) -> SlotValue | None:
        """Return what an option says, as a value of the sort of `like`; None where it says no such thing."""
        match like:
            case EntityValue():
                entity = self.entity(text)
                return EntityValue(entity) if entity else None
            case QuantityValue(unit=unit):
                figure = parse_quantity(text)
                return QuantityValue(figure, text, text, unit) if figure else None
            case DateValue():
                span = date_of(text)
                return DateValue(span, text, text) if span else None
        return TermValue(text, text)

    def links(self, fact: str) -> Mapping[str, frozenset[str]]:
        """Return the facts that links of each kind lead to directly."""
        return self._links.get(fact, {})

    def varies(self, relation: Relation) -> bool:
        """Tell whether what a relation gives changes with time: a date is given, or its facts show it."""
        if relation.id not in self._varying:
            self._varying[relation.id] = self._changes(relation)
        return self._varying[relation.id]

    @cached_property
    def loaded(self) -> re.Pattern[str]:
        """The pack's loaded words, and the verbs that judge."""
        words = sorted({*self.pack.loaded_words, *VERBS}, key=len, reverse=True)
        return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, words))})(?![\w])", re.IGNORECASE)

    @cached_property
    def loaded_heads(self) -> frozenset[str]:
        """The first words of the loaded ones: most texts hold none, which is quickly told."""
        return frozenset(words_of(word)[0] for word in (*self.pack.loaded_words, *VERBS) if words_of(word))

    @cached_property
    def loaded_phrases(self) -> frozenset[str]:
        return frozenset(folded(fact.loaded) for fact in self.pack.facts.values() if fact.loaded)

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        pairs = [(name, one) for one in self.pack.entities.values() for name in one.names]
        named = [(one.name, one) for one in self.pack.entities.values()]
        return {folded(name): one for name, one in [*pairs, *named]}

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {folded(source.name): source for source in self.pack.sources.values()}

    @cached_property
    def _varying(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _links(self) -> Mapping[str, dict[str, frozenset[str]]]:
        found: dict[str, dict[str, frozenset[str]]] = {}
        for link in self.pack.links:
            for name in link.facts:
                kinds = found.setdefault(name, {})
                kinds[link.kind] = kinds.get(link.kind, frozenset()) | (set(link.facts) - {name})
        return found

    def _changes(self, relation: Relation) -> bool:
        if any(relation.slots[name] == "date" for rule in relation.determines for name in rule.given):
            return True
        seen: dict[tuple[str, ...], DateSpan] = {}
        for fact in self.pack.by_relation[relation.id]:
            for rule in relation.determines:
                if rule.slot not in fact.slots:
                    continue
                given = (fact.slots[name].words if name in fact.slots else "" for name in rule.given)
                first = seen.setdefault((rule.slot, *map(folded, given)), fact.as_of)
                if not first.overlaps(fact.as_of):
                    return True
        return False
