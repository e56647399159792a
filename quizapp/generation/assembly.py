"""Assembling a form: a blueprint met as far as a pool allows, by choosing greedily and then repairing.

The scarcest of what is still wanted is chosen first, from the questions that serve most other
wants; where that ends in a corner, one or two questions give way to another. All arithmetic
is on integers and all ties are broken by draws, so the same pool, blueprint and draw give the
same form everywhere. It is a heuristic: `limits` tells what is proven about a form that falls short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop
from itertools import islice

from quizapp.generation.blueprint import Blueprint, Quota, Trait
from quizapp.generation.draws import Draw
from quizapp.generation.ordering import ordered
from quizapp.generation.pool import Entry, Pool
from quizapp.generation.question import Question
from quizapp.generation.seats import Seats

MADE_BY = ("skill", "band")
"""What is known of a question only once it is made."""

GAIN, AGAIN = 10**6, 10**4
"""What serving a want counts, and what a fact of another form: far more than any usage."""

LOPSIDED = 3
"""So many questions are passed over because their key would stand where most keys stand."""

SWAPS, FEW = 60, 4
"""So many exchanges are tried for one step towards the mean difficulty, so many of one size."""

REPAIRS = 60
"""So many exchanges are tried to serve what is still wanted."""


@dataclass(frozen=True)
class Form:
    """An assembled quiz, in order; `asked_for` is how many questions were wanted.

    `unmet` holds the quotas that it falls short of, each with the number that it has.
    """

    questions: tuple[Question, ...]
    asked_for: int
    unmet: tuple[tuple[Quota, int], ...] = ()

    @property
    def short_by(self) -> int:
        """How many questions the pool could not give without breaking a rule."""
        return self.asked_for - len(self.questions)

    @property
    def difficulty(self) -> Fraction:
        """The mean difficulty of its questions, 0 to 100; 0 for an empty form."""
        return Fraction(sum(one.difficulty for one in self.questions), len(self.questions) or 1)


def assemble(pool: Pool, blueprint: Blueprint, draw: Draw, used: Mapping[object, int] | None = None) -> Form:
    """Return the form of a blueprint, as complete as it was found.

    `used` counts how often other forms ask a fact, and have a question (its `Entry.name`):
    both come up again only if need be.

    No two questions share a fact, or facts that say the same; none shows before its answer
    what another asks, and no feedback does so before it is asked; no limit is exceeded. Kinds,
    then topics, sources, keys' places and speakers are mixed. Only questions whose turn comes
    are made, unless the blueprint speaks of skills or difficulty.
    """
    if blueprint.difficulty is not None or any(q.trait[0] in MADE_BY for q in blueprint.quotas):
        pool.make_all()
    table = _Table(pool, blueprint, draw, used or {})
    seats = table.levelled(table.repaired(table.filled(Seats(blueprint))))
    return Form(ordered(seats.entries, draw), blueprint.length, tuple(seats.unmet()))


class _Table:
    """The pool in a drawn order, by trait, and how the next of it is chosen."""

    def __init__(self, pool: Pool, blueprint: Blueprint, draw: Draw, used: Mapping[object, int]) -> None:
        self._pool, self._blueprint, self._used = pool, blueprint, used
        self._by_trait: dict[Trait, list[Entry]] = {}
        self._points: dict[Trait, dict[int, list[Entry]]] = {}
        for entry in draw.shuffled(pool.allowed(blueprint)):
            for trait in entry.traits:
                self._by_trait.setdefault(trait, []).append(entry)
        self._kinds = draw.shuffled(sorted(trait for trait in self._by_trait if trait[0] == "kind"))
        wanted = [quota.trait for quota in blueprint.quotas if quota.least]
        self._slack = {trait: self._facts_with(trait) for trait in wanted}

    def _facts_with(self, trait: Trait) -> int:
        return len({entry.draft.fact.id for entry in self._by_trait.get(trait, ())})

    def filled(self, seats: Seats) -> Seats:
        """Seat whatever is wanted and fits, until the form is full or nothing does."""
        spent: set[Trait] = set()
        while seats.room and (entry := self._next(seats, spent)):
            seats.seat(entry)
        return seats

    def _next(self, seats: Seats, spent: set[Trait]) -> Entry | None:
        """Return the entry for the scarcest want, or else for the kind that has come up least."""
        wants = sorted(seats.needs, key=lambda trait: (self._slack[trait] - seats.needs[trait], trait))
        turns = sorted(self._kinds, key=lambda kind: seats.counts[kind])
        for trait in (*wants, *turns):
            if trait not in spent and trait not in seats.full:
                entry = self._best(trait, seats)
                if entry:
                    return entry
                spent.add(trait)
        return None

    def _best(self, trait: Trait, seats: Seats) -> Entry | None:
        """Return the best entry with a trait that fits, preferring keys that do not stand where most do."""
        passed: list[tuple[int, Entry]] = []
        for cost, entry in self._in_order(trait, seats):
            if passed and (len(passed) == LOPSIDED or cost // AGAIN > passed[0][0] // AGAIN):
                break
            if self._pool.ready(entry) and seats.within_limits(entry) and seats.fits(entry):
                if not _is_lopsided(entry, seats):
                    return entry
                passed.append((cost, entry))
        return passed[0][1] if passed else None

    def _in_order(self, trait: Trait, seats: Seats) -> Iterator[tuple[int, Entry]]:
        """Yield the entries with a trait that are within limits, with their cost, the cheapest first."""
        entries = self._by_trait.get(trait, [])
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
            cost += AGAIN * self._again(entry) + AGAIN // 2 * self._used.get(entry.name, 0)
        if self._blueprint.difficulty is not None and entry.question:
            cost += _off_course(entry.question, seats, self._blueprint.difficulty)
        return cost

    def repaired(self, seats: Seats) -> Seats:
        """Return seats that lack less, by letting one or two give way to an entry that is wanted."""
        tries = REPAIRS
        for entry in self._wanted(seats):
            if not seats.lack or not tries:
                break
            if not self._pool.ready(entry) or seats.has(entry):
                continue
            tries -= 1
            better = self._exchanged(seats, entry)
            seats = better or seats
        return seats

    def _wanted(self, seats: Seats) -> Iterator[Entry]:
        for trait in [*seats.needs] or self._kinds:
            yield from self._by_trait.get(trait, ())

    def _exchanged(self, seats: Seats, entry: Entry) -> Seats | None:
        """Return the seats with an entry in place of what bars it, filled again, if they lack less then."""
        leaving = seats.blockers(entry)
        for trait in entry.traits:
            if trait in seats.full and not any(trait in one.traits for one in leaving):
                leaving += _dispensable(seats, [one for one in seats.entries if trait in one.traits])
        if not leaving and not seats.room:
            leaving = _dispensable(seats, seats.entries)
        if not 0 < len(leaving) <= 2:
            return None
        trial = seats.without(leaving)
        if not (trial.room and trial.within_limits(entry) and trial.fits(entry)):
            return None
        trial.seat(entry)
        trial = self.filled(trial)
        return trial if trial.lack < seats.lack else None

    def levelled(self, seats: Seats) -> Seats:
        """Return seats whose mean difficulty is as wanted, or nearer to it, by exchanging one at a time."""
        for _ in range(2 * len(seats.entries)):
            if not seats.is_off_course:
                break
            better = self._nearer(seats)
            if better is None:
                break
            seats = better
        return seats

    def _nearer(self, seats: Seats) -> Seats | None:
        """Return the seats after one exchange that brings the difficulty nearer; None if none is found."""
        for leaving, entry in islice(self._exchanges(seats), SWAPS):
            trial = seats.without([leaving])
            if self._pool.ready(entry) and trial.within_limits(entry) and trial.fits(entry):
                trial.seat(entry)
                if trial.lack <= seats.lack:
                    return trial
        return None

    def _exchanges(self, seats: Seats) -> Iterator[tuple[Entry, Entry]]:
        """Yield exchanges that bring the difficulty nearer: of one topic and kind, then any; best first."""
        gap = seats.excess
        for of in ("cell", "form"):
            groups = [self._by_points(one, of) for one in seats.entries]
            swaps = sorted(
                (abs(gap - one.points + points), n, points)
                for n, one in enumerate(seats.entries)
                for points in groups[n]
                if abs(gap - one.points + points) < abs(gap)
            )
            for _, n, points in swaps:
                leaving = seats.entries[n]
                again = self._again(leaving)
                alike = [one for one in groups[n][points] if not seats.has(one) and self._again(one) <= again]
                yield from ((leaving, entry) for entry in alike[:FEW])

    def _by_points(self, entry: Entry, dimension: str) -> dict[int, list[Entry]]:
        """Return the entries that share a trait of this dimension, by their difficulty."""
        trait = next(trait for trait in entry.traits if trait[0] == dimension)
        if trait not in self._points:
            self._points[trait] = {}
            for one in self._by_trait.get(trait, []):
                self._points[trait].setdefault(one.points, []).append(one)
        return self._points[trait]

    def _again(self, entry: Entry) -> int:
        """Return how often other forms ask the facts of an entry."""
        return sum(self._used.get(name, 0) for name in entry.facts)


def _dispensable(seats: Seats, among: Sequence[Entry]) -> list[Entry]:
    """Return the one whose leaving leaves the fewest wants; [] if there is none."""
    ranked = [(seats.without([one]).lack, number) for number, one in enumerate(among)]
    return [among[min(ranked)[1]]] if ranked else []


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
