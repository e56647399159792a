"""What a file that somebody sends is, and its text: whatever a spreadsheet program saved it as."""

from __future__ import annotations

import codecs
import re

_SAVE_AS_CSV = "In the spreadsheet program choose “Save as” or “Download”, then CSV, and send that file."

_KINDS = (
    (b"PK\x03\x04", f"This is a spreadsheet file (such as .xlsx or .ods), not a CSV. {_SAVE_AS_CSV}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old spreadsheet file (such as .xls), not a CSV. {_SAVE_AS_CSV}"),
    (b"%PDF", "This is a PDF, not a CSV. Copy the names out of it and paste them, one a line."),
    (b"\x89PNG", "This is a picture, not a CSV. Type the names or paste them, one a line."),
    (b"\xff\xd8\xff", "This is a picture, not a CSV. Type the names or paste them, one a line."),
    (b"GIF8", "This is a picture, not a CSV. Type the names or paste them, one a line."),
    (b"RIFF", "This is a picture or a recording, not a CSV. Type the names or paste them, one a line."),
)

_KINDS_OF_TEXT = (
    (
        re.compile(r"\s*<(?:!|\?xml|html|table)", re.IGNORECASE),
        f"This is a web page, not a CSV. {_SAVE_AS_CSV}",
    ),
    (re.compile(r'\s*\[?\s*\{\s*"|\s*\[\s*"'), f"This is JSON, not a CSV. {_SAVE_AS_CSV}"),
    (
        re.compile(r"\{\\rtf"),
        "This is a text document, not a CSV. Copy the names and paste them, one a line.",
    ),
)

_NO_TEXT = f"This file holds no text that can be read. {_SAVE_AS_CSV}"


class NotText(ValueError):
    """A file that is no text; the message says what it seems to be, and what to do."""


def decoded(data: bytes) -> str:
    """Return a file's text: UTF-8 or UTF-16, with or without a byte order mark, or Windows-1252.

    Raises NotText for files of other kinds, and for empty ones.
    """
    for start, what in _KINDS:
        if data.startswith(start):
            raise NotText(what)
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise NotText("This file is empty. Choose the file with the names, or paste them, one a line.")
    text = _text(data)
    for pattern, what in _KINDS_OF_TEXT:
        if pattern.match(text):
            raise NotText(what)
    if any(ord(letter) < 32 and letter not in "\t\n\r\x0b\x0c" for letter in text):
        raise NotText(_NO_TEXT)
    return text


def _text(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText(_NO_TEXT)


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if b"\x00" in data[:200]:  # every second byte of plain letters in UTF-16
        return ("utf-16-be",) if data[:1] == b"\x00" else ("utf-16-le",)
    return ("utf-8-sig", "cp1252")
