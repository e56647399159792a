"""Tables for spreadsheet programs: CSV that opens right, and in which no cell runs as a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from io import StringIO

Cell = str | int | float | Fraction | None

_BYTE_ORDER_MARK = "\ufeff"  # without it, one well-known program takes UTF-8 for something else
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?", re.ASCII)
# What a spreadsheet runs, at the start of a cell or of what another locale takes for one: it
# splits at semicolons too, and full-width signs count (OWASP, "CSV Injection").
_RUNS = re.compile(r"(^|[;\t\r\n])(\s*[=+\-@\t\r＝＋－＠])")
_DECIMALS = 4


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as CSV: UTF-8 with its mark, CRLF, and an apostrophe before whatever would run.

    Plain numbers stay numbers, whatever their sign; None is an empty cell.
    """
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([neutral(name) for name in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BYTE_ORDER_MARK + written.getvalue()


def neutral(text: str) -> str:
    """Return text with an apostrophe before each place where a spreadsheet would begin a formula."""
    text = text.replace("\0", "")
    return text if _PLAIN_NUMBER.fullmatch(text) else _RUNS.sub(r"\1'\2", text)


def _cell(value: Cell) -> str | int:
    match value:
        case None:
            return ""
        case str():
            return neutral(value)
        case int():
            return value
        case _:
            return f"{float(value):.{_DECIMALS}f}".rstrip("0").rstrip(".")
