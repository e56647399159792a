"""The kinds that ask who said a thing, where, and how; and what a source lists."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.assessment.forms import Choice, Select
from quizapp.facts.model import GAP
from tests.generation.making import JUDGED, facts_of, key, made, wrong
from tests.pack_builders import (
    LENGTH,
    PAINTED,
    UPKEEP,
    Entry,
    a_bridge,
    a_duty,
    a_fact,
    a_full_pack,
    a_length,
    a_link,
    a_pack,
    a_painting,
    a_person,
    a_position,
    a_source,
    cited,
)


def test_what_kind_makes_each_label_right_equally_often() -> None:
    found = made("what-kind", a_full_pack())
    answers = Counter(question.answer for question in found)
    assert len(answers) == 4
    assert set(answers.values()) == {2}  # as many as the rarest status has facts


def test_what_kind_makes_nothing_while_a_label_has_no_fact() -> None:
    assert made("what-kind", a_pack(*JUDGED[1:4])) == []


def test_what_kind_does_not_name_the_kind_in_the_statement() -> None:
    pack = a_pack(*JUDGED[1:])
    quotes = {question.facts[0]: question.quote for question in made("what-kind", pack)}
    assert quotes["own-voice"] == "The town deserved it."
    assert quotes["holt-falls"] == "Ben Holt said that it will fall."
    assert {question.form for question in made("what-kind", pack)} == {Choice(4, place) for place in range(4)}


def test_what_kind_draws_quoted_and_plain_statements_of_each_label_alike() -> None:
    plain = [a_position(f"p{n}", "opinion", "penn", f"it is fine {n}") for n in range(9)]
    quoted = a_position("q", "opinion", "penn", "it is “a fine piece”")
    pack = a_pack(*JUDGED, *plain, quoted, a_position("f", "prediction", "holt", "it will go"),
                  a_position("c", "attributed", "marsh", "tin was used"), a_fact("r"))  # fmt: skip
    for seed in map(str, range(5)):
        asked = [one.facts[0] for one in made("what-kind", pack, seed) if one.answer.startswith("Opinion")]
        assert len(asked) == 2
        assert set(asked) == {"q", "own-voice"}  # of the other form, which has most, none is left


SAID = [
    a_position("p", "opinion", "penn", "it is fine"),
    a_position("h", "attributed", "holt", "it was cheap"),
    a_position("m", "prediction", "marsh", "it will stand"),
]


def test_who_said_offers_other_speakers_and_tells_what_they_did_say() -> None:
    question = made("who-said", a_pack(*SAID))[0]
    assert question.stem == "In the Herald (as of 3 May 2019), who is credited with saying that it is fine?"
    assert (key(question), wrong(question)) == ("Ada Penn", {"Ben Holt", "Eva Marsh"})
    told = {option.text: option.feedback for option in question.options}
    assert "Ben Holt said that it was cheap." in told["Ben Holt"]


MANY_SAID = [
    a_position(f"{who}-{n}", "opinion", who, f"the matter of {who[::-1]} {n} is fine")
    for who in ("penn", "holt", "marsh", "stone")
    for n in range(5)
]


def test_who_said_offers_everybody_about_twice_as_often_as_they_are_right() -> None:
    found = made("who-said", a_pack(*MANY_SAID))
    right, others = Counter(map(key, found)), Counter(name for one in found for name in wrong(one))
    assert set(right.values()) == {5}
    assert set(right) == set(others)
    assert all(8 <= often <= 12 for often in others.values())


def test_who_said_offers_nobody_who_is_never_right_while_others_are_at_hand() -> None:
    reported = a_position("no-key", "reported", "stone", "it opened")
    found = made("who-said", a_pack(*MANY_SAID[:15], reported))
    assert {name for one in found for name in wrong(one)} == {"Ada Penn", "Ben Holt", "Eva Marsh"}


def test_who_said_shows_a_long_name_in_a_shorter_form() -> None:
    long = a_person("penn", aliases=["Ada Penn"]) | {"name": "Adelheid Maria Penn"}
    others = [a_person(name) for name in ("holt", "marsh", "stone")]
    bridges = [a_bridge("old")]
    found = made("who-said", a_pack(*MANY_SAID, entity=[long, *others, *bridges]))
    assert {key(one) for one in found} == {"Ada Penn", "Ben Holt", "Eva Marsh", "Tom Stone"}


def test_who_said_leaves_the_text_s_own_voice_alone() -> None:
    own = [a_position("own", "opinion", None, "it is grand"), a_fact("r", asserted_by="stone")]
    assert set(facts_of(made("who-said", a_pack(*SAID, *own)))) == {"p", "h", "m"}


def test_who_said_does_not_ask_a_claim_credited_to_two_people() -> None:
    link = a_link("differs", "p", "h")
    pack = a_pack(*SAID, a_position("s", "opinion", "stone", "so"), link=[link])
    assert set(facts_of(made("who-said", pack))) == {"m", "s"}


def test_who_said_does_not_offer_a_speaker_of_a_linked_claim() -> None:
    pack = a_pack(*SAID, link=[a_link("agrees", "p", "h")])
    assert facts_of(made("who-said", pack)) == ["m"]


def test_who_said_does_not_offer_somebody_who_said_the_same() -> None:
    said = [
        a_length(who, "old", 120, status="attributed", asserted_by=who) for who in ("penn", "holt", "marsh")
    ]
    assert made("who-said", a_pack(*said)) == []
    others = [SAID[0] | {"asserted_by": who, "id": f"also-{who}"} for who in ("stone",)]
    found = made("who-said", a_pack(*said, *others, SAID[1], SAID[2]))
    assert facts_of(question for question in found if question.facts[0] in ("penn", "holt")) == []


def test_who_said_makes_nothing_where_the_source_is_not_closed() -> None:
    assert made("who-said", a_pack(*SAID, relation=[{"id": "statement", "about": "x"}])) == []


def test_who_said_makes_nothing_where_the_stem_names_the_speaker() -> None:
    named = a_position("p", "opinion", "penn", "the plans of Ada Penn were fine")
    assert "p" not in facts_of(
        made("who-said", a_pack(named, *SAID[1:], a_position("s", "opinion", "stone", "so")))
    )


def test_which_source_offers_texts_that_provably_do_not_report_it() -> None:
    (question,) = made("which-source", a_pack(a_fact()))
    assert (key(question), wrong(question)) == (
        "Town Herald, 2019",
        {"Town Courier, 2019", "Town Mirror, 2019"},
    )
    assert question.stem == "Which of these sources reports that Old Bridge is 120 metres long?"


@pytest.mark.parametrize(
    ("other", "link"),
    [
        (a_length("same", "old", 120, cites=cited("courier")), []),
        (a_position("like", "attributed", "penn", "it is long", cites=cited("courier", 4)),
         [a_link("agrees", "old-length", "like")]),
    ],
    ids=["filled alike", "linked"],
)  # fmt: skip
def test_which_source_does_not_offer_a_text_that_may_say_so_too(other: Entry, link: list[Entry]) -> None:
    found = made("which-source", a_pack(a_fact(), other, link=link))
    assert "old-length" not in facts_of(found)


def test_which_source_makes_nothing_of_what_two_texts_report_or_where_nothing_is_closed() -> None:
    assert made("which-source", a_pack(a_fact(cites=[*cited("herald"), *cited("courier")]))) == []
    assert (
        made("which-source", a_pack(a_fact(), relation=[LENGTH | {"closed_in": ["herald", "courier"]}])) == []
    )


def test_which_source_never_keys_a_text_that_is_a_wrong_answer_nowhere() -> None:
    closed = [LENGTH | {"closed_in": ["herald", "courier"]}]
    alone = a_fact(cites=cited("mirror"))
    assert made("which-source", a_pack(alone, relation=closed)) == []
    assert made("which-source", a_pack(alone)) != []


@pytest.mark.parametrize(("seen", "made_of"), [("primary", 1), ("secondary", 1), ("memory", 0)])
def test_which_source_offers_texts_that_were_seen_but_none_known_from_memory(seen: str, made_of: int) -> None:
    mirror = a_source("mirror", paragraphs=[], boilerplate=[], seen=seen)
    pack = a_pack(a_fact(), source=[a_source("herald"), a_source("courier"), mirror])
    assert len(made("which-source", pack)) == made_of


def test_which_source_names_the_speaker_it_is_passed_on_from() -> None:
    (question,) = made("which-source", a_pack(SAID[0]))
    assert question.stem == "Which of these sources passes on, from Ada Penn, that it is fine?"


def test_select_all_keys_every_member_shown_and_only_members() -> None:
    pack = a_full_pack()
    members = {"Old Bridge", "Mill Bridge", "King Bridge"}
    for seed in map(str, range(20)):
        (question,) = made("select-all", pack, seed)
        assert isinstance(question.form, Select)
        right = {option.text for option in question.options if option.correct}
        assert right == members & {option.text for option in question.options}
        assert question.form.key == tuple(i for i, one in enumerate(question.options) if one.correct)
        assert len(question.options) == 5
        assert len(right) == len(question.facts) >= 2


def test_select_all_needs_a_closed_source_two_members_and_two_outside() -> None:
    outside = [a_length("a", "new", 1), a_length("b", "foot", 2)]
    two = [a_painting("p", "old"), a_painting("q", "mill")]
    assert len(made("select-all", a_pack(*two, *outside))) == 1
    assert made("select-all", a_pack(*two, outside[0])) == []
    assert made("select-all", a_pack(two[0], *outside)) == []
    assert made("select-all", a_pack(*two, *outside, relation=[PAINTED | {"closed_in": []}, LENGTH])) == []


def test_select_all_does_not_offer_what_another_source_names_as_a_member() -> None:
    outside = [a_length("a", "new", 1), a_length("b", "foot", 2)]
    two = [a_painting("p", "old"), a_painting("q", "mill")]
    third = a_painting("r", "new", cites=cited("courier"), not_asked="Loose.")
    assert made("select-all", a_pack(*two, third, *outside)) == []


DUTIES = [
    a_duty("old", "old", "the town’s"),
    a_duty("new", "new", "the town’s"),
    a_duty("mill", "mill", "the county’s"),
    a_duty("king", "king", "the state’s"),
]


def test_select_all_asks_what_belongs_in_a_gap_where_the_rest_is_determined_otherwise() -> None:
    (question,) = made("select-all", a_pack(*DUTIES))
    assert question.quote == f"Mending {GAP} is the town’s duty."
    right = {option.text for option in question.options if option.correct}
    assert (right, wrong(question)) == ({"Old Bridge", "New Bridge"}, {"Mill Bridge", "King Bridge"})
    told = {option.text: option for option in question.options}
    assert told["King Bridge"].feedback.endswith("Mending King Bridge is the state’s duty.")
    assert told["King Bridge"].proof == "determined by bridge: another filler"


IN_OLD = {"part_of": ["old"]}


@pytest.mark.parametrize(
    "spoiling",
    [
        {"fact": [*DUTIES, a_duty("also", "king", "the town’s", cites=cited("courier"), not_asked="Loose.")]},
        {"fact": DUTIES, "link": [a_link("differs", "king", "old")]},
        {"fact": DUTIES, "relation": [UPKEEP | {"determines": []}]},
        {"fact": [*DUTIES[:3], DUTIES[3] | {"status": "attributed", "asserted_by": "penn"}]},
        {"fact": [DUTIES[0], a_duty("new", "old", "the town’s", cites=cited("courier")), *DUTIES[2:]]},
        {"fact": DUTIES, "entity": [*map(a_bridge, ("old", "new", "mill")), a_bridge("king") | IN_OLD]},
    ],
    ids=["said elsewhere", "linked", "nothing determined", "another speaker", "one thing twice", "a part"],
)  # fmt: skip
def test_select_all_asks_no_gap_that_another_option_may_fill_too(spoiling: dict[str, list[Entry]]) -> None:
    assert made("select-all", a_pack(**spoiling)) == []
