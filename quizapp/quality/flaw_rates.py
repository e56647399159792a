"""How many questions of a bank break which item-writing rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.generation.rules.rule import Flaw, Severity
from quizapp.quality.rules import RULEBOOK


@dataclass(frozen=True)
class RuleRate:
    """How often a rule is broken: by how many questions (of banks and forms: findings), and one."""

    rule: int
    name: str
    severity: Severity
    scope: str
    broken: int
    example: str


@dataclass(frozen=True)
class FlawRates:
    """All rules, and the shares of `items` that break one at least: an error, or else a warning."""

    items: int
    rules: tuple[RuleRate, ...]
    with_error: int
    with_warning: int

    @property
    def error_rate(self) -> float:
        return self.with_error / self.items if self.items else 0.0

    @property
    def warning_rate(self) -> float:
        return self.with_warning / self.items if self.items else 0.0

    @property
    def beyond_items(self) -> int:
        """How many errors were found of the bank or of a form as a whole."""
        return sum(one.broken for one in self.rules if one.scope != "item" and one.severity == "error")


def flaw_rates(
    pack: Pack,
    questions: Sequence[Question],
    bank: Sequence[Question],
    forms: Iterable[Sequence[Question]],
    lint: Callable[[Question], list[Flaw]],
) -> FlawRates:
    """Lint questions one by one, a bank as a whole, and some forms."""
    by_item = [lint(one) for one in questions]
    found = [flaw for flaws in by_item for flaw in _each_once(flaws)]
    found += RULEBOOK.of_bank(bank)
    found += [flaw for form in forms for flaw in RULEBOOK.of_form(pack, form)]
    severities = [{flaw.severity for flaw in flaws} for flaws in by_item]
    return FlawRates(
        items=len(questions),
        rules=_rates(found),
        with_error=sum("error" in one for one in severities),
        with_warning=sum("warning" in one for one in severities),
    )


def _each_once(flaws: Iterable[Flaw]) -> Iterable[Flaw]:
    return {(flaw.rule, flaw.name): flaw for flaw in flaws}.values()


def _rates(found: Sequence[Flaw]) -> tuple[RuleRate, ...]:
    counts = Counter((flaw.rule, flaw.name) for flaw in found)
    examples = {(flaw.rule, flaw.name): flaw.found for flaw in reversed(found)}
    return tuple(
        RuleRate(
            rule.number, rule.name, rule.severity, rule.scope,
            counts[rule.number, rule.name], examples.get((rule.number, rule.name), ""),
        )
        for rule in RULEBOOK.all
    )  # fmt: skip
