"""`questions/README.md` is the reference of what a pack may contain: it and the models say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from quizapp.facts.reading import read_pack
from quizapp.facts.schema import TABLES, Entry, SlotEntry

README = (Path(__file__).parents[2] / "questions" / "README.md").read_text("utf-8")
MODELS: dict[str, type[Entry]] = {**TABLES, "Slots": SlotEntry}
ROW = re.compile(
    r"^\| `(?P<field>[a-z0-9_]+)` \| (?P<default>.*?) ?\| .+ \| `(?P<example>.+)` \|$", re.MULTILINE
)


def rows(table: str) -> dict[str, re.Match[str]]:
    """Return the documented fields of one table, by name."""
    heading = re.search(rf"^### (?:`\[+{table}\]+`|{table})$", README, re.MULTILINE)
    assert heading, f"questions/README.md has no section for {table}"
    section = README[heading.end() :].split("\n##", 1)[0]
    return {match["field"]: match for match in ROW.finditer(section)}


@pytest.mark.parametrize("table", MODELS)
def test_documents_every_field_and_no_other(table: str) -> None:
    assert list(rows(table)) == list(MODELS[table].model_fields)


@pytest.mark.parametrize("table", MODELS)
def test_marks_exactly_the_required_fields_as_such(table: str) -> None:
    required = {name for name, field in MODELS[table].model_fields.items() if field.is_required()}
    assert {name for name, row in rows(table).items() if not row["default"]} == required


@pytest.mark.parametrize("table", MODELS)
def test_every_example_is_valid_for_its_field(table: str) -> None:
    for name, row in rows(table).items():
        value = tomllib.loads(f"x = {row['example']}")["x"]
        model = MODELS[table]
        checked = model.__pydantic_validator__.validate_assignment(model.model_construct(), name, value)
        assert checked


def test_the_example_pack_can_be_read(tmp_path: Path) -> None:
    example = README.split("## A whole pack", 1)[1].split("```toml\n", 1)[1].split("```", 1)[0]
    home = tmp_path / "bridges"
    home.mkdir()
    (home / "pack.toml").write_text(example, "utf-8")
    assert list(read_pack(home).facts) == ["old-bridge-length", "penn-proud"]
