"""Flaws of figures and dates as options, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizapp.facts.dates import MONTHS
from quizapp.facts.pack import Pack
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.mutants.lots import Edit, Mutation, asking, each, is_free, lead_of

Figures = Callable[[Draw], Sequence[str]]

_COUNTED = ("boats", "carts", "lamps", "pupils", "families", "boxes", "benches")


def made_of(asked: str, figures: Figures) -> Edit:
    """Return the edit that asks for figures made from scratch, in the order in which they are made."""

    def edit(question: Question, pack: Pack, draw: Draw) -> Question | None:
        if not is_free(question):
            return None
        return asking(question, f"{lead_of(question, pack)}, {asked}?", *figures(draw))

    return edit


def counted(draw: Draw, *values: int, form: str = "{:,} {}") -> list[str]:
    unit = draw.choice(_COUNTED)
    return [form.format(value, unit) for value in values]


HOW_MANY, HOW_LONG, WHEN = (
    "how many were counted there",
    "how long did it take",
    "in which year was it opened",
)
WHEN_ELSE = "when was it opened"


def _overlapping_ranges(draw: Draw) -> list[str]:
    low, wide = draw.between(3, 60), draw.between(4, 20)
    return [
        f"{low} to {low + wide}",
        f"{low + wide - draw.below(3)} to {low + 2 * wide}",
        f"{low + 3 * wide} to {low + 4 * wide}",
    ]


def _range_and_figure(draw: Draw) -> list[str]:
    low = draw.between(10, 80)
    return [f"{low} to {low + 12} boats", f"{low + draw.between(3, 9)} boats", f"{low + 40} boats"]


def _hedged_close(draw: Draw) -> list[str]:
    value = draw.between(20, 90) * 10
    return counted(draw, value, value + value // draw.between(10, 14), value * 3, form="about {:,} {}")


def _one_time(draw: Draw) -> list[str]:
    days = draw.between(2, 9)
    return draw.choice(
        (
            [f"{days} days", f"{24 * days} hours", f"{days * 3} days"],
            [f"{7 * days} days", f"{days} weeks", f"{days * 5} weeks"],
        )
    )


def _year_and_month(draw: Draw) -> list[str]:
    year = draw.between(1900, 2010)
    return [f"{draw.choice(MONTHS)} {year}", str(year), str(year + draw.between(1, 9))]


def _day_in_month(draw: Draw) -> list[str]:
    month, year = draw.choice(MONTHS), draw.between(1900, 2010)
    return [f"{month} {year}", f"{draw.between(2, 28)} {month} {year}", f"{month} {year + 2}"]


def _apart(draw: Draw) -> list[str]:
    value = draw.between(11, 90)
    return counted(
        draw, value, value * 3 // 2 + 1, value * 5 // 2, form=draw.choice(("{:,} {}", "about {:,} {}"))
    )


def _touching(draw: Draw) -> list[str]:
    low, wide = draw.between(3, 60), draw.between(4, 20)
    return [
        f"{low} to {low + wide}",
        f"{low + wide + 1} to {low + 2 * wide}",
        f"{low + 2 * wide + 1} to {low + 3 * wide}",
    ]


def years(draw: Draw) -> list[str]:
    year = draw.between(1900, 2010)
    return [str(year), str(year + 1), str(year + draw.between(2, 9))]


def _months(draw: Draw) -> list[str]:
    year, first = draw.between(1900, 2010), draw.below(10)
    return [f"{MONTHS[first]} {year}", f"{MONTHS[first + 1]} {year}", f"{MONTHS[first]} {year + 1}"]


def _scales(draw: Draw) -> list[str]:
    return [
        f"{draw.between(300, 900)},000",
        f"{draw.between(11, 19) / 10} million",
        f"{draw.between(2, 9)} million",
    ]


def _units_of_time(draw: Draw) -> list[str]:
    return [f"{draw.between(20, 40)} hours", f"{draw.between(2, 5)} days", f"{draw.between(1, 9)} weeks"]


def _out_of_order(figures: Figures) -> Figures:
    """Return the same figures in any order but theirs."""

    def shuffled(draw: Draw) -> list[str]:
        first, second, third = figures(draw)
        return list(
            draw.choice(
                (
                    (second, first, third),
                    (third, second, first),
                    (first, third, second),
                    (second, third, first),
                )
            )
        )

    return shuffled


def _unlike(draw: Draw) -> list[str]:
    """Return three counts of which one is printed in another way."""
    value, unit = draw.between(12, 80), draw.choice(_COUNTED)
    other = draw.choice(
        ("{} barrels", "{}", "{}.5 {unit}", "about {} {unit}", "nearly {} {unit}", "at least {} {unit}")
    )
    texts = [f"{value} {unit}", f"{value * 2} {unit}", f"{value * 3} {unit}"]
    place = draw.below(3)
    texts[place] = other.format(value * (place + 1), unit=unit)
    return texts


def _rounder(draw: Draw) -> list[str]:
    texts = [
        f"{draw.between(21, 29)}{draw.between(1, 9)}",
        f"{draw.between(51, 59)}{draw.between(1, 9)}",
        f"{draw.between(81, 89)}{draw.between(1, 9)}",
    ]
    place = draw.below(3)
    texts[place] = str((2, 5, 8)[place] * 100 + 100)
    return texts


def _other_scale(draw: Draw) -> list[str]:
    millions = draw.between(2, 9)
    return [f"{millions} million", f"{millions * 2} million", f"{millions * 3 + 1},000,000"]


def _words_and_digits(draw: Draw) -> list[str]:
    return [draw.choice(("two", "three", "four")), str(draw.between(6, 9)), str(draw.between(11, 19))]


def _one_and_many(draw: Draw) -> list[str]:
    return ["one week", draw.choice(("three weeks", "two weeks")), draw.choice(("five weeks", "six weeks"))]


def _like(draw: Draw) -> list[str]:
    value = draw.between(2, 9)
    return draw.choice(
        (
            counted(draw, value * 100 + 10, value * 180 + 10, value * 1040),
            [f"{value}", f"{value * 4 + 1}", f"{value * 9 + 3}"],
        )
    )


def percents(draw: Draw) -> list[str]:
    return [
        f"{draw.between(20, 40)} percent",
        f"{draw.between(50, 70)} percent",
        f"{draw.between(80, 99)} percent",
    ]


FIGURE_MUTATIONS = (
    Mutation(
        8,
        each(
            made_of(HOW_MANY, _overlapping_ranges), made_of(HOW_MANY, _range_and_figure),
            made_of(HOW_LONG, _one_time),
            made_of(HOW_MANY, _hedged_close), made_of(WHEN_ELSE, _year_and_month),
            made_of(WHEN_ELSE, _day_in_month),
        ),
        each(
            made_of(HOW_MANY, _apart), made_of(HOW_MANY, _touching), made_of(WHEN, years),
            made_of(WHEN_ELSE, _months)
        ),
    ),
    Mutation(
        9,
        each(
            *(made_of(HOW_MANY, _out_of_order(one)) for one in (_apart, _touching, _scales)),
            made_of(HOW_LONG, _out_of_order(_units_of_time)), made_of(WHEN, _out_of_order(years)),
            made_of(WHEN_ELSE, _out_of_order(_months)),
        ),
        each(
            *(made_of(HOW_MANY, one) for one in (_apart, _touching, _scales)), made_of(WHEN, years),
            made_of(HOW_LONG, _one_and_many), made_of(WHEN_ELSE, _months),
        ),
    ),
    Mutation(
        10,
        each(
            made_of(HOW_MANY, _unlike), made_of(HOW_MANY, _rounder), made_of(HOW_MANY, _other_scale),
            made_of(HOW_MANY, _words_and_digits), made_of(WHEN_ELSE, _year_and_month),
            made_of(HOW_LONG, _units_of_time),
        ),
        each(
            made_of(HOW_LONG, _one_and_many), made_of(HOW_MANY, _like), made_of(WHEN, years),
            made_of(HOW_MANY, percents)
        ),
    ),
)  # fmt: skip
