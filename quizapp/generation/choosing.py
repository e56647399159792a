"""Choosing for a form: the scarcest of what is still wanted first, then the kinds in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop

from quizapp.generation.blueprint import Blueprint, Trait
from quizapp.generation.draws import Draw
from quizapp.generation.pool import Entry, Pool
from quizapp.generation.question import Question
from quizapp.generation.seats import Seats

GAIN, AGAIN = 10**6, 10**4
"""What serving a want counts, and what a fact of another form: far more than any usage."""

LOPSIDED = 3
"""So many questions at most are passed over because their key would stand where most keys stand."""


class Table:
    """The pool in a drawn order, by trait, and how the next of it is chosen.

    `used` counts how often other forms ask a fact, and have a question (its `Entry.name`).
    """

    def __init__(self, pool: Pool, blueprint: Blueprint, draw: Draw, used: Mapping[object, int]) -> None:
        self.pool, self._blueprint, self._used = pool, blueprint, used
        self.by_trait: dict[Trait, list[Entry]] = {}
        for entry in draw.shuffled(pool.allowed(blueprint)):
            for trait in entry.traits:
                self.by_trait.setdefault(trait, []).append(entry)
        self.kinds = draw.shuffled(sorted(trait for trait in self.by_trait if trait[0] == "kind"))
        self._labels = {kind: draw.shuffled(self._labels_of(kind)) for kind in self.kinds}
        wanted = [quota.trait for quota in blueprint.quotas if quota.least]
        self._slack = {trait: self._facts_with(trait) for trait in wanted}

    def _labels_of(self, kind: Trait) -> list[Trait]:
        return sorted({entry.trait("label") for entry in self.by_trait[kind]})

    def _facts_with(self, trait: Trait) -> int:
        return len({entry.draft.fact.id for entry in self.by_trait.get(trait, ())})

    def may_serve(self, seats: Seats) -> bool:
        """Tell whether any want is left for which there are facts enough."""
        return any(self._slack[trait] >= seats.counts[trait] + need for trait, need in seats.needs.items())

    def filled(self, seats: Seats) -> Seats:
        """Seat whatever is wanted and fits, until the form is full or nothing does."""
        spent: set[Trait] = set()
        while seats.room and (entry := self._next(seats, spent)):
            seats.seat(entry)
        return seats

    def _next(self, seats: Seats, spent: set[Trait]) -> Entry | None:
        """Return the entry for the scarcest want, or else for the kind that has come up least."""
        wants = sorted(seats.needs, key=lambda trait: (self._slack[trait] - seats.needs[trait], trait))
        turns = sorted(self.kinds, key=lambda kind: seats.counts[kind])
        for trait in (*wants, *turns):
            if trait not in spent and trait not in seats.full:
                entry = self._best_of(trait, seats)
                if entry:
                    return entry
                spent.add(trait)
        return None

    def _best_of(self, trait: Trait, seats: Seats) -> Entry | None:
        """Return the best entry with a trait; of a kind with fixed labels, one whose label came up least.

        The label goes first: statements without a speaker cost less, and would mostly be chosen.
        """
        labels = sorted(self._labels.get(trait, [trait]), key=lambda label: seats.usage[label])
        return next((entry for label in labels if (entry := self._best(label, seats))), None)

    def _best(self, trait: Trait, seats: Seats) -> Entry | None:
        """Return the best entry with a trait that fits, preferring keys that do not stand where most do."""
        passed: list[tuple[int, Entry]] = []
        for cost, entry in self._in_order(trait, seats):
            if passed and (len(passed) == LOPSIDED or cost // AGAIN > passed[0][0] // AGAIN):
                break
            if self.pool.ready(entry) and seats.within_limits(entry) and seats.fits(entry):
                if not _is_lopsided(entry, seats):
                    return entry
                passed.append((cost, entry))
        return passed[0][1] if passed else None

    def _in_order(self, trait: Trait, seats: Seats) -> Iterator[tuple[int, Entry]]:
        """Yield the entries with a trait that are within limits, with their cost, the cheapest first."""
        entries = self.by_trait.get(trait, [])
        heap = [
            (self._cost(entry, seats), number)
            for number, entry in enumerate(entries)
            if seats.within_limits(entry)
            and not seats.has(entry)
            and not (entry.tried and not entry.question)
        ]
        heapify(heap)
        while heap:
            cost, number = heappop(heap)
            yield cost, entries[number]

    def _cost(self, entry: Entry, seats: Seats) -> int:
        """Return how little a form wants an entry: wants unserved, facts of other forms, traits it has."""
        needs, usage = seats.needs, seats.usage
        cost = sum(usage[trait] for trait in entry.traits) - GAIN * sum(t in needs for t in entry.traits)
        if self._used:
            cost += AGAIN * self.again(entry) + AGAIN // 2 * self._used.get(entry.name, 0)
        if self._blueprint.difficulty is not None and entry.question:
            cost += _off_course(entry.question, seats, self._blueprint.difficulty)
        return cost

    def again(self, entry: Entry) -> int:
        """Return how often other forms ask the facts of an entry."""
        return sum(self._used.get(name, 0) for name in entry.facts)


def _is_lopsided(entry: Entry, seats: Seats) -> bool:
    """Tell whether an entry's key stands where more keys stand than in the emptiest place."""
    places = [trait[1] for trait in entry.traits if trait[0] == "position"]
    for place in places:
        total = place.split()[-1]
        counts = [seats.counts["position", f"{n} of {total}"] for n in range(1, int(total) + 1)]
        return seats.counts["position", place] > min(counts)
    return False


def _off_course(question: Question, seats: Seats, mean: int) -> int:
    """Return how far a difficulty lies from what the places left need on average, to come to the mean."""
    left = mean * seats.blueprint.length - seats.points
    return abs(question.difficulty * seats.room - left) // (2 * seats.room)
