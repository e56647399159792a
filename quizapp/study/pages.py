"""The contexts of the front page and of a link to a quiz: all that a template gets, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp import __version__
from quizapp.facts.pack import Pack
from quizapp.site.packs import all_packs, find_pack
from quizapp.study.forms import QuizLink
from quizapp.taking.forms import all_topics, split_ids
from quizapp.taking.pages import StartCard, start_card
from quizapp.taking.plans import Plan
from quizapp.taking.queries import Unfinished


@dataclass(frozen=True)
class Unended:
    """A quiz of this browser that has open questions."""

    title: str
    unfinished: Unfinished


@dataclass(frozen=True)
class HomePage:
    """The front page: a start form for each pack, and what may be gone on with."""

    cards: tuple[StartCard, ...]
    unended: tuple[Unended, ...]


@dataclass(frozen=True)
class QuizPage:
    """A quiz that a link describes; `changes` says why its questions may differ now."""

    pack_id: str
    title: str
    about: str
    plan: Plan
    topic_titles: tuple[str, ...]
    changes: tuple[str, ...]


def home_page(unfinished: list[Unfinished]) -> HomePage:
    return HomePage(
        cards=tuple(start_card(pack) for pack in all_packs().values()),
        unended=tuple(Unended(_title(one.attempt.pack), one) for one in unfinished),
    )


def quiz_page(pack: Pack, link: QuizLink) -> QuizPage:
    plan = Plan(
        link.seed.data,
        link.count.data,
        split_ids(link.topics.data) or all_topics(pack),
        split_ids(link.facts.data),
    )
    titles = tuple(topic.title for topic in pack.topics if topic.id in plan.topics)
    return QuizPage(pack.id, pack.title, pack.about, plan, titles, tuple(_changes(pack, plan, link)))


def _title(pack_id: str) -> str:
    pack = find_pack(pack_id)
    return pack.title if pack else pack_id


def _changes(pack: Pack, plan: Plan, link: QuizLink) -> Iterator[str]:
    if link.hash.data and link.hash.data != pack.hash:
        yield "The sources’ facts have been edited since this link was made."
    if link.version.data and link.version.data != __version__:
        yield "The program has been updated since this link was made."
    if set(plan.topics) - set(all_topics(pack)) or set(plan.facts) - set(pack.facts):
        yield "Some of what it asked about is no longer there, and is left out."
