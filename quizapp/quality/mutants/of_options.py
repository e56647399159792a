"""Flaws of options, and what only looks like one: lengths, grammar, echoes, catch-alls, figures."""

from __future__ import annotations

import re
from functools import partial

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

_MORE = (
    "in the older part of the district", "as it stood before the great repairs",
    "together with its neighbours",
    "by a decision of that same spring", "and whatever belongs to it", "at the far end of the valley",
)  # fmt: skip
_FILLER = "beside the river and the long road that leads to the market by way of the old stone gate " * 6
_ABSOLUTE = (
    "always {}", "{}, always", "never {}", "only {}", "Only {}", "{} and nothing else",
    "every part of {}", "all of {}",
    "{} completely", "what must be {}", "{}, in every case", "none but {}", "absolutely {}",
    "{} entirely", "everyone in {}",
    "{}, which nobody doubts", "{} without exception always",
)  # fmt: skip
_VAGUE = (
    "usually {}", "{}, often", "some of {}", "several parts of {}", "sometimes {}",
    "{} for the most part, generally",
    "many in {}", "probably {}", "Frequently {}", "{} and various others", "{}, typically", "a few of {}",
)  # fmt: skip
_CATCHES = (
    "all of the above", "None of these", "none of the above", "All of these", "Both of them",
    "neither of these",
    "any of the above", "All three", "two of these", "A and C", "Both A and B", "none of them",
    "Either of these",
)  # fmt: skip
_NO_CATCH = (
    "one of the mills", "all the King’s Men", "the Neither River", "a part of the above-ground line",
    "Bothwell and Sons",
    "the Alderman and the Mayor", "both banks", "half of the valley", "an Answering House",
)  # fmt: skip
_COMMON = ("about", "their", "there", "these", "those", "before", "after", "would", "under", "which", "other")
_COUNTED = ("boats", "carts", "lamps", "pupils", "families", "boxes", "benches")


def _one_changed(question: Question, draw: Draw, text: str) -> Question:
    """Put a text, with the option's own for {}, in the place of a drawn option."""
    texts = texts_of(question)
    place = draw.below(len(texts))
    texts[place] = text.format(texts[place])
    return with_texts(question, texts)


def _longer(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    texts = texts_of(question)
    place = draw.below(len(texts))
    others = max(len(text) for at, text in enumerate(texts) if at != place)
    texts[place] += " " + draw.choice(_MORE)
    while len(texts[place]) * 10 < others * 13:
        texts[place] += " " + draw.choice(_MORE)
    return with_texts(question, texts)


def _as_long(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Make all options equally long, and long."""
    if not is_free(question):
        return None
    size = max(map(len, texts_of(question))) + draw.between(10, 40)
    return with_texts(question, [f"{text} {_FILLER}"[:size] for text in texts_of(question)])


def _absolute(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return _one_changed(question, draw, draw.choice(_ABSOLUTE)) if is_named(question) else None


def _no_absolute(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    names = draw.shuffled(
        ("Allwood Hall", "the Mustard Mill", "Everly Lane", "Nevern Bridge", "“All Souls” Church")
    )
    if draw.below(2):
        names = [f"{draw.choice(('every', 'all', 'only'))} {name}" for name in ("mills", "fords", "quays")]
    return asking(question, question.stem, *names[:3])


def _vague(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return _one_changed(question, draw, draw.choice(_VAGUE)) if is_named(question) else None


def _hedged(question: Question, pack: Pack, draw: Draw, *, all_of: bool) -> Question | None:
    if not is_free(question):
        return None
    hedge = draw.choice(("about", "nearly", "around", "roughly", "almost"))
    low, place, unit = draw.between(2, 9) * 10, draw.below(3), draw.choice(_COUNTED)
    figures = [f"{low * step} {unit}" for step in (2, 3, 5)]
    texts = [f"{hedge} {one}" if all_of or at == place else one for at, one in enumerate(figures)]
    return asking(question, f"{lead_of(question, pack)}, how many {unit} were counted there?", *texts)


def _no_vague(question: Question, pack: Pack, draw: Draw) -> Question | None:
    names = draw.shuffled(
        ("Somerset", "Oftenbach", "a talk about boats", "Fewston", "the “Usual Place”", "the Manyfold")
    )
    return asking(question, question.stem, *names[:3]) if is_free(question) else None


def _catch_all(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    texts = texts_of(question)
    place = draw.below(len(texts))
    first, second = (texts[:place] + texts[place + 1 :])[:2]
    listed = (
        f"{first} and {second}",
        f"both {first} and {second}",
        f"{second} as well as {first}",
        f"{first}, {second}",
    )
    texts[place] = draw.choice((*_CATCHES, *listed))
    return with_texts(question, texts)


def _no_catch_all(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return asking(question, question.stem, *draw.shuffled(_NO_CATCH)[:3]) if is_free(question) else None


def _echo(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Put a word of the key, bent, into the stem; no other option has it."""
    if not is_named(question):
        return None
    (key,) = (one.text for one in question.options if one.correct)
    others = " ".join(one.text.casefold() for one in question.options if not one.correct)
    words = [word for word in re.findall(r"[A-Za-z]{5,}", key) if word[:4].casefold() not in others]
    words = [word for word in words if word.casefold() not in _COMMON and not word.endswith(("ed", "ing"))]
    if not words:
        return None
    bent = _bent(draw.choice(words), draw)
    return _with_stem(
        question, draw.choice((f"In a piece on {bent}: ", f"Of {bent} and others: ")) + question.stem
    )


def _bent(word: str, draw: Draw) -> str:
    bent = word + draw.choice(("’", "") if word.endswith("s") else ("s", "’s", "", "’s own"))
    return bent.lower() if draw.below(2) else bent


def _with_stem(question: Question, stem: str) -> Question:
    return asking(question, stem, *texts_of(question))


def _shared_echo(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Ask with a word that all options share, or that a wrong one shares with the stem."""
    if not is_free(question):
        return None
    names = draw.shuffled(("Penn", "Holt", "Dorn", "Rook", "Fell"))[:3]
    shared = draw.choice(("Bridge", "Harbour", "Meadow"))
    made = asking(
        question, f"According to a text on {shared}s, which {shared.lower()} was the first?", *names
    )
    wrong = draw.below(2)
    texts = [f"{one.text} {shared}" if wrong or not one.correct else one.text for one in made.options]
    return with_texts(made, texts)


def _two(question: Question, pack: Pack, draw: Draw) -> Question | None:
    return asking(question, question.stem, *texts_of(question)[:2]) if is_free(question) else None


def _twice(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    texts = texts_of(question)
    first, second = draw.shuffled(range(len(texts)))[:2]
    bare = texts[first].removeprefix("the ").removeprefix("The ")
    again = (
        bare.upper(),
        f"  {texts[first]} ",
        f"the {bare}",
        f"{texts[first]}.",
        texts[first].replace(" ", "  "),
    )
    texts[second] = draw.choice(again)
    return with_texts(question, texts)


def _alike(question: Question, pack: Pack, draw: Draw) -> Question | None:
    name = draw.choice(("Old Mill", "East Quay", "Long Meadow"))
    return asking(question, question.stem, name, f"{name}s", f"New {name}") if is_free(question) else None


OPTION_MUTATIONS = (
    Mutation(1, each(_longer), each(_as_long)),
    Mutation(4, each(_absolute), each(_no_absolute)),
    Mutation(5, each(_vague, partial(_hedged, all_of=False)), each(_no_vague, partial(_hedged, all_of=True))),
    Mutation(7, each(_catch_all), each(_no_catch_all)),
    Mutation(11, each(_echo), each(_shared_echo)),
    Mutation(26, each(_two, _twice), each(_alike)),
)
