"""The second shipped pack, on another subject: proof that the program knows none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from quizapp import paths
from quizapp.facts.checking import check
from quizapp.facts.pack import Pack
from quizapp.facts.wording import QUOTED_WORDS, quoted_phrases, word_list
from quizapp.generation.bank import bank, deal
from quizapp.generation.question import Question
from quizapp.generation.rules.lint import flaws

SEEDS = ("1", "2", "3")


@pytest.fixture(scope="module")
def pack(shipped_packs: Mapping[str, Pack]) -> Pack:
    return shipped_packs["branches"]


@pytest.fixture(scope="module")
def questions(pack: Pack) -> list[Question]:
    """The whole banks of some seeds."""
    return [question for seed in SEEDS for question in bank(pack, seed)]


def test_it_stands_in_a_folder_of_its_name_and_checks(pack: Pack) -> None:
    assert (paths.packs() / pack.id / "pack.toml").is_file()
    assert check(pack) == []


def test_it_holds_14_to_20_facts_on_two_topics_from_three_articles(pack: Pack) -> None:
    assert 14 <= len(pack.facts) <= 20
    assert set(Counter(fact.topic for fact in pack.facts.values())) == {"offices", "powers"}
    assert all(pack.by_source[name] for name in ("article-i", "article-ii", "article-iii"))


def test_each_fact_names_its_section_and_where_its_wording_was_read(pack: Pack) -> None:
    for fact in pack.facts.values():
        assert all(citation.place.startswith("Section ") for citation in fact.citations)
        assert all(pack.sources[name].url and pack.sources[name].citation for name in fact.sources)
        assert fact.seen == "secondary"


def test_no_phrase_is_longer_than_nine_words(pack: Pack) -> None:
    phrases = [phrase for fact in pack.facts.values() for phrase in (*quoted_phrases(fact.says), *fact.words)]
    assert phrases
    assert [phrase for phrase in phrases if len(word_list(phrase)) > QUOTED_WORDS] == []


def test_it_makes_at_least_five_kinds_of_question_and_none_has_a_flaw(questions: list[Question]) -> None:
    kinds = {question.kind for question in questions}
    assert {"value", "verdict", "number", "which-source", "cloze", "select-all"} <= kinds
    assert [flaw for question in questions for flaw in flaws(question)] == []


def test_every_fact_is_asked(pack: Pack, questions: list[Question]) -> None:
    assert set(pack.facts) == {name for question in questions for name in question.facts}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_quiz_of_five_can_be_dealt_of_the_whole_pack_and_of_each_topic(pack: Pack, seed: str) -> None:
    for topics in ([], *([topic.id] for topic in pack.topics)):
        form = deal(pack, seed, 5, topics)
        assert len(form) == 5
        assert len({question.kind for question in form}) >= 3


def test_a_chamber_is_never_a_wrong_answer_to_the_whole_nor_the_other_way_round(
    questions: list[Question],
) -> None:
    whole, chambers = (
        "Congress of the United States",
        {"House of Representatives", "Senate of the United States"},
    )
    for question in questions:
        wrong = {option.text for option in question.options if not option.correct}
        assert question.answer != whole or wrong.isdisjoint(chambers)
        assert question.answer not in chambers or whole not in wrong


def test_who_consents_to_a_treaty_is_no_wrong_answer_to_who_makes_it(questions: list[Question]) -> None:
    on_treaties = [question for question in questions if question.facts == ("makes-treaties",)]
    assert on_treaties
    for question in on_treaties:
        assert "Senate of the United States" not in {option.text for option in question.options}
        assert "the Senate of the United States has" not in question.quote


def test_a_lower_age_or_fewer_years_are_never_true_by_implication(pack: Pack) -> None:
    # "Nobody younger than 30 …" would make "nobody younger than 25 …" true: the facts name the limit itself.
    for fact in (*pack.by_relation["age"], *pack.by_relation["citizenship"]):
        assert "at least" not in fact.statement
        assert "younger" not in fact.statement
