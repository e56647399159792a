"""Words that several of the results pages use: places, skills, stems."""

from __future__ import annotations

import re

from quizapp.classroom.gradebook import AssignedItem
from quizapp.generation.parallel import NAMES
from quizapp.generation.question import Question
from quizapp.site.words import listed, sentence_case

SKILLS = {
    "S1": "Recall with its source",
    "S2": "Fact, claim or opinion",
    "S3": "Who said it",
    "S4": "Which passage is the evidence",
    "S5": "As of when",
    "S6": "Which sources bear it out",
    "S7": "Why sources differ",
    "S8": "Loaded or even words",
    "S9": "What the sources cannot tell",
    "S10": "Numbers",
}

_SHORT = 110
_LEAD_IN = re.compile(r", (?=(?:[a-z]+ )?(?:which|what|who|whose|how|when|where)\b)")


def skill_words(skill: str) -> str:
    """Return what a skill is about; an unknown one is named by its code."""
    return SKILLS.get(skill, skill)


def proof_words(proof: str) -> str:
    """Return a wrong option's proof as a teacher would say it; "" for none."""
    if proof.startswith("determined"):
        return "the source gives one answer here, and it is another"
    return proof.removeprefix("closed: ").replace("every filler", "all there are")


def form_letter(form: int) -> str:
    """Return what a form, counted from 0, is called: "A"."""
    return NAMES[form]


def place_words(item: AssignedItem, forms: int) -> str:
    """Return where a question stands: "3", or with several forms "A 3, B 7"."""
    if forms == 1:
        return listed([str(position) for position in item.places.values()])
    return ", ".join(f"{form_letter(form)} {position}" for form, position in sorted(item.places.items()))


def short_stem(question: Question) -> str:
    """Return what tells a question from others in a row of a table: what it asks, less its lead-in."""
    asked = sentence_case(_LEAD_IN.split(question.stem, maxsplit=1)[-1])
    words = f"{question.quote} {asked}" if question.quote else asked
    return (
        words
        if len(words) <= _SHORT
        else words[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,.;:") + "\N{NO-BREAK SPACE}…"
    )
