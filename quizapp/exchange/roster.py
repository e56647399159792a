"""A class list as teachers have it: names pasted one a line, columns of a spreadsheet, or a CSV file.

Pure. Nothing is dropped in silence: every line that gives no name is a problem with its number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.exchange.text_files import NotText, decoded
from quizapp.store.names import LONGEST_NAME, clean_name, name_key

MOST_NAMES = 200
"""So many learners a class has at most."""

_NAME_HEADS = {
    *(
        "name",
        "names",
        "fullname",
        "displayname",
        "student",
        "students",
        "studentname",
        "learner",
        "learners",
    ),
    *("learnername", "pupil", "pupils", "pupilname", "participant", "participants", "child", "nameofstudent"),
    *("nom", "schüler", "schülerin", "alumno", "élève"),
}
_FIRST_HEADS = {
    *("first", "firstname", "firstnames", "given", "givenname", "givennames", "forename", "forenames"),
    *("vorname", "prénom", "prenom", "nombre", "nombres"),
}
_LAST_HEADS = {
    *("last", "lastname", "lastnames", "surname", "surnames", "familyname", "family"),
    *("nachname", "familienname", "apellido", "apellidos"),
}
_OTHER_HEADS = {
    *(
        "id",
        "no",
        "number",
        "studentid",
        "email",
        "emailaddress",
        "mail",
        "username",
        "login",
        "class",
        "group",
    ),
    *("grade", "year", "form", "section", "course", "birthday", "dateofbirth", "gender"),
}


class UnreadableRoster(ValueError):
    """A list of which nothing can be read; the message says why, and what to do."""


@dataclass(frozen=True)
class LineProblem:
    """A line, counted from 1, that gives no name to add, and why."""

    line: int
    what: str


@dataclass(frozen=True)
class Roster:
    """The names to add, in order, and the lines that give none."""

    names: tuple[str, ...] = ()
    problems: tuple[LineProblem, ...] = ()


@dataclass(frozen=True)
class _Row:
    line: int
    cells: tuple[str, ...]


def read_file(data: bytes, taken: Mapping[str, str]) -> Roster:
    """Read a CSV file, see `read_names`; raise UnreadableRoster for any other kind of file."""
    try:
        text = decoded(data)
    except NotText as error:
        raise UnreadableRoster(str(error)) from error
    return read_names(text, taken)


def read_names(text: str, taken: Mapping[str, str]) -> Roster:
    """Read the names of a list: a name a line, or the column of names of a table.

    `taken` are the names that the class has, by key. Raises UnreadableRoster where the
    quotation marks of a table do not match.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _sorted_out(_named(lines), taken)


def read_lines(text: str, taken: Mapping[str, str]) -> Roster:
    """Read a name a line, whatever stands in it."""
    return _sorted_out(((n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()), taken)


def _named(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield what each line gives as a name, as it stands there; nothing for empty lines and the header."""
    separator = _separator(lines)
    if separator is None:
        whole = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
        yield from whole[1:] if whole and _is_header([whole[0][1]]) else whole
        return
    rows = list(_rows(lines, separator))
    if len(rows) == 1 and len(rows[0].cells) > 2 and not _is_header(rows[0].cells):
        yield from ((rows[0].line, cell) for cell in rows[0].cells if cell.strip())
        return
    header = rows[0].cells if _is_header(rows[0].cells) else ()
    columns = _columns(header)
    for row in rows[1:] if header else rows:
        yield row.line, " ".join(row.cells[at] for at in columns if at < len(row.cells))


def _separator(lines: Sequence[str]) -> str | None:
    """Return what parts the columns, in half of the lines at least; None where each line is a name."""
    filled = [line.strip() for line in lines if line.strip() and not _says_separator(line)]
    for separator in ("\t", ";"):
        if filled and 2 * sum(separator in line for line in filled) >= len(filled):
            return separator
    with_comma = sum("," in line or line.startswith('"') for line in filled)
    is_table = filled and 2 * with_comma >= len(filled) and not _are_names_with_commas(filled)
    return "," if is_table else None


def _are_names_with_commas(lines: Sequence[str]) -> bool:
    """Tell whether commas belong to the names: "Lovelace, Ada", or "Lovelace,Ada" in every line."""
    rows = [line.split(",") for line in lines]
    if '"' in "".join(lines) or _is_header(rows[0]) or (len(rows) == 1 and len(rows[0]) > 2):
        return False
    if not any(re.search(r",\S", line.strip()) for line in lines):
        return True
    return all(len(row) == 2 and _is_one_word(row[0]) and _is_one_word(row[1]) for row in rows)


def _is_one_word(cell: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*\.?", cell.strip()))


def _rows(lines: Sequence[str], separator: str) -> Iterator[_Row]:
    skipped = 1 if _says_separator(lines[0]) else 0
    reader = csv.reader(
        (f"{line}\n" for line in lines[skipped:]), delimiter=separator, strict=True, skipinitialspace=True
    )
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(before + 1 + skipped, tuple(cells))
            before = reader.line_num
    except csv.Error as error:
        raise UnreadableRoster(
            f"From line {before + 1 + skipped} on the quotation marks do not match, so nothing was added. "
            'Close every " that is opened, or take them out, and try again.'
        ) from error


def _says_separator(line: str) -> bool:
    """Tell whether it is the line by which some spreadsheet programs name the separator."""
    return bool(re.fullmatch(r"sep=.\s*", line))


def _columns(header: Sequence[str]) -> tuple[int, ...]:
    """Return which columns make a name: one of names, else first and last names, else the first."""
    heads = [_head(cell) for cell in header]
    found = {
        name: next((at for at, head in enumerate(heads) if head in known), None)
        for name, known in (("name", _NAME_HEADS), ("first", _FIRST_HEADS), ("last", _LAST_HEADS))
    }
    parts = [at for at in (found["first"], found["last"]) if at is not None]
    if found["name"] is not None and len(parts) < 2:
        return (found["name"],) if not parts else (*parts, found["name"])
    return tuple(parts) or (0,)


def _is_header(cells: Sequence[str]) -> bool:
    known = _NAME_HEADS | _FIRST_HEADS | _LAST_HEADS
    heads = {_head(cell) for cell in cells}
    return bool(heads & known) or (bool(heads & _OTHER_HEADS) and heads <= _OTHER_HEADS | {""})


def _head(cell: str) -> str:
    return "".join(letter for letter in cell.casefold() if letter.isalnum())


def _sorted_out(found: Iterator[tuple[int, str]], taken: Mapping[str, str]) -> Roster:
    """Part the names to add from the problems."""
    names: dict[str, str] = {}
    lines: dict[str, int] = {}
    problems = []
    for line, cell in found:
        name = clean_name(cell)
        key = name_key(name)
        what = _problem(name, key, taken, lines) or _full(len(taken) + len(names))
        if what:
            problems.append(LineProblem(line, what))
        else:
            names[key], lines[key] = name, line
    return Roster(tuple(names.values()), tuple(problems))


def _problem(name: str, key: str, taken: Mapping[str, str], lines: Mapping[str, int]) -> str:
    if not key:
        return "There is no name in this line."
    if len(name) > LONGEST_NAME:
        return f"“{name[:20]}…” has {len(name)} characters; a name has at most {LONGEST_NAME}."
    if key in taken:
        return f"“{name}” is in the class already."
    if key in lines:
        return f"“{name}” stands in line {lines[key]} already; add something to tell them apart."
    return ""


def _full(names: int) -> str:
    if names < MOST_NAMES:
        return ""
    return f"The class is full: names are added to at most {MOST_NAMES}. Put the others into another class."
