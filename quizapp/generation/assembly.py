"""Assembling a form: a blueprint met as far as a pool allows, by choosing greedily and then repairing.

The scarcest of what is still wanted is chosen first, from the questions that serve most other
wants; where that ends in a corner, one or two questions give way to another, other draws are
tried, and last a search for the most that can stand together. All arithmetic is on integers and
all ties are broken by draws, so the same pool, blueprint and draw give the same form everywhere.
It is a heuristic: `limits` tells what is proven about a form that falls short.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quizapp.generation.blueprint import Blueprint, Quota, Trait
from quizapp.generation.choosing import Table
from quizapp.generation.draws import Draw
from quizapp.generation.exchanging import evened, levelled, repaired
from quizapp.generation.ordering import ordered
from quizapp.generation.pool import Pool
from quizapp.generation.question import Question
from quizapp.generation.seats import Seats
from quizapp.generation.together import together

BEGINNINGS = 4
"""So many orders of the pool are tried while a count is not kept."""

MADE_BY = ("skill", "band")
"""What is known of a question only once it is made."""


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
    table, seats = _begun(pool, blueprint, draw, used or {})
    seats = evened(table, levelled(table, seats))
    return Form(ordered(seats.entries, draw), blueprint.length, tuple(seats.unmet()))


def _begun(pool: Pool, blueprint: Blueprint, draw: Draw, used: Mapping[object, int]) -> tuple[Table, Seats]:
    """Return the seats that lack least of a few beginnings; one is enough where it serves all that it may."""
    begun: list[tuple[Table, Seats]] = []
    while len(begun) < BEGINNINGS and not (begun and not begun[-1][0].may_serve(begun[-1][1])):
        table = Table(pool, blueprint, draw, used)
        begun.append((table, repaired(table, table.filled(Seats(blueprint)))))
    table, seats = min(begun, key=lambda one: one[1].lack)
    if table.may_serve(seats):
        searched = (_from_search(table, blueprint, trait) for trait in [*seats.needs])
        seats = min((seats, *searched), key=lambda one: one.lack)
    return table, seats


def _from_search(table: Table, blueprint: Blueprint, trait: Trait) -> Seats:
    """Return seats that begin with the most questions of a trait that were found to stand together."""
    entries = [entry for entry in table.by_trait.get(trait, []) if table.pool.ready(entry)]
    found, seats = set(together(entries).reaches), Seats(blueprint)
    for entry in (one for one in entries if one.reach in found):
        if seats.room and trait in seats.needs and seats.within_limits(entry) and seats.fits(entry):
            seats.seat(entry)
    return repaired(table, table.filled(seats))
