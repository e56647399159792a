"""What was just done, told once on the page that it led to: the address carries its name."""

from __future__ import annotations

_WORDS = {
    "handed-out": "Handed out. Show the code, or send the link.",
    "kept": "The new settings are kept.",
    "closed": "Closed. What was unfinished counts as it stands.",
    "opened": "Open again.",
    "time": "Five minutes more are given.",
    "reopened": "Reopened: the learner can go on with this attempt.",
    "settled": "The report is settled. It stays below.",
}


def done_words(name: str | None) -> str:
    """Return what was just done; "" for nothing we know."""
    return _WORDS.get(name or "", "")
