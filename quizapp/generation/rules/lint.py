"""All rules for a question: the gate that every draft passes, and the whole list for a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from quizapp.facts.pack import Pack
from quizapp.generation.question import Question
from quizapp.generation.rules.context import missing_context, stale
from quizapp.generation.rules.cues import absolutes, clangs, grammar_cues, odd_lengths, vague_terms
from quizapp.generation.rules.item import Item
from quizapp.generation.rules.known import Known
from quizapp.generation.rules.options import (
    catch_alls,
    implausible,
    mixed_precision,
    overlapping,
    too_few_or_equal,
    unordered,
)
from quizapp.generation.rules.rule import Flaw, Rule
from quizapp.generation.rules.stems import hard_to_read, negative_stems, true_or_false, unfocused
from quizapp.generation.rules.tone import loaded_words, trivia
from quizapp.generation.rules.truth import misfits, true_distractors

ItemRule = Rule[Callable[[Item], Iterable[str]]]
PackRule = Rule[Callable[[Item, Known], Iterable[str]]]

ITEM_RULES: tuple[ItemRule, ...] = (
    Rule(1, "odd length", "error", "item",
         "one option of several words is 1.2 times as long as the next longest, or longer", odd_lengths),
    Rule(3, "grammar cue", "error", "item",
         "an option does not fit the stem’s a or an, verb, counted noun, or he or she", grammar_cues),
    Rule(4, "absolute term", "warning", "item",
         "always, never, all, only … stands in some options and not in others", absolutes),
    Rule(5, "vague term", "warning", "item",
         "an option says usually, often, several …, or hedges a figure where not all do", vague_terms),
    Rule(6, "negative stem", "error", "item",
         "the asking clause holds not, except, never, false …", negative_stems),
    Rule(7, "catch-all option", "error", "item",
         "an option speaks of the others (all of the above), or lists two of them", catch_alls),
    Rule(8, "overlapping figures", "error", "item",
         "two figures or dates could be one, within what was reported", overlapping),
    Rule(9, "unordered figures", "error", "item",
         "figures or dates are not in ascending order", unordered),
    Rule(10, "mixed precision", "error", "item",
         "figures differ in unit, decimals, scale word or hedge, or one is rounder by two zeros",
         mixed_precision),
    Rule(11, "clang", "error", "item",
         "stem and key share a word, inflected or not, that no other option has", clangs),
    Rule(13, "implausible option", "error", "item",
         "an option is of another sort than is asked for, or cannot be: a share above 100 %", implausible),
    Rule(20, "unfocused stem", "warning", "item",
         "there is no question mark, no question word, more than one sentence before the question, or more "
         "than 35 words besides source, quotation and embedded statement", unfocused),
    Rule(21, "true-or-false stem", "warning", "item",
         "the stem asks which of the options is true", true_or_false),
    Rule(25, "hard to read", "warning", "item",
         "stem and quote are above grade 12 by Flesch and Kincaid’s formula", hard_to_read),
    Rule(26, "too few or equal options", "error", "item",
         "there are fewer than three options, fixed labels aside, or two the same", too_few_or_equal),
)  # fmt: skip

PACK_RULES: tuple[PackRule, ...] = (
    Rule(13, "misfit option", "error", "item",
         "an option is of another type or role than the key, or a date later than the source", misfits),
    Rule(17, "true distractor", "error", "item",
         "a wrong option is no longer provably false by the facts of the pack", true_distractors),
    Rule(18, "missing context", "error", "item",
         "source, speaker, date or a given slot is not named, or a pronoun stands for something unnamed",
         missing_context),
    Rule(19, "stale key", "error", "item",
         "the fact is gone or changed, or the question shows no date and its shelf life is over or a newer "
         "fact is there", stale),
    Rule(23, "uneven wording", "warning", "item",
         "a loaded word stands outside quotation marks, or a title or party marks some options only",
         loaded_words),
    Rule(24, "trivia", "warning", "item",
         "a figure is asked that is neither in `asks`, nor linked, nor in the opening of its text", trivia),
)  # fmt: skip

GATE: tuple[ItemRule, ...] = tuple(rule for rule in ITEM_RULES if rule.severity == "error")


def flaws(question: Question, rules: Iterable[ItemRule] = GATE) -> list[Flaw]:
    """Return every error that can be told from a question alone; [] for a sound one."""
    item = Item(question)
    return [flaw for rule in rules for flaw in rule.flaws(item)]


class Linter:
    """All item rules, for the questions of one pack on one day: made once, as it indexes the pack."""

    def __init__(
        self,
        pack: Pack,
        today: date,
        item_rules: Iterable[ItemRule] = ITEM_RULES,
        pack_rules: Iterable[PackRule] = PACK_RULES,
    ) -> None:
        self._known = Known(pack, today)
        self._item_rules, self._pack_rules = tuple(item_rules), tuple(pack_rules)

    def lint(self, question: Question) -> list[Flaw]:
        """Return every flaw of a question, errors and warnings, by the numbers of the rules."""
        item = Item(question)
        found = [flaw for rule in self._item_rules for flaw in rule.flaws(item)]
        found += [flaw for rule in self._pack_rules for flaw in rule.flaws(item, self._known)]
        return sorted(found, key=lambda flaw: flaw.rule)


def lint(question: Question, pack: Pack, today: date) -> list[Flaw]:
    """Return every flaw of one question; for many of a pack, make one `Linter`."""
    return Linter(pack, today).lint(question)
