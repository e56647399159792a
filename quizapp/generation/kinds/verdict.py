"""`verdict`: does the source support a statement, contradict it, or not say?

Each fact gives a pair: the statement as it is, and the same statement with one slot
changed to a provably false value. Opinions and predictions are never judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice

from quizapp.assessment.forms import Choice
from quizapp.facts.model import GAP, Fact
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue
from quizapp.facts.wording import occurs, sentence
from quizapp.generation.citing import placed, references
from quizapp.generation.composing import compose
from quizapp.generation.distractors import ENOUGH, Distractor, lent, wrong_option
from quizapp.generation.draws import Draw
from quizapp.generation.kinds.interface import Draft
from quizapp.generation.picking import pick
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Option, Question

NAME = "verdict"
TITLE = "Judge a statement"
TRAINS = "Telling what a source supports from what it contradicts and from what it does not say."

LABELS = {
    "supported": "Supported by the source",
    "contradicted": "Contradicted by the source",
    "not reported": "Not found in the source",
}


QUOTE_NOTES = {"supported": "", "contradicted": "False:", "not reported": "Not found there:"}
"""What stands before a changed statement once it has been answered: false words are never shown bare."""


WORDINGS = (
    "does this statement agree with {said}?",
    "going by {said}, does this statement hold?",
    "how does this statement fare, held against {said}?",
)


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield a true and a false version for each asked slot; both need a provably false value."""
    for fact in pack.askable:
        if fact.status in ("reported", "attributed"):
            for slot in fact.asks:
                changed = cache(partial(_changed, pack, seed, fact, slot))
                for label in ("true", "false"):
                    yield Draft(NAME, fact, partial(_version, pack, seed, fact, slot, label, changed), label)


def _version(
    pack: Pack, seed: str, fact: Fact, slot: str, label: str, changed: Callable[[], Distractor | None]
) -> Question | None:
    """Return one of the pair, or None for both where no value is provably false."""
    distractor = changed()
    if distractor is None and (is_on(Practice.PAIRS) or label == "false"):
        return None
    return _question(pack, seed, fact, slot, distractor if label == "false" else None)


def _changed(pack: Pack, seed: str, fact: Fact, slot: str) -> Distractor | None:
    draw = Draw(seed, NAME, fact.id, slot)
    rest = fact.clause({slot: GAP})
    found: Iterable[Distractor] = islice(lent(pack, fact, slot, draw), ENOUGH)
    if isinstance(fact.slots[slot], QuantityValue | DateValue):
        found = draw.shuffled(pick(pack, fact, slot, rest, draw) or [])
    return next((one for one in found if _is_fit(pack, fact, one, rest)), None)


def _is_fit(pack: Pack, fact: Fact, distractor: Distractor, rest: str) -> bool:
    """Tell whether a value may be put into a statement: it must not show it, nor its source mention it."""
    if occurs(distractor.words, rest):
        return False
    return distractor.basis.rule == "contradicted" or _unmentioned(pack, fact, distractor)


def _unmentioned(pack: Pack, fact: Fact, distractor: Distractor) -> bool:
    """Tell whether the fact's sources never mention a value; if they do, they might contradict more."""
    return not any(pack.mentions(source, distractor.value) for source in fact.sources)


def _question(pack: Pack, seed: str, fact: Fact, slot: str, changed: Distractor | None) -> Question:
    key = changed.basis.rule if changed else "supported"
    said = fact.clause_on(slot, changed.words if changed else None)
    options = tuple(_option(pack, fact, slot, label, key, changed) for label in LABELS)
    return compose(
        pack, fact, kind=NAME, seed=seed, form=Choice(len(LABELS), list(LABELS).index(key)), skill="S9",
        stem=_stem(pack, fact, slot), answer=LABELS[key], slot=slot, quote=sentence(said),
        quote_note=QUOTE_NOTES[key], options=options,
    )  # fmt: skip


def _stem(pack: Pack, fact: Fact, slot: str) -> str:
    """Return the question; a changed statement is never put into a speaker's mouth.

    Which wording it has goes by fact and slot: another seed makes no other item of it.
    """
    place = placed(pack, fact, slot)
    said = place if fact.asserted_by is None else f"what {fact.asserted_by.name} says in {place}"
    return sentence(Draw(NAME, "wording", fact.id, slot).choice(WORDINGS).format(said=said))


def _option(pack: Pack, fact: Fact, slot: str, label: str, key: str, changed: Distractor | None) -> Option:
    right = label == key
    why = f"Right: {fact.statement}" if right and not changed else _why(fact, slot, label, key, changed)
    cited = wrong_option(pack, fact, changed).citations if changed else references(pack, fact)
    proof = "" if right else (changed.basis.words if changed else "the statement is the fact itself")
    return Option(LABELS[label], right, why, "answer-form", proof, cited)


def _why(fact: Fact, slot: str, label: str, key: str, changed: Distractor | None) -> str:
    if changed is None:
        return f"The source does say it: {fact.statement}"
    origin = "was computed; no source here gives it."
    if changed.fact:
        origin = f"comes from another statement: {changed.fact.statement}"
    said = f"What it says: {fact.statement} “{changed.words}” {origin}"
    if label == key:
        return f"Right. {said}"
    if label == "supported":
        return f"The statement was changed. {said}"
    if key == "contradicted":
        return f"The source does speak of it, and rules “{changed.words}” out. {said}"
    return f"The source does not rule it out; it does not say it either. {said}"
