"""The rules of credit: every way in which an answer earns it, in the words that a teacher reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import ClassVar, Literal, Self

from quizapp.assessment.forms import FORMS, AnswerForm, Number, Select


class CreditRule(Enum):
    """A way of giving credit from 0 to 1.

    The value is its title; the docstring of each member is the text that pages and docs
    print, so that what is promised stands beside what is done.
    """

    def __new__(cls, title: str, text: str) -> Self:
        rule = object.__new__(cls)
        rule._value_ = title
        rule.__doc__ = " ".join(text.split())
        return rule

    ONE_OF_N = (
        "Choose one",
        """The right option earns the whole credit, any other one none. Nothing is taken away for a
        wrong choice; what guessing adds is reckoned with in statistics, not in a learner's mark.""",
    )
    PLUS_MINUS = (
        "Tick all that apply",
        """Each right tick adds its share of the credit and each wrong tick takes one share away;
        the credit is never below 0. The shares are as many as there are right options, and the
        order of ticking does not matter. Blind guessing earns .19 with two right options of four,
        .24 with three of five.""",
    )
    ALL_OR_NOTHING = (
        "Tick all that apply, all or nothing",
        """Exactly the right ticks earn the whole credit; one missing or one too many, and there is
        none.""",
    )
    AS_REPORTED = (
        "Number, as exact as the source",
        """A number is right when it lies within half a unit of the last digit that the source
        reports: 1.2 million allows 50,000 either side, 72 allows a half. A hedge in the source
        (“about 500”) allows a tenth. A range allows what lies in it. Commas, words, fractions, k, m
        and bn are read; percent and percentage points are different things. A wrong unit or
        scale word earns nothing, and the note says which it was.""",
    )
    EXACT = (
        "Number, exact",
        """Only the very figure is right, however it is written: 1.2 million, 1,200,000 and 1200k are
        the same. Of a range, both ends.""",
    )
    WITHIN = (
        "Number, within an amount",
        """A number is right when it is no further from the source's figure than an amount that the
        teacher sets.""",
    )
    WITHIN_SHARE = (
        "Number, within a share",
        """A number is right when it is no further from the source's figure than a share of it that
        the teacher sets, such as a tenth.""",
    )
    IN_BANDS = (
        "Number, in bands",
        """As exact as the source earns the whole credit, within 5 percent a half, and the right order
        of magnitude a quarter. The last counts from 100 up only: smaller numbers are near each
        other anyhow.""",
    )
    SPELLING = (
        "Name or a few words",
        """Any accepted spelling earns the whole credit; capitals, accents, punctuation, articles and
        titles before a name do not count. Of five letters or more, one slip is forgiven, or more in
        a long name, unless another name is as close; never in numbers and dates. An answer
        that is close, but not close enough, may be mended once; what is sent then counts.""",
    )
    TAU = (
        "Put in order",
        """Of all pairs of items, those in the right order less those swapped, as a share of all pairs;
        never below 0. This is Kendall's tau. The swapped pairs are named. Blind guessing earns
        .28 with three items, .19 with four, .16 with five.""",
    )
    RIGHT_PAIRS = (
        "Match",
        """Each right pair earns its share of the credit. A wrong pair earns nothing and takes nothing
        away.""",
    )
    CERTAINTY = (
        "How sure you are",
        """Only if the learner asks for it. Not sure: a right answer earns 1, a wrong one 0. Fairly
        sure: 2, or minus 2. Sure: 3, or minus 6. An answer that is partly right earns in
        proportion. Fairly sure pays from 2 chances in 3 of being right, sure from 4 in 5, so that
        saying what one believes pays best. The marks are shown as a bonus, or a malus, on the
        share that is right: a tenth of what they are, on average, above the best that being
        equally sure of everything would have earned.""",
    )

    @property
    def title(self) -> str:
        """What the rule is for, in a few words."""
        return str(self.value)

    @property
    def text(self) -> str:
        """What the rule does, in the words that a teacher reads."""
        return self.__doc__ or ""


DEFAULT_RULES: Mapping[str, CreditRule] = {
    "choice": CreditRule.ONE_OF_N,
    "select": CreditRule.PLUS_MINUS,
    "number": CreditRule.AS_REPORTED,
    "text": CreditRule.SPELLING,
    "order": CreditRule.TAU,
    "match": CreditRule.RIGHT_PAIRS,
}
"""The rule of each answer form, by the form's name, where nobody chooses another."""

RULES_IN_FORCE = (*(DEFAULT_RULES[name] for name in FORMS), CreditRule.CERTAINTY)
"""The rules that quizzes are marked by unless somebody chooses otherwise."""


@dataclass(frozen=True)
class AsReported:
    """Right within the tolerance that the source's own figure has (see `facts.quantities.tolerance`)."""

    rule: ClassVar[CreditRule] = CreditRule.AS_REPORTED


@dataclass(frozen=True)
class Exactly:
    """Right only if equal."""

    rule: ClassVar[CreditRule] = CreditRule.EXACT


@dataclass(frozen=True)
class Within:
    """Right within `amount` either side, both ends included; in the key's unit, from 0 up.

    A scale word is no part of the unit: half a million is 500,000. Raises ValueError below 0.
    """

    rule: ClassVar[CreditRule] = CreditRule.WITHIN
    amount: Fraction

    def __post_init__(self) -> None:
        _refuse_below_0(self.amount)


@dataclass(frozen=True)
class WithinShare:
    """Right within `share` of the key either side, both ends included; 1/10 is a tenth of it.

    Raises ValueError below 0.
    """

    rule: ClassVar[CreditRule] = CreditRule.WITHIN_SHARE
    share: Fraction

    def __post_init__(self) -> None:
        _refuse_below_0(self.share)


@dataclass(frozen=True)
class InBands:
    """Right as `AsReported`; what is not may still earn half or a quarter."""

    rule: ClassVar[CreditRule] = CreditRule.IN_BANDS


NumberRule = AsReported | Exactly | Within | WithinShare | InBands
SelectRule = Literal[CreditRule.PLUS_MINUS, CreditRule.ALL_OR_NOTHING]


@dataclass(frozen=True)
class Marking:
    """How a quiz is marked, for the answer forms that leave a choice."""

    select: SelectRule = CreditRule.PLUS_MINUS
    number: NumberRule = AsReported()

    def rule_of(self, form: AnswerForm) -> CreditRule:
        """Return the rule by which answers to a form earn credit."""
        if isinstance(form, Select):
            return self.select
        if isinstance(form, Number):
            return self.number.rule
        return DEFAULT_RULES[form.name]


STANDARD = Marking()
"""How every quiz is marked unless somebody chooses otherwise."""


def _refuse_below_0(tolerance: Fraction) -> None:
    if tolerance < 0:
        raise ValueError(f"a tolerance of {tolerance} is below 0")
