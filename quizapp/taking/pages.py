"""The contexts of the pages of an attempt: all that a template gets, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from flask import url_for

from quizapp.assessment.certainty import Sureness, sureness
from quizapp.facts.pack import Pack
from quizapp.site.packs import find_pack
from quizapp.site.words import kind_words
from quizapp.store.attempts import Attempt
from quizapp.taking.asking import Asked, ask
from quizapp.taking.explaining import Explained, explain, judged, references_in
from quizapp.taking.forms import Sent
from quizapp.taking.notes import NoteBook
from quizapp.taking.plans import LENGTHS, plan_of
from quizapp.taking.queries import Item, Progress, judged_answers, passages_for


@dataclass(frozen=True)
class Place:
    """Where in which quiz a page is."""

    attempt_id: str
    title: str
    position: int
    total: int
    answered: int


@dataclass(frozen=True)
class QuestionPage:
    """An open question.

    `sent` is what the field holds: an unusable answer, with `error` saying what is wrong
    with it, or the close one, `close`, that may be mended (else ""). `certainty` is how
    sure the learner last was, 1 to 3, 0 if that was never said, None where it is not asked.
    `kept_first`: another answer came after the close one and was not taken.
    """

    place: Place
    asked: Asked
    sent_try: int
    sent: tuple[str, ...]
    error: str
    close: str
    certainty: int | None
    kept_first: bool


@dataclass(frozen=True)
class FeedbackPage:
    """An answered question; `kept_first`: a different answer came later and was not taken."""

    place: Place
    asked: Asked
    explained: Explained
    next_url: str | None
    kept_first: bool


@dataclass(frozen=True)
class Tally:
    """How a group of questions went: credits are summed, so partly right counts partly."""

    name: str
    questions: int
    credit: float


@dataclass(frozen=True)
class Reviewed:
    """An answered question on the results page."""

    position: int
    asked: Asked
    explained: Explained


@dataclass(frozen=True)
class SurenessPage:
    """How well the learner judged the answers of a quiz, and of all their quizzes: `answers` in number."""

    here: Sureness
    overall: Sureness
    answers: int
    quiz_answers: int


@dataclass(frozen=True)
class ResultsPage:
    """The answered questions of an attempt, and how they went; `open_url` leads to an open one.

    `sureness` is how well the learner judged the answers, None where the quiz does not ask.
    """

    place: Place
    pack_id: str
    pack_is_here: bool
    is_retry: bool
    score: Tally
    by_topic: tuple[Tally, ...]
    by_kind: tuple[Tally, ...]
    reviewed: tuple[Reviewed, ...]
    sureness: SurenessPage | None
    missed: int
    open_url: str | None
    same_quiz_url: str


@dataclass(frozen=True)
class TopicChoice:
    """A topic to tick."""

    id: str
    title: str
    about: str
    ticked: bool


@dataclass(frozen=True)
class StartCard:
    """The form that starts a quiz from one pack; `errors` by field name."""

    pack_id: str
    title: str
    about: str
    topics: tuple[TopicChoice, ...]
    lengths: tuple[int, ...]
    count: int
    with_certainty: bool
    errors: Mapping[str, str]


def start_card(
    pack: Pack,
    ticked: Sequence[str] | None = None,
    count: int | None = None,
    with_certainty: bool = False,
    errors: Mapping[str, str] = MappingProxyType({}),
) -> StartCard:
    """Return the start form of a pack, by default with every topic ticked and the middle length."""
    topics = tuple(
        TopicChoice(topic.id, topic.title, topic.about, ticked is None or topic.id in ticked)
        for topic in pack.topics
    )
    chosen = count if count in LENGTHS else LENGTHS[1]
    return StartCard(pack.id, pack.title, pack.about, topics, LENGTHS, chosen, with_certainty, errors)


def question_page(
    attempt: Attempt,
    item: Item,
    progress: Progress,
    sent: Sent | None = None,
    error: str = "",
    kept_first: bool = False,
) -> QuestionPage:
    """Return the page of an open question; `sent` is what was sent just now and is no answer."""
    close = item.close.answer if item.close else []
    last_certainty = sent.certainty if sent else item.close.certainty if item.close else None
    return QuestionPage(
        place=_place(attempt, item.position, progress),
        asked=ask(item.question),
        sent_try=item.current_try,
        sent=sent.answer if sent else tuple(close),
        error=error,
        close=", ".join(close),
        certainty=(last_certainty or 0) if attempt.with_certainty else None,
        kept_first=kept_first,
    )


def feedback_page(attempt: Attempt, item: Item, progress: Progress, kept_first: bool) -> FeedbackPage:
    passages = passages_for(attempt.pack, references_in([item.question]))
    following = progress.next_open(item.position)
    return FeedbackPage(
        place=_place(attempt, item.position, progress),
        asked=ask(item.question),
        explained=explain(item, NoteBook(passages)),
        next_url=_question_url(attempt, following),
        kept_first=kept_first,
    )


def results_page(attempt: Attempt, items: list[Item], progress: Progress) -> ResultsPage:
    pack = find_pack(attempt.pack)
    reviewed = _review(attempt, items)
    topics = {topic.id: topic.title for topic in pack.topics} if pack else {}
    return ResultsPage(
        place=_place(attempt, progress.total, progress),
        pack_id=attempt.pack,
        pack_is_here=pack is not None,
        is_retry=attempt.retried_from is not None,
        score=_tally("", items),
        by_topic=_tallies(items, lambda item: topics.get(item.question.topic, item.question.topic)),
        by_kind=_tallies(items, lambda item: kind_words(item.question.kind)),
        reviewed=reviewed,
        sureness=_sureness(attempt, items),
        missed=sum(one.explained.verdict != "right" for one in reviewed),
        open_url=_question_url(attempt, progress.next_open()),
        same_quiz_url=link_to_same_quiz(attempt),
    )


def link_to_same_quiz(attempt: Attempt) -> str:
    """Return the address that offers the same quiz to anybody, and tells when it cannot."""
    plan = plan_of(attempt)
    return url_for(
        "study.quiz",
        pack_id=attempt.pack,
        seed=plan.seed,
        hash=attempt.pack_hash,
        version=attempt.version,
        count=plan.count,
        topics=",".join(plan.topics) or None,
        facts=",".join(plan.facts) or None,
        _external=True,
    )


def _place(attempt: Attempt, position: int, progress: Progress) -> Place:
    pack = find_pack(attempt.pack)
    title = pack.title if pack else attempt.pack
    return Place(attempt.id, title, position, progress.total, progress.answered)


def _question_url(attempt: Attempt, position: int | None) -> str | None:
    return url_for("taking.question", attempt_id=attempt.id, position=position) if position else None


def _review(attempt: Attempt, items: list[Item]) -> tuple[Reviewed, ...]:
    """Explain every item; note numbers run on through the page, so that each is unique on it."""
    passages = passages_for(attempt.pack, references_in(item.question for item in items))
    reviewed: list[Reviewed] = []
    number = 1
    for item in items:
        book = NoteBook(passages, number)
        reviewed.append(Reviewed(item.position, ask(item.question), explain(item, book)))
        number = book.next_number
    return tuple(reviewed)


def _sureness(attempt: Attempt, items: list[Item]) -> SurenessPage | None:
    here = [one for item in items if (one := judged(item))]
    if not here:
        return None
    overall = judged_answers(attempt.learner)
    return SurenessPage(sureness(here), sureness(overall), len(overall), len(here))


def _tallies(items: list[Item], name: Callable[[Item], str]) -> tuple[Tally, ...]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[name(item)].append(item)
    return tuple(_tally(key, group) for key, group in groups.items())


def _tally(name: str, items: list[Item]) -> Tally:
    return Tally(name, len(items), sum(item.response.credit for item in items if item.response))
