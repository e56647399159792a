"""Review policies: when a learner sees right or wrong, the key, and the explanation with its citation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Moment(Enum):
    """When something is shown. There is no "never": a wrong option left uncorrected is learnt."""

    AT_ONCE = "at once"
    SUBMITTED = "submitted"
    CLOSED = "closed"

    @property
    def rank(self) -> int:
        """0 for the earliest."""
        return list(Moment).index(self)


class BadPolicy(ValueError):
    """A policy that would show what it keeps back; the message says what to change."""


@dataclass(frozen=True)
class Revealed:
    """What of an answered question is shown now."""

    correctness: bool
    key: bool
    explanation: bool


@dataclass(frozen=True)
class ReviewPolicy:
    """When each part is shown.

    The key and the explanation tell right from wrong, so neither may come before `correctness`;
    an explanation that comes before the key says why the answer given is wrong and where to
    look, but not what is right. Raises BadPolicy otherwise.
    """

    correctness: Moment = Moment.AT_ONCE
    key: Moment = Moment.AT_ONCE
    explanation: Moment = Moment.AT_ONCE

    def __post_init__(self) -> None:
        for name in ("key", "explanation"):
            if getattr(self, name).rank < self.correctness.rank:
                raise BadPolicy(
                    f"The {name} tells right from wrong: show right or wrong as early, or the {name} later."
                )

    @property
    def may_change_answers(self) -> bool:
        """Whether answers may be changed until the sitting is submitted: nothing is told before."""
        return self.correctness is not Moment.AT_ONCE

    def revealed(self, *, submitted: bool, closed: bool) -> Revealed:
        """Return what is shown of an answered question, of a sitting and an assignment in this state."""
        reached = {Moment.AT_ONCE: True, Moment.SUBMITTED: submitted or closed, Moment.CLOSED: closed}
        return Revealed(reached[self.correctness], reached[self.key], reached[self.explanation])
