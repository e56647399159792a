"""With the key kept back, what is told of an answer never tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from itertools import islice
from pathlib import Path

import pytest
from flask import Flask, render_template_string

from quizapp.app import create_app
from quizapp.assessment.forms import Choice, Match, Number, Order, Select, Text
from quizapp.assessment.grading import grade
from quizapp.assessment.marks import Answer
from quizapp.assessment.parsing import parse
from quizapp.assessment.review import Revealed
from quizapp.assessment.self_test import self_test
from quizapp.facts.pack import Pack
from quizapp.generation.bank import KINDS, sound
from quizapp.generation.question import Question
from quizapp.store.attempts import Response
from quizapp.taking.asking import ask
from quizapp.taking.explaining import Explained, references_in
from quizapp.taking.notes import NoteBook
from quizapp.taking.queries import Item
from quizapp.taking.revealing import Told, reveal
from tests.builders import (
    a_match_question,
    a_number_question,
    a_question,
    a_reference,
    a_select_question,
    a_text_question,
    an_option,
    an_order_question,
)
from tests.conftest import settings_for

NO_KEY = [Revealed(True, False, True), Revealed(True, False, False), Revealed(False, False, False)]
OF_EACH_KIND = 4
PAGE = """{% from 'macros/notes.html' import notes %}
{% include 'partials/_asked.html' %}{% include 'partials/_told.html' %}{{ notes(told.notes) }}"""


def an_item(question: Question, *raw: str) -> Item:
    answer = parse(question.form, raw)
    assert isinstance(answer, Answer)
    credit = float(grade(question.form, answer).credit)
    return Item(1, question, Response(answer=list(raw), credit=credit, answered_at=datetime.now(UTC)))


def told(question: Question, *raw: str, shown: Revealed) -> Told:
    """Return what is told, with every cited paragraph at hand, printed with the statement in it."""
    places = {(ref.source, n) for ref in references_in([question]) for n in ref.paragraphs}
    passages = dict.fromkeys(places, f"{question.explanation.statement} {question.answer}")
    found = reveal(an_item(question, *raw), NoteBook(passages), shown)
    assert isinstance(found, Told)
    return found


def keys_of(question: Question, raw: tuple[str, ...]) -> Iterator[str]:
    """Return the key in every wording that would be marked right, less what was answered."""
    yield question.answer
    yield question.explanation.statement
    form = question.form
    if isinstance(form, Choice | Select):
        rest = [option for n, option in enumerate(question.options) if str(n) not in raw]
        yield from (option.text for option in rest if option.correct)
    elif isinstance(form, Number):
        yield form.text
    elif isinstance(form, Text):
        yield from form.accepted


def words_on_page(app: Flask, question: Question, item: Told) -> str:
    """Return the page's words without what was in print before the answer, and the answer itself."""
    with app.test_request_context():
        html = render_template_string(PAGE, asked=ask(question), told=item)
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    for known in (question.stem, *question.quote.splitlines(), *item.yours):
        words = words.replace(" ".join(known.split()), " ")
    return words.casefold()


def gives_away(words: str, key: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(' '.join(key.split()).casefold())}(?!\w)", words) is not None


def some_of_each_kind(packs: Mapping[str, Pack]) -> Iterator[Question]:
    for pack in packs.values():
        for kind in KINDS:
            made = (question for draft in kind.drafts(pack, "s") if (question := sound(draft)))
            yield from islice(made, OF_EACH_KIND)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The program without a database: its templates are all that is wanted."""
    folder: Path = tmp_path_factory.mktemp("pages")
    return create_app(settings_for(folder, f"sqlite:///{folder / 'none.sqlite3'}"), packs={})


def test_no_kind_of_question_gives_its_key_away(pages: Flask, shipped_packs: Mapping[str, Pack]) -> None:
    kinds: set[str] = set()
    for question in some_of_each_kind(shipped_packs):
        kinds.add(question.kind)
        tried = self_test(question.form)
        for raw in (*tried.wrong, *tried.part):
            for shown in NO_KEY:
                words = words_on_page(pages, question, told(question, *raw, shown=shown))
                found = [key for key in keys_of(question, raw) if gives_away(words, key)]
                assert found == [], (question.kind, raw, shown, words)
    assert kinds == {kind.NAME for kind in KINDS}


def test_remarks_on_a_wrong_choice_keep_what_does_not_tell() -> None:
    feedback = "That is the year of the first plan. The harbour opened in 1998. See the report."
    wrong = an_option("1989", feedback=feedback, citations=(a_reference(date=None, as_of="1989"),))
    question = a_question(
        options=(wrong, an_option("1998", correct=True), an_option("1999")),
        citations=(a_reference(date=None, as_of="1998"), a_reference(date=None, as_of="1990")),
    )
    found = told(question, "0", shown=NO_KEY[0])
    assert found.on_yours[0].feedback == "That is the year of the first plan. See the report."
    assert [note.reference.as_of for note in found.notes] == ["1989", "1990"]
    assert not any(note.passages for note in found.notes)


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        (a_question(), ("1",)),
        (a_select_question(), ("0", "3")),
        (a_number_question(), ("120",)),
        (a_text_question(), ("Ekdahl",)),
        (an_order_question(), ("3", "1", "2")),
        (a_match_question(), ("1", "0", "2")),
    ],
)
def test_who_gave_the_key_is_explained_all_of_it(question: Question, raw: tuple[str, ...]) -> None:
    assert isinstance(reveal(an_item(question, *raw), NoteBook({}), NO_KEY[0]), Explained)


def test_a_credit_that_a_teacher_gave_tells_no_key() -> None:
    item = an_item(a_question(), "0")
    assert item.response
    item.response.credit = 1.0
    found = reveal(item, NoteBook({}), NO_KEY[0])
    assert isinstance(found, Told)
    assert (found.verdict, found.statement, found.answer) == ("right", "", "")


@pytest.mark.parametrize(("question", "raw"), [(an_order_question(), ("1", "2", "3"))])
def test_the_key_alone_comes_in_words_without_its_source(question: Question, raw: tuple[str, ...]) -> None:
    found = told(question, *raw, shown=Revealed(True, True, False))
    assert (found.answer, found.statement, found.notes) == (question.answer, "", ())
    assert isinstance(question.form, Order | Match)


def test_a_blank_is_told_the_answer_once_the_key_is_shown() -> None:
    blank = Item(1, a_number_question(), None)
    kept, shown = (reveal(blank, NoteBook({}), Revealed(True, key, True)) for key in (False, True))
    assert isinstance(kept, Told)
    assert isinstance(shown, Told)
    assert (kept.answer, kept.statement, kept.notes) == ("", "", ())
    assert (shown.answer, shown.statement) == ("120 boats", "The harbour holds 120 boats.")
