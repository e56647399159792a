"""Options that do not fit the grammar of the stem, and what only looks so."""

from __future__ import annotations

from functools import partial

from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import Mutation, asking, each, is_free, lead_of

_NOUNS = {
    "an": ("inn", "oak hall", "elm grove", "abbey", "island", "orchard", "archway", "old mill", "hour glass"),
    "a": ("mill", "ford", "tower", "harbour", "lantern", "canal", "market", "union hall", "useful road"),
}
_COUNTED = ("boats", "carts", "lamps", "pupils", "families", "boxes", "benches")


def _article(question: Question, pack: Pack, draw: Draw, *, fits: bool) -> Question | None:
    if not is_free(question):
        return None
    wanted = draw.choice(("a", "an"))
    other = "an" if wanted == "a" else "a"
    nouns = draw.shuffled(_NOUNS[wanted])[:3]
    misfit = draw.below(3)
    texts = [
        noun if fits or place != misfit else draw.choice(_NOUNS[other]) for place, noun in enumerate(nouns)
    ]
    end = draw.choice(
        (f"what stood there was {wanted} …?", f"the building was {wanted}", f"it is named as {wanted} _____?")
    )
    return asking(question, f"{lead_of(question, pack)}, {end}", *texts)


def _verb(question: Question, pack: Pack, draw: Draw, *, fits: bool) -> Question | None:
    if not is_free(question):
        return None
    plural = bool(draw.below(2))
    one, more = ("a mill", "a ford", "an inn"), ("two mills", "three fords", "several barges")
    good, bad = (more, one) if plural else (one, more)
    texts = draw.shuffled(good)
    if not fits:
        texts[draw.below(3)] = draw.choice(bad)
    what = draw.choice(("of the works there ", "part of the town ", "building ", ""))
    stem = f"{lead_of(question, pack)}, which {what}{'were' if plural else 'was'} paid for first?"
    return asking(question, stem, *texts)


def _unit(question: Question, pack: Pack, draw: Draw, *, fits: bool) -> Question | None:
    if not is_free(question):
        return None
    unit, other = draw.shuffled(_COUNTED)[:2]
    low = draw.between(12, 60)
    texts = [f"{low} {unit}", f"{low * 2} {unit}", f"{low * 3} {unit}"]
    if not fits:
        place = draw.below(3)
        texts[place] = texts[place].replace(unit, other)
    return asking(question, f"{lead_of(question, pack)}, how many {unit} were counted there?", *texts)


def _pronoun(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    said = draw.choice(
        ("she would stay", "he had built it", "the work was hers", "nothing had been told him")
    )
    people = draw.shuffled(("Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone", "Kim Dorn"))[:3]
    return asking(question, f"{lead_of(question, pack)}, who said that {said}?", *people)


def _titles(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    people = draw.shuffled(("Mr Penn", "Ms Holt", "Mrs Marsh", "Sir Tom Stone", "Lady Dorn"))[:3]
    return asking(
        question,
        f"{lead_of(question, pack)}, which guest praised {draw.choice(('his', 'her'))} host?",
        *people,
    )


def _other_pronoun(question: Question, pack: Pack, draw: Draw) -> Question | None:
    if not is_free(question):
        return None
    towns = draw.shuffled(("Aldmouth", "Bexford", "Cromley", "Dunwick"))[:3]
    stem = draw.choice(
        ("in which town did the mayor open her bridge?", "in which town was “he built it” cut in stone?")
    )
    return asking(question, f"{lead_of(question, pack)}, {stem}", *towns)


GRAMMAR_MUTATIONS = (
    Mutation(
        3,
        each(
            partial(_article, fits=False),
            partial(_verb, fits=False),
            partial(_unit, fits=False),
            _pronoun,
            _titles,
        ),
        each(
            partial(_article, fits=True), partial(_verb, fits=True), partial(_unit, fits=True), _other_pronoun
        ),
    ),
)
