"""The trained probe: it learns what names and shapes tell, and nothing where they tell nothing."""

from __future__ import annotations

from quizapp.generation.bank import bank
from quizapp.generation.draws import Draw
from quizapp.generation.question import Question
from quizapp.quality.probe import Probe, probes
from tests.pack_builders import a_pack, a_position
from tests.quality.banks import NAMES, Arrange, a_bank, a_choice, fairly, names

PACK = a_pack(*(a_position(f"fact-{n}", "opinion", None, f"it is {n}") for n in range(600)))


def probe(questions: list[Question], seen: str) -> Probe:
    (found,) = (one for one in probes(PACK, questions, "s") if (one.seen, one.grouped) == (seen, "fact"))
    return found


def with_key(place: int) -> Arrange:
    return lambda texts, _: (sorted(texts, key=NAMES.index), place)


def test_names_that_are_right_again_and_again_are_learnt() -> None:
    found = probe(a_bank(names, with_key(0)), "options")
    assert found.accuracy > 0.8
    assert found.interval.low > found.chance


def test_a_fair_bank_teaches_nothing() -> None:
    found = probe(a_bank(names, fairly), "options")
    assert found.chance in found.interval
    assert found.asked == found.facts == 600


def test_words_of_the_stem_are_learnt_together_with_names() -> None:
    def asked(number: int) -> Question:
        draw = Draw("stems", str(number))
        key = draw.below(3)
        return a_choice(
            f"fact-{number}", NAMES[:3], key, f"who spoke of {('harbours', 'orchards', 'viaducts')[key]}?"
        )

    questions = [asked(number) for number in range(300)]
    assert probe(questions, "stem and options").accuracy > 0.9
    assert probe(questions, "options").accuracy < 0.5


def test_statements_are_judged_by_their_words() -> None:
    def judged(number: int) -> Question:
        wrong = Draw("verdicts", str(number)).below(2)
        quote = f"It is {'never' if wrong else 'often'} {NAMES[number % 7]}."
        labels = ["Supported", "Contradicted", "Not found"]
        return a_choice(f"fact-{number}", labels, wrong, kind="verdict", quote=quote)

    assert probe([judged(number) for number in range(200)], "statement").accuracy > 0.9


def test_too_few_facts_are_not_probed() -> None:
    pack = a_pack()
    assert probes(pack, bank(pack, "s"), "s") == ()
