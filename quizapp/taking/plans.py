"""A plan: what a quiz was asked to hold. With pack, seed and version it reproduces the quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, cast

from quizapp.facts.pack import Pack
from quizapp.generation.bank import deal, deal_again
from quizapp.generation.question import Question
from quizapp.store.attempts import Attempt

LENGTHS = (5, 10, 20)
"""The lengths offered, in questions."""

LONGEST = 50
"""The most questions one quiz may be asked to have."""


@dataclass(frozen=True)
class Plan:
    """What a quiz is made from: a seed, a length, topics (none means all), or certain facts.

    With `facts` the quiz asks about those again, and length and topics do not count.
    """

    seed: str
    count: int
    topics: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def questions_for(pack: Pack, plan: Plan) -> tuple[Question, ...]:
    """Generate the questions of a plan; possibly fewer than asked, when the pack has no more.

    Topics and facts that the pack does not have are passed over: a link may be older
    than the pack.
    """
    if plan.facts:
        return deal_again(pack, plan.seed, tuple(fact for fact in plan.facts if fact in pack.facts))
    topics = frozenset(plan.topics) & {topic.id for topic in pack.topics}
    if plan.topics and not topics:
        return ()
    return deal(pack, plan.seed, plan.count, topics)


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Return what an attempt keeps of its plan; the seed has a column of its own."""
    return {key: value for key, value in asdict(plan).items() if key != "seed"}


def plan_of(attempt: Attempt) -> Plan:
    kept: Mapping[str, Any] = attempt.blueprint
    return Plan(attempt.seed, cast(int, kept["count"]), tuple(kept["topics"]), tuple(kept["facts"]))
