"""The bank: every question a pack gives for a seed; and the forms dealt from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizapp.facts.pack import Pack
from quizapp.generation.assembly import Form, assemble
from quizapp.generation.blueprint import Blueprint
from quizapp.generation.draws import Draw
from quizapp.generation.kinds import (
    cloze,
    compare_sources,
    evidence,
    level_of_government,
    matching,
    number,
    numeracy,
    select_all,
    short_answer,
    timeline,
    value,
    verdict,
    what_kind,
    which_source,
    who_said,
    wording,
)
from quizapp.generation.kinds.interface import Draft, Kind
from quizapp.generation.pool import Pool
from quizapp.generation.practices import Practice, is_on
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import flaws

KINDS: tuple[Kind, ...] = (
    value, verdict, number, short_answer, who_said, what_kind, which_source, cloze, select_all,
    timeline, matching, compare_sources, evidence, level_of_government, wording, numeracy,
)  # fmt: skip


def bank(pack: Pack, seed: str) -> tuple[Question, ...]:
    """Return every question that a pack gives for a seed, in the order of kinds and facts.

    A question that breaks an item-writing rule is left out. Same pack, seed and version:
    the same questions, byte for byte.
    """
    return tuple(question for draft in drafts(pack, seed) if (question := sound(draft)))


def drafts(pack: Pack, seed: str) -> Iterator[Draft]:
    """Yield every draft of every kind, in the order of kinds and facts."""
    for kind in KINDS:
        yield from kind.drafts(pack, seed)


def sound(draft: Draft) -> Question | None:
    """Make a draft into a question; None where its facts allow none, or it breaks an item-writing rule."""
    question = draft.make()
    return question if question and not (is_on(Practice.GATE) and flaws(question)) else None


def deal(pack: Pack, seed: str, count: int, topics: Collection[str] = ()) -> tuple[Question, ...]:
    """Return a form of up to `count` questions on some topics (none named: all).

    No two ask the same fact, none gives away another's key, and kinds, topics and
    sources are mixed. Fewer come back when the pack cannot give more.
    """
    return deal_form(pack, seed, count, topics).questions


def deal_form(
    pack: Pack, seed: str, count: int, topics: Collection[str] = (), kinds: Collection[str] = ()
) -> Form:
    """Return the form with what it could not fit, of some kinds only if any are named: see `deal`."""
    found = (
        draft
        for draft in drafts(pack, seed)
        if (not topics or draft.fact.topic in topics) and (not kinds or draft.kind in kinds)
    )
    return assemble(Pool(pack, found, sound), Blueprint(count), Draw(seed, "form"))


def deal_again(pack: Pack, seed: str, facts: Collection[str]) -> tuple[Question, ...]:
    """Return fresh questions on the given facts, each fact once: a form, then what cannot stand in it.

    Facts that the pack no longer has, or that no question asks, are left out.
    """
    wanted, dealt, draw = set(facts), list[Question](), Draw(seed, "again")
    entries = [draft for draft in drafts(pack, seed) if draft.fact.id in wanted]
    while wanted:
        pool = Pool(pack, (draft for draft in entries if draft.fact.id in wanted), sound)
        form = assemble(pool, Blueprint(len(wanted)), draw)
        if not form.questions:
            break
        dealt += form.questions
        wanted.difference_update(name for question in form.questions for name in question.facts)
    return tuple(dealt)
