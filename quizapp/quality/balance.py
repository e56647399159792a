"""Where keys stand: their positions, and the ranks of figures and dates, against even shares."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.generation.question import Question
from quizapp.generation.rules.item import Item
from quizapp.quality.bank_rules import free_choices
from quizapp.quality.statistics import chi_square_p

RANKED = "rank of figures and dates"
PLACED = "position of other keys"


@dataclass(frozen=True)
class Balance:
    """How often the key stands at each place, the first first, and the p of its being even.

    Counted are facts, each by the first of its questions: those of one fact are no independent draws.
    """

    what: str
    options: int
    counts: tuple[int, ...]
    p: float


def balances(questions: Iterable[Question]) -> tuple[Balance, ...]:
    """Return the balance of ranks and of positions, by number of options; fixed labels are left out."""
    places: dict[tuple[str, int], dict[tuple[str, ...], int]] = defaultdict(dict)
    for group in free_choices(questions).values():
        for question in group:
            item = Item(question)
            what = RANKED if item.figures or item.dates else PLACED
            place = next(n for n, option in enumerate(question.options) if option.correct)
            own = (question.kind, question.slot, *question.facts)
            places[what, len(question.options)].setdefault(own, place)
    return tuple(_balance(*key, found.values()) for key, found in sorted(places.items()))


def _balance(what: str, options: int, places: Iterable[int]) -> Balance:
    counts = Counter(places)
    shown = tuple(counts[place] for place in range(options))
    return Balance(what, options, shown, chi_square_p(shown))
