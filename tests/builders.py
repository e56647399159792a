"""Builders of questions, and of a small pack to show: about a harbour, for pages know no subject."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.facts.dates import parse_date
from quizapp.facts.model import Citation, Fact, Relation, Source, Stated, Topic
from quizapp.facts.pack import Pack
from quizapp.facts.values import Entity
from quizapp.generation.question import Explanation, Option, Question, Reference

MAYOR = Entity("mayor-lindqvist", "person", "Mayor Lindqvist", "mayor")
GAZETTE = Entity("the-gazette", "body", "the Gazette", "newspaper")
ABOUT = Relation("about", "what is said", {}, (), (), {}, ())


def a_reference(**changes: Any) -> Reference:
    reference = Reference(
        fact="opening",
        source="gazette",
        label="the harbour report",
        outlet="The Gazette",
        title="A harbour opens",
        author=None,
        date="3 May 1998",
        elsewhere=("author: A. Holm, named in the archive's index",),
        text_kind="report",
        paragraphs=(4,),
        as_of="1998",
        status="attributed",
        asserted_by="Mayor Lindqvist",
        through=("the Gazette",),
    )
    return replace(reference, **changes)


def an_option(text: str, *, correct: bool = False, **changes: Any) -> Option:
    why = f"Because of {text}: the reason why it is {'so' if correct else 'not so'}."
    option = Option(text, correct, why, "from-fact", "" if correct else "determined", ())
    return replace(option, **changes)


def an_explanation(**changes: Any) -> Explanation:
    explanation = Explanation(
        statement="Mayor Lindqvist said that the harbour opened in 1998.",
        evidence=(("opened in 1998",),),
        status="attributed",
        status_note="Somebody said it; the text does not say it in its own voice.",
        as_of="1998",
        strategy="Look for the date of the figure before you compare it.",
    )
    return replace(explanation, **changes)


def a_question(**changes: Any) -> Question:
    """A choice of three, the right one in the middle."""
    question = Question(
        pack="harbour",
        kind="value",
        form=Choice(options=3, key=1),
        topic="building",
        difficulty=40,
        skill="S1",
        facts=("opening",),
        slot="when",
        shows=("opening",),
        stem="According to the harbour report, in which year did the harbour open?",
        quote="",
        quote_note="",
        options=(
            an_option("1989", citations=(a_reference(fact="first-plan", paragraphs=(2, 3)),)),
            an_option("1998", correct=True),
            an_option("1999", origin="computed"),
        ),
        answer="1998",
        explanation=an_explanation(),
        second_look=(),
        citations=(a_reference(),),
        seed="s",
    )
    return replace(question, **changes)


def a_choice(*texts: str, key: int = 0, **changes: Any) -> Question:
    """A choice of these texts, the first one right."""
    options = tuple(an_option(text, correct=place == key) for place, text in enumerate(texts))
    stem = "According to the harbour report, which part of it was built first?"
    given = {"options": options, "form": Choice(len(texts), key), "answer": texts[key], "stem": stem}
    return a_question(**given | changes)


def a_select_question(**changes: Any) -> Question:
    """Tick two of four: the first and the last."""
    options = (
        an_option("A lighthouse", correct=True),
        an_option("A car park"),
        an_option("A cinema"),
        an_option("A crane", correct=True),
    )
    given = {
        "kind": "select-all",
        "form": Select(options=4, key=(0, 3)),
        "topic": "money",
        "facts": ("parts",),
        "stem": "Which of these does the harbour report say were built?",
        "options": options,
        "answer": "A lighthouse and a crane",
        "explanation": an_explanation(
            statement="A lighthouse and a crane were built.", evidence=(("a crane",),)
        ),
    }
    return a_question(**given | changes)


def a_number_question(**changes: Any) -> Question:
    given = {
        "kind": "number",
        "form": Number(text="120", unit="boats"),
        "topic": "money",
        "facts": ("berths",),
        "stem": "According to the harbour report, how many boats does it hold?",
        "options": (),
        "answer": "120 boats",
        "explanation": an_explanation(statement="The harbour holds 120 boats.", evidence=(("120 boats",),)),
    }
    return a_question(**given | changes)


def a_text_question(**changes: Any) -> Question:
    given = {
        "kind": "cloze",
        "form": Text(accepted=("Captain Ekdahl", "Ekdahl"), rivals=("Captain Ekberg",)),
        "facts": ("speaker",),
        "stem": "Who belongs in the gap?",
        "quote": "_____ said that the harbour was paid for in full.",
        "options": (),
        "answer": "Captain Ekdahl",
        "explanation": an_explanation(statement="Captain Ekdahl said that it was paid for in full."),
    }
    return a_question(**given | changes)


def an_order_question(**changes: Any) -> Question:
    """Put three in order: the second, the third, the first."""
    events = ("The ferry sailed", "The pier was built", "The light was lit")
    given = {
        "kind": "timeline",
        "form": Order(items=3, key=(2, 0, 1)),
        "facts": ("ferry", "pier", "light"),
        "slot": "",
        "stem": "According to the harbour report, in which order did these happen, the earliest first?",
        "options": tuple(an_option(event, correct=True) for event in events),
        "answer": "The pier was built · The light was lit · The ferry sailed",
        "explanation": an_explanation(statement="1901: The pier was built. 1905: The light was lit."),
    }
    return a_question(**given | changes)


def a_match_question(**changes: Any) -> Question:
    """Match three of four: the ferry with 1905, the pier with 1901, the light with 1912; 1931 is surplus."""
    given = {
        "kind": "matching",
        "form": Match(prompts=3, choices=4, key=(1, 0, 2)),
        "facts": ("ferry", "pier", "light"),
        "slot": "when",
        "stem": "According to the harbour report, which of the choices belongs in which gap?",
        "prompts": tuple(
            f"The {what} in _____" for what in ("ferry sailed", "pier was built", "light was lit")
        ),
        "options": (
            an_option(
                "1901", correct=True, feedback="The pier was built in 1901.", citations=(a_reference(),)
            ),
            an_option("1905", correct=True, feedback="The ferry sailed in 1905.", citations=(a_reference(),)),
            an_option(
                "1912", correct=True, feedback="The light was lit in 1912.", citations=(a_reference(),)
            ),
            an_option("1931", feedback="The mole was built in 1931.", citations=(a_reference(fact="mole"),)),
        ),
        "answer": "The ferry sailed in 1905 · The pier was built in 1901 · The light was lit in 1912",
        "explanation": an_explanation(statement="The ferry sailed in 1905. The pier was built in 1901."),
    }
    return a_question(**given | changes)


def a_quiz() -> tuple[Question, ...]:
    """One question of each answer form, none sharing a fact."""
    return (a_question(), a_select_question(), a_number_question(), a_text_question())


def a_shown_fact(**changes: Any) -> Fact:
    fact = Fact(
        id="opening",
        topic="building",
        kind="event",
        status="attributed",
        relation=ABOUT,
        slots={},
        says="the harbour opened in 1998",
        asks=(),
        ask={},
        words=(),
        not_asked=None,
        as_of=parse_date("1998"),
        as_of_external=None,
        asserted_by=MAYOR,
        through=(GAZETTE,),
        citations=(Citation("gazette", (4,)),),
    )
    return replace(fact, **changes)


def a_source(**changes: Any) -> Source:
    source = Source(
        id="gazette",
        name="A harbour opens (The Gazette)",
        label="the harbour report",
        about="How the harbour came to be.",
        text_kind="report",
        outlet=Stated("The Gazette"),
        title=Stated("A harbour opens"),
        author=Stated(None, "A. Holm", "the archive's index"),
        date=Stated(),
        as_of=parse_date("1998"),
        as_of_external=None,
        sha256=None,
        paragraph_hashes=(),
        boilerplate=(1,),
    )
    return replace(source, **changes)


def a_shown_pack(**changes: Any) -> Pack:
    """A pack with two topics, one source and two facts: enough to show, too little to ask."""
    second = a_shown_fact(id="berths", topic="money", status="reported", asserted_by=None, through=())
    pack = Pack(
        id="harbour",
        title="The old harbour",
        about="How a small town built a harbour.",
        loaded_words=(),
        topics=(
            Topic("building", "Building it", "Plans and dates."),
            Topic("money", "Paying for it", "Sums and loans."),
        ),
        sources={"gazette": a_source()},
        entities={entity.id: entity for entity in (MAYOR, GAZETTE)},
        relations={ABOUT.id: ABOUT},
        facts={"opening": a_shown_fact(), "berths": second},
        links=(),
        hash="0" * 64,
        files={},
    )
    return replace(pack, **changes)
