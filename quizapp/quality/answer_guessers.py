"""Blind ways to answer what is not a single choice: ticks, orders, typed figures and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from quizapp.facts.numerals import find_numerals
from quizapp.facts.wording import folded, normalised
from quizapp.quality.lore import count, sort_asked
from quizapp.quality.situation import Situation, beginnings

Answering = Callable[[Situation], Sequence[str] | None]


@dataclass(frozen=True)
class Habit:
    """A blind way to answer one form, as a browser would send it; `about` says what it does."""

    name: str
    about: str
    form: str
    answer: Answering


def tick(count: int | None) -> Answering:
    """Return the habit of ticking the first so many options, or all of them."""

    def answer(met: Situation) -> Sequence[str]:
        return [str(place) for place in range(len(met.options))[:count]]

    return answer


def ranked(score: Callable[[Situation], Sequence[object]], *, reverse: bool = False) -> Answering:
    """Return the habit of ordering the items by something that is shown."""

    def answer(met: Situation) -> Sequence[str]:
        scores: Sequence[object] = score(met)
        places = sorted(range(len(scores)), key=lambda place: (scores[place], place), reverse=reverse)
        return [str(places.index(place) + 1) for place in range(len(scores))]

    return answer


def as_shown_order(met: Situation) -> Sequence[object]:
    return range(len(met.options))


def by_alphabet(met: Situation) -> Sequence[object]:
    return [folded(option) for option in met.options]


def by_length(met: Situation) -> Sequence[object]:
    return [len(option) for option in met.options]


def in_step(met: Situation) -> Sequence[str]:
    """Match the first prompt with the first choice, and so on."""
    return [str(place) for place in range(len(met.asked.prompts))]


def in_counter_step(met: Situation) -> Sequence[str]:
    """Match the first prompt with the last choice, and so on."""
    return [str(len(met.options) - 1 - place) for place in range(len(met.asked.prompts))]


def by_echo(met: Situation) -> Sequence[str] | None:
    """Match each prompt with the choice that shares most words with it; none where no word is shared."""
    shared = [[len(beginnings(one) & beginnings(p)) for one in met.options] for p in met.asked.prompts]
    return [str(row.index(max(row))) for row in shared] if any(map(any, shared)) else None


def stem_figure(met: Situation) -> Sequence[str] | None:
    """Type the first figure of the question."""
    text = normalised(met.said)
    found = find_numerals(text)
    return [text[found[0].start : found[0].end]] if found else None


def middle_figure(met: Situation) -> Sequence[str] | None:
    """Type the median of the keys that other questions have in this unit."""
    known = _figures(met)
    return [f"{round(median(known))}"] if known else None


def usual_figure(met: Situation) -> Sequence[str] | None:
    """Type the figure that is most often the key in this unit."""
    known = Counter(_figures(met)).most_common(1)
    return [f"{known[0][0]:.12g}"] if known else None


def _figures(met: Situation) -> list[float]:
    known = met.lore.figures.get(met.asked.unit, {})
    return [figure for fact, figure in known.items() if fact not in met.hidden]


def usual_name(met: Situation) -> Sequence[str] | None:
    """Type the name or date that is most often the key of a gap of this sort."""
    known = met.lore.names.get(sort_asked(met.asked.stem), {})
    counts = {name: count(facts, met.hidden) for name, facts in known.items()}
    unshown = [name for name in counts if folded(name) not in folded(met.said)]
    best = max(unshown, key=lambda name: counts[name], default=None)
    return [best] if best and counts[best] else None


HABITS: tuple[Habit, ...] = (
    Habit("tick one", "ticks one option", "select", tick(1)),
    Habit("tick two", "ticks two options", "select", tick(2)),
    Habit("tick three", "ticks three options", "select", tick(3)),
    Habit("tick everything", "ticks every option", "select", tick(None)),
    Habit("order as shown", "leaves the order as it is shown", "order", ranked(as_shown_order)),
    Habit("order reversed", "turns the order round", "order", ranked(as_shown_order, reverse=True)),
    Habit("order by alphabet", "orders by the alphabet", "order", ranked(by_alphabet)),
    Habit("order by alphabet, reversed", "from Z to A", "order", ranked(by_alphabet, reverse=True)),
    Habit("shortest first", "orders by length", "order", ranked(by_length)),
    Habit("longest first", "orders by length, the longest first", "order", ranked(by_length, reverse=True)),
    Habit("match in step", "matches the first with the first", "match", in_step),
    Habit("match in counter-step", "matches the first with the last", "match", in_counter_step),
    Habit("match by words", "matches what shares most words", "match", by_echo),
    Habit("figure of the question", "types the first figure shown", "number", stem_figure),
    Habit("median figure", "types the median key of the unit", "number", middle_figure),
    Habit("usual figure", "types the commonest key of the unit", "number", usual_figure),
    Habit("usual name", "types the commonest key of the sort", "text", usual_name),
)
