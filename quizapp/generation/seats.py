"""The questions chosen for a form so far: who may still join them, and what is still wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from quizapp.generation.blueprint import Blueprint, Quota, Trait
from quizapp.generation.pool import Entry, Reach

WEIGHTS = {"kind": 8, "topic": 4, "source": 3, "label": 2, "position": 3, "speaker": 1}
"""How much a form minds having a trait once more: kinds are mixed before topics, those before sources."""


class Seats:
    """A form in the making, in the order of choosing. Nothing is ever unseated: see `without`."""

    def __init__(self, blueprint: Blueprint, entries: Iterable[Entry] = ()) -> None:
        self.blueprint = blueprint
        self.entries: list[Entry] = []
        self.counts: Counter[Trait] = Counter()
        self.usage: Counter[Trait] = Counter()
        self.full = {quota.trait for quota in blueprint.quotas if quota.most == 0}
        self.needs = {quota.trait: quota.least for quota in blueprint.quotas if quota.least}
        self.points = 0
        self._most = {quota.trait: quota.most for quota in blueprint.quotas}
        self._taken: set[int] = set()
        self._asks: set[str] = set()
        self._bars: set[str] = set()
        self._tells: set[str] = set()
        self._looks: set[object] = set()
        for entry in entries:
            self.seat(entry)

    @property
    def room(self) -> int:
        """How many places are free."""
        return self.blueprint.length - len(self.entries)

    @property
    def lack(self) -> int:
        """How much is missing: places, and questions of the traits that are wanted."""
        return self.room + sum(self.needs.values())

    @property
    def excess(self) -> int:
        """How many points of difficulty all seated have together beyond the mean that is wanted."""
        mean = self.blueprint.difficulty
        return 0 if mean is None else self.points - mean * len(self.entries)

    @property
    def is_off_course(self) -> bool:
        """Tell whether the mean difficulty is further from the one wanted than it may be."""
        return abs(self.excess) > self.blueprint.within * len(self.entries)

    def has(self, entry: Entry) -> bool:
        """Tell whether an entry is seated."""
        return entry.place in self._taken

    def within_limits(self, entry: Entry) -> bool:
        """Tell whether no trait of an entry has reached its limit."""
        return self.full.isdisjoint(entry.traits)

    def fits(self, entry: Entry) -> bool:
        """Tell whether a made entry may join: nothing shared, and some order in which nothing cues."""
        reach = entry.reach
        if not self._bars.isdisjoint(reach.asks) or not self._asks.isdisjoint(reach.bars):
            return False
        if self.has(entry) or _look(entry) in self._looks:
            return False
        first, last = not self._asks.isdisjoint(reach.tells), not self._tells.isdisjoint(reach.asks)
        return not (first and last) or not has_circle([*(one.reach for one in self.entries), reach])

    def blockers(self, entry: Entry) -> list[Entry]:
        """Return the seated entries that a made entry cannot stand beside."""
        return [one for one in self.entries if one.reach.excludes(entry.reach) or _look(one) == _look(entry)]

    def seat(self, entry: Entry) -> None:
        """Add a made entry; whether it fits is the caller's business."""
        self.entries.append(entry)
        self._taken.add(entry.place)
        self._asks |= entry.reach.asks
        self._bars |= entry.reach.bars
        self._tells |= entry.reach.tells
        self._looks.add(_look(entry))
        self.points += entry.points
        for trait in entry.traits:
            self._count(trait)

    def _count(self, trait: Trait) -> None:
        self.counts[trait] += 1
        self.usage[trait] += WEIGHTS.get(trait[0], 0)
        if trait in self.needs:
            self.needs[trait] -= 1
            if not self.needs[trait]:
                del self.needs[trait]
        if self.counts[trait] == self._most.get(trait):
            self.full.add(trait)

    def without(self, leaving: Collection[Entry]) -> Seats:
        """Return the seats after some entries have left."""
        return Seats(self.blueprint, (one for one in self.entries if one not in leaving))

    def uneven(self, more: int) -> list[tuple[Trait, Trait]]:
        """Return the places with most and fewest keys, by number of options, if more than so many apart."""
        totals = sorted({trait[1].split()[-1] for trait in self.counts if trait[0] == "position"})
        found = []
        for total in totals:
            places = [("position", f"{n} of {total}") for n in range(1, int(total) + 1)]
            most, fewest = (pick(places, key=lambda place: self.counts[place]) for pick in (max, min))
            if self.counts[most] - self.counts[fewest] > more:
                found.append((most, fewest))
        return found

    def unmet(self) -> list[tuple[Quota, int]]:
        """Return the quotas that have too few, and how many they have."""
        given = ((quota, self.counts[quota.trait]) for quota in self.blueprint.quotas)
        return [(quota, count) for quota, count in given if count < quota.least]


def _look(entry: Entry) -> object:
    """Return what a learner sees of a question: the same sight twice is a duplicate."""
    question = entry.question
    return question and (question.stem, question.quote, frozenset(one.text for one in question.options))


def must_follow(reaches: Sequence[Reach]) -> list[set[int]]:
    """Return for each place the places that must come before it, so that no feedback cues."""
    places = range(len(reaches))
    return [{a for a in places if a != b and reaches[b].cues(reaches[a])} for b in places]


def has_circle(reaches: Sequence[Reach]) -> bool:
    """Tell whether there is no order at all in which nothing cues what comes later."""
    waiting = dict(enumerate(must_follow(reaches)))
    while free := [place for place, before in waiting.items() if before.isdisjoint(waiting)]:
        for place in free:
            del waiting[place]
    return bool(waiting)
