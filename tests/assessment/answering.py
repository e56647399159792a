"""Answers and forms for tests of marking."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from quizapp.assessment.credit import STANDARD, Marking
from quizapp.assessment.forms import AnswerForm, Choice, Match, Number, Order, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer, Mark
from quizapp.assessment.parsing import parse
from quizapp.assessment.self_test import self_test


def marked(form: AnswerForm, *raw: str, marking: Marking = STANDARD) -> Mark:
    answer = parse(form, raw)
    assert isinstance(answer, Answer), answer
    return grade(form, answer, marking)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    options = draw(st.integers(2, 8))
    return Choice(options, draw(st.integers(0, options - 1)))


@st.composite
def selects(draw: st.DrawFn) -> Select:
    options = draw(st.integers(2, 8))
    keys = draw(st.sets(st.integers(0, options - 1), min_size=1, max_size=options))
    return Select(options, tuple(sorted(keys)))


@st.composite
def orders(draw: st.DrawFn) -> Order:
    key = draw(st.integers(2, 6).flatmap(lambda items: st.permutations(range(items))))
    return Order(len(key), tuple(key))


def numbers() -> st.SearchStrategy[Number]:
    units = st.sampled_from(["", "people", "%", "million people", "hours", "$", "percentage points"])
    figures = st.sampled_from(
        [
            "72",
            "1.2 million",
            "about 500",
            "between 200 and 300",
            "55 percent",
            "half",
            "3½",
            "-3",
            "0",
            "49th",
        ]
    )
    return st.builds(Number, figures | st.integers(0, 10**9).map("{:,}".format), units)


def texts() -> st.SearchStrategy[Text]:
    names = st.sampled_from(
        ["Biden", "Iran", "Iraq", "The Hague", "287(g)", "3 May 1998", "Rensselaer County"]
    )
    some = st.lists(names | st.text(min_size=1, max_size=30), min_size=1, max_size=3).map(tuple)
    return st.builds(Text, some, some)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    prompts = draw(st.integers(2, 5))
    choices = draw(st.integers(prompts + 1, 7))
    return Match(prompts, choices, tuple(draw(st.permutations(range(choices)))[:prompts]))


def forms() -> st.SearchStrategy[AnswerForm]:
    """Any form of any answer form; `test_every_answer_form_is_tried` holds that none is missing."""
    return choices() | selects() | numbers() | texts() | orders() | matches()


@st.composite
def sent(draw: st.DrawFn, form: AnswerForm) -> tuple[str, ...]:
    """What a browser might send for a form: mostly answers, now and then nonsense."""
    places = st.integers(-1, 8).map(str)
    match form:
        case Choice():
            return (draw(places),)
        case Select():
            return tuple(draw(st.lists(places, max_size=8)))
        case Order():
            return tuple(str(rank + 1) for rank in draw(st.permutations(range(form.items))))
        case Match():
            return tuple(draw(st.lists(places, min_size=form.prompts, max_size=form.prompts)))
        case Number():
            return (draw(st.sampled_from([form.text, "72", "half", "1 to 9", "5%", "-2 days"]) | st.text()),)
        case Text():
            spelt = draw(st.sampled_from([*form.accepted, *form.rivals]))
            return (draw(st.sampled_from([spelt, spelt[1:], spelt + "s", spelt[::-1]]) | st.text()),)


def known_answers(form: AnswerForm) -> st.SearchStrategy[tuple[str, ...]]:
    """Right, partly right and wrong answers to a form, as they would be sent."""
    known = self_test(form)
    raws = (*known.right, *known.part, *known.wrong)
    answers = [raw for raw in raws if isinstance(parse(form, raw), Answer)]
    assume(answers)  # a made-up name may have no letter
    return st.sampled_from(answers)
