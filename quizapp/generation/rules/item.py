"""A question as the rules read it."""

from __future__ import annotations

import re

from quizapp.assessment.forms import Choice, Order, Select
from quizapp.facts.wording import without_quotes
from quizapp.generation.question import Question
from quizapp.generation.rules.printed import all_dates, all_figures

LABEL = "answer-form"

_WH = r"(?:who|whom|whose|which|what|when|where|why|how)"
_BEFORE_WH = (
    r"(?:(?:at|in|on|under|for|by|to|of|from|within|about|since|with|and|as|or|against|into|least|most"
    r"|than|roughly)\s+)*"
)
_ASKING = re.compile(rf"(?:^|[,.:;!]\s+|—\s*)(?P<asking>{_BEFORE_WH}{_WH}\b.*)", re.IGNORECASE | re.DOTALL)
_YES_NO = re.compile(
    r"(?:^|[,.:;]\s+)(?P<asking>(?:does|do|did|is|are|was|were|has|have|had|can|could|may|must|will|would|should)"
    r"(?:n['’]t)?\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_EMBEDDED = re.compile(
    r"\b(?:say|said|report|pass|credit|stat|tell|told|claim|argu|warn|hold|held|assert|announc|predict|believ|writ"
    r"|add|suggest|note|conclud|maintain|insist)\w*\b[^?]*?\bthat\b(?P<statement>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COUNTS = re.compile(r"how (?:many|much)\b", re.IGNORECASE)


class Item:
    """A question with what several rules look for in it, each found once.

    `rivals` are the options that compete: not fixed labels, nor the items of an order, which all belong.
    `keys` are the right options of a choice or a selection, `wrong` those that are not right. `own_stem`
    is the stem without quoted words; `asking` the clause of it that asks, from its question word on;
    `asked` the same without the statement that it embeds ("… who is credited with saying that …");
    `shown` all that stands above the options. `dates` and `figures` are what the rivals are, if all are:
    [] otherwise.
    """

    def __init__(self, question: Question) -> None:
        options, form = question.options, question.form
        self.question = question
        self.texts = [option.text for option in options]
        self.labelled = bool(options) and all(one.origin == LABEL for one in options)
        self.rivals = [] if self.labelled or isinstance(form, Order) else self.texts
        keyed = isinstance(form, Choice | Select)
        self.keys = [option.text for option in options if option.correct and keyed]
        self.wrong = [option.text for option in options if not option.correct]
        self.own_stem = without_quotes(question.stem) if "“" in question.stem else question.stem
        self.asking = _asking(self.own_stem)
        self.asked = _without_statement(self.asking)
        self.shown = " ".join((question.stem, question.quote, *question.prompts))
        self.dates = [] if _COUNTS.match(self.asked) else all_dates(self.rivals)
        self.figures = [] if self.dates else all_figures(self.rivals)


def _asking(stem: str) -> str:
    found = _ASKING.search(stem) or _YES_NO.search(stem)
    return found["asking"] if found else stem


def _without_statement(asking: str) -> str:
    found = _EMBEDDED.search(asking) if " that " in asking else None
    return asking[: found.start("statement")] if found else asking
