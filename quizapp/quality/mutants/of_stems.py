"""Flaws of stems, and what only looks like one: negation, no focus, truth, hard words, loaded words."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import (
    Mutation,
    asking,
    each,
    is_free,
    is_named,
    lead_of,
    texts_of,
    with_texts,
)

_AUXILIARY = re.compile(r"\b(is|are|was|were|did|does|do|has|had|will|would|may|can|must|should|could) ")
_QUESTION_WORD = re.compile(r"\b(who|which|what|how|when|in which)\b", re.IGNORECASE)
_ASIDES = (
    "Though it was not asked before, ", "In a town that never forgot its floods, ", "As nobody denies, ",
    "Without a map, and with no more than the text at hand: ", "In a text called “Not So, Except Here”, ",
)  # fmt: skip
_LONG = (
    "counting all works built or mended there before the great flood and after it, by the town or by any "
    "of its guilds, with their own hands or those of others, and whether or not the work was paid for by the "
    "people who had ordered it in the first place"
)
_SETTING = (
    "The town grew. ",
    "Trade came back. ",
    "Then the mill burned. ",
    "A new road was laid. ",
    "It rained. ",
)
_TRUTH = (
    "which of the following is true?", "which of these statements is correct?",
    "which statement is accurate?",
    "which one of the statements below is right?", "what is true of the harbour?",
    "which claim about the town is valid?",
    "which of these is correct about the harbour?", "which of the following statements are true?",
)  # fmt: skip
_NO_TRUTH = (
    "which town is called true to its name?", "which bank is the right one of the river?",
    "who corrected the chart?",
    "which is the right of the lord of the manor?", "what was found to be accurately drawn?",
)  # fmt: skip
_HARD = (
    "notwithstanding considerations of intergovernmental responsibility",
    "by the institutionalisation of administrative procedures",
    "through a comprehensive reconsideration of organisational priorities",
    "following the implementation of accountability-related modifications",
)  # fmt: skip


def _negated(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Negate what is asked: after its auxiliary, in a contraction, or by an exception."""
    stem = question.stem
    word = _QUESTION_WORD.search(stem)
    if not word or not stem.endswith("?") or " that " in stem or "“" in stem:
        return None
    found = _AUXILIARY.search(stem, word.end())
    verb, at = (found[1], found.end()) if found else ("", 0)
    ways = [
        f"{stem[:-1]}, except one?",
        f"{stem[:-1]}, and which one is least so?",
        f"{stem[:-1]} and never elsewhere?",
    ]
    if found:
        ways += [
            f"{stem[:at]}not {stem[at:]}",
            f"{stem[: at - 1]}n’t {stem[at:]}"
            if verb not in ("will", "may", "can")
            else f"{stem[:at]}never {stem[at:]}",
        ]
    return replace(question, stem=draw.choice(ways))


def _false_asked(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    asked = draw.choice(
        (
            "which of these is false?",
            "which name is incorrect?",
            "which of them does not fit?",
            "which is untrue?",
        )
    )
    return asking(question, f"{lead_of(question, pack)}, {asked}", *texts_of(question))


def _negative_beside(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Ask a plain question with a negative word in an aside, a title, a limit or an embedded statement."""
    if not is_free(question):
        return None
    plain = draw.choice(
        (
            "which town was meant?",
            "which crossing is at least as old?",
            "which road took no more than a year?",
        )
    )
    said = "who is credited with saying that it was not safe and never would be?"
    stem = draw.choice((f"{draw.choice(_ASIDES)}{plain}", f"In a text, {said}", f"In a text, {plain}"))
    return asking(question, stem, *texts_of(question))


def _no_question(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    lead = lead_of(question, pack)
    stem = draw.choice(
        (
            f"{lead}, the town in question is",
            f"{lead}: name the town.",
            f"{lead}, it was the work of",
            f"{lead}, is it old?",
        )
    )
    return asking(question, stem, *texts_of(question))


def _overlong(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not question.stem.endswith("?") or " that " in question.stem:
        return None
    return replace(question, stem=f"{question.stem[:-1]}, {_LONG}?")


def _many_sentences(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return replace(question, stem="".join(draw.shuffled(_SETTING)[: draw.between(2, 4)]) + question.stem)


def _focused(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Ask in few words: after a sentence of set-up, of a long statement, or with points that end nothing."""
    if not is_free(question):
        return None
    stem = draw.choice((
        f"{draw.choice(_SETTING)}Which town was meant?",
        f"In a text, who is credited with saying that the work was done, {_LONG}?",
        "According to Penn v. Holt and Dr. Marsh of the U.S. Survey, which town was meant?",
        "To check it, which passage would you read: the one that also says …?",
    ))  # fmt: skip
    return asking(question, stem, *texts_of(question))


def _true_asked(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return (
        asking(question, f"{lead_of(question, pack)}, {draw.choice(_TRUTH)}", *texts_of(question))
        if is_free(question)
        else None
    )


def _truth_named(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return (
        asking(question, f"{lead_of(question, pack)}, {draw.choice(_NO_TRUTH)}", *texts_of(question))
        if is_free(question)
        else None
    )


def _hard(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not question.stem.endswith("?") or question.quote:
        return None
    asked = ", ".join(draw.shuffled(_HARD)[:2])
    return replace(question, stem=f"{question.stem[:-1].rstrip('…: ')}, {asked}?")


def _easy(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Ask in short words, beside a long name or a quoted phrase of hard ones."""
    if not is_free(question):
        return None
    name = "the Intercontinental Administrative Organisation of Transportation Authorities"
    stem = draw.choice((
        f"According to {name}, which town was meant?",
        f"According to a text, which town had “{draw.choice(_HARD)}” as its plan?",
        f"In a text, which road did {name[4:]} build first?",
    ))  # fmt: skip
    return asking(question, stem, *texts_of(question))


def _loaded(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Put a loaded word where it judges: in the stem, the quoted sentence or an option, in any letters."""
    word = draw.choice(
        (*pack.loaded_words, "admitted", "so-called", "claims", "Slammed", "refuses", "REGIME", "insisted")
    )
    word = draw.choice((word, word.capitalize(), word.upper()))
    where = draw.below(3)
    if where == 0 and is_named(question):
        texts = texts_of(question)
        texts[0] = f"{word} {texts[0]}"
        return with_texts(question, texts)
    if where == 1 and question.quote:
        return replace(question, quote=f"{question.quote.rstrip('.')}, {word} or not.")
    return replace(question, stem=f"In the {word} matter: {question.stem}")


def _marked(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Give one of three people a title or a party."""
    if not is_free(question):
        return None
    people = draw.shuffled(("Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone"))[:3]
    mark = draw.choice(
        ("Mayor {}", "Dr {}", "Senator {}", "{} (R-Aldmouth)", "Democrat {}", "Ms. {}", "{} (D)")
    )
    people[draw.below(3)] = mark.format(people[draw.below(3)])
    return asking(question, f"{lead_of(question, pack)}, who spoke first?", *people)


def _even(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Quote loaded words, give every person a title, or name things that have a title's word in them."""
    if not is_free(question):
        return None
    word = draw.choice((*pack.loaded_words, "admitted", "regime"))
    people = draw.shuffled(("Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone"))[:3]
    titled = [f"{draw.choice(('Mayor', 'Dr', 'Ms'))} {name}" for name in people]
    bodies = ["President of the council", "House of the Mayor", "the Judge’s clerk"]
    texts = draw.choice((people, titled, bodies))
    stem = draw.choice(
        (f"who spoke of “{word}” first?", "who said so first?", "who claimants say came first?")
    )
    told = replace(question.explanation, statement=f"{texts[0]} said so.")
    return replace(asking(question, f"{lead_of(question, pack)}, {stem}", *texts), explanation=told)


STEM_MUTATIONS = (
    Mutation(6, each(_negated, _false_asked), each(_negative_beside)),
    Mutation(20, each(_no_question, _overlong, _many_sentences), each(_focused)),
    Mutation(21, each(_true_asked), each(_truth_named)),
    Mutation(23, each(_loaded, _marked), each(_even)),
    Mutation(25, each(_hard), each(_easy)),
)
