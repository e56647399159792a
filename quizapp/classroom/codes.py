"""Codes that people read out and type: made here, and read as they were meant."""

from __future__ import annotations

import secrets
import unicodedata

LETTERS = "BCDGHJMPQRTVWXZ"
"""No vowels and no F, K or Y, so that no word or rude shortening arises; no I, L, N, O or S, which are
taken for 1, M, 0 or 5 on a screen or over the phone."""

RESUME_LENGTH = 8
JOIN_LENGTH = 6


def new_code(length: int) -> str:
    """Return an unguessable code of so many letters."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def read_code(text: str) -> str:
    """Return a code as it is kept, from what a person typed: case, spaces, dashes and dots do not count."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


def spaced_code(code: str) -> str:
    """Return a code in groups that are easy to read out: "BCDG HJMP", "BCD GHJ"."""
    size = 4 if len(code) % 4 == 0 else 3
    return " ".join(code[start : start + size] for start in range(0, len(code), size))
