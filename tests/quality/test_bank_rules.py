"""Rules that only a bank, a form or a text can break: a planted lean is found, a fair bank breaks none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.bank_rules import bank_flaws, lean, length
from quizapp.quality.rules import RULES, form_flaws, text_flaws
from tests.builders import a_choice
from tests.generation.making import made
from tests.pack_builders import LINES, a_fact, a_full_pack, a_pack

Keyed = Callable[[Draw, list[str]], int]


def a_bank(count: int, keyed: Keyed, words: Callable[[Draw, int], str]) -> list[Question]:
    """Questions on different words, the key of each chosen from its options."""
    questions = []
    for number in range(count):
        draw = Draw("bank", str(number))
        texts = [words(draw, 3 * number + place) for place in range(3)]
        key = keyed(draw, texts)
        questions.append(
            a_choice(*texts, key=key, facts=(f"fact-{number}",), stem=f"Which is number {number}?")
        )
    return questions


def name(draw: Draw, number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "".join(draw.choice(letters) for _ in range(draw.between(6, 9))) + str(number)


def figure(draw: Draw, number: int) -> str:
    return f"{number + 100} boats"


def drawn(draw: Draw, texts: list[str]) -> int:
    return draw.below(len(texts))


def longest(draw: Draw, texts: list[str]) -> int:
    return max(range(3), key=lambda place: len(texts[place]))


def shortest(draw: Draw, texts: list[str]) -> int:
    return min(range(3), key=lambda place: len(texts[place]))


def middle(draw: Draw, texts: list[str]) -> int:
    return 1 if draw.below(10) < 6 else draw.below(3)


def found(questions: list[Question]) -> set[int]:
    return {flaw.rule for flaw in bank_flaws(questions)}


@pytest.mark.parametrize("words", [name, figure])
def test_a_fair_bank_breaks_no_rule(words: Callable[[Draw, int], str]) -> None:
    assert found(a_bank(400, drawn, words)) == set()


@pytest.mark.parametrize(
    ("rule", "keyed", "words"),
    [(1, longest, name), (2, shortest, name), (14, middle, name), (14, middle, figure)],
)
def test_a_bank_that_leans_is_found(rule: int, keyed: Keyed, words: Callable[[Draw, int], str]) -> None:
    assert rule in found(a_bank(400, keyed, words))


def test_keys_that_resemble_the_other_options_are_found() -> None:
    texts = ("mill road", "mill lane", "ford"), ("dam road", "dam row", "hill")
    bank = [a_choice(f"{a} {n}", f"{b} {n}", f"{c} {9 * n}", stem=f"Which of {n}?", facts=(f"{n}",))
            for n in range(100, 300) for a, b, c in texts]  # fmt: skip
    assert 12 in found(bank)


def test_keys_that_come_in_turns_are_found_though_each_place_is_as_frequent() -> None:
    turns = a_bank(300, lambda draw, texts: int(texts[0].removesuffix(" boats")) // 3 % 3, figure)
    assert 14 in found(turns)


def test_one_key_again_and_again_is_one_trial() -> None:
    again = [
        a_choice("the long council", f"inn {n}", f"ford {n}", stem=f"Who built {n}?", facts=(f"{n}",))
        for n in range(200)
    ]
    assert lean(again, length).keys == 1
    assert 1 not in found(again)


def test_a_question_asked_twice_is_found_and_one_on_another_fact_is_not() -> None:
    one = a_choice("A mill", "A ford", "A dam", stem="Which of the parts was built first?")
    again = a_choice("A mill", "An inn", "A fen", stem="Which of these parts was built first?")
    other = a_choice(
        "A ford", "A mill", "An oak", stem="Which of the parts was built first?", facts=("other",)
    )
    assert 16 in found([one, again])
    assert 16 in found([one, one])
    assert 16 not in found([one, other])


def test_a_form_whose_questions_ask_one_fact_is_cued() -> None:
    pack = a_full_pack()
    number, cloze = (made(kind, pack)[0] for kind in ("number", "cloze"))
    assert {flaw.rule for flaw in form_flaws(pack, [number, cloze])} == {15}
    assert form_flaws(pack, [number, made("number", pack)[-1]]) == []


def test_a_key_that_the_cited_paragraph_lacks_is_unsupported() -> None:
    pack = a_pack(a_fact())
    (question,) = made("number", pack)
    known = dict(enumerate(LINES, start=1)) | {3: "Old Bridge is 120 metres long."}
    assert text_flaws(pack, question, {"herald": known}) == []
    assert {flaw.rule for flaw in text_flaws(pack, question, {"herald": known | {3: "It is long."}})} == {22}
    assert text_flaws(pack, question, {}) == []


def test_every_number_from_1_to_26_has_a_rule() -> None:
    assert {rule.number for rule in RULES} == set(range(1, 27))
