"""What a browser may know of a question before it is answered."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.assessment.forms import LETTERS, Number
from quizapp.generation.question import Question


@dataclass(frozen=True)
class Asked:
    """A question without its key and explanation: templates get nothing else to leak.

    `form` names the answer form and so the partial that shows it; `unit` is what a number
    counts, or ""; `letters` are what the items of an order and the prompts of a match are
    called, as shown; `prompts` are what a match gives, and `options` then its choices.
    """

    form: str
    kind: str
    stem: str
    quote: str
    options: tuple[str, ...]
    unit: str
    prompts: tuple[str, ...] = ()
    letters: str = LETTERS


def ask(question: Question) -> Asked:
    return Asked(
        form=question.form.name,
        kind=question.kind,
        stem=question.stem,
        quote=question.quote,
        options=tuple(option.text for option in question.options),
        unit=question.form.unit if isinstance(question.form, Number) else "",
        prompts=question.prompts,
    )
