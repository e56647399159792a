"""Which wrong options stand beside a key: nothing but knowledge may give it away."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from quizapp.facts.dates import parse_date
from quizapp.facts.pack import Pack
from quizapp.facts.values import DateValue, QuantityValue, SlotValue
from quizapp.generation.distractors import Distractor
from quizapp.generation.draws import Draw
from quizapp.generation.nearby import near_dates, near_figures
from quizapp.generation.picking import SPACING, pick, position
from tests.pack_builders import (
    BRIDGES,
    DESIGNED,
    Entry,
    a_bridge,
    a_design,
    a_length,
    a_pack,
    a_person,
    a_source,
    an_opening,
    cited,
)


def picked(pack: Pack, fact: str, slot: str, seed: str = "s") -> list[Distractor] | None:
    return pick(pack, pack.facts[fact], slot, "", Draw(seed, fact))


def figure_pack(value: float, text: str, unit: str, *others: Entry) -> Pack:
    slots = {"bridge": "old", "metres": {"value": value, "text": text, "unit": unit}}
    return a_pack(a_length("a", "old", 1, slots=slots), *others)


def rank(key: SlotValue, found: list[Distractor]) -> int:
    return sum(position(distractor.value) < position(key) for distractor in found)


def ranks(pack: Pack, slot: str, rounds: int) -> list[int]:
    """Return how often the key came lowest, in the middle and highest."""
    counts = [0, 0, 0]
    for round_ in range(rounds):
        found = picked(pack, "a", slot, str(round_))
        assert found is not None
        counts[rank(pack.facts["a"].slots[slot], found)] += 1
    return counts


LENGTHS = [a_length(f"f{n}", name, 100 * n) for n, name in enumerate(list(BRIDGES)[1:], start=1)]


@pytest.mark.parametrize("others", [(), LENGTHS], ids=["computed", "computed and lent"])
def test_every_rank_of_the_key_among_figures_is_equally_likely(others: list[Entry]) -> None:
    counts = ranks(figure_pack(420, "420 metres", "metres", *others), "metres", 300)
    assert sum((count - 100) ** 2 / 100 for count in counts) < 13.8  # chi-square, 2 df, p = 0.001


def test_every_rank_of_the_key_among_dates_is_equally_likely() -> None:
    counts = ranks(a_pack(an_opening("a", "old", "1954"), an_opening("b", "new", "1998")), "when", 300)
    assert sum((count - 100) ** 2 / 100 for count in counts) < 13.8


@pytest.mark.parametrize(
    ("value", "text", "unit"),
    [(120, "120 metres", "metres"), (2500, "about 2,500", "boats"),
     (22_000_000, "22 million people", "people"), (55, "55 percent", "%"),
     (37, "37", "agencies")],
)  # fmt: skip
def test_computed_figures_are_as_round_as_the_key_and_far_enough_apart(
    value: int, text: str, unit: str
) -> None:
    pack = figure_pack(value, text, unit)
    key = pack.facts["a"].slots["metres"]
    assert isinstance(key, QuantityValue)
    for seed in map(str, range(20)):
        found = picked(pack, "a", "metres", seed)
        assert found is not None
        figures = sorted([key.quantity.value, *(figure_of(one) for one in found)])
        assert all(low * (1 + SPACING) <= high for low, high in pairwise(figures))
        assert all(trailing_zeros(one) >= trailing_zeros(key.quantity.value) - 1 for one in figures)


def figure_of(distractor: Distractor) -> Fraction:
    assert isinstance(distractor.value, QuantityValue)
    return distractor.value.quantity.value


def trailing_zeros(value: Fraction) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def test_computed_figures_lie_within_the_band_of_ratios() -> None:
    key = figure_pack(420, "420 metres", "metres").facts["a"].slots["metres"]
    assert isinstance(key, QuantityValue)
    above = list(near_figures(key, Draw("x"), below=False))
    below = list(near_figures(key, Draw("x"), below=True))
    assert all(Fraction(115, 100) <= one.quantity.value / 420 <= Fraction(5, 2) for one in above)
    assert all(Fraction(115, 100) <= 420 / one.quantity.value <= Fraction(5, 2) for one in below)
    assert len({one.words for one in above}) == len(above) >= 3


def test_computed_percentages_stay_between_1_and_99() -> None:
    for value in (5, 50, 92):
        key = figure_pack(value, f"{value}%", "%").facts["a"].slots["metres"]
        assert isinstance(key, QuantityValue)
        for below in (True, False):
            near = [one.quantity.value for one in near_figures(key, Draw("x"), below=below)]
            assert all(1 <= one <= 99 and 3 <= abs(one - value) <= 20 for one in near)


def test_computed_figures_occur_in_no_source() -> None:
    given = [200, 210, 250, 300, 330, 500, 600, 700, 800, 900]
    others = [
        a_length(f"g{value}", f"bridge-{value}", value, cites=cited("courier")) for value in given
    ]  # fmt: skip
    bridges = [a_bridge("old"), *(a_bridge(f"bridge-{value}") for value in given)]
    slots = {"bridge": "old", "metres": {"value": 420, "text": "420 metres", "unit": "metres"}}
    pack = a_pack(a_length("a", "old", 1, slots=slots), *others, entity=bridges)
    for seed in map(str, range(40)):
        for one in picked(pack, "a", "metres", seed) or []:
            assert (one.fact is None) == (figure_of(one) not in given)


def test_a_figure_that_some_rank_could_not_be_filled_for_is_left_out() -> None:
    assert picked(figure_pack(2, "two boats", "boats"), "a", "metres") is None
    assert picked(figure_pack(0, "0 boats", "boats"), "a", "metres") is None


def test_a_range_is_not_chosen_among() -> None:
    assert picked(figure_pack(250, "between 200 and 300 boats", "boats"), "a", "metres") is None


def test_computed_dates_are_never_later_than_the_source() -> None:
    key = a_pack(an_opening("a", "old", "2017")).facts["a"].slots["when"]
    assert isinstance(key, DateValue)
    later = near_dates(key, Draw("x"), parse_date("2019-05-03"), below=False)
    assert sorted(one.words for one in later) == ["2018", "2019"]


def test_lent_dates_are_never_later_than_the_source() -> None:
    lenders = [an_opening(f"o{year}", name, str(year), cites=cited("courier"))
               for year, name in ((2021, "new"), (2022, "mill"), (2023, "king"))]  # fmt: skip
    sources = [a_source("herald", as_of="2019-05-03"), a_source("courier", as_of="2024"), a_source("mirror")]
    pack = a_pack(an_opening("a", "old", "2016"), *lenders, source=sources)
    for seed in map(str, range(30)):
        found = picked(pack, "a", "when", seed)
        assert found is not None
        assert all(one.words <= "2019" for one in found)


def test_a_date_of_the_very_year_of_the_source_is_not_chosen_among() -> None:
    assert picked(a_pack(an_opening("a", "old", "2019")), "a", "when") is None


def test_names_are_never_padded() -> None:
    one_other = [a_design("a", "old", "penn"), a_design("b", "new", "holt")]
    assert picked(a_pack(*one_other), "a", "who") is None
    found = picked(a_pack(*one_other, a_design("c", "mill", "marsh")), "a", "who")
    assert found is not None
    assert sorted(one.words for one in found) == ["Ben Holt", "Eva Marsh"]


def test_a_name_that_the_question_holds_is_no_option() -> None:
    designs = [a_design("a", "old", "penn"), a_design("b", "new", "holt"), a_design("c", "mill", "marsh")]
    pack = a_pack(*designs)
    assert pick(pack, pack.facts["a"], "who", "with Ben Holt, who designed it?", Draw("s")) is None


def test_no_name_stands_out_by_its_length() -> None:
    long = [a_person(one) | {"name": f"{one.title()} van der Heuvel-Oosterhout"} for one in ("holt", "marsh")]
    entities = [*map(a_bridge, BRIDGES), a_person("penn"), *long]
    designs = [a_design("a", "old", "penn"), a_design("b", "new", "holt"), a_design("c", "mill", "marsh")]
    assert picked(a_pack(*designs, entity=entities), "a", "who") is None


def test_names_of_the_same_relation_and_source_come_first() -> None:
    names = list(BRIDGES)[1:4]
    near = [
        a_design(f"n{n}", name, who)
        for n, (name, who) in enumerate(zip(names, ("holt", "marsh"), strict=False))
    ]
    far = a_design("far", "rail", "stone", cites=cited("courier"))
    pack = a_pack(a_design("a", "old", "penn"), *near, far, relation=[DESIGNED])
    for seed in map(str, range(10)):
        assert {one.words for one in picked(pack, "a", "who", seed) or []} == {"Ben Holt", "Eva Marsh"}


@pytest.mark.parametrize(
    "text", ["more than 142 boats", "at least 142 boats", "142 boats or more", "up to 142 boats"]
)
def test_an_open_ended_figure_has_no_wrong_ones(text: str) -> None:
    assert picked(figure_pack(142, text, "boats"), "a", "metres", "1") is None
