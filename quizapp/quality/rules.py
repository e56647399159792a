"""All 26 item-writing rules, whatever they need: a question, a pack, its texts, a form or a bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from quizapp.facts.pack import Pack
from quizapp.facts.texts import Paragraphs
from quizapp.generation.cueing import cues
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import ITEM_RULES, PACK_RULES
from quizapp.generation.rules.rule import Flaw, Rule
from quizapp.quality.bank_rules import BANK_RULES
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

RULES: tuple[Rule[Any], ...] = tuple(
    sorted((*ITEM_RULES, *PACK_RULES, *TEXT_RULES, *BANK_RULES, *FORM_RULES), key=lambda rule: rule.number)
)


def form_flaws(
    pack: Pack, questions: Sequence[Question], rules: Iterable[FormRule] = FORM_RULES
) -> list[Flaw]:
    """Return what is flawed about a form, its questions in their order; [] for a sound one."""
    return [flaw for rule in rules for flaw in rule.flaws(pack, questions)]


def text_flaws(
    pack: Pack, question: Question, known: Mapping[str, Paragraphs], rules: Iterable[TextRule] = TEXT_RULES
) -> list[Flaw]:
    """Return what the texts do not bear out of a question; sources without text are passed over."""
    return [flaw for rule in rules for flaw in rule.flaws(pack, question, known)]
