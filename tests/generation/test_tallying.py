from __future__ import annotations

from quizapp.generation.bank import bank
from quizapp.generation.tallying import tallies
from tests.pack_builders import a_full_pack


def test_every_question_counts_for_the_sources_of_its_key() -> None:
    pack = a_full_pack()
    counted = tallies(pack, "s")
    cited = [{reference.source for reference in question.citations} for question in bank(pack, "s")]
    assert sum(tally.questions for tally in counted.values()) == sum(map(len, cited)) > 20
    assert set(counted) == set(pack.sources)


def test_the_facts_that_are_asked_are_counted_once() -> None:
    pack = a_full_pack()
    herald = tallies(pack, "s")["herald"]
    asked = {
        fact
        for question in bank(pack, "s")
        for fact in question.facts
        if "herald" in pack.facts[fact].sources
    }
    assert herald.facts == len(asked)
    assert herald.questions > herald.facts
