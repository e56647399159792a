"""Passwords: argon2id with the library's parameters, which follow RFC 9106."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 8, 200  # characters

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    return _hasher.hash(_composed(password))


def is_right(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one of a hash; for none (an unknown name) do the same work."""
    in_vain = _hash_of_nobody()
    try:
        _hasher.verify(kept or in_vain, _composed(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Tell whether a hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(kept)


def _composed(password: str) -> str:
    """One keyboard sends an accented letter as one character, another as two."""
    return unicodedata.normalize("NFC", password)


@cache
def _hash_of_nobody() -> str:
    return _hasher.hash(secrets.token_hex())
