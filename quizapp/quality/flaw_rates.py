"""How many questions of a bank break which item-writing rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import Linter
from quizapp.generation.rules.rule import Flaw, Severity
from quizapp.quality.bank_rules import bank_flaws
from quizapp.quality.rules import RULES, form_flaws, text_flaws


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
    forms: Iterable[Sequence[Question]],
    linter: Linter,
    known: Mapping[str, Paragraphs],
) -> FlawRates:
    """Lint a bank, as a whole too, and some forms; rule 22 only where texts are known."""
    by_item = [[*linter.lint(one), *(text_flaws(pack, one, known) if known else ())] for one in questions]
    found = [flaw for flaws in by_item for flaw in _each_once(flaws)]
    found += bank_flaws(questions)
    found += [flaw for form in forms for flaw in form_flaws(pack, form)]
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
        for rule in RULES
    )  # fmt: skip
