"""Answers of known worth for any form: what a generated question is tried with."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import assert_never

from quizapp.assessment.forms import AnswerForm, Choice, Match, Number, Order, Select, Text
from quizapp.assessment.parsing import LONGEST_ANSWER
from quizapp.facts.quantities import parse_quantity, tolerance

Raw = tuple[str, ...]

_ENDLESS = ("x" * (LONGEST_ANSWER + 1),)


@dataclass(frozen=True)
class SelfTest:
    """Raw field values: `right` ones earn 1, `wrong` ones 0, and `not_answers` are refused.

    `part` ones earn more than 0 and less than 1; only select, order and match forms have them.
    """

    right: tuple[Raw, ...]
    wrong: tuple[Raw, ...]
    not_answers: tuple[Raw, ...]
    part: tuple[Raw, ...] = ()


def self_test(form: AnswerForm) -> SelfTest:
    """Return answers of known worth; raise ValueError for a number form whose key is no figure.

    `wrong` holds every wrong option, every rival, or a far figure; it is empty only where
    no wrong answer can be made.
    """
    match form:
        case Choice():
            return _of_choice(form)
        case Select():
            return _of_select(form)
        case Number():
            return _of_number(form)
        case Text():
            return _of_text(form)
        case Order():
            return _of_order(form)
        case Match():
            return _of_match(form)
        case _:
            assert_never(form)


def _of_choice(form: Choice) -> SelfTest:
    wrong = tuple((str(place),) for place in range(form.options) if place != form.key)
    two = (str(form.key), "0")
    return SelfTest(((str(form.key),),), wrong, ((), ("",), ("-1",), ("one",), (str(form.options),), two))


def _of_select(form: Select) -> SelfTest:
    right = tuple(str(place) for place in form.key)
    others = tuple(str(place) for place in range(form.options) if place not in form.key)
    return SelfTest(
        right=(right, right[::-1] + right[:1]),
        wrong=(others, *((other,) for other in others)) if others else (),
        not_answers=((), ("",), ("-1",), ("one",), (*right, str(form.options))),
        part=(right[:1],) if len(right) > 1 else (),
    )


def _of_number(form: Number) -> SelfTest:
    key = parse_quantity(form.text)
    if key is None:
        raise ValueError(f"the key {form.text!r} is no figure")
    far = ceil(tolerance(key)[1] + 2 * abs(key.value)) + 7
    return SelfTest(((form.text,),), ((f"{far:,}",),), ((), ("",), ("no idea",), _ENDLESS))


def _of_text(form: Text) -> SelfTest:
    wrong = (("qx qx qx",), *((rival,) for rival in form.rivals))
    return SelfTest(tuple((name,) for name in form.accepted), wrong, ((), ("  ",), ("?!",), _ENDLESS))


def _of_order(form: Order) -> SelfTest:
    right = _ranks(form.key)
    reversed_order = _ranks(tuple(form.items - 1 - position for position in form.key))
    one_swap = _ranks(tuple({0: 1, 1: 0}.get(position, position) for position in form.key))
    blank_one = ("", *right[1:])
    twice = (right[1], *right[1:])
    beyond = tuple(str(int(rank) + 1) for rank in right)
    return SelfTest(
        right=(right,),
        wrong=(reversed_order,),
        not_answers=((), ("",) * form.items, right[1:], blank_one, twice, beyond, ("one", *right[1:])),
        part=(one_swap,) if form.items > 2 else (),
    )


def _ranks(positions: tuple[int, ...]) -> Raw:
    return tuple(str(position + 1) for position in positions)


def _of_match(form: Match) -> SelfTest:
    right = tuple(str(place) for place in form.key)
    wrong = tuple(str((place + 1) % form.choices) for place in form.key)
    spare = [str(place) for place in range(form.choices) if place not in form.key]
    blank_one = ("", *right[1:])
    beyond = (str(form.choices), *right[1:])
    return SelfTest(
        right=(right,),
        wrong=(wrong, *((place,) * form.prompts for place in spare)),
        not_answers=((), ("",) * form.prompts, right[1:], blank_one, beyond, ("one", *right[1:])),
        part=((right[0], *wrong[1:]), (*wrong[:1], *right[1:])) if form.prompts > 1 else (),
    )
