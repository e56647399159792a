"""Reading a pack: every problem at once, each with its file, entry, field and remedy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from quizapp.facts.reading import PackError, read_pack, read_packs
from tests.pack_builders import (
    LENGTH,
    Entry,
    a_bridge,
    a_design,
    a_fact,
    a_length,
    a_link,
    a_source,
    an_opening,
    cited,
    full_tables,
    tables,
    written,
)

SHAPE = re.compile(r'bridges/[a-z.]+: (?:[a-z]+ (?:"[^"]+"|number \d+)|pack|line \d+|end of the file): ')


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "bridges"


def problems(home: Path, *facts: Entry, beside: str = "", **changes: Any) -> list[str]:
    """Return what is wrong with a pack of these facts, and of the TOML in a file beside them."""
    written(home, tables(*facts, **changes))
    (home / "beside.toml").write_text(beside, "utf-8")
    with pytest.raises(PackError) as error:
        read_pack(home)
    return error.value.problems


def test_a_written_pack_is_read_whole(home: Path) -> None:
    entries = full_tables()
    pack = read_pack(written(home, entries))
    assert list(pack.facts) == [fact["id"] for fact in entries["fact"]]
    assert list(pack.sources) == ["herald", "courier", "mirror"]


def test_a_syntax_error_names_file_and_line(home: Path) -> None:
    (found,) = problems(home, beside='[[fact]]\nid = "old\nbridge"\n')
    assert found.startswith("bridges/beside.toml: line 2: not valid TOML: ")


def test_a_file_that_ends_too_soon_says_so(home: Path) -> None:
    (found,) = problems(home, beside='[[fact]]\nid = ["old"')
    assert found.startswith("bridges/beside.toml: end of the file: not valid TOML: ")


def test_a_file_that_is_not_utf_8_says_so(home: Path) -> None:
    written(home, tables())
    (home / "beside.toml").write_bytes(b'title = "caf\xe9"')
    with pytest.raises(PackError, match=r"beside\.toml: not UTF-8 text; save the file as UTF-8"):
        read_pack(home)


def test_a_folder_without_a_pack_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"no pack\.toml here; name the folder of a pack"):
        read_pack(tmp_path)
    with pytest.raises(PackError, match="no pack found"):
        read_packs(tmp_path)


def test_all_packs_of_a_folder_are_read_and_all_their_problems_told(tmp_path: Path) -> None:
    written(tmp_path / "one", tables(a_fact(topic="nope")))
    written(tmp_path / "two", tables(a_fact(relation="nope")))
    with pytest.raises(PackError) as error:
        read_packs(tmp_path)
    assert [line.split("/")[0] for line in error.value.problems] == ["one", "two"]


def test_there_must_be_one_pack_table(home: Path) -> None:
    other = '[pack]\nid = "other"\ntitle = "Other"\nabout = "Other."\n'
    assert problems(home, beside=other) == ["pack.toml: [pack]: there must be exactly one [pack] table"]


OLD = 'bridges/pack.toml: fact "old-length": '


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (a_fact(colour="red"), "colour: unknown field; the fields are: id, topic, kind,"),
        (a_fact(slots={"metres": {"value": 1, "unti": "m"}}), "slots.metres.unti: unknown field; "
         "the fields are: value, text, unit, shows, external"),
        (a_fact(cites=[{"source": "herald", "page": 3}]), "cites.0.page: unknown field; the fields are: so"),
        (a_fact() | {"says": None}, "says: missing; every entry needs it, see questions/README.md"),
        (a_fact(says=3), "says: 3 is not text; put it in quotation marks"),
        (a_fact(asks="metres"), "asks: not a list; put it in [square brackets]"),
        (a_fact(status="rumour"), "status: 'rumour' is not known; write one of 'reported', 'attributed',"),
        (a_fact(says="x" * 601), "says: too long; shorten it"),
        (a_fact(slots={"metres": [3]}), "slots.metres: [3] is not text; put it in quotation marks"),
        (a_fact(cites=cited("herald", 0)), "cites.0.paragraphs.0: input should be greater than"),
        (a_fact(cites=[]), "cites: list should have at least 1 item"),
    ],
)  # fmt: skip
def test_what_has_the_wrong_shape_is_named_with_its_field_and_remedy(
    home: Path, fact: Entry, problem: str
) -> None:
    (found,) = problems(home, fact)
    assert found.startswith(OLD + problem)


def test_an_entry_without_id_is_named_by_its_number(home: Path) -> None:
    found = problems(home, a_fact(), a_fact() | {"id": None})
    assert found == [
        "bridges/pack.toml: fact number 2: id: missing; every entry needs it, see questions/README.md"
    ]


def test_an_id_with_capitals_or_spaces_is_refused(home: Path) -> None:
    (found,) = problems(home, a_fact("Old Length"))
    assert "'Old Length' is not an id; use small letters, digits and hyphens" in found


def test_a_date_without_quotation_marks_is_one_problem(home: Path) -> None:
    beside = '[[fact]]\nid = "new"\ntopic = "building"\nkind = "event"\nstatus = "reported"\nsays = "x"\n'
    beside += 'relation = "opened"\nslots.when = 2011-05-01\n[[fact.cites]]\nsource = "herald"\n'
    assert problems(home, beside=beside) == [
        'bridges/beside.toml: fact "new": slots.when: 2011-05-01 is not text; put it in quotation marks'
    ]


def test_an_unknown_table_names_those_there_are(home: Path) -> None:
    (found,) = problems(home, beside='[[facts]]\nid = "x"\n')
    assert found == (
        "bridges/beside.toml: facts: unknown field; the fields are: "
        "pack, topic, source, entity, relation, fact, link"
    )


def test_a_table_with_single_brackets_is_told_to_double_them(home: Path) -> None:
    (found,) = problems(home, beside='[fact]\nid = "x"\n')
    assert found == "bridges/beside.toml: fact: write [[ ]] around its name"


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (a_fact(topic="bilding"), 'topic: no topic is called "bilding"; did you mean "building"?'),
        (a_fact(relation="lenght"), 'relation: no relation is called "lenght"; did you mean "length"?'),
        (a_fact(cites=cited("heralt")), 'cites: no source is called "heralt"; did you mean "herald"?'),
        (a_fact(asserted_by="pen"), 'asserted_by: no entity is called "pen"; did you mean "penn"?'),
        (a_fact(through=["hollt"]), 'through: no entity is called "hollt"; did you mean "holt"?'),
        (a_length("old-length", "oldd", 1), 'slots.bridge: no entity is called "oldd"; did you mean "old"?'),
        (a_fact(cites=cited("herald", 2)), "cites: ¶2 of herald is boilerplate; cite the text itself"),
        (a_fact(cites=cited("herald", 13)), "cites: herald has no ¶13; it has 12"),
        (a_fact(cites=cited("herald", 3, context=[99])), "cites: herald has no ¶99; it has 12"),
        (a_fact(cites=[{"source": "herald"}]), "cites: no paragraphs; name those of herald that the fact"),
        (a_fact(asks=["bridge"], says="it is {metres} long"), 'asks: "bridge" is asked, but `says` does not'),
        (a_fact(says="{bridge} is {metres} {wide}"), 'says: no slot of this fact is called "wide"'),
        (a_fact(ask={"metres": "how {wide}?"}), 'ask.metres: no slot of this fact is called "wide"'),
        (a_fact(as_of="May 2019"), 'as_of: "May 2019" is not a date; write "2011", "2018-01",'),
        (an_opening("old-length", "old", "2011-13"), 'slots.when: "2011-13" is not a date of the calendar'),
        (a_design("old-length", "old", "new"), 'slots.who: "new" is a place, but the relation wants a'),
        (a_fact(slots={"bridge": "old", "metres": "many"}), 'slots.metres: "many" is not a number; write {'),
        (a_fact(slots={"bridge": "old", "metres": {"value": 120, "text": "130"}}),
         'slots.metres: value 120 and text "130" are different figures; mend one of them'),
        (a_fact(slots={"bridge": "old", "metres": {"value": 1, "text": "a lot"}}),
         'slots.metres: no figure can be read from text "a lot"'),
        (a_fact(slots={"bridge": "old", "metres": {"value": 1, "external": "archive"}}),
         'slots.metres.external: no source is called "archive"'),
    ],
)  # fmt: skip
def test_what_a_fact_refers_to_must_be_there(home: Path, fact: Entry, problem: str) -> None:
    assert any(found.startswith(OLD + problem) for found in problems(home, fact)), problems(home, fact)


def test_a_slot_that_the_relation_lacks_names_the_nearest(home: Path) -> None:
    found = problems(home, a_fact(slots={"bridge": "old", "meters": 3}))
    assert found[0] == (
        OLD + 'slots.meters: no slot of the relation length is called "meters"; did you mean "metres"?'
    )


def test_two_facts_with_one_id_are_told_apart_by_file(home: Path) -> None:
    (found,) = problems(home, a_fact(), a_length("old-length", "new", 640))
    assert found == OLD + "id: used already in bridges/pack.toml; every fact needs an id of its own"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"relation": [LENGTH | {"closed_in": ["heralt"]}]}, 'relation "length": closed_in: no source is'),
        ({"relation": [LENGTH | {"determines": [{"given": ["brigde"], "slot": "metres"}]}]},
         'relation "length": determines: no slot of this relation is called "brigde"; did you mean "bri'),
        ({"relation": [LENGTH | {"ask": {"width": "how wide?"}}]}, 'relation "length": ask: no slot of'),
        ({"entity": [a_bridge("old", part_of=["town"])]}, 'entity "old": part_of: no entity is called'),
        ({"source": [a_source("herald", boilerplate=[40])], "relation": [LENGTH | {"closed_in": []}]},
         'source "herald": boilerplate: ¶40 does not exist; the text has 12'),
        ({"source": [a_source("herald", as_of="soon")], "relation": [LENGTH | {"closed_in": []}]},
         'source "herald": as_of: "soon" is not a date'),
        ({"link": [a_link("agrees", "old-length", "new-length")]},
         'link "old-length + new-length": facts: no fact is called "new-length"'),
    ],
)  # fmt: skip
def test_relations_entities_sources_and_links_are_checked_alike(
    home: Path, changes: dict[str, Any], problem: str
) -> None:
    (found,) = problems(home, a_fact(), **changes)
    assert found.startswith(f"bridges/pack.toml: {problem}")


def test_every_problem_is_told_at_once(home: Path) -> None:
    found = problems(
        home,
        a_fact(topic="nope"),
        a_length("b", "nope", 1),
        a_fact("c", status="attributed"),
        a_length("d", "new", 2, says="{bridge} is {metres} long."),
        link=[a_link("agrees", "c", "d", why="an eyesore")],
    )
    named = [re.search(r'(?:fact|link) "([^"]+)"', line) for line in found]
    assert [match and match[1] for match in named] == ["old-length", "b", "c", "d", "c + d"]


def test_broken_files_are_all_told_of_at_once(home: Path) -> None:
    written(home, tables(a_fact(colour="red")))
    (home / "one.toml").write_text("x =", "utf-8")
    found = problems(home, a_fact(colour="red"), beside="y =")
    assert [line.split(":")[0] for line in found] == [
        "bridges/beside.toml", "bridges/one.toml", "bridges/pack.toml"
    ]  # fmt: skip


def test_every_line_begins_with_its_place(home: Path) -> None:
    told = problems(
        home, a_fact(topic="x", relation="y"), a_fact("b", says="eyesore {metres}", asserted_by="z")
    )
    told += problems(home, a_fact(colour="red") | {"says": None}, beside="y =")
    assert len(told) >= 5
    assert [line for line in told if not SHAPE.match(line)] == []


def test_corrections_are_read_and_are_no_part_of_the_hash(home: Path) -> None:
    written(home, full_tables())
    before = read_pack(home)
    (home / "CORRECTIONS.md").write_text("- 3 May 2020: one figure.\n", "utf-8")
    after = read_pack(home)
    assert (before.corrections, after.corrections) == (None, "- 3 May 2020: one figure.\n")
    assert before.hash == after.hash


def test_corrections_in_another_encoding_are_a_problem_like_any_other(home: Path) -> None:
    written(home, full_tables())
    (home / "CORRECTIONS.md").write_bytes("Müller".encode("latin-1"))
    with pytest.raises(PackError, match=r"bridges/CORRECTIONS\.md: not UTF-8 text; save the file as UTF-8"):
        read_pack(home)
