"""Names as they are kept, and as they are compared."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 60
_JOINERS = "\u200c\u200d"  # part of how some scripts are spelt, though nobody sees them


def clean_name(text: str) -> str:
    """Return a name as it is kept: composed letters, single spaces, no control or direction characters."""
    composed = unicodedata.normalize("NFC", text)
    kept = (one for one in composed if one in _JOINERS or one.isspace() or _is_seen(one))
    return " ".join("".join(kept).split())


def name_key(name: str) -> str:
    """Return a name as it is compared: case, spaces and unseen characters do not count.

    Folding case may lengthen a name; the key is cut to what its column holds.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", clean_name(name)).casefold())
    return " ".join("".join(letter for letter in folded if _is_seen(letter)).split())[:LONGEST_NAME]


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs", "Cn")
