"""`timeline`: put dated events in order, shown without their dates."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from quizapp.assessment.forms import Order
from quizapp.facts.dates import DateSpan
from quizapp.facts.model import Fact, render
from quizapp.facts.pack import Pack, same_content
from quizapp.facts.values import DateValue
from quizapp.facts.wording import sentence
from quizapp.generation.citing import references, source_of
from quizapp.generation.composing import compose, item_text, telling
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.question import Option, Question
from quizapp.generation.several import joined, named_together, shows_a_date

NAME = "timeline"
TITLE = "Put events in order"
TRAINS = "Keeping events and their dates together, so that before and after are never mixed up."

FEWEST, MOST = 3, 4
LOOKED_AT = 40
"""How many events that fit no group are passed over to fill one."""


@dataclass(frozen=True)
class Event:
    """A fact that happened at a known date, and its clause without that date."""

    fact: Fact
    when: DateValue
    words: str

    @property
    def start(self) -> date:
        assert self.when.span.start
        return self.when.span.start


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a draft for each three or four events of a topic; each event stands in at most one."""
    events: dict[str, list[Event]] = {topic.id: [] for topic in pack.topics}
    for fact in pack.askable:
        if event := event_of(pack, fact):
            events[fact.topic].append(event)
    for topic, found in events.items():
        for group in _groups(pack, found, Draw(seed, NAME, topic)):
            yield Draft(NAME, group[0].fact, partial(_question, pack, seed, group))


def event_of(pack: Pack, fact: Fact) -> Event | None:
    """Return a fact as a dated event, or None: one reported event, one known date, told without it."""
    slots = [name for name, value in fact.slots.items() if isinstance(value, DateValue)]
    if fact.kind != "event" or fact.status != "reported" or len(slots) != 1:
        return None
    when = fact.slots[slots[0]]
    words = _undated(fact, slots[0])
    if not isinstance(when, DateValue) or not _is_known(pack, when) or words is None:
        return None
    return Event(fact, when, words)


def _is_known(pack: Pack, when: DateValue) -> bool:
    if when.span.start is None or when.span.precision == "span":
        return False
    return when.external is None or pack.may_rely_on(pack.sources[when.external])


def _undated(fact: Fact, slot: str) -> str | None:
    """Return the clause without its date, or None where it would still show one."""
    date_slot = re.escape(f"{{{slot}}}")
    without = re.sub(rf"\[[^\[\]]*{date_slot}[^\[\]]*\]", "", fact.says)
    without = re.sub(rf"^(?:in|on) {date_slot}, | (?:in|on) {date_slot}(?=$|[ ,;\[])", "", without)
    if f"{{{slot}}}" in without:
        return None
    words = render(without, {name: value.words for name, value in fact.slots.items()}, brief=True)
    return None if shows_a_date(words) else words.strip(" ,")


def _groups(pack: Pack, events: Sequence[Event], draw: Draw) -> Iterator[list[Event]]:
    left = deque(draw.shuffled(events))
    while len(left) >= FEWEST:
        wanted = draw.between(FEWEST, MOST)
        group, passed = [left.popleft()], list[Event]()
        while left and len(group) < wanted and len(passed) < LOOKED_AT:
            event = left.popleft()
            fits = all(_may_be_ordered(pack, event, other) for other in group)
            (group if fits else passed).append(event)
        if len(group) >= FEWEST:
            yield sorted(group, key=lambda event: event.start)
        else:
            passed = group[1:] + passed
        left.extendleft(reversed(passed))


def _may_be_ordered(pack: Pack, a: Event, b: Event) -> bool:
    """Tell whether two events are two, and further apart than their dates are precise."""
    if b.fact.id in pack.agreeing(a.fact.id) or a.words == b.words:
        return False
    if a.fact.relation.id == b.fact.relation.id and same_content(a.fact, b.fact):
        return False
    apart = abs((a.start - b.start).days)
    return not a.when.span.overlaps(b.when.span) and apart > max(_days(a.when.span), _days(b.when.span))


def _days(span: DateSpan) -> int:
    assert span.start
    assert span.end
    return (span.end - span.start).days + 1


def _question(pack: Pack, seed: str, group: list[Event]) -> Question:
    """Return the question on a group that stands in order of time."""
    shown = Draw(seed, NAME, *(event.fact.id for event in group)).shuffled(group)
    form = Order(len(shown), tuple(group.index(event) for event in shown))
    told = [f"{_date_words(pack, event)}: {sentence(event.words)}" for event in group]
    question = compose(
        pack, group[0].fact, kind=NAME, seed=seed, form=form, skill="S5", stem=_stem(pack, group),
        answer=" · ".join(item_text(event.words) for event in group),
        options=tuple(_item(pack, event) for event in shown), facts=[event.fact for event in group],
    )  # fmt: skip
    return telling(question, " ".join(told))


def _item(pack: Pack, event: Event) -> Option:
    why = f"{_date_words(pack, event)}. {event.fact.statement}"
    return Option(item_text(event.words), True, why, "from-fact", "", references(pack, event.fact))


def _date_words(pack: Pack, event: Event) -> str:
    """Return the date, marked where the cited text does not give it."""
    words = event.when.span.words()
    if event.when.external is None:
        return words
    return f"{words} (known from elsewhere: {pack.sources[event.when.external].label})"


def _stem(pack: Pack, group: list[Event]) -> str:
    """Return the question, with its sources named by the alphabet, unless a name shows a date."""
    labels = named_together((source_of(pack, event.fact).label for event in group), shows_a_date)
    if any(event.when.external for event in group):
        labels.append("dates known from elsewhere")
    return f"According to {joined(labels)}, in which order did these happen, the earliest first?"
