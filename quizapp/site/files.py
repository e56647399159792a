"""Files that a page hands out, each with a name to be kept by."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from flask import Response


def csv_response(filename: str, text: str) -> Response:
    """Return CSV as a file to keep; the file's name may have any letters, and ends with ".csv"."""
    headers = {"Content-Disposition": f"attachment; {_named(filename)}", "Cache-Control": "no-store"}
    return Response(text, content_type="text/csv; charset=utf-8", headers=headers)


def _named(filename: str) -> str:
    """Return both forms of RFC 6266: letters that every program knows, and the name itself."""
    stem = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]', " ", filename.removesuffix(".csv")).split())
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = " ".join(re.sub(r"[^A-Za-z0-9._ -]", "", plain).split()).strip(" .") or "table"
    return f"filename=\"{plain}.csv\"; filename*=UTF-8''{quote(stem or 'table', safe='')}.csv"
