"""Reading packs: a folder of TOML files becomes a `Pack`, or a list of everything wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quizapp.facts.assembling import assemble
from quizapp.facts.checking import check
from quizapp.facts.pack import Pack
from quizapp.facts.placing import Placed
from quizapp.facts.schema import PARTS, TABLES, PackFile

CORRECTIONS = "CORRECTIONS.md"
"""The file of a pack that tells readers what was wrong and was mended; no part of its hash."""

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


class PackError(Exception):
    """A pack that cannot be used; `problems` lists all of it, a line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_packs(folder: Path) -> dict[str, Pack]:
    """Read every pack in a folder, by id; raise PackError with the problems of all of them."""
    packs: dict[str, Pack] = {}
    problems: list[str] = []
    homes = sorted(path.parent for path in folder.glob("*/pack.toml"))
    if not homes:
        problems.append(f"{folder}: no pack found; a pack is a folder that holds a pack.toml")
    for home in homes:
        try:
            pack = read_pack(home)
            packs[pack.id] = pack
        except PackError as error:
            problems.extend(error.problems)
    if problems:
        raise PackError(problems)
    return packs


def read_pack(folder: Path) -> Pack:
    """Read the pack in a folder; raise PackError with every problem, each with its place and remedy."""
    if not (folder / "pack.toml").is_file():
        raise PackError(
            [f"{folder}: no pack.toml here; name the folder of a pack, for example questions/branches"]
        )
    placed, problems = _read_files(folder)
    if problems:
        raise PackError(problems)
    pack, problems = assemble(placed)
    problems += check(pack) if pack else []
    if pack is None or problems:
        raise PackError(problems)
    return replace(pack, corrections=_corrections(folder))


def _corrections(folder: Path) -> str | None:
    path = folder / CORRECTIONS
    try:
        return path.read_text("utf-8") if path.is_file() else None
    except UnicodeDecodeError as error:
        raise PackError([f"{folder.name}/{path.name}: not UTF-8 text; save the file as UTF-8"]) from error


def _read_files(folder: Path) -> tuple[list[Placed], list[str]]:
    placed: list[Placed] = []
    problems: list[str] = []
    for path in sorted(path for path in folder.rglob("*.toml") if path.is_file()):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        try:
            raw = tomllib.loads(path.read_text("utf-8"))
            placed.extend(_entries(name, PackFile.model_validate(raw)))
        except UnicodeDecodeError:
            problems.append(f"{name}: not UTF-8 text; save the file as UTF-8")
        except tomllib.TOMLDecodeError as error:
            problems.append(_syntax_problem(name, error))
        except ValidationError as error:
            problems.extend(_shape_problems(name, raw, error))
    return placed, problems


def _entries(name: str, file: PackFile) -> Iterator[Placed]:
    if file.pack:
        yield Placed(name, "pack", file.pack)
    for table in TABLES:
        if table != "pack":
            for entry in getattr(file, table):
                yield Placed(name, table, entry)


def _syntax_problem(name: str, error: tomllib.TOMLDecodeError) -> str:
    message = str(error)
    where = _AT_LINE.search(message)
    what = _AT_LINE.sub("", message).strip()
    line = f"line {where[1]}" if where else "end of the file"
    return f"{name}: {line}: not valid TOML: {what}; mend the line, or compare it with questions/README.md"


def _shape_problems(name: str, raw: dict[str, Any], error: ValidationError) -> list[str]:
    lines: list[str] = []
    for detail in error.errors(include_url=False):
        if _is_said_better(detail):
            continue
        line = f"{name}: {_place(raw, detail)}{_remedy(detail)}"
        if line not in lines:
            lines.append(line)
    return lines


def _is_said_better(detail: ErrorDetails) -> bool:
    """Tell whether this is but one of several ways to write a value, and another says what matters."""
    way = str(detail["loc"][-1])
    if isinstance(detail["input"], dict):
        return way in ("int", "float", "str") or "constrained" in way
    return way in ("int", "float") or (detail["type"] == "model_type" and way.endswith("Entry"))


def _place(raw: dict[str, Any], detail: ErrorDetails) -> str:
    loc = list(detail["loc"])
    table = str(loc.pop(0))
    named = table
    if loc and isinstance(loc[0], int):
        number = loc.pop(0)
        entry = raw[table][number] if isinstance(raw.get(table), list) else None
        entry_id = entry.get("id") if isinstance(entry, dict) else None
        named = f'{table} "{entry_id}"' if entry_id else f"{table} number {int(number) + 1}"
    steps = [str(step) for step in loc if not (isinstance(step, str) and _is_type_name(step))]
    field = ".".join(steps)
    return f"{named}: {field}: " if field else f"{named}: "


def _is_type_name(step: str) -> bool:
    return step in ("int", "float", "str") or "[" in step or step.endswith("Entry") or "constrained" in step


def _remedy(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "missing; every entry needs it, see questions/README.md"
        case "extra_forbidden":
            return f"unknown field; the fields are: {', '.join(_fields_there(detail))}"
        case "string_type":
            return f"{_shown(detail['input'])} is not text; put it in quotation marks"
        case "list_type":
            table = str(detail["loc"][-1]) in TABLES
            return "write [[ ]] around its name" if table else "not a list; put it in [square brackets]"
        case "literal_error":
            return f"{detail['input']!r} is not known; write one of {detail.get('ctx', {}).get('expected')}"
        case "string_pattern_mismatch":
            wanted = "small letters, digits and hyphens (a hash: 64 hexadecimal digits)"
            return f"{detail['input']!r} is not an id; use {wanted}"
        case "string_too_long":
            return "too long; shorten it"
        case _:
            return f"{detail['msg'][:1].lower()}{detail['msg'][1:]}; see questions/README.md"


def _fields_there(detail: ErrorDetails) -> Iterable[str]:
    """Return the fields of the innermost table that a problem lies in."""
    known = PARTS.get(next((step for step in map(str, detail["loc"][-2:0:-1]) if step in PARTS), ""))
    known = known or TABLES.get(str(detail["loc"][0]))
    return known.model_fields if known else TABLES


def _shown(value: object) -> str:
    """Return a value as it was written: a date without quotation marks as that date."""
    return str(value) if isinstance(value, date) else repr(value)
