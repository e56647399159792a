"""Tables for spreadsheet programs: CSV that opens right, and in which no cell runs as a formula."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction
from io import StringIO
from urllib.parse import quote

from flask import Response

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


def csv_response(filename: str, text: str) -> Response:
    """Return CSV as a file to keep; the file's name may have any letters, and ends with ".csv"."""
    headers = {"Content-Disposition": f"attachment; {_named(filename)}", "Cache-Control": "no-store"}
    return Response(text, content_type="text/csv; charset=utf-8", headers=headers)


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


def _named(filename: str) -> str:
    """Return both forms of RFC 6266: letters that every program knows, and the name itself."""
    stem = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]', " ", filename.removesuffix(".csv")).split())
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = " ".join(re.sub(r"[^A-Za-z0-9._ -]", "", plain).split()).strip(" .") or "table"
    return f"filename=\"{plain}.csv\"; filename*=UTF-8''{quote(stem or 'table', safe='')}.csv"
