"""A blueprint is read from TOML and from options, and refused with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.generation.bank import KINDS
from quizapp.generation.blueprint import Blueprint, BlueprintError, Quota, problems_of, quota, read_blueprint
from tests.pack_builders import a_full_pack

KIND_NAMES = [kind.NAME for kind in KINDS]
DOCUMENTED = Path(__file__).parents[2] / "docs" / "blueprint.toml"


def problems(text: str) -> list[str]:
    with pytest.raises(BlueprintError) as caught:
        read_blueprint(text, "lesson.toml")
    return caught.value.problems


def refused(*quotas: Quota, length: int = 10) -> list[str]:
    return problems_of(Blueprint(length, quotas), a_full_pack(), KIND_NAMES)


@pytest.mark.parametrize(
    ("count", "least", "most"), [(3, 3, 3), ("3", 3, 3), ("3+", 3, None), ("0-2", 0, 2), (0, 0, 0)]
)
def test_a_count_is_exact_or_a_least_or_a_range(count: object, least: int, most: int | None) -> None:
    assert quota("kind", "value", count) == Quota(("kind", "value"), least, most)


@pytest.mark.parametrize("count", ["", "x", "3+-4", "-2", True, 2.5, "2-1"])
def test_anything_else_is_no_count(count: object) -> None:
    with pytest.raises(ValueError, match="write"):
        quota("kind", "value", count)


def test_quotas_say_what_they_are() -> None:
    words = [quota("kind", "value", count).words for count in (3, "3+", "1-2")]
    assert words == ["exactly 3", "at least 3", "1 to 2"]
    assert quota("kind", "value", 3).name == "kind value"


def test_a_file_gives_length_counts_difficulty_and_what_to_leave_out() -> None:
    text = 'length = 8\ndifficulty = 50\nwithout = ["x"]\n[kind]\nvalue = 2\n[topic]\ncare = "1+"'
    read = read_blueprint(text, "lesson.toml")
    assert (read.length, read.difficulty, read.within, read.without) == (8, 50, 3, frozenset({"x"}))
    assert read.quotas == (quota("topic", "care", "1+"), quota("kind", "value", 2))


def test_an_empty_file_is_a_form_of_twenty() -> None:
    assert read_blueprint("", "lesson.toml") == Blueprint(20)


def test_every_problem_of_a_file_has_its_place_and_a_remedy() -> None:
    found = problems('length = 0\nkinds = 1\ntopic = 3\nwithout = "x"\n[kind]\nvalue = "many"')
    assert found == [
        "lesson.toml: length: 0 is not a whole number from 1 to 200; write one",
        "lesson.toml: topic: 3 is not a table; write [topic] and a count for each name",
        'lesson.toml: kind.value: "many" is no count; write 3 for exactly 3, "3+" for at least 3, or "3-8"',
        "lesson.toml: without: 'x' is not a list of ids; write [\"fact-id\", …]",
        'lesson.toml: kinds: no field is called "kinds"; there are band, difficulty, kind, length, skill, '
        "source, speaker, topic, within, without",
    ]


def test_what_is_not_toml_is_said_with_its_line() -> None:
    (problem,) = problems("length = \n")
    assert problem.startswith("lesson.toml: not valid TOML: ")
    assert "line 1" in problem


def test_a_name_that_the_pack_does_not_have_is_refused_with_those_it_has() -> None:
    assert refused(quota("topic", "cars", 1)) == [
        'topic.cars: no topic is called "cars"; there are building, care'
    ]
    assert refused(quota("band", "easy", "1+"), quota("speaker", "penn", "1+"), quota("skill", "S9", 1)) == []


def test_counts_that_cannot_add_up_to_the_length_are_refused() -> None:
    assert refused(quota("kind", "value", 8), quota("kind", "number", 5)) == [
        "kind: at least 13 are asked for, and the length is 10; raise it"
    ]
    assert refused(quota("topic", "care", 2), quota("topic", "building", "0-3")) == [
        "topic: at most 5 are allowed, and the length is 10; lower it"
    ]


def test_later_counts_take_the_place_of_earlier_ones() -> None:
    base = Blueprint(10, (quota("kind", "value", 2), quota("kind", "cloze", 1)))
    assert base.with_quotas(quota("kind", "value", "3+")).quotas == (
        quota("kind", "value", "3+"), quota("kind", "cloze", 1)
    )  # fmt: skip


def test_the_sample_in_the_docs_can_be_read_and_fits_any_pack() -> None:
    sample = read_blueprint(DOCUMENTED.read_text("utf-8"), DOCUMENTED.name)
    assert sample.quotas
    assert problems_of(sample, a_full_pack(), KIND_NAMES) == []
