"""Options of another sort than is asked for, and what only looks like one."""

from __future__ import annotations

from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import Mutation, each, is_free, texts_of, with_texts
from quizapp.quality.mutants.of_figures import HOW_MANY, WHEN, counted, made_of, percents, years

SHARE = "what share of it was paid for"
_PEOPLE = ("Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone", "Kim Dorn", "Una Rook")


def _misfit_name(draw: Draw) -> list[str]:
    texts = draw.shuffled(_PEOPLE)[:3]
    texts[draw.below(3)] = draw.choice(("1954", "72", "May 2011", "about 40 boats", "a hundred"))
    return texts


def _misfit_count(draw: Draw) -> list[str]:
    texts = counted(draw, 12, 30, 80)
    texts[draw.below(3)] = draw.choice(
        ("the town council", "Ada Penn", "a great many", "quite a lot of them")
    )
    return texts


def _misfit_date(draw: Draw) -> list[str]:
    texts = years(draw)
    texts[draw.below(3)] = draw.choice(
        ("the town council", "in the spring", "at an unknown date", "Ben Holt")
    )
    return texts


def _more_than_all(draw: Draw) -> list[str]:
    return [
        f"{draw.between(40, 60)} percent",
        f"{draw.between(70, 95)} percent",
        f"{draw.between(101, 180)} percent",
    ]


def _less_than_none(draw: Draw) -> list[str]:
    return [f"-{draw.between(3, 30)}", f"{draw.between(3, 30)}", f"{draw.between(40, 90)}"]


def _people(draw: Draw) -> list[str]:
    return draw.shuffled((*_PEOPLE, "the Nineteen Club", "the Council of 1954", "Mill Row 7"))[:3]


def _growth(draw: Draw) -> list[str]:
    return [
        f"{draw.between(20, 40)} percent",
        f"{draw.between(90, 120)} percent",
        f"{draw.between(150, 300)} percent",
    ]


def _foreign(question: Question, pack: Pack, draw: Draw) -> Question | None:
    """Put a name of another type among entities."""
    fact = pack.facts[question.facts[0]]
    entity = getattr(fact.slots.get(question.slot), "entity", None)
    if question.kind != "value" or entity is None or not is_free(question):
        return None
    others = [one.name for one in pack.entities.values() if one.type != entity.type]
    if not others:
        return None
    texts = texts_of(question)
    places = [place for place, one in enumerate(question.options) if not one.correct]
    texts[draw.choice(places)] = draw.choice(others)
    return with_texts(question, texts)


SORT_MUTATIONS = (
    Mutation(
        13,
        each(
            made_of("who opened it", _misfit_name), made_of(HOW_MANY, _misfit_count),
            made_of(WHEN, _misfit_date),
            made_of(SHARE, _more_than_all), made_of(HOW_MANY, _less_than_none), _foreign,
        ),
        each(
            made_of("who opened it", _people), made_of(SHARE, percents),
            made_of("by how much did it grow", _growth),
            made_of(WHEN, years),
        ),
    ),
)  # fmt: skip
