"""All 26 item-writing rules, whatever they need: a question, a pack, its texts, a form or a bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.cueing import cues
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import ITEM_RULES, PACK_RULES, ItemRule, Linter, PackRule
from quizapp.generation.rules.rule import Flaw, Rule
from quizapp.quality.bank_rules import BANK_RULES, BankRule, bank_flaws
from quizapp.quality.proving import unproven

FormRule = Rule[Callable[[Pack, Sequence[Question]], Iterable[str]]]
TextRule = Rule[Callable[[Pack, Question, Mapping[str, Paragraphs]], Iterable[str]]]


def cueing(pack: Pack, questions: Sequence[Question]) -> Iterator[str]:
    for cue in cues(pack, questions):
        shown, asked = cue.shown_by + 1, cue.asked_by + 1
        yield f"question {shown} shows in its {cue.where} what question {asked} asks: {cue.fact}"


def unsupported(pack: Pack, question: Question, known: Mapping[str, Paragraphs]) -> Iterator[str]:
    yield from unproven(pack, [question], known)


FORM_RULES: tuple[FormRule, ...] = (
    Rule(15, "cueing", "error", "form",
         "a question shows what another asks, before its answer, or after it to a later one", cueing),
)  # fmt: skip

TEXT_RULES: tuple[TextRule, ...] = (
    Rule(22, "unsupported key", "error", "item",
         "the evidence of the key does not stand in the cited paragraphs of the text", unsupported),
)  # fmt: skip


@dataclass(frozen=True)
class Rulebook:
    """Rules by what they look at: a question, its pack, its texts, a form, a bank."""

    item: tuple[ItemRule, ...] = ITEM_RULES
    pack: tuple[PackRule, ...] = PACK_RULES
    text: tuple[TextRule, ...] = TEXT_RULES
    form: tuple[FormRule, ...] = FORM_RULES
    bank: tuple[BankRule, ...] = BANK_RULES

    @property
    def all(self) -> tuple[Rule[Any], ...]:
        """Every rule, by number."""
        rules: tuple[Rule[Any], ...] = (*self.item, *self.pack, *self.text, *self.bank, *self.form)
        return tuple(sorted(rules, key=lambda rule: rule.number))

    def only(self, number: int) -> Rulebook:
        """Return the rules of one number."""
        return self._kept(lambda rule: rule.number == number)

    def without(self, number: int) -> Rulebook:
        """Return all rules but those of one number."""
        return self._kept(lambda rule: rule.number != number)

    def of_bank(self, questions: Sequence[Question]) -> list[Flaw]:
        """Return what is flawed about a bank as a whole."""
        return bank_flaws(questions, self.bank)

    def of_form(self, pack: Pack, questions: Sequence[Question]) -> list[Flaw]:
        """Return what is flawed about a form, its questions in their order."""
        return [flaw for rule in self.form for flaw in rule.flaws(pack, questions)]

    def linter(
        self, pack: Pack, today: date, known: Mapping[str, Paragraphs] | None = None
    ) -> Callable[[Question], list[Flaw]]:
        """Return what lints questions of a pack on a day, and against its texts where they are known."""
        linter = Linter(pack, today, self.item, self.pack)

        def lint(question: Question) -> list[Flaw]:
            texts = [flaw for rule in self.text for flaw in rule.flaws(pack, question, known or {})]
            return sorted([*linter.lint(question), *texts], key=lambda flaw: flaw.rule)

        return lint

    def name_of(self, number: int, units: str) -> str:
        """Return the name of the rule of a number for questions, banks or forms."""
        scope = {"questions": "item", "banks": "bank", "forms": "form"}[units]
        return next(rule.name for rule in self.all if (rule.number, rule.scope) == (number, scope))

    def _kept(self, keep: Callable[[Rule[Any]], bool]) -> Rulebook:
        return Rulebook(
            tuple(filter(keep, self.item)), tuple(filter(keep, self.pack)), tuple(filter(keep, self.text)),
            tuple(filter(keep, self.form)), tuple(filter(keep, self.bank)),
        )  # fmt: skip


RULEBOOK = Rulebook()
RULES = RULEBOOK.all


def form_flaws(pack: Pack, questions: Sequence[Question]) -> list[Flaw]:
    """Return what is flawed about a form, its questions in their order; [] for a sound one."""
    return RULEBOOK.of_form(pack, questions)


def text_flaws(pack: Pack, question: Question, known: Mapping[str, Paragraphs]) -> list[Flaw]:
    """Return what the texts do not bear out of a question; sources without text are passed over."""
    return [flaw for rule in TEXT_RULES for flaw in rule.flaws(pack, question, known)]
