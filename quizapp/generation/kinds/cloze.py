"""`cloze`: type the name or date that is missing from a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.assessment.forms import Text
from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, EntityValue
from quizapp.facts.wording import folded, occurs
from quizapp.generation.citing import lead_in
from quizapp.generation.composing import compose, skill_of
from quizapp.generation.question import Question

NAME = "cloze"
TITLE = "Fill the gap"
TRAINS = "Recalling a name or a date without a list to choose from."


def make(pack: Pack, seed: str) -> Iterator[Question]:
    """Yield a question for each asked slot whose filler can be typed: a name, a year, a month."""
    for fact in pack.askable:
        for slot in fact.asks:
            form = _form(pack, fact, slot)
            quote = fact.statement_with({slot: GAP})
            if form and not any(occurs(name, quote) for name in form.accepted):
                yield compose(
                    pack, fact, kind=NAME, seed=seed, form=form, skill=skill_of(fact, slot),
                    stem=f"{lead_in(pack, fact, slot)}, what belongs in the gap?", answer=form.accepted[0],
                    slot=slot, quote=quote,
                )  # fmt: skip


def _form(pack: Pack, fact: Fact, slot: str) -> Text | None:
    match fact.slots[slot]:
        case EntityValue(entity=entity):
            names = tuple(dict.fromkeys(entity.names))
            known = {folded(name) for name in names}
            rivals = (
                name
                for other in pack.entities.values()
                if other.type == entity.type and other.id != entity.id
                for name in other.names
                if folded(name) not in known
            )
            return Text(names, tuple(dict.fromkeys(rivals)))
        case DateValue(span=span, words=words) if words == span.words():
            return Text(tuple(dict.fromkeys((words, span.iso()))))
    return None
