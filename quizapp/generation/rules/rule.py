"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Severity = Literal["error", "warning"]
Scope = Literal["item", "bank", "form"]

Check = TypeVar("Check", bound=Callable[..., Iterable[str]], covariant=True)


@dataclass(frozen=True)
class Rule(Generic[Check]):
    """An item-writing rule.

    `number` is that of the list in `docs/questions.md`; two rules may share one, where both a question
    and a bank can break it. `broken` ends the sentence "It is broken when …". An error keeps a question
    out of every bank; a warning is counted. `check` yields what it found, in words; nothing where all is
    well.
    """

    number: int
    name: str
    severity: Severity
    scope: Scope
    broken: str
    check: Check

    def flaws(self, *given: Any) -> list[Flaw]:
        """Return what the check finds in what it is given."""
        return [Flaw(self.number, self.name, found, self.severity) for found in self.check(*given)]


@dataclass(frozen=True)
class Flaw:
    """A broken rule: its number, its name, what was found, and how grave it is."""

    rule: int
    name: str
    found: str
    severity: Severity = "error"
