"""The questions chosen so far: kept in the page itself, as numbers of drafts, until they are handed out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quizapp.classroom.assigning.choices import LONGEST, MOST_FORMS
from quizapp.classroom.assigning.drafting import DraftBank
from quizapp.generation.question import Question

_FAMILY = re.compile(r"[0-9a-f]{16}")
MOST_LEFT_OUT = 300
"""So many families, the last ones, are kept of those left out: the page must stay small enough to be sent."""


@dataclass(frozen=True)
class Selection:
    """Chosen questions, form by form, by the number of their draft for a seed.

    `left_out` and `passed` are the families of what was left out, and swapped for another;
    `mark` says which choices the questions were made for (see `Choices.mark`).
    """

    seed: str
    forms: tuple[tuple[int, ...], ...] = ()
    left_out: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    mark: str = ""

    @property
    def forms_text(self) -> str:
        return "_".join(".".join(map(str, form)) for form in self.forms)

    def without(self, family: str) -> Selection:
        return replace(self, left_out=(*self.left_out, family)[-MOST_LEFT_OUT:])

    def past(self, family: str) -> Selection:
        return replace(self, passed=(*self.passed, family)[-MOST_LEFT_OUT:])


def read_forms(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the forms that `Selection.forms_text` wrote; () for anything else."""
    if not re.fullmatch(r"[0-9]{1,6}([._][0-9]{1,6})*", text):
        return ()
    forms = tuple(tuple(int(number) for number in form.split(".")) for form in text.split("_"))
    fits = len(forms) <= MOST_FORMS and all(len({*form}) == len(form) <= LONGEST for form in forms)
    return forms if fits else ()


def read_families(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_FAMILY.findall(text)))[-MOST_LEFT_OUT:]


def questions_in(bank: DraftBank, selection: Selection) -> tuple[tuple[Question, ...], ...] | None:
    """Return the questions of a selection, form by form; None where a number names none."""
    forms = []
    for form in selection.forms:
        questions = [bank.question(number) for number in form if number < len(bank)]
        if len(questions) < len(form) or None in questions:
            return None
        forms.append(tuple(one for one in questions if one))
    return tuple(forms)
