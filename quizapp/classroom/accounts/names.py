"""Teachers' names: as they are shown, and as they are compared."""

from __future__ import annotations

import unicodedata

LONGEST = 60  # characters


def tidy_name(text: str) -> str:
    """Return a name as it is shown: composed characters, single spaces, nothing around it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def name_key(text: str) -> str:
    """Return a name as it is compared: case, spaces and characters that print nothing do not count."""
    folded = unicodedata.normalize("NFC", tidy_name(text).casefold())
    return " ".join("".join(one for one in folded if unicodedata.category(one) not in ("Cc", "Cf")).split())


def what_is_wrong(name: str) -> str | None:
    """Return what is wrong with a tidy name, or None."""
    if any(unicodedata.category(one) == "Cc" for one in name):
        return "This name holds a character that cannot be shown. Type it instead of pasting it."
    if not name_key(name):
        return "Give the name that learners know you by, such as Ms Rivera."
    if max(len(name), len(name_key(name))) > LONGEST:
        return f"A name has at most {LONGEST} characters. Shorten it."
    return None
